"""Lets the kiosk be used without sight: says what comes, reads what is touched, is silent at any action."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Slot

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.viewmodels.kiosk import spoken
from cdm_kiosk.viewmodels.kiosk.comfort import LOUDEST
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from cdm_kiosk.viewmodels.kiosk.visit import FIRST_LANGUAGE
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml, once_a_turn
from cdm_kiosk.viewmodels.shared.speech import Speaker, patience_s

Parts = tuple[tuple[str, str], ...]
"""Texts in the order they are said, each with its language."""

CODES = {name: code for code, name in NAMES.items()}


@dataclass(frozen=True, slots=True)
class Heard:
    """What a visitor was told last: when one of these changes, there is something to say."""

    speech: bool = False
    place: tuple[str, ...] = ()
    print_state: str = ""
    notice: str = ""
    still_there: bool = False


@dataclass(frozen=True, slots=True)
class VoiceProps:
    excuse: str = ""
    """Why nothing is said, or not in the language asked for; "" where all is well."""
    reads: bool = False
    """Whether a touch is read first: somebody listens, and there is a voice for the language in use."""


@known_to_qml
class KioskVoice(ViewModel[VoiceProps]):
    """The speech mode of one kiosk (EN 301 549 5.1.3); ``tick`` is called once a second."""

    def __init__(self, vm: KioskViewModel, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(VoiceProps(), parent)
        self._vm = vm
        self._speaker = speaker
        self._heard = Heard()
        self._last: Parts = ()
        self._rest: Parts = ()
        self._has_begun = False
        self._voice_off = ("", FIRST_LANGUAGE)
        self._above = ""
        self._fell_back = False
        self._patience_s = 0
        self._follow_soon = once_a_turn(self._follow, self)
        self._repeat_soon = once_a_turn(self.repeat, self)
        for name in ("language", "page", "theme_label", "ticket_number", "print_state", "notice", "still_there"):
            vm.signal_of(name).connect(self._follow_soon.start)
        vm.signal_of("speech").connect(self._switch)

    @Slot()
    def voices_changed(self) -> None:
        """The machine's voices came, or went."""
        self._follow_soon.start()

    @Slot()
    def toggle(self) -> None:
        """Begin to speak, or be silent again."""
        if self._vm.comfort.speech:
            self.end()
        else:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Somebody plugged headphones in, or asked to listen."""
        self._vm.touched()
        if self._speaks_here():
            self._prefer(speech=True)
        else:
            self._update(excuse=self._no_voice_words())

    @Slot()
    def end(self) -> None:
        self._prefer(speech=False)

    @Slot()
    def louder(self) -> None:
        self._change_volume(1)

    @Slot()
    def softer(self) -> None:
        self._change_volume(-1)

    @Slot()
    def repeat(self) -> None:
        """Say the last text again."""
        self._vm.touched()
        if self._vm.comfort.speech:
            self._say_again()

    @Slot()
    def interrupt(self) -> None:
        """Any action silences what is being said (EN 301 549 5.1.3.5)."""
        self._patience_s = 0
        self._rest = ()
        if self._vm.comfort.speech:
            self._speaker.stop()

    @Slot()
    def pressed(self) -> None:
        """A finger came down: beside all controls, it asks what the page says."""
        self.interrupt()
        if self._vm.comfort.speech and not self._vm.props.still_there:
            self._last = self._in_voices(self._page_text())
            self._repeat_soon.start()

    @Slot()
    def held(self) -> None:
        """The finger is on a control that was read before: it will choose."""
        self._repeat_soon.stop()

    @Slot(str, str)
    def read(self, name: str, detail: str) -> None:
        """Say a control. The name of a language is said in that language."""
        self._repeat_soon.stop()
        if self._vm.comfort.speech:
            code = CODES.get(name, "")
            self._say(
                spoken.control_words(name, detail),
                code if code and self._speaker.speaks(code) else self._vm.props.language,
            )

    @property
    def is_heard(self) -> bool:
        """Whether somebody may still be listening to a text."""
        return self._patience_s > 0 and self._speaker.is_speaking()

    def lay_over(self, text: str) -> None:
        """What a page above all others says, instead of theirs; "" while there is none."""
        before, self._above = self._above, text
        if text and text != before:
            self.tell(text)

    def tell(self, text: str) -> None:
        """Say something that just came about; a voice that has yet to greet says the page with it."""
        if self._heard.speech and self._vm.comfort.speech:
            self._say(text, self._vm.props.language)

    @Slot()
    def began(self) -> None:
        """The text that was given last is being said."""
        self._has_begun = True

    @Slot()
    def ended(self) -> None:
        """A text came to its end: the rest of what is said follows, in its own voice."""
        # The end of a text that was silenced may be told when another was given already.
        if self._has_begun:
            self._say_next()

    @Slot()
    def tick(self) -> None:
        """One second went by: who still listens is still there."""
        if self.is_heard and not self._vm.props.still_there:
            self._patience_s -= 1
            self._vm.touched()

    @Slot()
    def _switch(self) -> None:
        if self._vm.comfort.speech:
            self._follow_soon.start()
        else:
            self._fell_back = False
            self._update(excuse="")
            # Now, not a turn later: the next visitor may begin to listen within it.
            self._follow()

    @Slot()
    def _follow(self) -> None:
        props = self._vm.props
        before, self._heard = (
            self._heard,
            Heard(
                self._vm.comfort.speech,
                (props.language, props.page, props.theme_label, props.ticket_number),
                props.print_state,
                props.notice,
                props.still_there,
            ),
        )
        now = self._heard
        self._update(reads=now.speech and self._speaker.speaks(props.language))
        if not now.speech:
            if before.speech:
                self._say(*self._voice_off)
            if before.speech or before.place != now.place:
                self._update(excuse="")
            return
        if not self.props.reads:
            self._do_without(before)
            return
        self._fell_back = self._fell_back and props.language == FIRST_LANGUAGE
        if not self._fell_back:
            self._update(excuse="")
        self._voice_off = (spoken.voice_off_words(), props.language)
        if not before.speech:
            self._say_parts(self._in_voices(f"{spoken.welcome_words()} {self._page_text()}"))
        elif self._above:
            return
        elif now.still_there != before.still_there or now.place != before.place:
            self._say_parts(self._in_voices(self._page_text()))
        elif now.print_state != before.print_state:
            self._say(spoken.paper_words(props), props.language)
        elif now.notice != before.notice and now.notice:
            self._say(now.notice, props.language)

    def _do_without(self, before: Heard) -> None:
        """Screen and voice keep one language (EN 301 549 5.1.3.13): both speak French, and the screen says why.

        Where French has no voice, or is not spoken on this site, the screen says that nothing is said; a language
        that has a voice is greeted again.
        """
        self._heard = replace(self._heard, speech=False)
        if self._vm.props.language != FIRST_LANGUAGE and self._speaker.speaks(FIRST_LANGUAGE):
            self._update(excuse=spoken.no_voice_words())
            self._vm.chooseLanguage(FIRST_LANGUAGE)
            if self._vm.props.language == FIRST_LANGUAGE:
                self._fell_back = True
                return
        self._update(excuse=self._no_voice_words())
        if before.speech:
            self._say(*self._voice_off)

    def _speaks_here(self) -> bool:
        return self._speaker.speaks(self._vm.props.language) or self._speaker.speaks(FIRST_LANGUAGE)

    def _no_voice_words(self) -> str:
        some = any(self._speaker.speaks(language) for language in NAMES)
        return spoken.not_in_this_language_words() if some else spoken.no_speech_words()

    def _page_text(self) -> str:
        return self._above or spoken.page_words(self._vm.props)

    def _prefer(self, **changes: object) -> None:
        self._vm.prefer(replace(self._vm.comfort, **changes))  # type: ignore[arg-type]

    def _change_volume(self, by: int) -> None:
        self._vm.touched()
        if self._vm.comfort.speech:
            self._prefer(volume=min(LOUDEST, max(1, self._vm.comfort.volume + by)))
            self._say_again()

    def _in_voices(self, text: str) -> Parts:
        """Parts by the voices that there are: without one for a language all of it is said in the screen's."""
        parts = spoken.in_voices(text, self._vm.props)
        speaks = all(self._speaker.speaks(language) for _, language in parts)
        return parts if speaks else ((text, self._vm.props.language),)

    def _say(self, text: str, language: str) -> None:
        self._say_parts(((text, language),))

    def _say_parts(self, parts: Parts) -> None:
        self._last = parts
        self._say_again()

    def _say_again(self) -> None:
        self._rest = self._last
        self._say_next()

    def _say_next(self) -> None:
        if not self._rest:
            return
        (text, language), *rest = self._rest
        self._rest = tuple(rest)
        self._has_begun = False
        if not self._speaker.speaks(language):
            return
        # Its library is large: it loads with the first word, not before the first frame.
        from cdm_kiosk.viewmodels.shared.number_words import in_full

        self._patience_s = patience_s(text)
        tag = self._vm.spoken(language)
        self._speaker.say(in_full(text, tag), tag, 100 * self._vm.comfort.volume // LOUDEST)
