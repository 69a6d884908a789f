"""What the ticket page says of a wait: in the visitor's language, and never a time to come back that wavers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.domain.floor import Ticket
from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.hub.ticket_page import ComeBackTimes, view
from tests.unit.domain.stage import HOUSE, Stage, open_house

EVERYWHERE = replace(HOUSE, languages=tuple(NAMES))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def told(returns: ComeBackTimes, stage: Stage, ticket: Ticket, low_min: int) -> str | None:
    """The come-back time as the page has it at the stage's clock, when the forecast begins at ``low_min``."""
    outlook = Outlook(stage.now, {ticket.id: Band(low_min, low_min + 15)})
    moment = returns.of(stage.floor, outlook, ticket.id)
    return None if moment is None else f"{moment:%H:%M}"


@pytest.mark.parametrize(
    ("language", "wait", "come_back"),
    [
        ("fr", "Attente prévue :\n25 à 40 min", "Vous pouvez revenir\nvers 9 h 25."),
        ("en", "Expected wait:\n25 to 40 min", "You can come back\nat about 9:25."),
        ("es", "Espera prevista:\n25 a 40 min", "Puede volver\nhacia las 9:25."),
        ("it", "Attesa prevista:\nda 25 a 40 min", "Può tornare\nverso le 9:25."),
        ("pt", "Espera prevista:\n25 a 40 min", "Pode voltar\npor volta das 9:25."),
        ("de", "Wartezeit:\n25 bis 40 Min.", "Sie können wiederkommen\ngegen 9:25 Uhr."),
        ("nl", "Verwachte wachttijd:\n25 tot 40 min", "U mag terugkomen\nrond 9:25."),
        ("ar", "مدة الانتظار المتوقعة:\n25 إلى 40 دقيقة", "يمكنكم العودة\nنحو الساعة 9:25."),
        ("uk", "Час очікування:\n25–40 хв", "Ви можете повернутися\nблизько 9:25."),
    ],
)
def test_a_wait_is_said_in_the_visitors_language(language: str, wait: str, come_back: str) -> None:
    stage = open_house(EVERYWHERE)
    ticket = stage.take()
    back = stage.site.local(stage.now) + timedelta(minutes=25)
    shown = view(stage.floor, ticket.id, language, stage.now, Band(25, 40), back.replace(second=0))
    assert (plain(shown.wait), plain(shown.come_back)) == (wait, come_back)


def test_a_short_wait_is_less_than_its_end_and_asks_to_stay() -> None:
    stage = open_house()
    ticket = stage.take()
    shown = view(stage.floor, ticket.id, "fr", stage.now, Band(0, 10), None)
    assert plain(shown.wait) == "Attente prévue :\nmoins de 10 min"
    assert shown.come_back == "Restez près de nous\u00a0:\nvotre tour peut venir vite."


@pytest.mark.parametrize(
    ("low_min", "high_min", "wait"),
    [(0, 10, "أقل من 10 دقائق"), (0, 15, "أقل من 15 دقيقة"), (5, 10, "5 إلى 10 دقائق"), (5, 15, "5 إلى 15 دقيقة")],
)
def test_arabic_counts_up_to_ten_minutes_with_another_word_than_more(
    low_min: int, high_min: int, wait: str
) -> None:
    stage = open_house(EVERYWHERE)
    ticket = stage.take()
    shown = view(stage.floor, ticket.id, "ar", stage.now, Band(low_min, high_min))
    assert plain(shown.wait).split("\n")[1] == wait


def test_a_french_name_on_an_arabic_page_keeps_its_own_direction() -> None:
    stage = open_house(EVERYWHERE)
    ticket = stage.take()
    assert "\u2068le hall\u2069" in view(stage.floor, ticket.id, "ar", stage.now).detail
    assert "le hall. " in view(stage.floor, ticket.id, "uk", stage.now).detail


@pytest.mark.parametrize(
    ("language", "ahead"),
    [
        ("ar", ["الرقم التالي هو رقمكم.", "شخص واحد قبلكم.", "شخصان قبلكم.", "3 أشخاص قبلكم."]),
        ("uk", ["Наступний номер ваш.", "1 особа перед вами.", "2 особи перед вами.", "3 особи перед вами."]),
    ],
)
def test_people_ahead_are_counted_as_in_each_language(language: str, ahead: list[str]) -> None:
    stage = open_house(EVERYWHERE)
    tickets = [stage.take() for _ in ahead]
    assert [view(stage.floor, ticket.id, language, stage.now).headline for ticket in tickets] == ahead


def test_without_a_forecast_nothing_is_made_up() -> None:
    stage = open_house()
    ticket = stage.take()
    shown = view(stage.floor, ticket.id, "fr", stage.now)
    assert (shown.state, shown.wait) == ("waiting", "")


