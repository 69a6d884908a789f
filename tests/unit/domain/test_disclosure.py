"""Reciprocal anonymity: the public hears numbers and places, the kiosk what it can offer, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.disclosure import (
    CALLS_KEPT,
    Board,
    NumberCalled,
    Offer,
    PublicEvent,
    disclose,
    evolve_board,
    offers,
    say_aloud,
    sign,
)
from cdm_kiosk.domain.sound import Sound
from tests.unit.domain.stage import HOUSE, TODAY, Stage, open_house


def secretive_day() -> Stage:
    """A day whose tickets all carry a theme, a language, a need and a telling identity."""
    stage = open_house()
    stage.shift("1", "work", "training", "business", languages="fr en es")
    for theme in ("work", "training", "business"):
        for language in ("fr", "en", "es"):
            stage.take(theme, language, accessible=True)
    stage.receive()
    stage.call()
    stage.do(c.Recall("1"), c.MarkNoShow("1"), c.BringBack("work-2"))
    stage.do(c.Withdraw("work-3"))
    stage.receive()
    stage.do(c.CloseDay())
    return stage


def texts(value: Any) -> Iterator[str]:
    """Every key and every text in a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def public_story(stage: Stage) -> tuple[list[PublicEvent], str]:
    told = [public for event in stage.log if (public := disclose(event, stage.site)) is not None]
    board = Board()
    boards = []
    for public in told:
        board = evolve_board(board, public)
        snapshot = wire.PublicSnapshot(position=1, sign=sign(stage.site), board=board)
        boards.append(snapshot.model_dump_json())
    frames = [wire.PUBLIC_EVENT.dump_json(public).decode() for public in told]
    return told, "\n".join(frames + boards)


def test_no_theme_language_need_or_ticket_is_ever_said_in_public() -> None:
    stage = secretive_day()
    told, said = public_story(stage)
    assert any(isinstance(public, NumberCalled) for public in told)
    identities = {event.ticket for event in stage.log if isinstance(event, e.TicketIssued)}
    for line in said.splitlines():
        content = json.loads(line)
        content.pop("sign", None)
        words = set(texts(content))
        assert words.isdisjoint({"theme", "language", "accessible", "ticket", "id", "arrival", "counter"})
        assert words.isdisjoint({"work", "training", "business", "fr", "en", "es"})
        assert not any(identity in word for word in words for identity in identities)


def test_the_public_face_of_the_site_names_no_theme_and_no_counter() -> None:
    words = " ".join(texts(json.loads(wire.TypeAdapter(type(sign(HOUSE))).dump_json(sign(HOUSE)))))
    for secret in ("work", "training", "Work", "Table", "counters", "themes"):
        assert secret not in words


def test_only_calls_and_doors_are_public() -> None:
    stage = secretive_day()
    public_kinds = {type(event).__name__ for event in stage.log if disclose(event, stage.site) is not None}
    assert public_kinds == {"DayOpened", "DayClosed", "TicketCalled", "TicketRecalled"}


def test_of_all_that_reception_does_the_public_hears_the_entry_and_the_words_meant_for_it() -> None:
    stage = open_house()
    stage.do(
        c.PauseTheme("work", {"fr": "De retour à 15 h"}),
        c.PauseTheme("training"),
        c.PostMessage({"fr": "Atelier à 14 h"}),
        c.AskHelp("1"),
        c.EndHelp("1"),
        c.CountContact(e.Contact.QUICK),
        c.CloseEntry(),
        c.OpenEntry(),
    )
    told, said = public_story(stage)
    assert [public.kind for public in told[1:]] == [
        "notice_shown",
        "notice_shown",
        "notice_shown",
        "entry_closed",
        "entry_opened",
    ]
    assert "Work" in said
    assert "Training" not in said
    assert "Business" not in said


def test_a_call_says_the_number_the_place_and_the_zone() -> None:
    stage = open_house()
    stage.take()
    called = stage.do(c.CallNext("1"))
    assert disclose(called, HOUSE) == NumberCalled(called.at, 1, "Table 1", "hall", recall=False, occasion=1)
    recalled = stage.do(c.Recall("1"))
    assert disclose(recalled, HOUSE) == NumberCalled(recalled.at, 1, "Table 1", "hall", recall=True, occasion=2)


