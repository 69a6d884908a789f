"""What can be wrong with the data folder, in words for whoever runs the hub."""

from __future__ import annotations


class StoreFault(Exception):
    """The log cannot be read or written; nothing of the append in question is kept."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class PositionTaken(Exception):
    """Another writer was first: catch up with the log, then decide again."""
