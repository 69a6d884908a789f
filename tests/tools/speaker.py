"""A voice that writes down what it is given instead of saying it: the true edge of sound."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    text: str
    language: str
    volume: int


@dataclass
class RecordingSpeaker:
    """``voices`` are the languages that it has a voice for."""

    voices: frozenset[str] = frozenset(("fr", "en", "es", "it", "pt", "de", "nl", "ar", "uk"))
    said: list[Said] = field(default_factory=list)
    stopped: int = 0
    speaking: bool = False

    def say(self, text: str, language: str, volume: int) -> None:
        self.said.append(Said(text, language, volume))
        self.speaking = True

    def stop(self) -> None:
        self.stopped += 1
        self.speaking = False

    def speaks(self, language: str) -> bool:
        return language in self.voices

    def is_speaking(self) -> bool:
        return self.speaking

    @property
    def last(self) -> str:
        """The last text, with plain spaces."""
        return self.said[-1].text.replace("\u00a0", " ") if self.said else ""
