"""The ticket in the administration: what is chosen, and the paper that follows at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.administration import AdministrationViewModel
from cdm_kiosk.viewmodels.administration.ticket import TicketViewModel
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from tests.tools.fake_hub import NOW, PIN, AdministeredHub, dispose
from tests.tools.tickets import in_words


@dataclass
class Desk:
    """An administration whose drawings are kept."""

    hub: AdministeredHub
    vm: AdministrationViewModel = field(init=False)
    drawn: list[tuple[TicketPaper, float]] = field(default_factory=list)

    @property
    def ticket(self) -> TicketViewModel:
        return self.vm.ticket

    @property
    def paper(self) -> TicketPaper:
        return self.drawn[-1][0]

    def make_paper(self, ticket: TicketFacts, logo: str) -> TicketPaper:
        return in_words(replace(ticket, logo=logo))

    def draw(self, paper: TicketPaper, width_mm: float) -> str:
        self.drawn.append((paper, width_mm))
        return f"drawn:{len(self.drawn)}"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(AdministeredHub(tmp_path))
    line = desk.hub.line("reception")
    line.start()
    desk.vm = AdministrationViewModel(
        line, line.orders, lambda name: f"file:{name}", [], desk.make_paper, desk.draw, lambda: NOW
    )
    desk.vm.open()
    desk.vm.door.enterPin(PIN)
    desk.vm.chooseSection("ticket")
    qtbot.waitUntil(lambda: desk.ticket.picture != "")
    yield desk
    dispose(desk.vm, line)


def chosen(desk: Desk) -> dict[str, bool]:
    return {row.line_key: row.chosen for row in cast(Any, desk.ticket.lines).rows}


def test_the_lines_begin_as_they_are_usual_and_number_and_place_are_no_choice(desk: Desk) -> None:
    lines = chosen(desk)
    assert lines.pop("ticket.theme") is False
    assert lines.pop("ticket.logo") is False
    assert set(lines) == {f"ticket.{name}" for name in ("welcome", "band", "come_back", "code", "date")}
    assert all(lines.values())


def test_the_paper_follows_what_is_chosen_and_typed(desk: Desk, qtbot: QtBot) -> None:
    before = desk.ticket.picture
    assert desk.paper.theme == ""
    desk.vm.setTruth("ticket.theme", True)
    qtbot.waitUntil(lambda: desk.ticket.picture != before)
    assert chosen(desk)["ticket.theme"]
    assert desk.paper.theme == "Choisir mon orientation"
    for at in range(1, len("Entrez.") + 1):
        desk.vm.setText("ticket.words.fr", "Entrez."[:at])
        qtbot.waitUntil(lambda at=at: desk.paper.welcome == "Entrez."[:at])  # type: ignore[misc]
    assert "Entrez." in desk.ticket.said.splitlines()
    desk.vm.setTruth("ticket.welcome", False)
    qtbot.waitUntil(lambda: desk.paper.welcome == "")


def test_the_paper_is_shown_in_another_language_size_and_width(desk: Desk, qtbot: QtBot) -> None:
    assert desk.drawn[-1][1] == 72
    desk.ticket.chooseRoll(58)
    assert desk.drawn[-1][1] == 48
    desk.ticket.chooseLanguage("en")
    assert (desk.paper.number_heading, desk.paper.number_heading_beneath) == ("Your number", "Votre numéro")
    desk.ticket.setLarge(True)
    assert desk.paper.large
    assert (desk.ticket.rollMm, desk.ticket.language, desk.ticket.large) == (58, "en", True)
    desk.vm.setLanguage("en", False)
    qtbot.waitUntil(lambda: not desk.paper.is_bilingual)
    assert desk.ticket.language == "fr"


def test_a_draft_that_is_no_site_leaves_the_last_paper(desk: Desk, qtbot: QtBot) -> None:
    before = desk.ticket.picture
    desk.vm.setNumber("manners.grace_min", "soon")
    desk.ticket.chooseRoll(58)
    assert desk.ticket.picture == before
    desk.vm.setNumber("manners.grace_min", "20")
    qtbot.waitUntil(lambda: desk.drawn[-1][1] == 48)


def test_nothing_is_drawn_while_nobody_looks(desk: Desk, qtbot: QtBot) -> None:
    desk.vm.chooseSection("look")
    qtbot.wait(0)
    count = len(desk.drawn)
    desk.vm.setText("name", "Maison des métiers")
    desk.vm.chooseSection("ticket")
    qtbot.waitUntil(lambda: desk.paper.site_name == "Maison des métiers")
    assert len(desk.drawn) == count + 1


def test_the_logo_is_the_sites_where_it_has_one(desk: Desk, qtbot: QtBot) -> None:
    desk.vm.setTruth("ticket.logo", True)
    qtbot.waitUntil(lambda: chosen(desk)["ticket.logo"])
    assert desk.paper.logo == ""
    told = {row.line_key: row.sentence for row in cast(Any, desk.ticket.lines).rows}
    qtbot.waitUntil(lambda: any("pas encore de logo" in row.sentence for row in cast(Any, desk.ticket.lines).rows))
    assert "pas encore de logo" not in told["ticket.theme"]
    desk.vm.setOptional("logo", "cite")
    qtbot.waitUntil(lambda: desk.paper.logo == "file:cite")


def test_what_was_chosen_is_saved_with_the_site(desk: Desk, qtbot: QtBot) -> None:
    desk.vm.setTruth("ticket.date", False)
    desk.vm.setText("ticket.words.fr", "Entrez.")
    qtbot.waitUntil(lambda: bool(desk.vm.draft.canSave))
    desk.vm.draft.save()
    assert desk.hub.content["ticket"] == {"date": False, "words": {"fr": "Entrez."}}
    desk.vm.setText("ticket.words.fr", "")
    qtbot.waitUntil(lambda: bool(desk.vm.draft.canSave))
    assert drafts.value_at(desk.vm.draft.content, "ticket.words") == {}
