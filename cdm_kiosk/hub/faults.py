"""What keeps a hub from starting."""

from __future__ import annotations


class HubFault(Exception):
    """The hub cannot start; ``sentence`` tells its keeper why and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
