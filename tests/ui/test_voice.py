"""The voice's own process, and what is really heard of it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import wave
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.station import speech_engine
from cdm_kiosk.station import voice as voices
from cdm_kiosk.station.voice import Voice
from cdm_kiosk.viewmodels.shared.number_words import in_full
from cdm_kiosk.viewmodels.shared.speech import patience_s
from tests.tools.dispatcher import silent_dispatcher
from tests.tools.hub import CHECKOUT

ENGINE = """
import json, sys
def tell(**told): print(json.dumps(told), flush=True)
tell(voices=["fr", "en"])
for at, line in enumerate(sys.stdin, 1):
    order = json.loads(line)
    if order.get("say") == "hang":
        import time; time.sleep(600)
    print(line.strip(), file=open(sys.argv[1], "a"))
    tell(read=at)
    if "say" in order:
        tell(state="speaking")
    tell(state="done")
"""


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    return tmp_path / "orders"


@pytest.fixture
def voice(orders: Path, qtbot: QtBot) -> Iterator[Voice]:
    """A voice whose engine writes down what it is told."""
    made = Voice((sys.executable, "-c", ENGINE, str(orders)))
    yield made
    made.close()


def test_nothing_runs_before_somebody_asks(voice: Voice, orders: Path) -> None:
    voice.say("Bonjour", "fr", 40)
    assert (voice.languages(), orders.exists()) == (frozenset(), False)


def test_a_text_is_said_and_its_end_is_told(voice: Voice, orders: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(voice.ready):
        voice.warm_up()
    assert voice.languages() == {"fr", "en"}
    with qtbot.waitSignals([voice.speaking, voice.done], order="strict"):
        voice.say("Numéro quarante-deux", "fr", 40)
    assert not voice.is_speaking()
    assert orders.read_text() == '{"say": "Num\\u00e9ro quarante-deux", "language": "fr", "volume": 40}\n'


def test_an_engine_that_hangs_is_ended_and_started_again(
    voice: Voice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "ANSWERS_WITHIN_MS", 100)
    monkeypatch.setattr(voices, "TRY_AGAIN_MS", 50)
    with qtbot.waitSignal(voice.ready):
        voice.warm_up()
    with qtbot.waitSignal(voice.failed):
        voice.say("hang", "fr", 40)
    assert not voice.speaks("fr")
    with qtbot.waitSignal(voice.ready):
        pass
    assert voice.speaks("fr")


@pytest.mark.parametrize("engine", [("/nowhere/engine",), (sys.executable, "-c", "pass")])
def test_a_machine_without_an_engine_has_an_excuse_and_no_voice(engine: tuple[str, ...], qtbot: QtBot) -> None:
    voice = Voice(engine)
    with qtbot.waitSignal(voice.failed):
        voice.warm_up()
    assert voice.excuse
    assert not voice.speaks("fr")
    voice.close()


SENTENCES = {
    "fr": ("Numéro 7.", "Numéro 42, table 4.", "Votre numéro : 42. Attente : 25 à 40 min. Revenez vers 15 h 15."),
    "en": ("Number 7.", "Number 42, table 4.", "Your number: 42. Wait: 25 to 40 min. Come back around 15:15."),
    "ar": ("7", "42، 4", "42، 4، 25، 40، 15:15، 1234"),
    "uk": ("7", "42, 4", "42, 4, 25, 40, 15:15, 1234"),
}
SHORTEST_SPEECH_S = 0.3


def heard_s(text: str, language: str, file: Path) -> float:
    """Seconds of sound that are not silence, by the engine itself."""
    program = shutil.which("espeak-ng")
    assert program is not None, "espeak-ng is missing: run the set-up for tests again"
    subprocess.run([program, "-v", language, "-w", str(file), in_full(text, language)], check=True)
    with wave.open(str(file)) as sound:
        assert sound.getsampwidth() == 2
        frames = memoryview(sound.readframes(sound.getnframes())).cast("h")
        return float(sum(abs(sample) > 200 for sample in frames) / sound.getframerate())


@pytest.mark.parametrize("language", SENTENCES)
def test_longer_sentences_are_heard_longer_and_within_the_patience_for_them(language: str, tmp_path: Path) -> None:
    lengths = [heard_s(text, language, tmp_path / f"{at}.wav") for at, text in enumerate(SENTENCES[language])]
    assert lengths == sorted(lengths)
    assert lengths[0] > SHORTEST_SPEECH_S / 4
    for text, length in zip(SENTENCES[language], lengths, strict=True):
        assert length < patience_s(in_full(text, language))


@pytest.mark.parametrize("language", NAMES)
def test_every_language_is_heard(language: str, tmp_path: Path) -> None:
    assert heard_s("42", language, tmp_path / "one.wav") > SHORTEST_SPEECH_S / 2


def test_numbers_sound_different(tmp_path: Path) -> None:
    sounds = set()
    for number in (12, 13, 16, 42, 52, 72, 92):
        heard_s(str(number), "fr", tmp_path / "number.wav")
        sounds.add((tmp_path / "number.wav").read_bytes())
    assert len(sounds) == 7


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell no process that its parent ended")
def test_an_engine_that_waits_for_a_silent_dispatcher_ends_with_its_station(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as dispatcher:
        dispatcher.bind(str(tmp_path / "dispatcher"))
        dispatcher.listen()
        dispatcher.settimeout(20)
        start = "import subprocess, sys; subprocess.run([sys.executable, '-m', 'cdm_kiosk.station.speech_engine'])"
        address = {"SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 'dispatcher'}"}
        with subprocess.Popen(
            [sys.executable, "-c", start], stdin=subprocess.PIPE, cwd=CHECKOUT, env={**os.environ, **address}
        ) as station:
            waiting, _ = dispatcher.accept()
            waiting.settimeout(20)
            assert waiting.recv(1), "the engine has asked, and gets no answer"
            station.kill()
        with waiting:
            while waiting.recv(4096):
                pass


def test_the_machines_own_engine_speaks_every_language_of_the_house(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with silent_dispatcher(tmp_path / "speech") as told:
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        voice = Voice()
        with qtbot.waitSignal(voice.ready, timeout=voices.READY_WITHIN_MS):
            voice.warm_up()
        assert set(NAMES) <= voice.languages()
        for language in ("fr", "ar"):
            with qtbot.waitSignals([voice.speaking, voice.done], order="strict"):
                voice.say(in_full("42", language), language, 40)
        voice.close()


def test_a_machine_whose_own_language_has_no_voice_speaks_those_it_has(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with silent_dispatcher(tmp_path / "speech", ["fr"]) as told:
        for name, value in {**told, "LC_ALL": "C", "LANG": "C"}.items():
            monkeypatch.setenv(name, value)
        voice = Voice()
        with qtbot.waitSignal(voice.ready, timeout=voices.READY_WITHIN_MS):
            voice.warm_up()
        assert voice.languages() == {"fr"}
        with qtbot.waitSignals([voice.speaking, voice.done], order="strict"):
            voice.say("Numéro quarante-deux.", "fr-BE", 40)
        assert voice.excuse == ""
        voice.close()


@pytest.mark.parametrize("names", [*permutations(("fr_CH", "fr_FR", "fr_BE"))])
def test_the_voice_of_a_region_does_not_depend_on_the_order_in_which_an_engine_lists_them(
    names: tuple[str, ...],
) -> None:
    found = speech_engine.voices([QLocale(name) for name in (*names, "pt_BR", "de_AT")])
    assert {code: [*regions] for code, regions in found.items()} == {
        "fr": ["FR", "BE", "CH"],
        "pt": ["BR"],
        "de": ["AT"],
    }
