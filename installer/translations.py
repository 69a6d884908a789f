"""Gathers the texts of screens and ticket page into their catalogues, and compiles what is translated.

``python installer/translations.py`` after changing a text, then translate what it names;
``python installer/translations.py --check`` changes nothing and fails when that was forgotten.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import extract
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from cdm_kiosk.domain.languages import NAMES

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = Path("resources", "translations")
HUB_CATALOGUES = CATALOGUES / "hub"
HUB_SOURCES = (Path("cdm_kiosk", "hub", "ticket_page.py"),)
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
CATALOGUE_SUFFIXES = (".ts", ".qm", ".po", ".mo")
PLACE = re.compile(r"%\d|%n|%[sd]|\{\w+\}")
"""Where a text takes a value in: %1, %n, %s, {hour}."""


@dataclass(frozen=True)
class ScreenCatalogue:
    """One role's texts in one language; ``sources`` are files and folders below the checkout."""

    role: str
    language: str
    sources: tuple[str, ...]

    @property
    def is_source_language(self) -> bool:
        """French is written in the sources: its catalogues hold the plurals alone."""
        return self.language == "fr"

    @property
    def ts(self) -> Path:
        return CATALOGUES / f"{self.role}_{self.language}.ts"


PUBLIC_LANGUAGES = tuple(NAMES)
KIOSK = (
    *("ui/Cdm/Kiosk", "ui/Cdm/Controls"),
    *(
        f"cdm_kiosk/viewmodels/{name}.py"
        for name in (
            *("kiosk/kiosk", "kiosk/picture_words", "kiosk/screen", "kiosk/spoken", "kiosk/voice"),
            *("shared/moments", "shared/paper", "shared/waits"),
        )
    ),
)
DISPLAY = (
    *("ui/Cdm/Display", "ui/Cdm/Controls"),
    *(f"cdm_kiosk/viewmodels/display/{name}.py" for name in ("announcements", "display", "notices")),
)
STATIONS = (
    *(f"ui/Cdm/{module}" for module in ("Advisor", "Reception", "Administration", "Controls")),
    *(
        f"cdm_kiosk/viewmodels/{name}.py"
        for name in (
            *(
                "advisor/advisor",
                "reception/reception",
                "reception/front",
                "reception/rows",
                "reception/new_station",
            ),
            *("shared/sentences", "shared/fault_sentences", "shared/stations"),
            *(f"administration/{part}" for part in ("administration", "rows", "rules", "stations", "ticket")),
            "administration/change_sentences",
        )
    ),
)
PAIRING = (
    *("ui/Cdm/Pairing", "ui/Cdm/Controls"),
    *(f"cdm_kiosk/viewmodels/pairing/{name}.py" for name in ("voice", "words")),
)
PAIRING_LANGUAGES = ("fr", "en", "es")
"""Of whoever sets a machine up, before it knows its site's languages."""
SCREENS = (
    *(ScreenCatalogue("kiosk", language, KIOSK) for language in PUBLIC_LANGUAGES),
    *(ScreenCatalogue("display", language, DISPLAY) for language in PUBLIC_LANGUAGES),
    *(ScreenCatalogue("pairing", language, PAIRING) for language in PAIRING_LANGUAGES),
    ScreenCatalogue("stations", "fr", STATIONS),
)


class ToolFault(Exception):
    """A tool of Qt Linguist did not do its work; the message is what it said."""


