"""Turns a drawn ticket into the bytes that thermal printers understand (ESC/POS)."""

import os
import shutil

from escpos import capabilities
from escpos.printer import Dummy
from PIL import Image

# python-escpos makes a cache folder for each process that loads it and leaves it behind;
# a kiosk that starts every morning for years would fill its disk with them.
if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

STRIP_DOTS = 48
"""Height of one raster command: 48 rows of 576 dots are 3.4 KB, under the smallest common buffer (4 KB)."""

PROFILE = "TM-T20II"
"""576 dots and a cutter; with the library's "default" profile each strip writes on standard output."""


def escpos_bytes(image: Image.Image) -> bytes:
    """One whole ticket: reset, the image as GS v 0 raster strips, feed past the cutter, partial cut.

    `image` is at most 576 dots wide, black on white.
    """
    printer = Dummy(profile=PROFILE)
    printer.hw("INIT")
    printer.image(image, impl="bitImageRaster", fragment_height=STRIP_DOTS)
    printer.cut(mode="PART")
    return bytes(printer.output)
