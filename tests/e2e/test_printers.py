"""The printer commands as people type them, at a simulated printer on a real socket."""

from pathlib import Path

import pytest

from cdm_kiosk.printing import cups, here
from tests.tools.command import typed
from tests.tools.paper import FakeTcpPrinter

CHECKOUT = Path(__file__).parents[2]


def test_a_trial_ticket_comes_out_and_the_command_says_so() -> None:
    with FakeTcpPrinter() as printer:
        printer.near_end = True
        assert typed("printer", "test", "--printer", printer.url) == (
            0,
            "The ticket went through. The roll is near its end.\n",
        )
        assert len(printer.papers) == 1


def test_a_trial_on_an_empty_printer_says_that_nothing_was_printed() -> None:
    with FakeTcpPrinter() as printer:
        printer.paper_out = True
        code, said = typed("printer", "test", "--printer", printer.url)
    assert (code, said) == (1, "The printer has no paper.\nNothing was printed.\n")


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [("near_end", 0, "near its end"), ("cover_open", 1, "cover is open"), ("is_silent", 1, "?mute")],
)
def test_a_printer_is_asked_how_it_is(fault: str, code: int, sentence: str) -> None:
    with FakeTcpPrinter() as printer:
        setattr(printer, fault, True)
        left, said = typed("printer", "status", "--printer", printer.url)
    assert left == code
    assert sentence in said


def test_a_printer_written_wrongly_is_one_calm_sentence() -> None:
    code, said = typed("printer", "status", "--printer", "tcp:nowhere")
    assert code == 2
    assert said.startswith('printer "tcp:nowhere": expected tcp://HOST:PORT')


def test_what_could_print_here_is_listed() -> None:
    code, said = typed("printer", "list")
    assert code == 0
    assert said


def test_a_queue_is_found_by_its_whole_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here.sys, "platform", "linux")
    monkeypatch.setattr(cups, "queue_names", lambda: ["Tickets du hall"])
    assert here.printers_here()[-1][0] == "queue:Tickets du hall"
