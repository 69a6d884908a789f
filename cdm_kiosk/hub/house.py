"""The one place where commands become events: decide, append, evolve, publish, answer.

Commands that arrive while an append is on its way to the disk are decided together and appended together, each
with its own answer. Nothing is believed, published or answered before it is durable.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime, timedelta
from functools import partial

from cdm_kiosk.domain import day, disclosure, errors
from cdm_kiosk.domain.bands import Outlook, calmed
from cdm_kiosk.domain.commands import ChangeSite, CheckClock
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.events import ClockChecked, DayClosed, Event, SiteChanged
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import BEFORE_ALL, Floor, evolve
from cdm_kiosk.domain.orders import Order, by_hub
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Stations
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.domain.verbs import fingerprint
from cdm_kiosk.hub.clock import HouseClock
from cdm_kiosk.hub.feed import Audience, Feed
from cdm_kiosk.hub.forecaster import Forecast, forecast_here
from cdm_kiosk.hub.stations import LOOK_EVERY_S, StationBook
from cdm_kiosk.hub.writer import Writer
from cdm_kiosk.store.day_log import DayLog, Entry, StoredAnswer
from cdm_kiosk.store.errors import PositionTaken, StoreFault
from cdm_kiosk.store.witness import Today
from cdm_kiosk.wire import EVENT, OFFERS, OUTLOOK, PUBLIC_EVENT, SIGN, SITE, STATIONS, Asked

logger = logging.getLogger(__name__)

CARETAKER_PERIOD_S = 15.0
LOOK_AHEAD_PERIOD_S = 20.0
LOOK_AGAIN_S = 0.25
RESTS = 10
"""How many times longer than it looked ahead the house does something else."""
LARGEST_BATCH = 256


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to whoever asked: an HTTP status and a JSON body."""

    status: int
    body: str


Answerer = Callable[[Floor, Event], Answer]
"""Makes the answer from the floor right after the command's event."""

TakeBack = Callable[[], None]
Beforehand = Callable[[], TakeBack]
"""What must be on the disk before an event counts, done on the log's thread; what it returns undoes it."""


@dataclass(slots=True)
class _Asked:
    order: Order
    answerer: Answerer
    answered: asyncio.Future[Answer]
    beforehand: Beforehand | None = None


_Done = tuple[_Asked, Answer | Exception]


