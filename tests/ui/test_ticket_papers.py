"""The kiosk's papers as its composition root makes them: catalogues of every language, and the site's own logo."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from cdm_kiosk import paths
from cdm_kiosk.apps.kiosk import PaperMaker
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.domain.site import Site, TicketLook
from cdm_kiosk.station.paper_pictures import PaperPictures
from cdm_kiosk.station.translations import Catalogues
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from tests.tools.fake_hub import NOW, FakeHub, dispose

PICTOGRAM = paths.RESOURCES / "pictograms" / "emploi.svg"


def address_of(file: Path) -> str:
    return QUrl.fromLocalFile(str(file)).toString()


def opened(picture: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(picture)))


@pytest.fixture
def pictures(qtbot: QtBot) -> Iterator[PaperPictures]:
    pictures = PaperPictures()
    yield pictures
    pictures.deleteLater()


def test_a_drawing_comes_as_large_as_paper_shows_it(qtbot: QtBot, pictures: PaperPictures) -> None:
    with qtbot.waitSignal(pictures.came):
        assert pictures.at(address_of(PICTOGRAM)) == ""
    image = opened(pictures.at(address_of(PICTOGRAM)))
    assert image.format == "PNG"
    assert max(image.size) >= 360


def test_a_picture_that_is_not_there_is_asked_for_again(
    qtbot: QtBot, pictures: PaperPictures, tmp_path: Path
) -> None:
    address = address_of(tmp_path / "logo.png")
    assert pictures.at(address) == ""
    qtbot.waitUntil(lambda: not pictures._asked)
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "logo.png")
    with qtbot.waitSignal(pictures.came):
        assert pictures.at(address) == ""
    width, height = opened(pictures.at(address)).size
    assert (width, height) == (720, 360)


def test_what_is_no_picture_leaves_the_paper_without_one(
    qtbot: QtBot, pictures: PaperPictures, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_text("no picture")
    address = address_of(tmp_path / "logo.png")
    assert pictures.at(address) == ""
    qtbot.waitUntil(lambda: not pictures._asked)
    assert pictures.at(address) == ""
    qtbot.waitUntil(lambda: not pictures._asked)


@pytest.mark.parametrize("wanted", [True, False])
def test_the_kiosk_has_the_logo_ready_before_the_first_ticket(qtbot: QtBot, site: Site, wanted: bool) -> None:
    house = replace(site, logo="emploi", ticket=TicketLook(logo=wanted))
    hub = FakeHub(house)
    line = hub.line("kiosk")
    mirror = KioskMirror(line)
    asked: list[str] = []

    def picture_url(name: str) -> str:
        asked.append(name)
        return address_of(PICTOGRAM)

    maker = PaperMaker(mirror, picture_url)
    line.start()
    assert set(asked) == ({"emploi"} if wanted else set())

    def paper(language: str) -> Any:
        zone = house.zones[0].id
        return maker.paper(TicketFacts(house, 42, "emploi", zone, None, None, "http://hub/t/1", language, NOW))

    if wanted:
        qtbot.waitUntil(lambda: bool(paper("fr").logo))
    assert bool(paper("fr").logo) is wanted
    assert (paper("de").number_heading, paper("de").number_heading_beneath) == ("Ihre Nummer", "Votre numéro")
    dispose(mirror, line)


def test_a_text_that_has_no_translation_stays_french() -> None:
    say = Catalogues("kiosk").say
    assert say("en")("KioskViewModel", "Votre numéro") == "Your number"
    assert say("en")("KioskViewModel", "Un texte tout neuf") == "Un texte tout neuf"
    assert say("xx")("KioskViewModel", "Votre numéro") == "Votre numéro"