@pytest.mark.parametrize("act", ["called", "received", "absent", "parked"])
def test_who_does_not_wait_in_line_is_told_no_wait(act: str) -> None:
    stage = open_house()
    ticket = stage.take()
    stage.do(c.CallNext("1"))
    if act == "received":
        stage.do(c.StartInterview("1"))
    elif act == "absent":
        stage.do(c.MarkNoShow("1"))
    elif act == "parked":
        stage.do(c.StartInterview("1"), c.Park("1", 20))
    shown = view(stage.floor, ticket.id, "fr", stage.now, Band(25, 40), stage.now)
    assert (shown.wait, shown.come_back) == ("", "")
    assert shown.headline


@pytest.mark.parametrize(
    ("language", "pause"),
    [
        ("fr", "En pause pour le moment.\nDe retour à 15 h\nVotre numéro reste valable."),
        ("en", "Paused for now.\nBack at 3\nYour number stays valid."),
        ("es", "En pausa por el momento.\nSu número sigue siendo válido."),
    ],
)
def test_who_waits_for_a_paused_theme_keeps_a_good_number_and_reads_why(language: str, pause: str) -> None:
    stage = open_house()
    ticket, other = stage.take("work"), stage.take("training")
    stage.do(c.PauseTheme("work", {"en": "Back at 3", "fr": "De retour à 15 h"}))
    shown = view(stage.floor, ticket.id, language, stage.now)
    assert (shown.state, shown.pause) == ("waiting", pause)
    # What reception wrote in French alone names its language, and a phone reads it out in French.
    aside = ("Français\u00a0: De retour à 15 h", "fr") if language == "es" else ("", language)
    assert (shown.aside, shown.aside_in) == aside
    assert view(stage.floor, other.id, language, stage.now).pause == ""
    stage.do(c.ResumeTheme("work"))
    assert view(stage.floor, ticket.id, language, stage.now).pause == ""


def test_a_pause_without_words_says_at_least_that_the_number_stays_good() -> None:
    stage = open_house()
    ticket = stage.take()
    stage.do(c.PauseTheme("work"))
    assert (
        view(stage.floor, ticket.id, "fr", stage.now).pause
        == "En pause pour le moment.\nVotre numéro reste valable."
    )
    stage.call()
    assert view(stage.floor, ticket.id, "fr", stage.now).pause == ""


def test_the_houses_message_is_on_every_page_until_it_is_taken_away() -> None:
    stage = open_house()
    ticket = stage.take()
    stage.do(c.PostMessage({"en": "Workshop at 3", "fr": "Atelier à 15 h"}))
    assert view(stage.floor, ticket.id, "en", stage.now).message == "Workshop at 3"
    spanish = view(stage.floor, ticket.id, "es", stage.now)
    assert (spanish.message, spanish.message_in) == ("Français\u00a0: Atelier à 15 h", "fr")
    stage.call()
    assert view(stage.floor, ticket.id, "fr", stage.now).message == "Atelier à 15 h"
    stage.do(c.PostMessage({}))
    assert view(stage.floor, ticket.id, "fr", stage.now).message == ""


def test_behind_a_closed_day_no_page_says_anything_any_more() -> None:
    stage = open_house()
    ticket = stage.take()
    stage.do(c.PauseTheme("work"), c.PostMessage({"fr": "Atelier à 15 h"}), c.CloseDay())
    shown = view(stage.floor, ticket.id, "fr", stage.now)
    assert (shown.headline, shown.pause, shown.message) == ("Ce ticket n’est plus valable.", "", "")


def test_a_come_back_time_stands_while_the_forecast_wavers_by_minutes() -> None:
    stage, returns = open_house(), ComeBackTimes()
    ticket = stage.take()
    first = told(returns, stage, ticket, 25)
    assert first == "09:25"
    for minutes, low_min in ((2, 25), (2, 25), (1, 20), (1, 25), (1, 20)):
        stage.pass_min(minutes)
        assert told(returns, stage, ticket, low_min) == first


def test_a_come_back_time_moves_when_the_line_moved_and_at_once_when_it_must_be_earlier() -> None:
    stage, returns = open_house(), ComeBackTimes()
    ticket = stage.take()
    assert told(returns, stage, ticket, 30) == "09:30"
    assert told(returns, stage, ticket, 20) == "09:20"
    assert told(returns, stage, ticket, 45) == "09:45"


def test_when_the_turn_is_near_nobody_is_told_to_come_back_later() -> None:
    stage, returns = open_house(), ComeBackTimes()
    ticket = stage.take()
    assert told(returns, stage, ticket, 20) == "09:20"
    assert told(returns, stage, ticket, 10) is None
    assert told(returns, stage, ticket, 15) == "09:15"


def test_a_ticket_without_a_forecast_has_no_time_to_come_back() -> None:
    stage = open_house()
    ticket = stage.take()
    assert ComeBackTimes().of(stage.floor, Outlook(stage.now), ticket.id) is None