class House:
    """Holds the floor and its log. Lives on one event loop; the log lives on a thread of its own.

    ``clock`` tells the real time, which cannot be before ``earliest``; a clock that was set is found out by a
    ``steady`` one, in seconds. A ``tempo`` makes a rehearsal of it: there the clock is nobody's to set.
    ``forecast`` is called on a thread of its own, and may take long.
    """

    def __init__(
        self,
        site: Site,
        make_log: Callable[[], DayLog],
        clock: Callable[[], datetime],
        tempo: Tempo | None = None,
        steady: Callable[[], float] | None = None,
        earliest: Date = Date.min,
        forecast: Forecast = forecast_here,
        make_writer: Callable[[str], Writer] = Writer,
    ) -> None:
        self._make_log = make_log
        self.forecast = forecast
        self._earliest = earliest
        self._clock = HouseClock(clock, steady) if tempo is None else HouseClock(lambda: tempo.at(clock()))
        self._speed = 1.0 if tempo is None else tempo.speed
        self.tempo = tempo
        self._writer = make_writer("day-log")
        # A daemon thread of its own: nobody waits at the end for a forecast of ten thousand.
        self._forecaster = make_writer("forecast")
        self._orders: asyncio.Queue[_Asked] = asyncio.Queue()
        self._answers: dict[str, StoredAnswer] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._closing: int | None = None
        self._moved = asyncio.Event()
        self._site = site
        self.floor = Floor(site)
        self.board = disclosure.Board()
        self.outlook = Outlook(BEFORE_ALL)
        self._told_offers: disclosure.Offers | None = None
        self._found_at_start: CheckClock | None = None
        self.position = 0
        self.feed = Feed(0)
        self.stations = StationBook(self.now, self._tell_stations, self._call_kiosks)

    async def open(self) -> None:
        """Begin, open the day if it is due, and do by itself whatever the clock asks for.

        Raises StoreFault when the data folder is unusable.
        """
        await self.begin()
        self._tasks = [
            asyncio.create_task(self._work()),
            asyncio.create_task(self._keep_the_day()),
            asyncio.create_task(self._look_ahead()),
            asyncio.create_task(self._tell_kiosks()),
            asyncio.create_task(self._tell_kiosks()),
            asyncio.create_task(self._look_for_stations()),
        ]

    async def begin(self) -> None:
        """Fold the log, finish a closing that was cut short, go by the site's file; raises StoreFault."""
        self._log = await self._writer.do(self._make_log)
        await self._catch_up()
        try:
            await self._writer.do(partial(self._log.vouch, _today(self.floor)))
            await self._check_clock_at_start()
            await self._go_by_the_file()
        except StoreFault as fault:
            if fault.code is not Code.DISK_FULL:
                raise
            # Who waits is shown all the same, by the site as it was.
            logger.error("%s: %s", fault.code, fault.sentence)
            self.stations.hub_trouble(fault.code)
            self._tell_site(self.floor)
        await self._erase_closed_day()

    async def close(self) -> None:
        """Stop deciding and close the log; orders that were not decided are not answered."""
        self.feed.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._writer.do(self._log.close)
        self._writer.stop()
        self._forecaster.abandon()

    def now(self) -> datetime:
        """The hub's clock, aware UTC."""
        return self._clock()

    def offers(self) -> disclosure.Offers:
        """What the kiosks may show now."""
        return disclosure.offers(self.floor, self._clock(), self.outlook)

    async def carry_out(
        self,
        order: Order,
        answerer: Answerer,
        beforehand: Beforehand | None = None,
    ) -> Answer:
        """Carry out one order, once per idempotency key; raises a Refusal or a StoreFault.

        The same order under the same key gets the stored answer again, a 201 as a 200. ``beforehand`` is done once
        the order is found right and before it is written; what it raises is raised here.
        """
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        asked = _Asked(order, answerer, answered, beforehand)
        if self._tasks:
            self._orders.put_nowait(asked)
        else:
            # Nobody works at the queue before the house is open.
            await self._carry_out_part([asked])
        return await answered

    async def _work(self) -> None:
        while True:
            batch = [await self._orders.get()]
            while not self._orders.empty() and len(batch) < LARGEST_BATCH:
                batch.append(self._orders.get_nowait())
            for part in _parts(batch):
                await self._carry_out_part(part)

    async def _carry_out_part(self, batch: list[_Asked]) -> None:
        try:
            await self._carry_out_all(batch)
        except Exception as error:
            # Nothing of the batch was kept. Whoever asked must hear it rather than wait for ever.
            if isinstance(error, StoreFault) and batch[0].beforehand is None:
                self.stations.hub_trouble(error.code)
            if not isinstance(error, StoreFault | errors.Refusal):
                logger.exception("a batch of commands failed")
            for asked in batch:
                if not asked.answered.done():
                    asked.answered.set_exception(error)

    async def _carry_out_all(self, batch: list[_Asked]) -> None:
        closing = self._closing
        while True:
            floor, entries, events, done = self._decide_all(batch)
            try:
                if entries:
                    bodies = [body for entry in entries for body in entry.events]
                    await self._writer.do(partial(self._append, batch[0].beforehand, entries, _today(floor)))
                    self._believe(floor, events, bodies)
                    self._remember(entries)
                break
            except PositionTaken:
                await self._catch_up()
        for asked, answer in done:
            if asked.answered.done():
                continue
            if isinstance(answer, Answer):
                asked.answered.set_result(answer)
            else:
                asked.answered.set_exception(answer)
        if self._closing != closing:
            await self._erase_closed_day()

    def _clock_to_check(self, floor: Floor) -> CheckClock | None:
        """What the house must be told of its clock: it was set, it cannot be right, or it is right again.

        Whatever order asked for it, this is found anew at the moment of deciding.
        """
        return self._found_at_start or day.clock_check(
            floor, self._clock.wall(), self._clock.parted(), self._earliest
        )

    async def _check_clock_at_start(self) -> None:
        if self.floor.is_open:
            self._clock.begin_at(self.floor.latest)
        self._found_at_start = day.clock_check_at_start(self.floor, self._clock.wall(), self._earliest)
        if self._found_at_start is not None:
            # A disk that refuses it is asked again with the first command.
            with suppress(StoreFault):
                await self.carry_out(by_hub(self._found_at_start), nothing_to_say)

    def _append(self, beforehand: Beforehand | None, entries: list[Entry], today: Today) -> None:
        """On the log's thread: the file first, then the event; without the event the file is what it was."""
        take_back = beforehand() if beforehand is not None else None
        try:
            self._log.append(self.position, entries, today)
        except Exception:
            if take_back is not None:
                take_back()
            raise

    def _decide_all(self, batch: list[_Asked]) -> tuple[Floor, list[Entry], list[Event], list[_Done]]:
        floor = self.floor
        entries: list[Entry] = []
        events: list[Event] = []
        done: list[_Done] = []
        fresh: dict[str, StoredAnswer] = {}
        now = self._clock()
        if (check := self._clock_to_check(floor)) is not None:
            now = self._clock.wall()
            made = decide(floor, by_hub(check), now)
            for event in made:
                floor = evolve(floor, event)
            events.extend(made)
            entries.append(Entry(tuple(EVENT.dump_json(event).decode() for event in made)))
        for asked in batch:
            order = asked.order
            if isinstance(order.command, CheckClock):
                done.append((asked, Answer(200, "")))
                continue
            stored = self._answers.get(order.key) or fresh.get(order.key) if order.key is not None else None
            if stored is not None:
                done.append((asked, _answered_before(stored, order)))
                continue
            try:
                made = decide(floor, order, now)
                after = floor
                for event in made:
                    after = evolve(after, event)
                answer = asked.answerer(after, made[-1])
            except errors.Refusal as refusal:
                done.append((asked, refusal))
                continue
            except Exception as error:
                # A bug that one command meets must not fail its neighbours in the batch.
                done.append((asked, error))
                continue
            floor = after
            if order.key is not None:
                stored = StoredAnswer(order.key, fingerprint(order), answer.status, answer.body)
                fresh[order.key] = stored
            events.extend(made)
            entries.append(Entry(tuple(EVENT.dump_json(event).decode() for event in made), stored))
            done.append((asked, answer))
        return floor, entries, events, done

    def _believe(self, floor: Floor, events: list[Event], bodies: list[str]) -> None:
        """The appended events are true from here on: keep the floor and tell the listeners."""
        self.floor = floor
        for event, body in zip(events, bodies, strict=True):
            self.position += 1
            self.feed.add(Audience.STAFF, self.position, event.kind, body)
            if isinstance(event, SiteChanged):
                self._tell_site(floor)
            if isinstance(event, ClockChecked):
                self._clock.follow()
                self._found_at_start = None
                # The waits that were foreseen count from now, whatever the clock calls it.
                self.outlook = replace(self.outlook, at=self.outlook.at + timedelta(seconds=event.by_s))
            if isinstance(event, DayClosed):
                self._closing = self.position
                self.stations.forget_the_absent()
                # What is sent beside the log goes with the day too, and at once.
                self.foresee(Outlook(event.at))
            public = disclosure.disclose(event, floor.site)
            if public is not None:
                self.board = disclosure.evolve_board(self.board, public)
                public_body = PUBLIC_EVENT.dump_json(public).decode()
                live = PUBLIC_EVENT.dump_json(disclosure.say_aloud(public, event, floor)).decode()
                self.feed.add(Audience.PUBLIC, self.position, public.kind, public_body, live)
        self.feed.publish(self.position)
        self._moved.set()

    def _remember(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry.answer is not None:
                self._answers[entry.answer.key] = entry.answer

    async def _go_by_the_file(self) -> None:
        """What the log says of the site gives way to the file, which alone is the truth of it."""
        command = ChangeSite(self._site, anyway=True)
        changed = decide(self.floor, by_hub(command), self._clock())
        # One event is the change alone: nothing on the floor names what is gone.
        if len(changed) > 1 or self.floor.site != self._site:
            await self.carry_out(by_hub(command), nothing_to_say)
        else:
            self._tell_site(self.floor)

    def _tell_site(self, floor: Floor) -> None:
        """Said first to whoever comes later, too: it may have been away for longer than the log goes back."""
        site = SITE.dump_json(floor.site).decode()
        for audience in (Audience.STAFF, Audience.KIOSK):
            self.feed.tell(audience, "site", site)
        self.feed.tell(Audience.PUBLIC, "sign", SIGN.dump_json(disclosure.sign(floor.site)).decode())
        self.tell_offers()

    def tell_offers(self) -> None:
        """Tell the kiosks what they may offer, where that has changed."""
        offers = self.offers()
        if offers != self._told_offers:
            self._told_offers = offers
            self.feed.tell(Audience.KIOSK, offers.kind, OFFERS.dump_json(offers).decode())

    def _tell_stations(self, stations: Stations) -> None:
        self.feed.tell(Audience.STAFF, "stations", STATIONS.dump_json(stations).decode())

    def _call_kiosks(self, names: tuple[str, ...]) -> None:
        self.feed.tell(Audience.KIOSK, "errands", Asked(stations=names).model_dump_json())

    async def _catch_up(self) -> None:
        """Fold what the log has beyond our position."""
        rows = await self._writer.do(partial(self._log.events_after, self.position))
        if not rows:
            return
        floor = self.floor
        try:
            events = [EVENT.validate_json(body) for _, body in rows]
            for event in events:
                floor = evolve(floor, event)
        except (ValueError, LookupError):
            # Its words would show what stands in the log.
            raise self._log.damage() from None
        await self._read_answers()
        first = rows[0][0]
        if first > self.position + 1:
            # What came between is erased: who listened from there must fetch a snapshot.
            self.feed.forget_before(first)
        self.position = first - 1
        self._believe(floor, events, [body for _, body in rows])

    async def _erase_closed_day(self) -> None:
        """Nothing of a closed day survives but the fact that it closed (architecture § 2).

        A disk that refuses is asked again by the caretaker.
        """
        closing = self._closing
        if closing is None:
            return
        try:
            await self._writer.do(partial(self._log.erase_before, closing))
            await self._read_answers()
        except StoreFault as fault:
            logger.error("the closed day is not erased yet: %s", fault.sentence)
            return
        self.feed.forget_before(closing)
        if self._closing == closing:
            self._closing = None

    async def _read_answers(self) -> None:
        self._answers = {stored.key: stored for stored in await self._writer.do(self._log.answers)}

    async def _keep_the_day(self) -> None:
        """Open and close the day when the site's hours ask for it, and see that a closed one is erased."""
        while True:
            try:
                if (check := self._clock_to_check(self.floor)) is not None:
                    await self.carry_out(by_hub(check), nothing_to_say)
                while commands := day.due(self.floor, self._clock()):
                    for command in commands:
                        await self.carry_out(by_hub(command), nothing_to_say)
                await self._erase_closed_day()
            except Exception as error:
                # Whatever went wrong, the day must still close tonight: it is asked again, from the floor then.
                code = getattr(error, "code", "")
                logger.warning("the day could not be kept by the clock %s", code, exc_info=None if code else error)
            await self._look_after_the_log()
            await asyncio.sleep(CARETAKER_PERIOD_S / self._speed)

    async def _look_for_stations(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            self.stations.look()

    async def _look_after_the_log(self) -> None:
        try:
            await self._writer.do(self._log.look_after)
            self.stations.hub_trouble("")
        except StoreFault as fault:
            logger.error("%s: %s", fault.code, fault.sentence)
            self.stations.hub_trouble(fault.code)

    def foresee(self, outlook: Outlook) -> None:
        """Believe a forecast, and tell it to the staff where it says anything new."""
        before, self.outlook = self.outlook, outlook
        # That nobody is likely to call whoever has just come is news as well.
        is_news = before.at < self.floor.latest <= outlook.at
        if is_news or (before.tickets, before.themes) != (outlook.tickets, outlook.themes):
            self.feed.tell(Audience.STAFF, "outlook", OUTLOOK.dump_json(outlook).decode())

    async def _look_ahead(self) -> None:
        """Forecast the waits soon after each change, and as the clock runs."""
        while True:
            self._moved.clear()
            began = time.perf_counter()
            floor, now, before = self.floor, self._clock(), self.outlook
            try:
                fresh = await self._forecaster.do(partial(self.forecast, floor, now))
            except Exception:
                # Without a forecast the house goes on: people are called, and no wait is shown.
                logger.exception("the waits could not be forecast")
                fresh = Outlook(now)
            # A day that closed meanwhile took its outlook with it, even if it is open again.
            if self.outlook is before:
                self.foresee(calmed(before, fresh))
            # A long line takes longer to play; whoever asks for something now comes first.
            await asyncio.sleep(max(LOOK_AGAIN_S, (time.perf_counter() - began) * RESTS))
            with suppress(TimeoutError):
                await asyncio.wait_for(self._moved.wait(), LOOK_AHEAD_PERIOD_S / self._speed)

    async def _tell_kiosks(self) -> None:
        """Tell kiosks what they may offer soon after each change, however long a forecast takes."""
        async for _ in self.feed.changes():
            try:
                self.tell_offers()
            except Exception:
                logger.exception("the kiosks could not be told what they may offer")
            await asyncio.sleep(LOOK_AGAIN_S)


def _today(floor: Floor) -> Today:
    return Today(floor.last_number, floor.date or floor.closed_on, floor.is_open)


def nothing_to_say(_floor: Floor, _event: Event) -> Answer:
    return Answer(200, "")


def _parts(batch: list[_Asked]) -> Iterator[list[_Asked]]:
    """An order with something to do beforehand goes alone: what keeps it from the disk is nobody else's trouble."""
    together: list[_Asked] = []
    for asked in batch:
        if asked.beforehand is None:
            together.append(asked)
            continue
        if together:
            yield together
        yield [asked]
        together = []
    if together:
        yield together


def _answered_before(stored: StoredAnswer, order: Order) -> Answer | Exception:
    if stored.fingerprint != fingerprint(order):
        return errors.Invalid(Code.KEY_REUSED, "Idempotency-Key")
    return Answer(200 if stored.status == 201 else stored.status, stored.body)
