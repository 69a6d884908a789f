"""Lets a kiosk be paired without sight: says each page and the digits one by one, reads what is touched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cdm_kiosk.viewmodels.pairing import words
from cdm_kiosk.viewmodels.pairing.pairing import PairingViewModel
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml, once_a_turn
from cdm_kiosk.viewmodels.shared.speech import Speaker

LOUDEST = 5
SAFE_VOLUME = 2
ORNAMENTS = "‹› \u00a0"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PairingVoiceProps:
    active: bool = False
    reads: bool = False
    """Whether a touch is read first: somebody listens, and there is a voice for the language in use."""
    volume: int = SAFE_VOLUME
    excuse: str = ""
    """Why nothing is said; "" where all is well."""


@known_to_qml
class PairingVoice(ViewModel[PairingVoiceProps]):
    """The speech mode of a kiosk that is being paired (EN 301 549 5.1.3)."""

    def __init__(self, vm: PairingViewModel, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(PairingVoiceProps(), parent)
        self._vm = vm
        self._speaker = speaker
        self._last = ""
        self._page = ("", "")
        self._follow_soon = once_a_turn(self._follow, self)
        self._repeat_soon = once_a_turn(self.repeat, self)
        for name in ("stage", "heading", "sentence", "digits", "language"):
            vm.signal_of(name).connect(self._follow_soon.start)
        vm.signal_of("address_problem").connect(self._tell_problem)
        vm.signal_of("address").connect(self._tell_typed)

    @Slot()
    def voices_changed(self) -> None:
        """The machine's voices came, or went."""
        self._follow_soon.start()

    @Slot()
    def toggle(self) -> None:
        """Begin to speak, or be silent again."""
        if self.props.active:
            self.end()
        else:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Somebody plugged headphones in, or asked to listen."""
        self._page = ("", "")
        self._update(active=True)
        self._follow_soon.start()

    @Slot()
    def end(self) -> None:
        self._speaker.stop()
        self._update(active=False, reads=False, excuse="")

    @Slot()
    def louder(self) -> None:
        self._change_volume(1)

    @Slot()
    def softer(self) -> None:
        self._change_volume(-1)

    @Slot()
    def repeat(self) -> None:
        """Say the last text again."""
        self._say(self._last)

    @Slot()
    def interrupt(self) -> None:
        """Any action silences what is being said (EN 301 549 5.1.3.5)."""
        if self.props.active:
            self._speaker.stop()

    @Slot()
    def pressed(self) -> None:
        """A finger came down: beside all controls, it asks what the page says."""
        self.interrupt()
        if self.props.active:
            self._last = words.page_words(self._vm.props)
            self._repeat_soon.start()

    @Slot()
    def held(self) -> None:
        """The finger is on a control that was read before: it will choose."""
        self._repeat_soon.stop()

    @Slot(str, str)
    def read(self, name: str, detail: str) -> None:
        """Say a control."""
        self._repeat_soon.stop()
        self._say(". ".join(filter(None, (name.strip(ORNAMENTS), detail))))

    @Slot()
    def _follow(self) -> None:
        if not self.props.active:
            return
        language = self._vm.props.language
        speaks = self._speaker.speaks(language)
        excuse = "" if speaks else translate("Pairing", "Cette machine ne parle pas cette langue pour le moment.")
        self._update(reads=speaks, excuse=excuse)
        page = language, words.page_words(self._vm.props)
        if speaks and page != self._page:
            self._page = page
            self._say(page[1])

    @Slot()
    def _tell_problem(self) -> None:
        self._say(self._vm.props.address_problem)

    @Slot()
    def _tell_typed(self) -> None:
        """What was typed last, so that nobody has to see the field."""
        self._say(self._vm.props.address[-1:])

    def _change_volume(self, by: int) -> None:
        self._update(volume=min(LOUDEST, max(1, self.props.volume + by)))
        self._say(self._last)

    def _say(self, text: str) -> None:
        language = self._vm.props.language
        if not text or not self.props.active or not self._speaker.speaks(language):
            return
        # Its library is large: it loads with the first word, not before the first frame.
        from cdm_kiosk.viewmodels.shared.number_words import in_full

        self._last = text
        self._speaker.say(in_full(text, language), language, 100 * self.props.volume // LOUDEST)
