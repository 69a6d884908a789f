"""Kiosk, display, reception and advisor in one `cdm-kiosk run`: each of the four does by keyboard what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import uuid4

import pytest

from cdm_kiosk.station.supervisor import free_port
from tests.tools.assistive import AssistiveSession, Seen, lacking
from tests.tools.hub import DEMO_SITE, ask, grants_for

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "nothing lacks")

KIOSK, DISPLAY, RECEPTION, ADVISOR = range(4)
"""Where each stands among the windows of the process."""
FOR_THE_DESK = {"theme": "reception", "language": "fr"}


class FourWindows:
    """One process with the four windows; keys go to the window that was taken last."""

    def __init__(self, session: AssistiveSession, pid: int, api: str) -> None:
        self._session = session
        self._pid = pid
        self.api = api
        self._window = KIOSK

    def take(self, window: int, heading: str) -> None:
        """Touch a window's heading, where nothing is to be pressed: it has the keyboard then."""
        seen = self._session.wait(self._pid, lambda seen: seen.named(heading), heading, window)
        place = seen.named(heading)
        assert place is not None
        x, y, width, height = place.box
        self._session.touch((x + width // 2, y + height // 2))
        self._session.wait(self._pid, lambda seen: "active" in seen.children[0].states, "the active window", window)
        self._window = window

    def press(self, key: str, condition: Callable[[Seen], object]) -> Seen:
        """Press a key until the window that was taken last shows what follows."""
        return self._session.type(self._pid, self._window, key, condition)

    def press_down_to(self, control: str) -> None:
        """Go from one control to the next until this one has the focus."""
        for _ in range(20):
            before = self._focused()
            if before.startswith(control):
                return
            self.press("Down", partial(_has_moved_on, before))
        raise AssertionError(f"the arrow never came to {control}")

    def shows(self, window: int, condition: Callable[[Seen], object], what: str) -> Seen:
        return self._session.wait(self._pid, condition, what, window)

    def recalls_of(self, number: int) -> int:
        """How often a number was called again, as the hub tells it."""
        state = ask("GET", f"{self.api}/state?audience=staff").raise_for_status().json()
        tickets = state["tickets"]
        (recalls,) = [each["recalls"] for each in tickets if each["number"] == number]
        return int(recalls)

    def _focused(self) -> str:
        seen = self._session.look(self._pid, self._window)
        return "" if seen is None else _focus(seen)


def _has_moved_on(before: str, seen: Seen) -> bool:
    return _focus(seen) not in ("", before)


def _focus(seen: Seen) -> str:
    """The name of the control that has the keyboard: a dialog around it is told to have it, too."""
    focused = [each.name for each in seen.showing() if "focused" in each.states]
    return focused[-1] if focused else ""


def named(*names: str) -> Callable[[Seen], object]:
    """Whether all of this is on the screen, each by how its name begins, numbers whole."""
    return lambda seen: all(
        any(each.name == name if name.isdigit() else each.name.startswith(name) for each in seen.showing())
        for name in names
    )


def desk(*words: str) -> Callable[[Seen], object]:
    """Whether reception's own counter says all of this."""

    def says(seen: Seen) -> bool:
        card = seen.named("À l’accueil", "panel")
        open_dialogs = [each for each in seen.showing() if each.role == "dialog"]
        return card is not None and not open_dialogs and set(words) <= set(card.name.split(", "))

    return says


@pytest.fixture
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FourWindows]:
    folder = tmp_path_factory.mktemp("house")
    port = free_port()
    ports = ("--port", str(port), "--visitors-port", "0")
    with AssistiveSession(folder) as session:
        pid = session.open(
            "run",
            *ports,
            *grants_for(port),
            "--site",
            str(DEMO_SITE),
            "--data",
            str(folder / "day"),
            "--with",
            "reception,advisor",
        )
        session.wait(pid, lambda seen: len(seen.children) == 4, "the four windows")
        session.wait(pid, named("À recevoir, 0"), "the open day", RECEPTION)
        yield FourWindows(session, pid, f"http://127.0.0.1:{port}/api/v1")


def test_a_visitor_comes_is_called_and_shown_by_keys_alone_with_all_four_windows_in_one_process(
    windows: FourWindows,
) -> None:
    # A visitor takes number 1 at the kiosk, by arrows and Enter.
    windows.take(KIOSK, "Bonjour")
    windows.press_down_to("Choisir mon orientation")
    windows.press("Return", named("Parler à un conseiller"))
    windows.press_down_to("Parler à un conseiller")
    windows.press("Return", named("Votre numéro", "1"))

    # Reception gives number 2 to somebody who wants to talk to it; 3 and 4 come in the same way.
    windows.take(RECEPTION, "Accueil")
    windows.press("N", lambda seen: seen.named("Nouveau ticket", "dialog"))
    windows.press("6", named("Numéro à dire au visiteur", "2"))
    windows.press("Return", desk("1 attend"))
    for _ in range(2):
        ask(
            "POST", f"{windows.api}/tickets", {"Idempotency-Key": uuid4().hex}, json=FOR_THE_DESK
        ).raise_for_status()
    windows.shows(RECEPTION, desk("3 attendent"), "3 and 4")

    windows.press("F2", desk("appelé à l’instant", "2"))
    windows.shows(DISPLAY, named("Numéro 2"), "the call of 2")
    windows.press("F5", lambda seen: windows.recalls_of(2))
    windows.press("F7", desk("3 attendent"))
    windows.press("F2", desk("appelé à l’instant", "2"))
    windows.press("F4", lambda seen: desk("2 attendent")(seen) and seen.named("Absents, 1"))
    windows.press("F2", desk("appelé à l’instant", "3"))
    windows.press("F2", desk("reçu à l’instant", "3"))
    windows.press("F6", lambda seen: seen.named("Passer le 3 à…", "dialog"))
    windows.press("3", desk("1 attend"))
    windows.press("F2", desk("appelé à l’instant", "4"))
    windows.press("F11", lambda seen: seen.named("Faire attendre le 4", "dialog"))
    windows.press("1", desk("personne n’attend"))
    windows.press("F8", named("Reprendre"))
    windows.press("F8", named("Pause"))
    windows.press("F9", lambda seen: seen.named("Fermer l’accueil", "dialog"))
    windows.press("Right", lambda seen: _focus(seen) == "Fin de permanence")
    windows.press("Return", named("Ouvrir l’accueil"))
    windows.press("F2", named("Appeler le suivant"))

    # The advisor at table 1 calls who came first.
    windows.take(ADVISOR, "Où recevez-vous")
    windows.press("Return", named("Table 1", "Appeler le suivant"))
    windows.press("F2", named("Vous appelez", "1"))
    windows.shows(DISPLAY, named("Numéro 1"), "the call of 1")
    windows.press("F2", named("Vous recevez", "1"))
    windows.press("F10", lambda seen: seen.named("Autres actions", "dialog"))
