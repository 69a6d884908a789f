"""A small house to try rules on: two counters in the hall, one up a step, and a clock that tests move by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.decisions import decide
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.floor import Floor, Ticket, evolve
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.site import Counter, RotaShift, Site, Theme, Zone

TODAY = date(2026, 3, 2)
OPENING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""Nine o'clock in Paris, a Monday in winter."""

HOUSE = Site(
    id="house",
    name="Cité des essais",
    timezone="Europe/Paris",
    languages=("fr", "en", "es"),
    reception={"fr": "à l’accueil"},
    hours={"every_day": ("09:00-18:00",)},
    zones=(Zone("hall", {"fr": "le hall"}), Zone("annex", {"fr": "l’annexe"})),
    counters=(
        Counter("1", "Table 1", "hall"),
        Counter("2", "Table 2", "hall"),
        Counter("3", "Table 3", "annex", accessible=False),
    ),
    themes=tuple(Theme(name, {"fr": name.title()}, name, "#2F6690") for name in ("work", "training", "business")),
    overflow_after_min=20,
)
STANDING = RotaShift("1", ("work",), ("training",), ("fr",))


@dataclass
class Stage:
    """A floor, its log so far, and the time."""

    site: Site = HOUSE
    now: datetime = OPENING
    log: list[Event] = field(default_factory=list)
    floor: Floor = field(init=False)

    def __post_init__(self) -> None:
        self.floor = Floor(self.site)

    def do(self, *commands: c.Command) -> Event:
        """Carry out commands now; returns the last event."""
        for command in commands:
            for event in decide(self.floor, by_hub(command), self.now):
                self.floor = evolve(self.floor, event)
                self.log.append(event)
        return self.log[-1]

    def pass_min(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def shift(self, counter: str, *themes: str, overflow: tuple[str, ...] = (), languages: str = "fr") -> None:
        self.do(c.OpenShift(counter, themes, overflow, tuple(languages.split())))

    def take(self, theme: str = "work", language: str | None = None, accessible: bool = False) -> Ticket:
        """A visitor takes a ticket, half a minute after whoever came before."""
        self.pass_min(0.5)
        name = f"{theme}-{self.floor.last_number + 1}"
        self.do(c.IssueTicket(name, theme, language, accessible))
        return self.floor.tickets[name]

    def call(self, counter: str = "1") -> str:
        """Calls next; returns the ticket's id."""
        self.do(c.CallNext(counter))
        return self.floor.at_counter[counter][0]

    def receive(self, counter: str = "1") -> str:
        """Calls next, receives, finishes; returns the ticket's id."""
        ticket = self.call(counter)
        self.do(c.StartInterview(counter), c.FinishInterview(counter))
        return ticket


def open_house(site: Site = HOUSE) -> Stage:
    """A day that is open, with a shift for work at counter 1."""
    stage = Stage(site)
    stage.do(c.OpenDay(TODAY))
    stage.shift("1", "work")
    return stage
