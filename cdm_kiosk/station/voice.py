"""A station's voice: says one text at a time through a process of its own, or knows why it cannot."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from cdm_kiosk.client.hub import single_shot

logger = logging.getLogger(__name__)

ENGINE = (sys.executable, "-m", "cdm_kiosk.station.speech_engine")
READY_WITHIN_MS = 20_000
"""A machine's speech service may be started by the first who asks for it."""
ANSWERS_WITHIN_MS = 3_000
TRY_AGAIN_MS = 60_000
ENDS_WITHIN_MS = 2_000


class Voice(QObject):
    """Nothing runs before ``warm_up``; until the engine is ready, and where it cannot be, no language has a voice.

    An engine that hangs or ends is started again after ``TRY_AGAIN_MS``. ``excuse`` says why there is no voice, for
    the log and whoever sets the machine up.
    """

    ready = Signal()
    speaking = Signal()
    done = Signal()
    """What was said came to its end, or was stopped."""
    failed = Signal(str)

    def __init__(self, engine: tuple[str, ...] = ENGINE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.excuse = ""
        self._command = engine
        self._voices: frozenset[str] = frozenset()
        self._is_speaking = False
        self._orders = self._read = 0
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.finished.connect(self._lose)
        self._process.errorOccurred.connect(self._lose)
        self._hangs = single_shot(self, self._process.kill)
        self._again = single_shot(self, self.warm_up)

    @Slot()
    def warm_up(self) -> None:
        """Start the engine now, so that the first visitor does not wait for it."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._orders = self._read = 0
            self._process.start(self._command[0], list(self._command[1:]))
            self._hangs.start(READY_WITHIN_MS)

    def languages(self) -> frozenset[str]:
        """The codes of the languages that have a voice here."""
        return self._voices

    def speaks(self, language: str) -> bool:
        """Whether ``language`` has a voice here."""
        return language in self._voices

    def is_speaking(self) -> bool:
        return self._is_speaking

    def say(self, text: str, language: str, volume: int) -> None:
        """Say ``text`` at once, 0 to 100 loud, in place of what is being said; "fr-BE" in the voice of there."""
        if not self._voices:
            self.failed.emit(self.excuse)
            return
        self._is_speaking = True
        self._order(say=text, language=language, volume=volume)

    @Slot()
    def stop(self) -> None:
        """Be silent at once."""
        if self._is_speaking:
            self._is_speaking = False
            self._order(stop=True)

    def close(self) -> None:
        """End the engine; without, Qt would complain of a process that outlives its station."""
        self._again.stop()
        self._process.finished.disconnect(self._lose)
        self._process.errorOccurred.disconnect(self._lose)
        self._hangs.stop()
        self._process.closeWriteChannel()
        # One that is still waiting for its machine would not notice that nobody needs it any more.
        if not self._voices or not self._process.waitForFinished(ENDS_WITHIN_MS):
            self._process.kill()
            self._process.waitForFinished(ENDS_WITHIN_MS)

    def _order(self, **order: Any) -> None:
        self._orders += 1
        self._process.write(json.dumps(order).encode() + b"\n")
        if not self._hangs.isActive():
            self._hangs.start(ANSWERS_WITHIN_MS)

    @Slot()
    def _hear(self) -> None:
        while self._process.canReadLine():
            answer = json.loads(self._process.readLine().toStdString())
            if "voices" in answer:
                self._hangs.stop()
                self.excuse = ""
                self._voices = frozenset(answer["voices"])
                self.ready.emit()
            elif "read" in answer:
                self._read = answer["read"]
                if self._read == self._orders:
                    self._hangs.stop()
            elif "failed" in answer:
                self._fail(answer["failed"])
            else:
                self._take_state(answer["state"])

    def _take_state(self, state: str) -> None:
        # What an earlier text tells of its end is nothing to the one that took its place.
        if self._read != self._orders:
            return
        self._is_speaking = state == "speaking"
        (self.speaking if self._is_speaking else self.done).emit()

    @Slot()
    def _lose(self) -> None:
        self._hangs.stop()
        self._voices = frozenset()
        self._fail(self.excuse or "the engine of speech has ended")
        self._again.start(TRY_AGAIN_MS)

    def _fail(self, sentence: str) -> None:
        if sentence != self.excuse:
            logger.info("Nothing can be said aloud here: %s", sentence)
        self.excuse = sentence
        self._is_speaking = False
        self.failed.emit(sentence)
