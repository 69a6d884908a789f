"""What keeps a program from its work and can be mended by whoever runs it."""

from __future__ import annotations


class SentenceFault(Exception):
    """Its ``sentence`` tells whoever runs the program what is wrong and what to do, in English."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
