"""Paper is printed beside the screen, one ticket after the other, and takes nothing from the rest of the kiosk."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from pytestqt.qtbot import QtBot

from cdm_kiosk.apps.paper_desk import PaperDesk
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.printing.printers import PrinterFault
from tests.tools.fake_hub import dispose


def paper(number: int) -> TicketPaper:
    return TicketPaper("Cité", number, "Votre numéro", ("ici",), "lundi", f"http://hub/t/{number}", "", "", None)


class Drawer:
    """A printer that puts tickets in a drawer, and jams on one number."""

    def __init__(self, jams_on: int = -1) -> None:
        self.tickets: list[int] = []
        self.jams_on = jams_on

    def print_ticket(self, paper: TicketPaper) -> None:
        if paper.number == self.jams_on:
            raise PrinterFault("printer_interrupted", "jammed")
        self.tickets.append(paper.number)

    def warm_up(self) -> None:
        pass


def test_each_paper_is_told_of_by_its_own_address(qtbot: QtBot) -> None:
    desk = PaperDesk(Drawer(jams_on=2))
    told: list[tuple[str, str]] = []
    desk.came.connect(lambda url: told.append(("came", url)))
    desk.failed.connect(lambda url: told.append(("failed", url)))
    for number in (1, 2, 3):
        desk.print_ticket(paper(number))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [("came", "http://hub/t/1"), ("failed", "http://hub/t/2"), ("came", "http://hub/t/3")]
    desk.close()
    dispose(desk)


def test_closing_waits_for_the_ticket_that_is_on_its_way(qapp: object) -> None:
    drawer = Drawer()
    desk = PaperDesk(drawer)
    for number in range(20):
        desk.print_ticket(paper(number))
    desk.close()
    assert drawer.tickets == list(range(20))
    dispose(desk)


def test_a_network_reply_is_never_taken_for_a_print_job_that_is_over(qtbot: QtBot) -> None:
    # Qt for Python once kept the jobs' wrappers by address: a reply at the same address came out as a dead job,
    # and the kiosk that asked for a number never heard the answer.
    drawer = Drawer()
    desk = PaperDesk(drawer)
    network = QNetworkAccessManager()
    nowhere = QNetworkRequest(QUrl("http://127.0.0.1:9/"))
    for number in range(300):
        desk.print_ticket(paper(number))
        qtbot.waitUntil(lambda expected=number: drawer.tickets[-1:] == [expected])  # type: ignore[misc]
        replies = [network.get(nowhere) for _ in range(3)]
        assert all(isinstance(reply, QNetworkReply) for reply in replies)
        for reply in replies:
            reply.deleteLater()
    desk.close()
    dispose(network, desk)
