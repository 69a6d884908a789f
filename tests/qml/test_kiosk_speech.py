"""The kiosk with eyes shut: all that is used here are the keys of the keypad and what the voice is given to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from cdm_kiosk.station.translations import FOLDER
from cdm_kiosk.viewmodels.kiosk.comfort import SAFE_VOLUME
from cdm_kiosk.viewmodels.kiosk.leave import SILENCE_S
from cdm_kiosk.viewmodels.kiosk.leave_voice import LeaveVoice
from cdm_kiosk.viewmodels.kiosk.spoken import not_in_this_language_words, page_words
from cdm_kiosk.viewmodels.kiosk.visit import ASK_AFTER_S
from cdm_kiosk.viewmodels.shared.number_words import in_words
from tests.qml.conftest import ShowKiosk, settled
from tests.tools.kiosk_scenes import KIOSK_MAIN, KIOSK_MORE
from tests.tools.kiosk_window import Kiosk, ask_to_leave
from tests.tools.sizes import UPRIGHT
from tests.tools.windows import items, key, ready, touch, wait_until

SCENES = KIOSK_MAIN | KIOSK_MORE
MOST_KEYS = 30
LISTEN, REPEAT, LOUDER, SOFTER = Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4


class Blind:
    """Somebody who hears and has the keypad under the hand."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self._speaker = kiosk.speaker

    def press(self, pressed: Qt.Key) -> str:
        """Press a key; what is said then."""
        count = len(self._speaker.said)
        key(self.kiosk.station.window, pressed)
        wait_until(lambda: len(self._speaker.said) > count, "the voice to say something")
        settled(self.kiosk.station.window)
        return self._speaker.last

    def look_for(self, heard: Callable[[str], bool]) -> str:
        """Go down until the voice says it."""
        said = []
        for _ in range(MOST_KEYS):
            said.append(self.press(Qt.Key.Key_Down))
            if heard(said[-1]):
                return said[-1]
        raise AssertionError(f"not found by ear among {said}")


@pytest.fixture
def site(site: Site) -> Site:
    """The sample site, in all the languages of the program."""
    return replace(site, languages=tuple(NAMES))


@pytest.fixture
def blind(show_kiosk: ShowKiosk) -> Blind:
    return Blind(show_kiosk(UPRIGHT))


def test_a_blind_visitor_takes_and_prints_a_ticket_with_the_keypad_alone(blind: Blind) -> None:
    said = blind.press(LISTEN)
    assert said.startswith("Cette borne vous parle")
    assert "qu’est-ce qui vous amène" in said
    choice = blind.look_for(lambda text: "emploi" in text)
    assert "attente vingt-cinq à quarante minutes" in choice
    assert "Parler à un conseiller" in blind.press(Qt.Key.Key_Return)
    blind.look_for(lambda text: text.startswith("Parler à un conseiller"))
    ticket = blind.press(Qt.Key.Key_Return)
    for part in (
        "Votre numéro : quarante-deux. Je répète : quarante-deux.",
        "l’espace d’attente, près de l’accueil",
        "vingt-cinq à quarante minutes",
        "revenir vers quinze heures quinze",
        "Personnes avant vous : deux.",
        "téléphone",
        "« Imprimer mon ticket »",
    ):
        assert part in ticket
    blind.look_for(lambda text: text.startswith("Imprimer mon ticket"))
    assert blind.press(Qt.Key.Key_Return) == "Votre ticket arrive."
    count = len(blind.kiosk.speaker.said)
    blind.kiosk.vm.paperCame(blind.kiosk.papers[0].ticket)
    wait_until(lambda: len(blind.kiosk.speaker.said) > count, "the voice to tell of the paper")
    assert blind.kiosk.speaker.last.startswith("Prenez votre ticket.")
    blind.look_for(lambda text: text.startswith("C’est fait"))
    blind.press(Qt.Key.Key_Return)
    assert not blind.kiosk.vm.speech


@pytest.mark.parametrize(
    ("scene", "sentence"),
    [
        ("theme_just_full", "Nous ne pouvons plus donner de numéro pour aujourd’hui."),
        ("theme_just_paused", "Ce sujet est en pause pour le moment."),
        ("notice", "Votre numéro n’est pas arrivé."),
        ("print_failed", "Votre ticket n’est pas bien sorti. Retenez votre numéro : quarante-deux."),
        ("closed", "Nous sommes fermés pour le moment."),
        ("offline", "Cet écran fait une pause."),
    ],
)
def test_what_cannot_be_had_is_said_with_what_to_do_instead(blind: Blind, scene: str, sentence: str) -> None:
    blind.press(LISTEN)
    SCENES[scene](blind.kiosk)
    wait_until(lambda: sentence in blind.kiosk.speaker.last, f"“{sentence}”")
    assert not blind.kiosk.speaker.last.endswith(sentence)
    assert blind.kiosk.speaker.last.count(sentence) == 1


