"""What of a damaged day can go on: the events that are what was written and still make sense one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from cdm_kiosk.domain.events import DayClosed, DayOpened, Event, TicketIssued
from cdm_kiosk.domain.experience import Experience
from cdm_kiosk.domain.floor import Floor, evolve
from cdm_kiosk.domain.site import Site
from cdm_kiosk.store.day_log import Entry, StoredAnswer
from cdm_kiosk.store.reading import Reading, Row
from cdm_kiosk.store.witness import Today
from cdm_kiosk.wire import EVENT


@dataclass(frozen=True, slots=True)
class Saved:
    """The day that goes on: its entries, the highest number that may have been given, and the numbers lost by it.

    ``events`` are those of the former log that were kept.
    """

    entries: tuple[Entry, ...]
    floor: Floor
    events: int
    lost_numbers: tuple[int, ...]

    @property
    def today(self) -> Today:
        return Today(self.floor.last_number, self.floor.date or self.floor.closed_on, self.floor.is_open)


def saved(site: Site, reading: Reading, above: int, now: datetime) -> Saved:
    """The day of ``reading`` as far as it can be read, to go on above every number that was ever given in it.

    ``above`` is what people saw: the highest number that somebody holds, 0 where nobody said.
    """
    # A file of another day, put back from a copy, holds people who have long gone home.
    first = 0 if reading.known is None else reading.known.first
    of_the_day = [row for row in reading.sound if row.position >= first]
    events = [(row, event) for row in of_the_day if (event := _event(row)) is not None]
    closing = next((at for at, (_, event) in reversed([*enumerate(events)]) if isinstance(event, DayClosed)), None)
    rest = events if closing is None else events[closing + 1 :]
    closed = None if closing is None else cast(DayClosed, events[closing][1])
    opened = next((event for _, event in rest if isinstance(event, DayOpened)), None)
    before = Today() if reading.known is None else reading.known.today
    if opened is not None:
        date = opened.date
    else:
        date = before.date or (closed.date if closed is not None else site.local(now).date())
    begins_after = closed.last_number if closed is not None and closed.date == date else 0
    # What stands beyond the witness may not be sound, and its numbers are on paper all the same.
    beyond = [row for row in reading.rows if reading.known is not None and row.position > reading.known.position]
    read = [event for _, event in events] + [_event(row) for row in beyond]
    given = [event.number for event in read if isinstance(event, TicketIssued)]
    number = max(begins_after, before.number, above, *given, 0)
    at = opened.at if opened is not None else rest[0][1].at if rest else closed.at if closed is not None else now
    # A date that opens once more goes on counting (domain/floor.py): so the numbers go on above the highest.
    beginning: list[Event] = [DayClosed(at, date, number, closed.known if closed is not None else Experience())]
    if opened is not None or _was_open(reading, events, closing):
        beginning.append(DayOpened(at, date))
    floor = Floor(site)
    for event in beginning:
        floor = evolve(floor, event)
    entries = [Entry((EVENT.dump_json(event).decode(),)) for event in beginning]
    held: list[int] = []
    for row, event in rest:
        if isinstance(event, DayOpened) or not floor.is_open:
            continue
        try:
            floor = evolve(floor, event)
        except (LookupError, ValueError):
            # It speaks of something that was lost.
            continue
        entries.append(Entry((row.body,), _answer(row)))
        if isinstance(event, TicketIssued):
            held.append(event.number)
    kept = len(entries) - len(beginning) + (opened is not None) + (closed is not None)
    lost = tuple(each for each in range(begins_after + 1, number + 1) if each not in set(held))
    return Saved(tuple(entries), floor, kept, lost if floor.is_open else ())


def _was_open(reading: Reading, events: Sequence[tuple[Row, Event]], closing: int | None) -> bool:
    """Whether the day was open when it was last heard of, where its opening cannot be read."""
    if reading.known is None:
        return closing is None
    closed_later = closing is not None and events[closing][0].position >= reading.known.position
    return reading.known.today.is_open and not closed_later


def _event(row: Row) -> Event | None:
    try:
        return EVENT.validate_json(row.body)
    except ValueError:
        return None


def _answer(row: Row) -> StoredAnswer | None:
    _, key, fingerprint, status, answer = row.values
    return None if key is None else StoredAnswer(str(key), str(fingerprint), int(status or 0), str(answer))
