"""Says the page of the PIN to whoever looks after the kiosk and hears it; never which digits were typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from cdm_kiosk.viewmodels.kiosk import spoken
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.leave import LeaveViewModel
from cdm_kiosk.viewmodels.kiosk.voice import KioskVoice
from cdm_kiosk.viewmodels.shared.shown import once_a_turn


class LeaveVoice(QObject):
    """Who asked for the PIN by ear goes on by ear; afterwards nothing of it is left for the next visitor.

    ``tick`` is called once a second.
    """

    def __init__(self, leave: LeaveViewModel, voice: KioskVoice, vm: KioskViewModel) -> None:
        super().__init__(leave)
        self._leave = leave
        self._voice = voice
        self._vm = vm
        self._spoken_of = leave.props
        self._follow_soon = once_a_turn(self._follow, self)
        leave.opened.connect(self._begin)
        for name in ("stage", "problem", "typed"):
            leave.signal_of(name).connect(self._follow_soon.start)

    @Slot()
    def tick(self) -> None:
        """One second went by: the page has its own patience, and who still listens is still there."""
        if self._leave.props.stage:
            self._vm.touched()
            if self._voice.is_heard:
                self._leave.touched()

    @Slot()
    def _begin(self) -> None:
        listened = self._vm.comfort.speech
        self._vm.abandon()
        if listened:
            self._voice.begin()

    @Slot()
    def _follow(self) -> None:
        before, now = self._spoken_of, self._leave.props
        self._spoken_of = now
        self._voice.lay_over(spoken.leave_words(now.stage, now.problem))
        if before.stage and not now.stage:
            self._vm.abandon()
        elif now.stage == "pin" and not now.busy and not now.problem and now.typed != before.typed:
            self._voice.tell(spoken.typed_words(now.typed))
