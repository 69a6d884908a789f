"""QR codes as squares of modules for paper, and as pictures for screens."""

import base64
import io

import qrcode
from PIL import Image

from cdm_kiosk.printing.layout import QUIET_MODULES, Modules


def qr_matrix(text: str) -> Modules:
    """Encode a text with error correction M; rows of modules, True where dark, without a quiet zone."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def qr_png_data_url(text: str, module_px: int = 8) -> str:
    """Picture of the code in black on white with its quiet zone, as a `data:image/png` URL."""
    modules = qr_matrix(text)
    side = len(modules) + 2 * QUIET_MODULES
    picture = Image.new("1", (side, side), 1)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                picture.putpixel((column + QUIET_MODULES, row + QUIET_MODULES), 0)
    png = io.BytesIO()
    picture.resize((side * module_px, side * module_px), Image.Resampling.NEAREST).save(png, "PNG")
    return "data:image/png;base64," + base64.b64encode(png.getvalue()).decode("ascii")
