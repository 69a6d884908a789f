"""The typefaces that come with the program have every letter of every language, on screens and on paper."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import AT_RECEPTION, labels_of
from cdm_kiosk.packs import questions
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.printing.layout import TRIAL, Press, Text, lay_out
from cdm_kiosk.printing.letters import plain
from cdm_kiosk.printing.qr import qr_matrix
from cdm_kiosk.station import station
from installer.translations import CATALOGUES, ROOT


def catalogues() -> list[Path]:
    return sorted(path for path in (ROOT / CATALOGUES).rglob("*") if path.suffix in (".ts", ".po"))


def texts(catalogue: Path) -> Iterator[str]:
    """Sources and translations."""
    if catalogue.suffix == ".po":
        with catalogue.open("rb") as file:
            for message in read_po(file):
                for said in (message.id, message.string or ""):
                    yield from [said] if isinstance(said, str) else said
        return
    for entry in Xml.parse(catalogue).iter("message"):
        for element in entry.iter():
            if element.tag != "comment":
                yield element.text or ""


@cache
def letters(face: Path) -> frozenset[int]:
    return frozenset(TTFont(face).getBestCmap())


def missing(text: str) -> dict[str, list[str]]:
    """What the face that would draw a line of ``text`` on paper lacks, in either weight."""
    faces = station.faces()
    return {
        face.name: lacking
        for line in text.split("\n")
        for face in (faces.of(line, bold=False), faces.of(line, bold=True))
        if (lacking := [f"{letter} U+{ord(letter):04X}" for letter in line if ord(letter) not in letters(face)])
    }


@pytest.mark.parametrize("catalogue", catalogues(), ids=lambda path: path.relative_to(ROOT / CATALOGUES).as_posix())
def test_every_letter_of_a_catalogue_can_be_drawn(catalogue: Path) -> None:
    faults = {text: found for text in texts(catalogue) if (found := missing(text))}
    assert faults == {}


@pytest.mark.parametrize("site", sorted((ROOT / "resources" / "sites").glob("*.toml")), ids=lambda path: path.stem)
def test_every_letter_of_a_ready_made_site_can_be_drawn(site: Path) -> None:
    read = read_site(site)
    labels = [text for _, told in labels_of(read) for text in told.values()]
    places = [read.name, *read.tagline.values(), *(counter.label for counter in read.counters)]
    assert {text: found for text in (*labels, *places) if (found := missing(text))} == {}


@pytest.mark.parametrize("language", NAMES)
def test_the_programs_own_words_for_a_site_are_in_every_language(language: str) -> None:
    words = [AT_RECEPTION.label[language], NAMES[language], *questions.FIRST_WORDS[language]]
    assert all(words)
    assert [found for word in words if (found := missing(word))] == []


def test_a_letter_that_no_face_has_is_told() -> None:
    assert missing("ሰላም") != {}


SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000\ufeff"
DASHES = "\u2010\u2011\u2012\u2015\u2212"


@pytest.mark.parametrize("letter", SPACES + DASHES, ids=lambda letter: f"U+{ord(letter):04X}")
@pytest.mark.parametrize("word", ["accueil", "приймальня", "الاستقبال"])
def test_typographic_spaces_and_dashes_are_no_empty_boxes_on_paper(word: str, letter: str) -> None:
    assert missing(plain(f"{word}{letter}{word}")) == {}


def test_a_ticket_is_laid_out_in_letters_that_the_paper_has() -> None:
    said = "10\u202fh\u202f30 \u2011 11\u2009h"
    paper = replace(TRIAL, where=(said,), site_name=said, date_text=said, theme=said, follow_text=said)
    press = Press(lambda text, cap, bold: len(text) * 0.1, lambda digits, height: 1.0, qr_matrix, lambda png: 1.0)
    texts = [line for block in lay_out(paper, press).blocks if isinstance(block, Text) for line in block.lines]
    assert sum("10\u00a0h\u00a030 - 11 h" in line for line in texts) == 5
    assert not any("\u202f" in line for line in texts)
