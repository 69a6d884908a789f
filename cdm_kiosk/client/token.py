"""The token that a station shows its hub with every request."""

from __future__ import annotations

import re
from collections.abc import Callable

FORM = re.compile(r"[A-Za-z0-9_-]{20,200}")
"""What a header can hold, and nothing that would end one."""


class Token:
    """What ``read`` gives, "" for none; read again where the hub does not know it. Never part of a text."""

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read
        self._text = _of_form(read())

    @property
    def header(self) -> bytes:
        """What stands behind ``Authorization``, empty without a token."""
        return f"Bearer {self._text}".encode("ascii") if self._text else b""

    def read_again(self, refused: bytes) -> bool:
        """The hub did not know the token with this ``header``: whether there is another now."""
        if refused == self.header:
            self._text = _of_form(self._read())
        return refused != self.header


def _of_form(text: str) -> str:
    found = text.strip()
    return found if FORM.fullmatch(found) else ""


NO_TOKEN = Token(str)
