"""What reception hears of the machines that visitors meet: who listens, who went away, whose paper failed."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from tests.contract.listening import Listener, listen
from tests.tools.hub import RunningHub, ask

SHOWN_WITHIN_S = 15.0


def told(feed: Listener, **wanted: object) -> dict[str, Any]:
    """The next list in which one station is as ``wanted``."""

    def among(content: dict[str, Any]) -> bool:
        return any(wanted.items() <= each.items() for each in content["seen"])

    content = feed.told("stations", among).content
    found: dict[str, Any] = next(each for each in content["seen"] if wanted.items() <= each.items())
    return found


def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid4().hex}


def say_alive(hub: RunningHub, name: str) -> None:
    role = "display" if name.startswith("Écran") else "kiosk"
    assert ask("POST", f"{hub.api}/stations/{quote(name)}/alive", role=role).status_code == 200


def test_a_kiosk_that_is_cut_off_is_told_to_reception_before_anybody_asks(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    with listen(events, role="reception", station="Accueil") as reception:
        with listen(events, role="kiosk", station="Borne 1") as kiosk:
            next(kiosk)
            say_alive(hub, "Borne 1")
            assert told(reception, name="Borne 1")["away_since"] is None
            cut = time.monotonic()
        gone = told(reception, name="Borne 1", role="kiosk")
        while gone["away_since"] is None:
            gone = told(reception, name="Borne 1", role="kiosk")
        assert time.monotonic() - cut < SHOWN_WITHIN_S


def test_a_station_that_comes_back_is_missed_no_more(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    with listen(events) as reception:
        with listen(events, role="display", station="Écran Atrium") as display:
            next(display)
            say_alive(hub, "Écran Atrium")
            told(reception, name="Écran Atrium", away_since=None)
        gone = told(reception, name="Écran Atrium")
        while gone["away_since"] is None:
            gone = told(reception, name="Écran Atrium")
        with listen(events, role="display", station="Écran Atrium") as display:
            next(display)
            told(reception, name="Écran Atrium", away_since=None)


def test_a_name_that_only_listened_goes_with_its_line(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    with listen(events) as reception:
        with listen(events, role="kiosk", station="Stranger") as stranger:
            next(stranger)
            told(reception, name="Stranger")
        reception.told("stations", lambda content: "Stranger" not in [each["name"] for each in content["seen"]])


def test_a_kiosk_says_how_its_paper_is(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    paper = f"{hub.api}/stations/Borne%201/paper"
    with listen(events) as reception, listen(events, role="kiosk", station="Borne 1") as kiosk:
        next(kiosk)
        assert ask("PUT", paper, key(), json={"state": "paper_out"}).status_code == 200
        told(reception, name="Borne 1", paper="paper_out")
        assert ask("PUT", paper, key(), json={"state": "ready"}).status_code == 200
        told(reception, name="Borne 1", paper="ready")


def test_a_kiosk_fetches_once_what_reception_asks_it_to_print(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    ticket = hub.issue("emploi", language="es")
    again, key = f"{hub.api}/tickets/{ticket['id']}/print", {"Idempotency-Key": "once"}
    with listen(events, role="kiosk", station="Borne 1") as kiosk:
        next(kiosk)
        for _ in range(2):
            assert ask("POST", again, json={"station": "Borne 1"}, headers=key).status_code == 202
        kiosk.told("errands", lambda content: content["stations"] == ["Borne 1"])
        fetch = f"{hub.api}/stations/Borne%201/errands/fetch"
        (errand,) = ask("POST", fetch, headers=key).json()["errands"]
        assert (errand["kind"], errand["language"]) == ("ticket", "es")
        assert errand["ticket"]["follow_url"] == ticket["follow_url"]
        assert ask("POST", again, json={"station": "Borne 1"}, headers=key).status_code == 202
        assert ask("POST", fetch, headers=key).json()["errands"] == []


def test_a_page_in_a_browser_cannot_take_what_a_kiosk_is_asked_to_print(hub: RunningHub) -> None:
    fetch = f"{hub.api}/stations/Borne%201/errands/fetch"
    assert ask("POST", fetch).json()["code"] == "key_missing"


def test_what_cannot_be_printed_is_refused_at_once(hub: RunningHub) -> None:
    ticket = hub.issue("emploi")
    again = f"/tickets/{ticket['id']}/print"
    assert hub.post(again, {"station": "Borne 9"}).json()["code"] == "unknown_station"
    hub.post(f"/tickets/{ticket['id']}/withdraw")
    assert hub.post(again, {"station": "Borne 9"}).json()["code"] == "ticket_over"
    assert hub.post("/tickets/nobody/print", {"station": "Borne 9"}).json()["code"] == "unknown_ticket"


def test_only_administration_chooses_a_printer(hub: RunningHub) -> None:
    for what, body in (("printer", {"printer": "none"}), ("trial", None)):
        # Which of the two depends on whether another test of this house chose a PIN before.
        assert hub.post(f"/admin/stations/Borne/{what}", body).json()["code"] in {"no_pin", "pin_needed"}


def test_an_advisors_window_that_nobody_paired_is_not_among_the_stations(hub: RunningHub) -> None:
    events = f"{hub.api}/events"
    with (
        listen(events, role="advisor", station="Table 4") as advisor,
        listen(events, role="kiosk", station="Borne 1") as kiosk,
    ):
        next(kiosk)
        # The day before this test's own may still tell that its stations went.
        advisor.told("stations", lambda content: [each["name"] for each in content["seen"]] == ["Borne 1"])


def test_a_name_that_cannot_be_shown_is_refused(hub: RunningHub) -> None:
    for name in ("x" * 41, "a\nb", "\u202eBorne"):
        answer = ask("GET", f"{hub.api}/events", {"Cdm-Station": quote(name)}, role="kiosk")
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_station_name")
        assert answer.json()["field"] == "Cdm-Station"


def test_the_paper_of_a_kiosk_that_nobody_saw_is_refused(hub: RunningHub) -> None:
    answer = ask("PUT", f"{hub.api}/stations/Borne%209/paper", key(), json={"state": "ready"})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_station")
    answer = ask("PUT", f"{hub.api}/stations/Borne%209/paper", key(), json={"state": "on fire"})
    assert answer.status_code == 422
