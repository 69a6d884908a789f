"""Reads a stream of server-sent events from bytes as they come (HTML standard, "event stream interpretation")."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One event: its kind, its data, and the id to resume after ("" when it had none)."""

    kind: str
    data: str
    id: str


class EventStream:
    """Feed it bytes in any slices; it gives whole messages."""

    def __init__(self) -> None:
        self._rest = b""
        self._kind = ""
        self._id = ""
        self._data: list[str] = []

    def feed(self, more: bytes) -> list[Message]:
        """The messages that ``more`` completes, in order."""
        *lines, self._rest = (self._rest + more).split(b"\n")
        messages = []
        for line in lines:
            message = self._take(line.rstrip(b"\r").decode("utf-8", "replace"))
            if message is not None:
                messages.append(message)
        return messages

    def _take(self, line: str) -> Message | None:
        if not line:
            message = Message(self._kind or "message", "\n".join(self._data), self._id) if self._data else None
            self._kind, self._id, self._data = "", "", []
            return message
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._kind = value
        elif name == "data":
            self._data.append(value)
        elif name == "id":
            self._id = value
        return None