def test_a_number_stands_once_on_the_board_at_its_newest_call() -> None:
    stage = open_house()
    board = Board(is_open=True)
    for number in (1, 2, 1):
        board = evolve_board(board, NumberCalled(stage.now, number, "Table 1", "hall", recall=False))
    assert [call.number for call in board.calls] == [1, 2]


def test_the_board_keeps_the_last_calls_newest_first() -> None:
    stage = open_house()
    board = Board(is_open=True)
    for number in range(1, CALLS_KEPT + 4):
        board = evolve_board(board, NumberCalled(stage.now, number, "Table 1", "hall", recall=False))
    assert [call.number for call in board.calls] == list(range(CALLS_KEPT + 3, 3, -1))


def test_the_board_is_empty_when_the_doors_shut_and_when_they_open() -> None:
    told, _ = public_story(secretive_day())
    assert evolve_board(Board(True, (_call(told),)), told[-1]) == Board()
    assert evolve_board(Board(False, (_call(told),)), told[0]) == Board(is_open=True)


def _call(told: list[PublicEvent]) -> NumberCalled:
    return next(public for public in told if isinstance(public, NumberCalled))


def test_the_kiosk_learns_what_is_served_and_how_many_wait_but_nobodys_number() -> None:
    stage = open_house()
    stage.take("work", "es")
    stage.take("business", "en")
    offered = offers(stage.floor, stage.now, Outlook(stage.now))
    assert offered.themes == (Offer("work", True, 1), Offer("training", False, 0), Offer("business", False, 1))
    said = wire.OFFERS.dump_json(offered).decode()
    for secret in ("work-1", "business-2", '"es"', '"en"', "number"):
        assert secret not in said


def called_in(language: str | None, sound: Sound | None = None) -> tuple[PublicEvent, PublicEvent, Stage]:
    """A call of a ticket in that language, as it is kept and as it is heard at the moment."""
    stage = Stage(replace(HOUSE, sound=sound or Sound()))
    stage.do(c.OpenDay(TODAY), c.OpenShift("1", ("work",), (), ("fr", "es")))
    stage.take("work", language)
    event = stage.do(c.CallNext("1"))
    kept = disclose(event, stage.site)
    assert kept is not None
    return kept, say_aloud(kept, event, stage.floor), stage


def aloud(public: PublicEvent) -> tuple[str, ...]:
    assert isinstance(public, NumberCalled)
    return public.aloud


def test_whoever_listens_when_a_number_is_called_hears_in_which_languages_to_say_it() -> None:
    assert aloud(called_in("es")[1]) == ("fr", "es")
    assert aloud(called_in("fr")[1]) == aloud(called_in(None)[1]) == ("fr",)


def test_a_recall_is_said_in_the_same_languages() -> None:
    stage = called_in("es")[2]
    event = stage.do(c.Recall("1"))
    public = disclose(event, stage.site)
    assert public is not None
    assert aloud(say_aloud(public, event, stage.floor)) == ("fr", "es")


def test_nothing_that_is_kept_tells_in_which_language_a_number_was_called() -> None:
    kept, heard, stage = called_in("es")
    assert aloud(kept) == ()
    board = evolve_board(Board(is_open=True), heard)
    snapshot = wire.PublicSnapshot(position=1, sign=sign(stage.site), board=board)
    words = set(texts(json.loads(snapshot.model_dump_json(include={"board"}))))
    assert words.isdisjoint({"es", "fr"})
    assert board == evolve_board(Board(is_open=True), called_in("en")[1])


def test_a_site_that_switches_the_second_language_off_tells_nobody() -> None:
    assert aloud(called_in("es", Sound(in_visitors_language=False))[1]) == ("fr",)
    assert aloud(called_in("es", Sound(voice=False))[1]) == ()


def test_of_all_that_is_public_a_call_alone_is_said_aloud() -> None:
    stage = secretive_day()
    floor = stage.floor
    for event in stage.log:
        public = disclose(event, stage.site)
        if public is not None and not isinstance(public, NumberCalled):
            assert say_aloud(public, event, floor) is public