def test_what_reception_wrote_in_french_alone_is_read_by_a_french_voice(show_kiosk: ShowKiosk) -> None:
    kiosk = show_kiosk(UPRIGHT, "en")
    blind = Blind(kiosk)
    blind.press(LISTEN)
    kiosk.vm.chooseTheme("emploi")
    kiosk.hub.do(c.PauseTheme("emploi", {"fr": "De retour à 15 h 20, au 2e étage"}))
    wait_until(lambda: kiosk.vm.themePaused and len(kiosk.speaker.said) > 1, "the page and its pause")
    kiosk.voice.pressed()
    before = len(kiosk.speaker.said)
    wait_until(lambda: len(kiosk.speaker.said) > before, "the page to be said")
    # The end of what was silenced is not the end of this.
    kiosk.voice.ended()
    for _ in range(2):
        kiosk.voice.began()
        kiosk.voice.ended()
    said = [(each.language, each.text) for each in kiosk.speaker.said[before:]]
    assert [language for language, _ in said] == ["en", "fr", "en"]
    assert said[1][1] == "De retour à quinze heures vingt, au deuxième étage."
    kiosk.voice.began()
    kiosk.voice.ended()
    assert len(kiosk.speaker.said) == before + 3


def test_who_hears_that_the_screen_pauses_hears_where_to_go_as_it_is_written(blind: Blind) -> None:
    blind.press(LISTEN)
    SCENES["offline"](blind.kiosk)
    wait_until(lambda: "L’accueil vous reçoit et vous donne un numéro." in blind.kiosk.speaker.last, "the way on")


@pytest.mark.parametrize("language", [code for code in NAMES if code != "fr"])
def test_a_blind_visitor_takes_a_ticket_in_the_own_language(
    show_kiosk: ShowKiosk, site: Site, language: str
) -> None:
    assert (FOLDER / f"kiosk_{language}.qm").is_file()
    kiosk = show_kiosk(UPRIGHT, language)
    blind = Blind(kiosk)
    welcome = blind.press(LISTEN)
    assert not welcome.startswith("Cette borne")
    labels = [theme for theme in site.themes if theme.id == "emploi"]
    wanted = labels[0].label.get(language, labels[0].label["fr"])
    blind.look_for(lambda text: text.startswith(wanted))
    page = blind.press(Qt.Key.Key_Return)
    blind.look_for(lambda text: kiosk.vm.page == "theme" and is_focused(kiosk, "takeTicket"))
    ticket = blind.press(Qt.Key.Key_Return)
    assert ticket.count(in_words(42, language)) == 2
    assert not any(letter.isdigit() for letter in welcome + page + ticket)
    assert {said.language for said in kiosk.speaker.said} <= {*NAMES}
    assert kiosk.speaker.said[0].language == kiosk.speaker.said[-1].language == language


def is_focused(kiosk: Kiosk, name: str) -> bool:
    item = kiosk.station.window.activeFocusItem()
    return item is not None and item.objectName() == name


def test_the_first_touch_reads_a_choice_and_the_second_takes_it(blind: Blind) -> None:
    window, vm = blind.kiosk.station.window, blind.kiosk.vm
    blind.press(LISTEN)
    touch(window, "theme-emploi")
    assert blind.kiosk.speaker.last.startswith("Trouver un emploi")
    assert vm.page == "themes"
    touch(window, "theme-orientation")
    assert vm.page == "themes"
    touch(window, "theme-orientation")
    assert vm.page == "theme"


def test_without_the_voice_the_first_touch_takes_the_choice(blind: Blind) -> None:
    touch(blind.kiosk.station.window, "theme-emploi")
    assert blind.kiosk.vm.page == "theme"
    assert blind.kiosk.speaker.said == []


def test_any_key_silences_the_voice(blind: Blind) -> None:
    blind.press(LISTEN)
    before = blind.kiosk.speaker.stopped
    key(blind.kiosk.station.window, Qt.Key.Key_A)
    assert blind.kiosk.speaker.stopped == before + 1


