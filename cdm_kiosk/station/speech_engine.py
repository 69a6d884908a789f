"""Speaks for one station, in a process of its own: an engine of speech that hangs must not hold a screen.

``python -m cdm_kiosk.station.speech_engine`` reads lines of JSON, ``{"say": text, "language": "fr", "volume": 40}``
or ``{"stop": true}``, and answers with lines: ``{"voices": [...]}`` once, then ``{"read": n}`` for each line read,
``{"state": "speaking" | "done"}`` and ``{"failed": sentence}``. It ends when its input does.
"""

from __future__ import annotations

import ctypes
import json
import signal
import sys
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QLoggingCategory, QObject, Qt, Signal, Slot

from cdm_kiosk import console

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ENGINES = ("speechd", "winrt", "sapi", "darwin")
"""In this order; Qt's "mock" is no voice."""
REGIONS = {
    "fr": ("FR", "BE", "CH", "CA"),
    "en": ("GB", "IE", "US"),
    "es": ("ES",),
    "it": ("IT", "CH"),
    "pt": ("PT", "BR"),
    "de": ("DE", "AT", "CH"),
    "nl": ("NL", "BE"),
    "ar": ("EG", "SA", "MA"),
    "uk": ("UA",),
}
"""Where a language has several voices and the site names no region: the first of these, then by the alphabet."""
PR_SET_PDEATHSIG = 1
"""Linux: the signal that a process gets when its parent ends (prctl(2))."""


class Mouth(QObject):
    """One engine of speech and what it was told to do."""

    heard = Signal(str)
    """A line came; from the thread that reads."""
    ended = Signal()
    """No line will come any more; from the thread that reads, perhaps before the event loop runs."""

    def __init__(self, engine: QTextToSpeech) -> None:
        super().__init__()
        self._engine = engine
        self._read = 0
        self._voices = voices(engine.availableLocales())
        self.heard.connect(self._obey)
        engine.stateChanged.connect(self._state_changed)
        engine.errorOccurred.connect(self._failed)

    def languages(self) -> list[str]:
        """The codes of the languages that have a voice here."""
        return sorted(self._voices)

    @Slot(str)
    def _obey(self, line: str) -> None:
        order = json.loads(line)
        if "say" in order:
            self._say(order["say"], order["language"], order["volume"])
        else:
            from PySide6.QtTextToSpeech import QTextToSpeech

            self._engine.stop(QTextToSpeech.BoundaryHint.Immediate)
        self._read += 1
        answer(read=self._read)

    def _say(self, text: str, language: str, volume: int) -> None:
        code, _, region = language.partition("-")
        regions = self._voices.get(code)
        if regions is None:
            answer(failed=f'there is no voice for "{language}"')
            return
        locale = regions.get(region) or next(iter(regions.values()))
        if self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.setVolume(volume / 100)
        self._engine.say(text)

    @Slot(object)
    def _state_changed(self, state: QTextToSpeech.State) -> None:
        if state.name in ("Speaking", "Ready"):
            answer(state="speaking" if state.name == "Speaking" else "done")

    @Slot(object, str)
    def _failed(self, reason: object, sentence: str) -> None:
        answer(failed=sentence or str(reason))


def voices(locales: Iterable[QLocale]) -> dict[str, dict[str, QLocale]]:
    """By language and region, the one to be preferred first, in whatever order an engine lists them."""
    found: dict[str, dict[str, QLocale]] = {}
    for locale in sorted(locales, key=_preference):
        code = QLocale.languageToCode(locale.language())
        found.setdefault(code, {}).setdefault(QLocale.territoryToCode(locale.territory()), locale)
    return found


def _preference(locale: QLocale) -> tuple[int, str]:
    regions = REGIONS.get(QLocale.languageToCode(locale.language()), ())
    region = QLocale.territoryToCode(locale.territory())
    return regions.index(region) if region in regions else len(regions), locale.name()


def answer(**fields: Any) -> None:
    """One line to whoever started this process."""
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Speak until the input ends; 1 where nothing here can speak."""
    # A station that is gone reads no answer.
    console.set_up()
    # The station that asked decides when this ends, by closing the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        # While the machine's own dispatcher keeps this one waiting, nobody reads the input: a station that was
        # killed meanwhile would leave it behind for ever.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    app = QCoreApplication([])
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError as missing:
        answer(failed=f"a library of speech is missing: {missing}")
        return 1
    name = next((each for each in ENGINES if each in QTextToSpeech.availableEngines()), None)
    engine = QTextToSpeech(name) if name is not None else None
    # Its state may be an error only because no voice fits this process's own locale: voices speak all the same.
    if engine is None or not engine.availableLocales():
        answer(failed=(engine.errorString() if engine is not None else "") or "Qt finds no engine of speech")
        return 1
    mouth = Mouth(engine)
    answer(voices=mouth.languages())
    mouth.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=_listen, args=(mouth,), daemon=True).start()
    return app.exec()


def _listen(mouth: Mouth) -> None:
    for line in sys.stdin:
        mouth.heard.emit(line)
    mouth.ended.emit()


if __name__ == "__main__":
    sys.exit(main())
