"""Files of one JSON object a line: read with the line and field at fault named, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError

from cdm_kiosk.domain.sentence_fault import SentenceFault

NOT_AN_OBJECT = "expected one JSON object"


class LineFault(SentenceFault):
    """A line that cannot be used: its number, the field at fault, and what was expected there."""

    def __init__(self, line: int, field: str, expected: str) -> None:
        super().__init__(f"line {line}, {field}: {expected}")


class WrongField(Exception):
    """A field that cannot be used, of a line whose number is known further out."""

    def __init__(self, field: str, expected: str) -> None:
        super().__init__(field)
        self.field = field
        self.expected = expected


class FileFault(SentenceFault):
    """A file cannot be read or written."""


def numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, str]]:
    """Each line with its number, from 1; empty lines are passed over. Raises LineFault."""
    for number, raw in enumerate(lines, start=1):
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise LineFault(number, "line", "expected UTF-8 text") from None
        if text.strip():
            yield number, text


@contextmanager
def naming(number: int) -> Iterator[None]:
    """Whatever is wrong inside is reported as the fault of line ``number``: raises LineFault."""
    try:
        yield
    except WrongField as wrong:
        raise LineFault(number, wrong.field, wrong.expected) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        if not first["loc"]:
            raise LineFault(number, "line", NOT_AN_OBJECT) from None
        raise LineFault(
            number, ".".join(map(str, first["loc"])), first["msg"].removeprefix("Value error, ")
        ) from None


def keep_apart(out: Path, *read: Path | None) -> None:
    """Raises FileFault where writing ``out`` would write over a file that is ``read``, or where it names none."""
    if not out.name:
        raise FileFault("--out: expected the name of a file, like OUT.jsonl.")
    if any(file is not None and file.resolve() == out.resolve() for file in read):
        raise FileFault(f"{out} is needed as it is. Expected another name to write to.")


@contextmanager
def appearing_whole(out: Path) -> Iterator[Path]:
    """Where to write what takes the name ``out`` when all of it is written, and else leaves nothing behind."""
    unfinished = out.with_name(f"{out.name}.part")
    try:
        yield unfinished
        os.replace(unfinished, out)
    finally:
        unfinished.unlink(missing_ok=True)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """UTF-8, each line ended by LF on every system: the same lines are the same bytes."""
    with path.open("w", encoding="utf-8", newline="\n") as written:
        written.writelines(f"{line}\n" for line in lines)


@contextmanager
def telling_of_files() -> Iterator[None]:
    """A disk's refusal inside is reported in one sentence: raises FileFault."""
    try:
        yield
    except OSError as error:
        raise FileFault(f"{error.filename} cannot be used ({error.strerror}).") from error
