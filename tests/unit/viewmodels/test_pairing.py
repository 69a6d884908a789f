"""A machine that belongs to no Cité: what it shows and says until reception has compared its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.pairing import Step
from cdm_kiosk.domain.orders import PAIRED_ROLES, Role
from cdm_kiosk.viewmodels.pairing.pairing import HubRow, PairingViewModel
from cdm_kiosk.viewmodels.pairing.voice import PairingVoice
from cdm_kiosk.viewmodels.pairing.words import SEARCHED_LONG_S
from tests.tools.fake_hub import dispose
from tests.tools.pairing_window import LYON, OTHER_PARIS, PARIS, FakeBrowser, FakePairing, Steady
from tests.tools.speaker import RecordingSpeaker
from tests.tools.windows import wait_until

PLAIN = str.maketrans("\u00a0\u202f", "  ")


class Machine:
    """A view model with a network that does what a test says."""

    def __init__(self, role: str = "kiosk") -> None:
        self.browser, self.pairing, self.clock = FakeBrowser(), FakePairing(), Steady()
        self.vm = PairingViewModel(role, "Borne du fond", self.browser, self.pairing, self.pairing.keep, self.clock)
        self.opened: list[str] = []
        self.vm.accepted.connect(lambda: self.opened.append(self.vm.props.name))

    @property
    def stage(self) -> str:
        return self.vm.props.stage

    @property
    def heading(self) -> str:
        return self.vm.props.heading.translate(PLAIN)

    @property
    def sentence(self) -> str:
        return self.vm.props.sentence.translate(PLAIN)

    def choose(self) -> None:
        self.browser.find(PARIS)
        self.vm.choose(self.vm.props.hubs[0].key)

    def type(self, address: str) -> None:
        self.vm.typeAddress()
        self.vm.setAddress(address)
        self.vm.enter()

    def show(self) -> None:
        self.choose()
        self.pairing.show("418203")

    def pass_s(self, seconds: float) -> None:
        self.clock.now_s += seconds
        self.vm.tick()


NewMachine = Callable[..., Machine]


@pytest.fixture
def machines(qtbot: QtBot) -> Iterator[NewMachine]:
    made: list[Machine] = []

    def new(role: str = "kiosk") -> Machine:
        made.append(Machine(role))
        return made[-1]

    yield new
    for each in made:
        dispose(each.vm, each.browser, each.pairing)


@pytest.fixture
def machine(machines: NewMachine) -> Machine:
    return machines()


@pytest.mark.parametrize("role", PAIRED_ROLES)
def test_each_role_says_what_it_is_and_that_it_looks_for_its_cite(machines: NewMachine, role: Role) -> None:
    machine = machines(role.value)
    assert "cherche sa Cité" in machine.heading
    assert machine.sentence == "Je regarde sur ce réseau…"
    assert machine.vm.props.role_title
    assert machine.vm.props.role_meaning


def test_who_waits_long_hears_what_else_helps(machine: Machine) -> None:
    for _ in range(SEARCHED_LONG_S):
        machine.vm.tick()
    assert "Le serveur est-il allumé" in machine.sentence


def test_a_lone_hub_is_shown_and_not_chosen_by_itself(machine: Machine) -> None:
    machine.browser.find(PARIS)
    assert machine.vm.props.hubs == (
        HubRow(machine.vm.props.hubs[0].key, "Cité des métiers de Paris", "paris · 192.168.1.20"),
    )
    assert machine.sentence == "En voici une. Est-ce la vôtre ?"
    assert machine.pairing.asked == []


def test_hubs_of_one_name_are_told_apart_by_their_site(machine: Machine) -> None:
    machine.browser.find(PARIS, OTHER_PARIS)
    names = {row.name for row in machine.vm.props.hubs}
    details = [row.detail for row in machine.vm.props.hubs]
    assert names == {"Cité des métiers de Paris"}
    assert details == ["paris · 192.168.1.20", "essai · 192.168.1.44:8443"]


def test_a_hub_that_is_found_later_moves_no_other_from_under_a_finger(machine: Machine) -> None:
    machine.browser.find(PARIS)
    machine.browser.find(LYON, PARIS)
    assert [row.name for row in machine.vm.props.hubs] == [each.announced.site_name for each in (PARIS, LYON)]
    machine.browser.find(LYON)
    assert [row.name for row in machine.vm.props.hubs] == [LYON.announced.site_name]


def test_the_chosen_hub_is_asked_at_all_its_addresses(machine: Machine) -> None:
    machine.choose()
    assert machine.stage == "connecting"
    assert machine.pairing.asked == [(("https://192.168.1.20:8080",), "kiosk", "Borne du fond")]
    assert machine.vm.props.hub == "Cité des métiers de Paris"


def test_a_second_touch_on_a_hub_asks_nobody_twice(machine: Machine) -> None:
    machine.choose()
    machine.vm.choose(machine.vm.props.hubs[0].key)
    assert len(machine.pairing.asked) == 1


def test_a_machine_whose_turn_has_not_come_says_so_and_goes_on_by_itself(machine: Machine) -> None:
    machine.choose()
    machine.pairing.tell(Step.BUSY, why="pairing_busy", values={"seconds": 5})
    assert machine.stage == "connecting"
    assert "tour" in machine.sentence
    machine.pairing.show("700040")
    assert machine.stage == "number"


def test_an_address_is_asked_as_it_was_typed(machine: Machine) -> None:
    machine.vm.typeAddress()
    for letter in "10.0.0.5:9000":
        machine.vm.type(letter)
    machine.vm.erase()
    assert machine.vm.props.address == "10.0.0.5:900"
    machine.vm.enter()
    assert machine.pairing.asked == [(("https://10.0.0.5:900",), "kiosk", "Borne du fond")]
    assert machine.vm.props.hub == "10.0.0.5:900"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Tapez l’adresse"),
        ("192.168.1.300", "de 0 à 255"),
        ("mon accueil", "lettres sans accents"),
        ("accueil:99999", "de 1 à 65535"),
    ],
)
def test_a_bad_address_is_refused_calmly_before_anybody_is_asked(machine: Machine, typed: str, told: str) -> None:
    machine.type(typed)
    assert machine.stage == "address"
    assert told in machine.vm.props.address_problem
    assert machine.pairing.asked == []
    machine.vm.type("1")
    assert machine.vm.props.address_problem == ""


def test_the_digits_are_shown_with_how_long_they_hold(machine: Machine) -> None:
    machine.show()
    assert machine.stage == "number"
    assert machine.vm.props.digits == "418203"
    assert machine.sentence == "Demandez à l’accueil de comparer ce nombre."
    told = []
    for seconds in (0, 15, 45, 1):
        machine.pass_s(seconds)
        told.append(machine.vm.props.time_left.translate(PLAIN).partition(".")[0])
    assert told == [
        "Il vaut encore 2 min",
        "Il vaut encore 1 min 45 s",
        "Il vaut encore 1 min",
        "Il vaut encore 59 s",
    ]


def test_digits_that_nobody_compared_in_time_are_gone(machine: Machine) -> None:
    machine.show()
    machine.pass_s(120)
    assert machine.stage == "expired"
    assert machine.vm.props.digits == ""
    assert machine.pairing.cancelled == 1
    machine.vm.tryAgain()
    assert machine.stage == "connecting"
    assert len(machine.pairing.asked) == 2


def test_an_accepted_machine_hands_over_at_once(machine: Machine) -> None:
    machine.show()
    machine.pairing.accept("kiosk", "Borne 2")
    assert machine.stage == "accepted"
    assert machine.sentence == "Borne 2 fait partie de la maison."
    assert machine.opened == [each.name for each in machine.pairing.kept] == ["Borne 2"]


def test_the_first_reception_of_a_hub_says_that_it_confirmed_itself_and_waits_for_a_person(
    machines: NewMachine,
) -> None:
    machine = machines("reception")
    machine.show()
    machine.pairing.accept("reception", "Accueil", confirmed_itself=True)
    assert "s’est confirmé lui-même" in machine.sentence
    assert machine.vm.props.digits == "418203"
    assert machine.pairing.kept == []
    machine.vm.proceed()
    assert machine.opened == [each.name for each in machine.pairing.kept] == ["Accueil"]


def test_a_first_reception_whose_server_shows_other_digits_keeps_nothing(machines: NewMachine) -> None:
    machine = machines("reception")
    machine.show()
    machine.pairing.accept("reception", "Accueil", confirmed_itself=True)
    machine.vm.disown()
    assert machine.stage == "fault"
    assert "Rien n’a été donné" in machine.sentence
    machine.vm.proceed()
    assert machine.opened == machine.pairing.kept == []


def test_a_machine_that_reception_made_something_else_says_as_what_to_start_it(machine: Machine) -> None:
    machine.show()
    machine.pairing.accept("display")
    assert machine.stage == "fault"
    assert "un écran" in machine.sentence
    assert machine.opened == []
    assert [each.role for each in machine.pairing.kept] == ["display"]


def test_a_machine_that_cannot_keep_its_pairing_does_not_pretend_to_belong(machine: Machine) -> None:
    machine.pairing.can_keep = False
    machine.show()
    machine.pairing.accept("kiosk")
    assert machine.stage == "fault"
    assert "n’a pas pu écrire" in machine.sentence
    assert machine.opened == []


def test_a_hub_named_on_the_command_line_is_asked_at_once(machine: Machine) -> None:
    machine.vm.ask("https://10.0.0.5:9000")
    assert machine.pairing.asked == [(("https://10.0.0.5:9000",), "kiosk", "Borne du fond")]


def test_a_bad_address_on_the_command_line_is_shown_to_be_mended(machine: Machine) -> None:
    machine.vm.ask("https://10.0.0.500")
    assert (machine.stage, machine.vm.props.address) == ("address", "https://10.0.0.500")
    assert "0 à 255" in machine.vm.props.address_problem


@pytest.mark.parametrize(
    ("code", "stage", "told"),
    [
        ("pairing_refused", "refused", "Demandez à l’accueil"),
        ("wrong_digits", "refused", "Un autre nombre"),
        ("pairing_too_slow", "expired", "rien ne presse"),
        ("pairing_over", "expired", "nouveau nombre"),
        ("pairing_busy", "fault", "bientôt"),
        ("pairing_repeated", "fault", "terminé"),
        ("pairing_intercepted", "fault", "mise entre"),
        ("station_too_new", "fault", "mettez le serveur à jour"),
        ("station_too_old", "fault", "mettez ce poste à jour"),
        ("no_room_for_role", "fault", "pas de place"),
        ("hub_unreachable", "fault", "ne répond pas"),
        ("not_a_hub", "fault", "pas le serveur d’une Cité"),
        ("of_another_age", "fault", "of_another_age"),
    ],
)
def test_each_end_has_its_sentence_and_a_way_back(machine: Machine, code: str, stage: str, told: str) -> None:
    machine.show()
    machine.pairing.refuse(code)
    assert machine.stage == stage
    assert told in machine.sentence
    assert machine.vm.props.digits == ""
    machine.vm.search()
    assert machine.stage == "searching"


def test_who_looks_for_another_cite_gives_up_what_was_under_way(machine: Machine) -> None:
    machine.show()
    machine.vm.search()
    assert machine.stage == "searching"
    assert machine.pairing.cancelled == 1
    assert machine.vm.props.digits == ""


def test_an_address_that_did_not_answer_can_be_mended(machine: Machine) -> None:
    machine.type("10.0.0.5")
    machine.pairing.refuse("hub_unreachable")
    assert machine.vm.props.was_typed
    machine.vm.typeAddress()
    assert (machine.stage, machine.vm.props.address) == ("address", "10.0.0.5")


def test_the_digits_are_in_no_text_that_a_log_could_take(machine: Machine) -> None:
    machine.show()
    assert "418203" not in repr(machine.vm.props)


# ----- by ear


class Listener:
    """Somebody who pairs a kiosk by ear."""

    def __init__(self, machine: Machine) -> None:
        self.speaker = RecordingSpeaker()
        self.voice = PairingVoice(machine.vm, self.speaker, machine.vm)

    def hear(self, words: str) -> None:
        wait_until(lambda: words in self.speaker.last, words)


@pytest.fixture
def listener(machine: Machine) -> Listener:
    return Listener(machine)


def test_nothing_is_said_before_somebody_asks_for_it(machine: Machine, listener: Listener) -> None:
    machine.show()
    listener.voice.toggle()
    listener.hear("se présente")
    assert len(listener.speaker.said) == 1


def test_the_digits_are_said_one_by_one(machine: Machine, listener: Listener) -> None:
    listener.voice.begin()
    listener.hear("cherche sa Cité")
    machine.show()
    listener.hear("quatre, un, huit. deux, zéro, trois")


def test_the_seconds_that_go_by_are_not_said(machine: Machine, listener: Listener, qtbot: QtBot) -> None:
    listener.voice.begin()
    machine.show()
    listener.hear("quatre, un, huit")
    before = len(listener.speaker.said)
    machine.pass_s(30)
    qtbot.wait(20)
    assert len(listener.speaker.said) == before


def test_the_digits_are_said_again_when_asked_for(machine: Machine, listener: Listener) -> None:
    listener.voice.begin()
    machine.show()
    listener.hear("quatre, un, huit")
    listener.voice.interrupt()
    assert listener.speaker.stopped == 1
    before = len(listener.speaker.said)
    listener.voice.repeat()
    assert len(listener.speaker.said) == before + 1
    listener.hear("quatre, un, huit")


def test_each_key_of_the_address_and_what_is_wrong_with_it_are_said(machine: Machine, listener: Listener) -> None:
    listener.voice.begin()
    machine.vm.typeAddress()
    listener.hear("Quelle est l’adresse")
    machine.vm.type("7")
    listener.hear("sept")
    machine.vm.enter()
    listener.hear("Cette adresse ne se lit pas")


def test_a_machine_without_a_voice_for_the_language_says_so_on_its_screen(
    machine: Machine, listener: Listener
) -> None:
    listener.speaker.voices = frozenset(("en",))
    listener.voice.begin()
    wait_until(lambda: listener.voice.props.excuse, "the excuse")
    assert listener.speaker.said == []
    machine.vm.chooseLanguage("en")
    wait_until(lambda: not listener.voice.props.excuse, "a voice")
    assert listener.speaker.said[-1].language == "en"
