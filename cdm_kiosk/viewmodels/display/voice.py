"""Sounds the display's calls: asks its queue what is to be heard next, and gives it to the chime and the voice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from cdm_kiosk.client.hub import single_shot
from cdm_kiosk.viewmodels.display.announcements import Announcements, Call, InLanguage, PlayChime
from cdm_kiosk.viewmodels.shared.speech import Speaker

NOT_BEFORE_MS = 1


class DisplayVoice(QObject):
    """Every call has its chime, at once or when the call before was heard, with a voice or without any.

    ``seconds`` is a clock that never runs back. ``ended`` is to be called when the voice is silent again.
    """

    chimed = Signal(int)
    """From 0 to 100 as loud as this screen can."""

    def __init__(
        self,
        speaker: Speaker,
        in_language: InLanguage,
        seconds: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._in_language = in_language
        self._seconds = seconds
        self._queue = Announcements()
        self._turn = single_shot(self, self.move_on)

    @Slot(object)
    def announce(self, call: Call) -> None:
        """A call took the large place of the screen."""
        self._queue = self._queue.heard(call, self._seconds())
        self.move_on()

    @Slot(object)
    def join(self, call: Call) -> None:
        """More numbers were called together with those in the large place."""
        self._queue = self._queue.joined(call, self._seconds())
        self.move_on()

    @Slot(object)
    def keep(self, standing: frozenset[int]) -> None:
        """Of the numbers that are still to be said, these are still meant."""
        self._queue = self._queue.kept(standing)

    @Slot()
    def ended(self) -> None:
        """The voice came to its end, was stopped, or failed."""
        self._queue = self._queue.said(self._seconds())
        self.move_on()

    @Slot()
    def move_on(self) -> None:
        """Let the next sound be heard if it is quiet now, and come back when it should be over."""
        now_s = self._seconds()
        self._queue, sound = self._queue.next(now_s, self._in_language, self._speaker.speaks)
        if self._queue.busy_until_s > now_s:
            self._turn.start(max(NOT_BEFORE_MS, round(1000 * (self._queue.busy_until_s - now_s))))
        if isinstance(sound, PlayChime):
            self.chimed.emit(sound.volume)
        elif sound is not None:
            self._speaker.say(sound.text, sound.language, sound.volume)
