"""Pictures that a site brings along: where they lie, and whether they are pictures and nothing more."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from cdm_kiosk import paths
from cdm_kiosk.domain.faults import Code, Fault, Value
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs.archive import MAX_PICTURE_BYTES, PICTURE_NAME, is_pack, read_pack

MAX_SIDE_PX = 2048
MAX_ELEMENTS = 2000
MAX_DEPTH = 20
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc")
TEXTS = ("title", "desc")
ATTRIBUTE = re.compile(
    r"version|baseProfile|id|class|width|height|viewBox|preserveAspectRatio|transform"
    r"|d|points|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|pathLength"
    r"|fill(-rule|-opacity)?|opacity|color|display|visibility"
    r"|stroke(-width|-linecap|-linejoin|-miterlimit|-dasharray|-dashoffset|-opacity)?"
)
HARMLESS = re.compile(r"[A-Za-z0-9 #.,+\-%()_\t\r\n]*")
NUMBER = re.compile(r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?")
Wrong = tuple[Code, Mapping[str, Value]]
DECLARATION = re.compile(r"\A\ufeff?<\?xml\s[^?<>]*\?>")


def folder_of(site_file: Path) -> Path:
    """Where the pictures of a site file lie: ``site.pictures`` beside ``site.toml``."""
    return site_file.with_suffix(".pictures")


@cache
def ours() -> frozenset[str]:
    """The names of the pictograms that come with the program."""
    return frozenset(file.stem for file in (paths.RESOURCES / "pictograms").glob("*.svg"))


def named_by(site: Site) -> dict[str, str]:
    """The pictures that a site names and the program does not bring, with the key that names each first."""
    keys = {theme.pictogram: f"themes.{at}.pictogram" for at, theme in reversed([*enumerate(site.themes)])}
    if site.logo:
        keys[site.logo] = "logo"
    known = ours()
    return {name: key for name, key in sorted(keys.items()) if name not in known}


def lying_at(site_file: Path) -> dict[str, bytes]:
    """The pictures of a site file or a pack by file name, one that is too large cut short. May raise OSError.

    A link is no picture: it could lead anywhere.
    """
    if is_pack(site_file):
        return dict(read_pack(site_file).pictures)
    found = {}
    for file in sorted(folder_of(site_file).glob("*")):
        if PICTURE_NAME.fullmatch(file.name) and file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                found[file.name] = opened.read(MAX_PICTURE_BYTES + 1)
    return found


def picture_faults(site: Site, pictures: Mapping[str, bytes]) -> Iterator[Fault]:
    """Pictures that are named and not there, and those that cannot be trusted."""
    stems = {Path(name).stem: name for name in pictures}
    for name, key in named_by(site).items():
        if name not in stems:
            yield Fault(key, Code.NO_PICTURE, {"name": name, "known": tuple(sorted(ours()))})
        else:
            yield from faults_of(f"pictures/{stems[name]}", pictures[stems[name]])


def used(site: Site, pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """Of the ``pictures`` those that the site names."""
    named = named_by(site)
    return {name: content for name, content in sorted(pictures.items()) if Path(name).stem in named}


def faults_of(name: str, content: bytes) -> Iterator[Fault]:
    """What is wrong with a picture, at most one thing; nothing when it is sound."""
    if len(content) > MAX_PICTURE_BYTES:
        yield Fault(name, Code.PICTURE_TOO_HEAVY, {"most": MAX_PICTURE_BYTES})
        return
    wrong = _wrong_svg(content) if name.endswith(".svg") else _wrong_png(content)
    if wrong is not None:
        yield Fault(name, *wrong)


def _wrong_png(content: bytes) -> Wrong | None:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # A size that Pillow only warns of is far beyond ours.
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=["PNG"]) as picture:
                picture.verify()
            with Image.open(BytesIO(content), formats=["PNG"]) as picture:
                if max(picture.size) > MAX_SIDE_PX:
                    size = {"width": picture.width, "height": picture.height, "most": MAX_SIDE_PX}
                    return Code.TOO_MANY_PIXELS, size
                if getattr(picture, "is_animated", False):
                    return Code.MOVES, {}
                picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Code.FAR_TOO_MANY_PIXELS, {"most": MAX_SIDE_PX}
    except (OSError, SyntaxError, ValueError, EOFError):
        return Code.NOT_A_PNG, {}
    return None


def _wrong_svg(content: bytes) -> Wrong | None:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return Code.SVG_NOT_UTF_8, {}
    text = DECLARATION.sub("", text, count=1)
    # Entities can only be declared there, and are refused before any parser sees them.
    if re.search(r"<!(?!--)", text) or "<?" in text:
        return Code.SVG_DOCTYPE, {}
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, RecursionError, ValueError):
        return Code.NOT_AN_SVG, {}
    if root.tag != f"{SVG}svg":
        return Code.SVG_ROOT, {}
    return _too_large(root) or _wrong_elements(root)


def _too_large(root: ElementTree.Element) -> Wrong | None:
    sides = " ".join(root.get(key, "") for key in ("width", "height", "viewBox"))
    if any(float(number) > MAX_SIDE_PX for number in NUMBER.findall(sides)):
        return Code.SVG_TOO_LARGE, {"most": MAX_SIDE_PX}
    return None


def _wrong_elements(root: ElementTree.Element) -> Wrong | None:
    waiting = [(root, 1)]
    seen = 0
    while waiting:
        element, depth = waiting.pop()
        seen += 1
        name = str(element.tag).removeprefix(SVG)
        if seen > MAX_ELEMENTS or depth > MAX_DEPTH:
            return Code.SVG_INTRICATE, {"most": MAX_ELEMENTS, "deepest": MAX_DEPTH}
        if name not in SHAPES:
            return Code.SVG_NOT_A_SHAPE, {"name": name, "known": SHAPES}
        for key, value in element.attrib.items():
            if not ATTRIBUTE.fullmatch(key):
                return Code.SVG_ATTRIBUTE, {"name": key}
            if not HARMLESS.fullmatch(value) or "url" in value.lower():
                return Code.SVG_REFERENCE, {"name": key}
        if (name not in TEXTS and (element.text or "").strip()) or (element.tail or "").strip():
            return Code.SVG_TEXT, {}
        waiting += [(child, depth + 1) for child in element]
    return None
