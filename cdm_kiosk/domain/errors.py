"""What the house can refuse and what a hub can lack, each with a stable code and the values of its sentence."""

from __future__ import annotations

from collections.abc import Mapping

from cdm_kiosk.domain.faults import Code, Value, in_english
from cdm_kiosk.domain.sentence_fault import SentenceFault


class Refusal(Exception):
    """A command that the house does not carry out; the floor stays exactly as it was.

    ``code`` is stable; ``field`` names what was at fault, when something was; ``values`` are for its sentence.
    """

    def __init__(self, code: Code, field: str | None = None, **values: Value) -> None:
        super().__init__(code, field, values)
        self.code = code
        self.field = field
        self.values: Mapping[str, Value] = values

    @property
    def message(self) -> str:
        """What is refused, in English."""
        return in_english(self.code, self.values)

    def __str__(self) -> str:
        return self.message


class Forbidden(Refusal):
    """Somebody asks who may not; ``field`` is what this role may not give, or whose it is not."""


class Unknown(Refusal):
    """Something named does not exist in this house."""


class Invalid(Refusal):
    """A command whose content can never be right."""


class Conflict(Refusal):
    """A command that does not fit the floor as it is now."""


class Lack(SentenceFault):
    """What a hub lacks on its machine to do its work: a disk, a port, a file."""

    def __init__(self, code: Code, **values: Value) -> None:
        super().__init__(in_english(code, values))
        self.code = code
        self.values: Mapping[str, Value] = values
