"""Keeps the tickets that are on their way to paper, so that a crash prints none twice and forgets none."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cdm_kiosk.disk import owners_folder, settle, write_whole

if TYPE_CHECKING:
    from cdm_kiosk.printing.layout import TicketPaper

WAITING, BEGUN, FAILED = ".waiting", ".begun", ".failed"
FORMAT = 2
"""The first one had none, and knew a ticket by the address of its page alone."""
FRESH = timedelta(minutes=2)
"""After that the visitor has left the kiosk: a paper would belong to nobody."""


@dataclass(frozen=True)
class Spooled:
    """A ticket in the spool."""

    file: Path
    paper: TicketPaper
    at: datetime


@dataclass(frozen=True)
class Left:
    """What a crash left: to print once, and to doubt (paper may have come out, or came too late)."""

    to_print: tuple[Spooled, ...]
    doubtful: tuple[TicketPaper, ...]


class Spool:
    """One small file a ticket, with what its paper says and nothing else. ``now`` gives aware times.

    Its methods touch the disk and may raise OSError.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._count = 0
        self._own: set[str] = set()
        self._failed: dict[str, Path] = {}

    def put(self, paper: TicketPaper) -> Spooled:
        """Keep a ticket; it is on the disk when this returns."""
        for folder in (self._folder.parent, self._folder):
            owners_folder(folder, is_ours=True)
        at = self._now()
        self._count += 1
        file = self._folder / f"{at.timestamp():017.6f}-{self._count:06}{WAITING}"
        self._own.add(file.stem)
        said = json.dumps({"format": FORMAT, "at": at.isoformat(), "paper": asdict(paper)}, ensure_ascii=False)
        write_whole(file, said.encode())
        return Spooled(file, paper, at)

    def begin(self, ticket: Spooled) -> None:
        """Say, on the disk, that the first byte is about to go."""
        os.replace(ticket.file, ticket.file.with_suffix(BEGUN))
        settle(self._folder)

    def end(self, ticket: Spooled) -> None:
        """Forget a ticket: its paper is there."""
        for file in (ticket.file, ticket.file.with_suffix(BEGUN)):
            file.unlink(missing_ok=True)
        self._own.discard(ticket.file.stem)
        settle(self._folder)

    def fail(self, ticket: Spooled) -> None:
        """Remember that no paper came, or none that anybody can be sure of, until what follows is settled."""
        begun, failed = (ticket.file.with_suffix(suffix) for suffix in (BEGUN, FAILED))
        os.replace(begun if begun.exists() else ticket.file, failed)
        self._failed[ticket.paper.ticket] = failed
        settle(self._folder)

    def settle(self, ticket: str) -> None:
        """Forget a ticket that failed: its visitor keeps the number in mind, or the hub knows."""
        file = self._failed.pop(ticket, None)
        if file is not None:
            file.unlink(missing_ok=True)
            self._own.discard(file.stem)
            settle(self._folder)

    def is_fresh(self, ticket: Spooled) -> bool:
        """Whether its visitor may still stand there; not after a clock that went back."""
        return timedelta(0) <= self._now() - ticket.at <= FRESH

    def left(self) -> Left:
        """What the process before left behind; what is doubtful stays until it is settled."""
        to_print, doubtful = [], []
        for file in sorted(self._folder.glob("*")):
            # A ticket may be put meanwhile, in another thread: it, or what becomes it, is on its way already.
            if file.stem.removesuffix(WAITING) in self._own:
                continue
            ticket = _read(file) if file.suffix in (WAITING, BEGUN, FAILED) else None
            if ticket is not None and file.suffix == WAITING and self.is_fresh(ticket):
                to_print.append(ticket)
                continue
            # Of another day, nobody is there any more to be told.
            if ticket is not None and ticket.at.date() == self._now().astimezone(ticket.at.tzinfo).date():
                doubtful.append(ticket.paper)
                if file.suffix != FAILED:
                    os.replace(file, file.with_suffix(FAILED))
                self._failed[ticket.paper.ticket] = file.with_suffix(FAILED)
                continue
            file.unlink()
        return Left(tuple(to_print), tuple(doubtful))


def _read(file: Path) -> Spooled | None:
    from cdm_kiosk.printing.layout import TicketPaper

    try:
        kept = json.loads(file.read_text("utf-8"))
        said = {**kept["paper"], "where": tuple(kept["paper"]["where"])}
        if "format" not in kept:
            said["ticket"] = (said["follow_url"] or "").rpartition("/")[2]
        elif kept["format"] != FORMAT:
            return None
        return Spooled(file, TicketPaper(**said), datetime.fromisoformat(kept["at"]))
    except (ValueError, KeyError, TypeError):
        return None
