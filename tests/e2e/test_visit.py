"""One visit from the touch to the interview, through the real hub, windows, printer bytes and a phone's browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
import zxingcpp
from playwright.sync_api import Browser, expect
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cdm_kiosk.apps.advisor import AdvisorStation
from cdm_kiosk.apps.display import DisplayStation
from cdm_kiosk.apps.kiosk import KioskStation
from cdm_kiosk.apps.reception import ReceptionStation
from cdm_kiosk.options import DisplayOptions, KioskOptions
from cdm_kiosk.printing import here
from cdm_kiosk.station import station
from cdm_kiosk.station.station import StationWindow
from cdm_kiosk.viewmodels.reception.rows import Action
from tests.tools.hub import RunningHub
from tests.tools.paper import FakeTcpPrinter, read_papers
from tests.tools.windows import calls_of, key, ready, shown, touch, wait_until

S = TypeVar("S", bound=StationWindow)


class Floor:
    """The stations of one test, closed in order at its end."""

    def __init__(self, hub: RunningHub) -> None:
        self.hub = hub
        self.stations: list[StationWindow] = []

    def kiosk(self, printer: str = "none") -> KioskStation:
        opened = KioskStation(KioskOptions(printer=printer, windowed=True), self.hub.membership("kiosk"))
        return self._open(opened, 540, 960)

    def display(self, announce_ms: int = 200) -> DisplayStation:
        return self._open(DisplayStation(DisplayOptions(), self.hub.membership("display"), announce_ms), 960, 540)

    def advisor(self, counter: str) -> AdvisorStation:
        return self._open(AdvisorStation(self.hub.membership("advisor"), counter), 360, 640)

    def reception(self) -> ReceptionStation:
        return self._open(ReceptionStation(self.hub.membership("reception")), 1280, 800)

    def _open(self, opened: S, width: int, height: int) -> S:
        opened.window.resize(width, height)
        opened.start()
        self.stations.append(opened)
        wait_until(lambda: opened.client.connected, f"{type(opened).__name__} to be connected")
        return opened


@pytest.fixture
def floor(hub: RunningHub, qapp: object) -> Iterator[Floor]:
    station.application("test")
    opened = Floor(hub)
    yield opened
    for each in opened.stations:
        each.close()


def test_a_visitor_takes_a_number_an_advisor_calls_it_and_every_screen_and_the_phone_follow(
    floor: Floor, browser: Browser, qtbot: QtBot
) -> None:
    with FakeTcpPrinter() as printer:
        kiosk = floor.kiosk(printer.url)
        display = floor.display()
        advisor = floor.advisor("2")

        touch(kiosk.window, "theme-emploi")
        touch(kiosk.window, "takeTicket")
        wait_until(lambda: kiosk.view_model.page == "ticket", "the ticket")
        assert shown(kiosk.window, "ticketNumber") is not None
        touch(kiosk.window, "printTicket")
        wait_until(lambda: kiosk.view_model.printState == "printed", "the paper")
        printer.wait_for_jobs(1)
        (paper,) = read_papers(printer.jobs[0])

    (code,) = zxingcpp.read_barcodes(paper)
    assert code.text == kiosk.view_model.followUrl
    phone = browser.new_page()
    answer = phone.goto(code.text)
    assert answer is not None
    assert answer.status == 200
    expect(phone.locator("#number")).to_have_text("1")
    expect(phone.locator("#wait")).to_have_text(re.compile("Sans attente|Attente prévue"))
    expect(phone.locator("#said")).to_be_empty()
    reloads: list[str] = []
    phone.on("framenavigated", lambda frame: reloads.append(frame.url))

    wait_until(lambda: advisor.view_model.waiting == 1, "the advisor to see one person waiting")
    ready(advisor.window, "primaryAction")
    key(advisor.window, Qt.Key.Key_F2)
    wait_until(lambda: calls_of(display.view_model).number == "1", "the number on the display")
    assert calls_of(display.view_model).place == "Table 2"
    number, place = shown(display.window, "currentNumber"), shown(display.window, "currentPlace")
    assert number is not None
    assert number.property("text") == "1"
    assert place is not None
    assert place.property("text") == "Table 2"
    expect(phone.locator("#place")).to_have_text("Table 2")
    expect(phone.locator("#said")).to_have_text("C’est à vous ! Table 2 On vous attend.")
    assert phone.title() == "1 → Table 2"
    assert phone.locator("body").get_attribute("data-state") == "called"

    wait_until(lambda: advisor.view_model.stage == "called", "the advisor to see the call")
    touch(advisor.window, "primaryAction")
    wait_until(lambda: advisor.view_model.stage == "receiving", "the interview")
    expect(phone.locator("body")).to_have_attribute("data-state", "in_interview")
    touch(advisor.window, "primaryAction")
    wait_until(lambda: advisor.view_model.stage == "free", "the table to be free again")
    expect(phone.locator("body")).to_have_attribute("data-state", "done")
    assert reloads == []


def test_a_double_tap_is_one_ticket(floor: Floor) -> None:
    kiosk = floor.kiosk()
    touch(kiosk.window, "theme-formation")
    touch(kiosk.window, "takeTicket")
    kiosk.view_model.takeTicket()
    kiosk.view_model.takeTicket()
    wait_until(lambda: kiosk.view_model.page == "ticket", "the ticket")
    kiosk.view_model.takeTicket()
    assert [ticket["number"] for ticket in floor.hub.state()["tickets"]] == [1]


def test_two_calls_at_the_same_moment_are_both_announced_one_after_the_other(floor: Floor) -> None:
    display = floor.display(announce_ms=300)
    announced: list[str] = []
    display.view_model.chimed.connect(lambda: announced.append("chime"))
    calls = calls_of(display.view_model)
    calls.numberChanged.connect(lambda: announced.append(str(calls.number)))
    floor.hub.issue("emploi")
    floor.hub.issue("creation")
    for counter in ("2", "3"):
        assert floor.hub.post(f"/counters/{counter}/call-next").status_code == 200
    wait_until(lambda: calls_of(display.view_model).number == "2", "the second call")
    # The second chime waits for the end of the first.
    wait_until(lambda: announced.count("chime") == 2, "the second chime")
    assert [each for each in announced if each != "chime"] == ["1", "2"]
    assert announced[-1] == "chime"
    assert [row.number for row in calls.calls.rows] == ["1"]


def test_a_ticket_given_at_reception_is_called_at_an_advisors_table(floor: Floor) -> None:
    reception = floor.reception()
    advisor = floor.advisor("3")
    touch(reception.window, "newTicket")
    touch(reception.window, "issue-creation")
    wait_until(lambda: reception.view_model.lastNumber == "1", "the number given in person")
    wait_until(lambda: advisor.view_model.waiting == 1, "the advisor to see it")
    touch(advisor.window, "primaryAction")
    wait_until(lambda: advisor.view_model.number == "1", "the call")
    touch(advisor.window, "noShow")
    wait_until(lambda: [row.state for row in reception.view_model.tickets.rows] == ["absent"], "the absence")
    reception.view_model.pick(reception.view_model.tickets.rows[0].ticket_id)
    reception.view_model.act(Action.BACK)
    wait_until(lambda: advisor.view_model.waiting == 1, "the visitor to be in line again")


def test_stations_tell_that_the_hub_is_gone_and_go_on_by_themselves_when_it_is_back(floor: Floor) -> None:
    kiosk, display, advisor = floor.kiosk(), floor.display(), floor.advisor("2")
    floor.hub.issue("emploi")
    wait_until(lambda: advisor.view_model.waiting == 1, "the first ticket")
    floor.hub.kill()
    wait_until(lambda: kiosk.view_model.page == "offline", "the kiosk to say so", 15_000)
    wait_until(lambda: not display.view_model.connected, "the display to say so", 15_000)
    floor.hub.start()
    floor.hub.issue("emploi")
    wait_until(lambda: kiosk.view_model.page == "themes", "the kiosk to be back")
    wait_until(lambda: advisor.view_model.waiting == 2, "the advisor to see both")
    assert floor.hub.post("/counters/2/call-next").json()["ticket"]["number"] == 1
    wait_until(lambda: calls_of(display.view_model).number == "1", "the display to show the call")


def test_a_printer_that_fails_leaves_the_number_on_the_screen(floor: Floor) -> None:
    with FakeTcpPrinter(hang_up_after=2_000) as printer:
        kiosk = floor.kiosk(printer.url)
        touch(kiosk.window, "theme-emploi")
        touch(kiosk.window, "takeTicket")
        touch(kiosk.window, "printTicket")
        wait_until(lambda: kiosk.view_model.printState == "failed", "the failure to be said")
    assert kiosk.view_model.page == "ticket"
    assert kiosk.view_model.ticketNumber == "1"
    touch(kiosk.window, "finish")
    assert kiosk.view_model.page == "themes"
    assert [ticket["state"] for ticket in floor.hub.state()["tickets"]] == ["waiting"]


def test_a_kiosk_whose_printer_is_away_offers_no_paper(floor: Floor) -> None:
    with FakeTcpPrinter(refuses=True) as printer:
        kiosk = floor.kiosk(printer.url)
        wait_until(lambda: kiosk.view_model.paper == "missing", "the printer to be missed")
        touch(kiosk.window, "theme-emploi")
        touch(kiosk.window, "takeTicket")
        touch(kiosk.window, "finish")


def test_reception_has_a_ticket_printed_once_more_at_the_kiosk(
    floor: Floor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    issued = floor.hub.issue("emploi", language="en")
    with FakeTcpPrinter() as printer:
        floor.kiosk(printer.url)
        reception = floor.reception()
        wait_until(lambda: [row.number for row in reception.view_model.tickets.rows] == ["1"], "the ticket")
        reception.view_model.pick(issued["id"])
        wait_until(lambda: reception.view_model.offers(Action.PRINT), "the kiosk's printer to be there")
        reception.view_model.act(Action.PRINT, "Borne 1")
        wait_until(lambda: len(printer.papers) == 1, "the paper")
        assert [code.text for code in zxingcpp.read_barcodes(printer.papers[0])] == [issued["follow_url"]]
        wait_until(lambda: floor.hub.state()["tickets"][0]["paper_came"] is True, "reception to know")


def test_administration_chooses_a_kiosks_printer_and_tries_it(
    floor: Floor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with FakeTcpPrinter() as printer:
        kiosk = floor.kiosk()
        reception = floor.reception()
        administration = reception.administration
        administration.open()
        wait_until(lambda: administration.door.stage == "choose_pin", "the door")
        for _ in range(2):
            administration.door.enterPin("1357")
        wait_until(lambda: administration.door.stage == "editing", "the settings")
        printers = administration.printers
        wait_until(lambda: (printers.kiosk, printers.isThere) == ("Borne 1", True), "the kiosk to be seen")
        assert not printers.canTry
        printers.type("tcp:nowhere")
        assert printers.fault
        printers.use(printer.url)
        wait_until(lambda: kiosk.view_model.paper == "ready", "the kiosk to have paper")
        wait_until(lambda: printers.canTry, "administration to know")
        printers.tryOut()
        wait_until(lambda: "est sorti" in printers.trialText, "the trial")
        assert len(printer.papers) == 1
        assert [code.text for code in zxingcpp.read_barcodes(printer.papers[0])] == ["essai"]
        floor.stations.remove(kiosk)
        kiosk.close()
        again = floor.kiosk()
        wait_until(lambda: again.view_model.paper == "ready", "the choice to have been kept")


def test_a_kiosk_tells_of_its_paper_however_many_printers_its_machine_has(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(f"queue:Salle {number}", "") for number in range(40)]
    monkeypatch.setattr(here, "printers_here", lambda: found)
    floor.kiosk()
    printers = floor.reception().administration.printers
    wait_until(lambda: "queue:Salle 31" in [row.printer for row in printers.choices.rows], "its printers")


def test_a_number_without_paper_that_nobody_kept_is_called_by_nobody(floor: Floor) -> None:
    with FakeTcpPrinter(hang_up_after=2_000) as printer:
        kiosk = floor.kiosk(printer.url)
        touch(kiosk.window, "theme-emploi")
        touch(kiosk.window, "takeTicket")
        touch(kiosk.window, "printTicket")
        wait_until(lambda: kiosk.view_model.printState == "failed", "the failure to be said")
        while kiosk.view_model.page == "ticket":
            kiosk.view_model.tick()
    wait_until(
        lambda: [ticket["state"] for ticket in floor.hub.state()["tickets"]] == ["withdrawn"], "the line to be true"
    )


def test_the_next_visitor_finds_nothing_of_the_one_before(floor: Floor) -> None:
    kiosk = floor.kiosk()
    touch(kiosk.window, "language-es")
    touch(kiosk.window, "theme-emploi")
    touch(kiosk.window, "takeTicket")
    wait_until(lambda: kiosk.view_model.page == "ticket", "the ticket")
    assert floor.hub.state()["tickets"][0]["language"] == "es"
    while kiosk.view_model.page == "ticket":
        kiosk.view_model.tick()
    assert kiosk.view_model.page == "themes"
    assert kiosk.view_model.language == "fr"
    assert kiosk.view_model.ticketNumber == ""
    assert kiosk.view_model.ticketQr == ""
    assert kiosk.view_model.followUrl == ""


def test_the_ticket_page_is_right_without_javascript(hub: RunningHub, browser: Browser) -> None:
    issued = hub.issue("emploi", language="en")
    context = browser.new_context(java_script_enabled=False)
    phone = context.new_page()
    phone.goto(issued["follow_url"])
    expect(phone.locator("#headline")).to_have_text("You are next.")
    hub.post("/counters/2/call-next")
    phone.goto(issued["follow_url"])
    expect(phone.locator("#place")).to_have_text("Table 2")
    assert context.cookies() == []
    assert httpx.get(f"{hub.pages_url}/t/guessed").status_code == 404