def test_a_touch_beside_all_choices_says_the_page_again(blind: Blind) -> None:
    blind.press(LISTEN)
    before = blind.kiosk.speaker.stopped
    blind.kiosk.voice.pressed()
    assert blind.kiosk.speaker.stopped == before + 1
    wait_until(lambda: blind.kiosk.speaker.last.startswith("Bonjour"), "the page to be said again")


def test_what_was_said_is_said_again_on_request(blind: Blind) -> None:
    blind.press(LISTEN)
    said = blind.press(Qt.Key.Key_Down)
    assert blind.press(REPEAT) == said


def test_louder_and_softer_are_heard_at_once_and_the_next_visitor_starts_at_the_safe_level(blind: Blind) -> None:
    blind.press(LISTEN)
    for pressed in (LOUDER, LOUDER, LOUDER, LOUDER, SOFTER):
        blind.press(pressed)
    assert [said.volume for said in blind.kiosk.speaker.said] == [40, 60, 80, 100, 100, 80]
    blind.kiosk.vm.finish()
    assert (blind.kiosk.vm.volume, blind.kiosk.vm.speech) == (SAFE_VOLUME, False)
    assert blind.press(LISTEN).startswith("Cette borne vous parle")
    assert blind.kiosk.speaker.said[-1].volume == 40


def test_headphones_start_the_voice_and_their_end_stops_it(blind: Blind) -> None:
    assert blind.press(Qt.Key.Key_F15).startswith("Cette borne vous parle")
    assert blind.press(Qt.Key.Key_F16).startswith("La voix s’arrête")
    assert not blind.kiosk.vm.speech


def test_a_language_without_a_voice_says_so_on_the_screen_and_speaks_french(show_kiosk: ShowKiosk) -> None:
    blind = Blind(show_kiosk(UPRIGHT, "en"))
    blind.kiosk.speaker.voices = frozenset(("fr",))
    blind.press(LISTEN)
    wait_until(lambda: blind.kiosk.speaker.said[-1].language == "fr", "the voice to fall back")
    assert blind.kiosk.vm.language == "fr"
    assert blind.kiosk.voice.excuse


def test_a_machine_without_any_voice_says_so_and_works_on(blind: Blind) -> None:
    blind.kiosk.speaker.voices = frozenset()
    key(blind.kiosk.station.window, LISTEN)
    assert blind.kiosk.voice.excuse.startswith("Cette borne ne parle pas")
    assert not blind.kiosk.vm.speech
    touch(blind.kiosk.station.window, "theme-emploi")
    assert blind.kiosk.vm.page == "theme"


def test_without_a_french_voice_the_screen_says_so_and_the_voice_comes_back_with_its_language(
    show_kiosk: ShowKiosk,
) -> None:
    blind = Blind(show_kiosk(UPRIGHT, "en"))
    kiosk, said = blind.kiosk, blind.kiosk.speaker.said
    kiosk.speaker.voices = frozenset(("en",))
    blind.press(LISTEN)
    kiosk.vm.chooseLanguage("fr")
    wait_until(lambda: kiosk.voice.excuse, "the screen to say that nothing is said")
    assert kiosk.voice.excuse == not_in_this_language_words()
    assert (said[-1].language, kiosk.vm.speech, kiosk.voice.reads) == ("en", True, False)
    count = len(said)
    touch(kiosk.station.window, "theme-emploi")
    assert (kiosk.vm.page, len(said)) == ("theme", count)
    kiosk.vm.chooseLanguage("en")
    wait_until(lambda: len(said) > count, "the voice to greet again")
    assert (said[-1].language, kiosk.voice.excuse, kiosk.voice.reads) == ("en", "", True)


def test_who_asks_to_listen_where_french_has_no_voice_is_told_so_in_french(blind: Blind) -> None:
    blind.kiosk.speaker.voices = frozenset(("en",))
    key(blind.kiosk.station.window, LISTEN)
    assert blind.kiosk.voice.excuse.startswith("Il n’y a pas de voix dans cette langue ici. L’accueil")
    assert not blind.kiosk.vm.speech


def test_a_voice_that_goes_and_comes_back_is_told_on_the_screen(blind: Blind) -> None:
    kiosk = blind.kiosk
    blind.press(LISTEN)
    before, kiosk.speaker.voices = kiosk.speaker.voices, frozenset()
    kiosk.voice.voices_changed()
    wait_until(lambda: kiosk.voice.excuse.startswith("Cette borne ne parle pas"), "the screen to say so")
    kiosk.speaker.voices = before
    count = len(kiosk.speaker.said)
    kiosk.voice.voices_changed()
    wait_until(lambda: len(kiosk.speaker.said) > count, "the voice to greet again")
    assert kiosk.voice.excuse == ""


