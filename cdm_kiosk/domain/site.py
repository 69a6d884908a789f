"""A site as its people describe it: what it offers, where, when and in which languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from datetime import date as Date
from typing import Literal
from zoneinfo import ZoneInfo

from cdm_kiosk.domain.colours import PRIMARY
from cdm_kiosk.domain.languages import tag_of
from cdm_kiosk.domain.public_words import TALK_TO_RECEPTION
from cdm_kiosk.domain.sound import Sound
from cdm_kiosk.domain.spans import parse_span

Labels = Mapping[str, str]
"""Language code to text. The site's first language must be there; others fall back to it."""

Span = tuple[datetime, datetime]
"""From when to when, aware UTC; the end does not belong to it."""

"""The accent of a site that has chosen none."""

RECEPTION = "reception"
"""The theme of those who do not know which is theirs: they speak to reception."""

EVERY_DAY = "every_day"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ServiceKind = Literal["documentation", "computers", "events"]


def label_in(labels: Labels, language: str) -> str:
    """The text in ``language``, else in the first language written (French comes first)."""
    return labels.get(language) or next(iter(labels.values()), "")


@dataclass(frozen=True, slots=True)
class Service:
    """Something that needs no ticket: documentation, computers or events, and where it is."""

    kind: ServiceKind
    label: Labels
    place: Labels


@dataclass(frozen=True, slots=True)
class Theme:
    """What a visitor comes for, in the visitor's words. ``colour`` is #RRGGBB, ≥ 4.5:1 against white.

    ``interview_min`` is how many minutes an interview takes on average, until the house has seen for itself.
    ``from_date`` and ``until_date`` are the first and the last day on which it is offered; without one, no end.
    """

    id: str
    label: Labels
    pictogram: str
    colour: str
    services: tuple[Service, ...] = ()
    interview_min: int = 30
    from_date: Date | None = None
    until_date: Date | None = None

    def is_offered_on(self, date: Date) -> bool:
        began = self.from_date is None or self.from_date <= date
        return began and (self.until_date is None or date <= self.until_date)


AT_RECEPTION = Theme(RECEPTION, TALK_TO_RECEPTION, "accueil", PRIMARY, interview_min=6)


@dataclass(frozen=True, slots=True)
class Zone:
    """A waiting area with a call display; ``label`` completes "attendez dans…"."""

    id: str
    label: Labels


@dataclass(frozen=True, slots=True)
class Counter:
    """Where an advisor receives; ``label`` is what is called aloud ("Table 4")."""

    id: str
    label: str
    zone: str
    accessible: bool = True


