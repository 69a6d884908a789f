"""What a check-up of a machine finds: for people as sentences, for programs under keys that stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: ``what`` it is, its ``state`` by a word, and how it is said.

    What is wrong has ``advice``, one sentence that says what to do; what is well has none.
    """

    what: str
    state: str
    sentence: str
    advice: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_well(self) -> bool:
        return not self.advice

    def as_json(self) -> dict[str, Any]:
        """As ``doctor --json`` says it (docs/network.md)."""
        return {
            "what": self.what,
            "state": self.state,
            "well": self.is_well,
            "sentence": self.sentence,
            "advice": self.advice,
            "values": dict(self.values),
        }