def test_who_still_listens_is_not_asked_whether_they_are_there(blind: Blind) -> None:
    blind.press(LISTEN)
    spoken_s = 10
    for _ in range(spoken_s):
        blind.kiosk.vm.tick()
        blind.kiosk.voice.tick()
    assert blind.kiosk.vm.secondsLeft == ASK_AFTER_S + 15
    for _ in range(3 * ASK_AFTER_S):
        blind.kiosk.vm.tick()
        blind.kiosk.voice.tick()
    # A voice that never ends, since its engine hangs, does not hold the screen for ever.
    assert not blind.kiosk.vm.speech


def test_the_question_after_a_long_silence_is_heard(blind: Blind) -> None:
    blind.press(LISTEN)
    blind.kiosk.speaker.speaking = False
    for _ in range(ASK_AFTER_S):
        blind.kiosk.vm.tick()
    wait_until(lambda: blind.kiosk.speaker.last.startswith("Vous êtes toujours là"), "the question")
    ready(blind.kiosk.station.window, "continue")
    assert blind.press(Qt.Key.Key_Return).startswith("Bonjour")


@pytest.mark.parametrize("name", SCENES)
def test_what_is_said_to_choose_is_there_to_be_chosen(show_kiosk: ShowKiosk, name: str) -> None:
    blind = Blind(show_kiosk(UPRIGHT))
    SCENES[name](blind.kiosk)
    window = blind.kiosk.station.window
    settled(window)
    said = page_words(blind.kiosk.vm.props)
    assert said
    there = {item.property("text") for item in items(window) if item.inherits("QQuickAbstractButton")}
    assert set(re.findall("« (.*?) »", said)) <= there


def test_who_looks_after_the_kiosk_leaves_it_by_ear_and_its_pin_is_not_said(blind: Blind) -> None:
    kiosk = blind.kiosk
    blind.press(LISTEN)
    leave = ask_to_leave(kiosk)
    wait_until(lambda: "Tapez le code des réglages" in kiosk.speaker.last, "the page of the PIN")
    began = len(kiosk.speaker.said)
    assert blind.press(Qt.Key.Key_2) == "Chiffres tapés : un"
    for pressed in (Qt.Key.Key_4, Qt.Key.Key_6):
        blind.press(pressed)
    assert blind.press(Qt.Key.Key_8) == "Chiffres tapés : quatre"
    assert all(said.text.startswith("Chiffres tapés") for said in kiosk.speaker.said[began:])
    leave.enter()
    kiosk.line.answer(403, {"code": "wrong_pin", "retry_after_s": 1})
    wait_until(lambda: kiosk.speaker.last.startswith("Ce n’est pas ce code."), "the answer")
    leave.tick()
    for digit in "2468":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(200)
    wait_until(lambda: "Voulez-vous quitter la borne" in kiosk.speaker.last, "the choice")
    ready(kiosk.station.window, "stayHere")
    assert blind.look_for(lambda text: text.startswith("Rester"))
    blind.press(Qt.Key.Key_Return)
    assert leave.stage == ""
    wait_until(lambda: not kiosk.vm.speech, "the next visitor's kiosk to be silent")


def test_the_page_of_the_pin_does_not_go_while_it_is_being_said(blind: Blind) -> None:
    kiosk = blind.kiosk
    blind.press(LISTEN)
    leave = ask_to_leave(kiosk)
    wait_until(lambda: "Tapez le code" in kiosk.speaker.last, "the page of the PIN")
    voice = leave.findChild(LeaveVoice)
    assert voice is not None

    def pass_seconds(count: int) -> None:
        for _ in range(count):
            kiosk.voice.tick()
            leave.tick()
            voice.tick()

    kiosk.speaker.speaking = True
    pass_seconds(SILENCE_S - 1)
    assert leave.stage == "pin"
    kiosk.speaker.stop()
    pass_seconds(SILENCE_S)
    assert leave.stage == ""


def test_the_voice_begun_on_the_page_of_the_pin_says_that_page(blind: Blind) -> None:
    ask_to_leave(blind.kiosk)
    ready(blind.kiosk.station.window, "digit1")
    said = blind.press(LISTEN)
    assert said.startswith("Cette borne vous parle")
    assert said.endswith("Sans lui, la borne reprend à sa première page.")
    assert blind.look_for(lambda text: text.strip(".") in ("un", "deux")), "the digits can be found by ear"