@dataclass(frozen=True, slots=True)
class RotaShift:
    """A permanence of the weekly plan.

    ``days`` are weekdays, or ``every_day``; ``hours`` are spans like ``"09:00-12:30"`` in the site's time zone,
    and without any the permanence lasts as long as the doors are open.
    """

    counter: str
    themes: tuple[str, ...]
    overflow: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fr",)
    days: tuple[str, ...] = (EVERY_DAY,)
    hours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayException:
    """What is different from ``date`` to ``last_date`` (that one day without it).

    ``hours`` replace the opening hours (none at all: the doors stay closed), ``absent`` are counters whose
    permanences fall out, and ``shifts`` are permanences that are added.
    """

    date: Date
    last_date: Date | None = None
    hours: tuple[str, ...] | None = None
    absent: tuple[str, ...] = ()
    shifts: tuple[RotaShift, ...] = ()

    def covers(self, date: Date) -> bool:
        return self.date <= date <= (self.last_date or self.date)


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """The public holidays of a country (ISO 3166), and of a region of it: the doors stay closed.

    ``dates`` follow from the two and are not written in a site file.
    """

    country: str
    region: str | None = None
    dates: tuple[Date, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadyMessage:
    """What reception shows on the displays in one touch: ``label`` for reception alone, ``text`` for everybody."""

    id: str
    label: str
    text: Labels


@dataclass(frozen=True, slots=True)
class TicketLook:
    """What is on the paper of a ticket beside its number and where to wait, which always are.

    ``words`` are the house's own words of welcome; without any, those of the program with the ``tagline``. ``band``
    is how long to wait, ``come_back`` when to be back, ``code`` the QR code with its sentence. The theme is left
    out unless the site wants it: a paper that lies about tells what somebody came for. The ``logo`` is the site's.
    """

    logo: bool = False
    welcome: bool = True
    words: Labels = field(default_factory=dict)
    theme: bool = False
    band: bool = True
    come_back: bool = True
    code: bool = True
    date: bool = True


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient the house is. Minutes or seconds as named.

    A precedence counts as having come ``…_credit_min`` earlier. Who missed the call keeps the place for
    ``grace_min``; who is sent back to the same counter waits for it ``same_counter_min``, then is anybody's. A call
    is repeated at most ``recall_limit`` times, ``recall_after_s`` apart, and can be undone for ``undo_s``. A number
    is offered as long as its visitor can be called ``last_call_min`` before the last shift for the theme ends. Who
    still waits when the hours are over has ``closing_wait_min`` to be received before the day closes by itself.
    Who needs more time lets others pass for ``more_time_min``, at most ``more_time_limit`` times (0: never).
    """

    hand_over_credit_min: int = 15
    priority_credit_min: int = 30
    grace_min: int = 30
    same_counter_min: int = 20
    recall_limit: int = 5
    recall_after_s: int = 0
    undo_s: int = 20
    last_call_min: int = 15
    more_time_min: int = 10
    more_time_limit: int = 2
    closing_wait_min: int = 60


@dataclass(frozen=True, slots=True)
class Expectations:
    """What a day is like here, until the house has seen for itself.

    ``turnover_min`` passes between two visitors at a counter. Of a hundred interviews ``hand_over_percent`` end in
    a hand-over to another theme; of a hundred tickets ``leave_percent`` are given up while they wait, and of a
    hundred visitors called ``absent_percent`` do not come.
    """

    turnover_min: int = 3
    hand_over_percent: int = 25
    leave_percent: int = 8
    absent_percent: int = 4


@dataclass(frozen=True, slots=True)
class Site:
    """One place with a door.

    ``hours`` maps a weekday, or ``every_day``, to spans like ``"09:00-12:30"`` (24:00 ends a day) in the site's
    time zone. ``overflow_after_min`` is how long a visitor waits, in minutes, before a counter that only helps
    out on the theme treats the visitor as its own. ``desk`` is reception's own counter, where those are called who
    do not know which theme is theirs. ``rota_opens_shifts``: permanences begin by themselves, nobody has to press.
    ``accent`` is the site's colour, #RRGGBB, ≥ 4.5:1 against white; ``logo`` the name of a picture beside its file.
    ``ticket_pages`` is where phones reach the tickets' pages ("https://tickets.example.org"), where that is not
    this machine's own address. ``regions`` says whose words a language is spoken in, where the file names it
    ("fr-BE" among its languages is "fr", and {"fr": "BE"} here).
    """

    id: str
    name: str
    timezone: str
    languages: tuple[str, ...]
    reception: Labels
    hours: Mapping[str, tuple[str, ...]]
    zones: tuple[Zone, ...]
    counters: tuple[Counter, ...]
    themes: tuple[Theme, ...]
    tagline: Labels = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    desk: str | None = None
    rota: tuple[RotaShift, ...] = ()
    rota_opens_shifts: bool = False
    exceptions: tuple[DayException, ...] = ()
    public_holidays: PublicHolidays | None = None
    overflow_after_min: int = 20
    manners: Manners = Manners()
    expectations: Expectations = Expectations()
    sound: Sound = field(default_factory=Sound)
    ticket: TicketLook = field(default_factory=TicketLook)
    sample: bool = False
    cite: str = ""
    network: str = ""
    logo: str = ""
    accent: str = PRIMARY
    messages: tuple[ReadyMessage, ...] = ()
    ticket_pages: str = ""
    regions: Mapping[str, str] = field(default_factory=dict)

    def spoken(self, language: str) -> str:
        """A language with its region: "fr-BE", or "fr" where the site names none."""
        return tag_of(language, self.regions)

    def theme(self, theme_id: str) -> Theme | None:
        """A theme by its id; ``reception`` is one wherever reception has a counter of its own."""
        if theme_id == RECEPTION:
            return AT_RECEPTION if self.desk is not None else None
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def themes_at(self, counter_id: str) -> tuple[Theme, ...]:
        """The themes that a shift at a counter can cover: reception's own belongs to its desk."""
        return (AT_RECEPTION, *self.themes) if counter_id == self.desk else self.themes

    def counter(self, counter_id: str) -> Counter | None:
        return next((counter for counter in self.counters if counter.id == counter_id), None)

    def zone(self, zone_id: str) -> Zone | None:
        return next((zone for zone in self.zones if zone.id == zone_id), None)

    def local(self, moment: datetime) -> datetime:
        """``moment`` (aware) on the clock of the site's door."""
        return moment.astimezone(ZoneInfo(self.timezone))

    def at_the_same_hour(self, moment: datetime, days: timedelta) -> datetime:
        """The same hour at the door so many days later (aware UTC)."""
        local = self.local(moment)
        return datetime.combine(local.date() + days, local.timetz()).astimezone(UTC)

    def exceptions_on(self, date: Date) -> tuple[DayException, ...]:
        return tuple(exception for exception in self.exceptions if exception.covers(date))

    def spans_on(self, date: Date) -> tuple[Span, ...]:
        """When the doors are open on ``date``; an exception says more than a holiday, a holiday than the week."""
        for exception in self.exceptions_on(date):
            if exception.hours is not None:
                return self.spans(date, exception.hours)
        if self.public_holidays is not None and date in self.public_holidays.dates:
            return ()
        return self.spans(date, self.hours.get(WEEKDAYS[date.weekday()], self.hours.get(EVERY_DAY, ())))

    def doors_on(self, date: Date) -> tuple[Span, ...]:
        """The spans of the day that begins on ``date``: an evening lasts as long as the doors stay open.

        Where they never shut, the last ends at midnight a day later.
        """
        spans = tuple(sorted(self.spans_on(date)))
        through = [end for start, end in self.spans_on(date + timedelta(days=1)) if spans and start == spans[-1][1]]
        return (*spans[:-1], (spans[-1][0], through[0])) if through else spans

    def never_shuts(self, date: Date) -> bool:
        """Whether the doors that are open on ``date`` stay open all the day after."""
        spans = self.doors_on(date)
        return bool(spans) and self.local(spans[-1][1]).date() > date + timedelta(days=1)

    def spans(self, date: Date, texts: tuple[str, ...]) -> tuple[Span, ...]:
        """Spans like ``"09:00-12:30"`` as moments of ``date`` at the site's door.

        A span that lies in the hour which a spring morning skips is none.
        """
        spans = (self._span(date, text) for text in texts)
        return tuple((start, end) for start, end in spans if start < end)

    def open_until(self, moment: datetime) -> datetime | None:
        """When the span that holds ``moment`` ends, local; ``None`` outside opening hours."""
        for start, end in self.spans_on(self.local(moment).date()):
            if start <= moment < end:
                return self.local(end)
        return None

    def _span(self, date: Date, text: str) -> Span:
        zone = ZoneInfo(self.timezone)
        start, end = parse_span(text)
        last = datetime.combine(date + timedelta(days=1), time(), zone) if end is None else None
        # Compared and counted in UTC: the day that the clocks change has 23 hours, or 25.
        return (
            datetime.combine(date, start, zone).astimezone(UTC),
            (last or datetime.combine(date, end or time(), zone)).astimezone(UTC),
        )


def labels_of(site: Site) -> Iterator[tuple[str, Labels]]:
    """Every text that visitors read, with its key, in all the languages it is written in."""
    yield "reception", site.reception
    for index, zone in enumerate(site.zones):
        yield f"zones.{index}.label", zone.label
    for index, theme in enumerate(site.themes):
        yield f"themes.{index}.label", theme.label
    for index, message in enumerate(site.messages):
        yield f"messages.{index}.text", message.text
    if site.ticket.words:
        yield "ticket.words", site.ticket.words
    holders = [("", site.services)]
    holders += [(f"themes.{index}.", theme.services) for index, theme in enumerate(site.themes)]
    for holder, services in holders:
        for index, service in enumerate(services):
            yield f"{holder}services.{index}.label", service.label
            yield f"{holder}services.{index}.place", service.place