def main(arguments: list[str]) -> int:
    """Return 0 when nothing is left to do, 1 otherwise; 2 for arguments that mean nothing."""
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments:
        faults = check(ROOT)
    else:
        update(ROOT, ROOT)
        faults = [*untranslated(ROOT)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def check(root: Path) -> list[str]:
    """What a fresh extraction and compilation of ``root`` would change, and what is not translated."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        shutil.copytree(root / CATALOGUES, fresh / CATALOGUES)
        update(root, fresh)
        outdated = [
            f"{name.as_posix()}: not what the sources make of it; run python installer/translations.py"
            for name in _catalogue_files(root, fresh)
            if _content(root / name) != _content(fresh / name)
        ]
        return [*outdated, *untranslated(fresh)]


def update(sources: Path, target: Path) -> None:
    """Bring the catalogues below ``target`` up to date with the texts below ``sources``, and compile them."""
    for alike in _read_together():
        options = ["-silent", "-warnings-are-errors", "-no-obsolete", "-locations", "none"]
        options += ["-disable-heuristic", "similartext", "-source-language", "fr", "-extensions", "qml,py"]
        if alike[0].is_source_language:
            options.append("-pluralonly")
        texts = [str(sources / source) for source in alike[0].sources]
        for screen in alike:
            _begin(target / screen.ts, screen.language)
        _run("pyside6-lupdate", *options, *texts, "-ts", *(str(target / screen.ts) for screen in alike))
    _run("pyside6-lrelease", "-silent", *(str(target / screen.ts) for screen in SCREENS))
    template = _hub_template(sources)
    for po in sorted((target / HUB_CATALOGUES).glob("*/LC_MESSAGES/*.po")):
        _update_hub(po, template)


def _begin(ts: Path, language: str) -> None:
    """A catalogue that is not there yet: lupdate takes its language from it."""
    if not ts.exists():
        ts.write_text(f'<!DOCTYPE TS><TS version="2.1" language="{language}" sourcelanguage="fr"/>', "utf-8")


def _read_together() -> list[list[ScreenCatalogue]]:
    """The catalogues that one reading of the sources fills: all translations of a role, and its French plurals."""
    together: dict[tuple[str, bool], list[ScreenCatalogue]] = {}
    for screen in SCREENS:
        together.setdefault((screen.role, screen.is_source_language), []).append(screen)
    return [*together.values()]


def untranslated(root: Path) -> Iterator[str]:
    """A sentence for each text below ``root`` that has no translation, or one that loses a value."""
    for screen in SCREENS:
        for source, forms in _screen_texts(root / screen.ts):
            yield from _faults_of(screen.ts, source, forms)
    for po in sorted((root / HUB_CATALOGUES).glob("*/LC_MESSAGES/*.po")):
        for message in _read(po):
            if message.id:
                source = message.id if isinstance(message.id, str) else message.id[-1]
                forms = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
                yield from _faults_of(po.relative_to(root), source, [] if message.fuzzy else forms)


def _faults_of(catalogue: Path, source: str, forms: list[str]) -> Iterator[str]:
    if not forms or not all(forms):
        yield f"{catalogue.as_posix()}: not translated: {source}"
        return
    for form in forms:
        # The count alone may go: "une personne" says it in a word.
        if _places(form) != _places(source):
            yield f"{catalogue.as_posix()}: values lost or invented: {source} -> {form}"


def _places(text: str) -> list[str]:
    return sorted(place for place in PLACE.findall(text) if place not in ("%n", "%d"))


def _screen_texts(ts: Path) -> Iterator[tuple[str, list[str]]]:
    """Each source text of a .ts file with its translated forms; none while it is marked unfinished."""
    for message in Xml.parse(ts).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        numerus = [form.text or "" for form in translation.findall("numerusform")]
        forms = numerus or [translation.text or ""]
        yield message.findtext("source", ""), [] if translation.get("type") == "unfinished" else forms


def _hub_template(sources: Path) -> Catalog:
    template = Catalog()
    for source in HUB_SOURCES:
        with (sources / source).open("rb") as file:
            for _, text, _, context in extract.extract("python", file):
                template.add(text, context=context)
    return template


def _update_hub(po: Path, template: Catalog) -> None:
    catalogue = _read(po)
    catalogue.update(template, no_fuzzy_matching=True)
    # Babel would stamp its name, a date and an author on each run: the head stays as a person wrote it.
    head, _, _ = po.read_bytes().partition(b"\n\n")
    body = BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, ignore_obsolete=True)
    po.write_bytes(head + b"\n\n" + body.getvalue().strip() + b"\n")
    whole = _read(po)
    # The same texts give the same bytes, whenever they are compiled.
    whole.creation_date = whole.revision_date = NO_DATE
    compiled = BytesIO()
    write_mo(compiled, whole)
    po.with_suffix(".mo").write_bytes(compiled.getvalue())


def _read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def _catalogue_files(*roots: Path) -> list[Path]:
    found = (path.relative_to(root) for root in roots for path in (root / CATALOGUES).rglob("*"))
    return sorted({path for path in found if path.suffix in CATALOGUE_SUFFIXES})


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    if program is None:
        raise ToolFault(f"{tool} is missing beside {sys.executable}: run the set-up again")
    ended = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if ended.returncode:
        raise ToolFault(f"{tool}: {(ended.stderr or ended.stdout).strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
