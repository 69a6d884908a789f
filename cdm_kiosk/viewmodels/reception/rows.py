"""What reception reads of the floor, line by line; nothing here asks or changes anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import site as places
from cdm_kiosk.domain.bands import NO_WAIT, Band, Outlook, wait_for, wait_of
from cdm_kiosk.domain.closing import can_be_received
from cdm_kiosk.domain.decisions import may
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import OVER, Floor, Queues, Ticket, TicketState
from cdm_kiosk.domain.languages import language_name
from cdm_kiosk.domain.orders import Order, Principal, Role
from cdm_kiosk.domain.rota import plan
from cdm_kiosk.domain.site import RECEPTION, Site, Theme, label_in
from cdm_kiosk.domain.stations import VISITED, Station, Stations, Trouble
from cdm_kiosk.viewmodels.shared import sentences
from cdm_kiosk.viewmodels.shared.sentences import clock_text, minutes
from cdm_kiosk.viewmodels.shared.stations import paper_trouble
from cdm_kiosk.viewmodels.shared.waits import said_band

ASKING = Principal(Role.RECEPTION)
MOST_PRINTERS = 3
CLOCK_NEWS = timedelta(minutes=30)
"""How long reception is asked whether a clock that was set is right."""
AWAY = frozenset({TicketState.ABSENT, TicketState.PARKED})
THERE = frozenset({TicketState.CALLED, TicketState.IN_INTERVIEW})


@dataclass(frozen=True, slots=True)
class TicketRow:
    """``state`` is "waiting", "absent" (or aside), "there" (at a table) or "over"."""

    ticket_id: str
    number: str
    theme_label: str
    colour: str
    remark: str
    since_min: int
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class CounterRow:
    counter_id: str
    label: str
    state: str
    state_text: str


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme_id: str
    label: str
    colour: str
    served: bool
    full: bool
    paused: bool
    paused_text: str
    waiting: int
    band_text: str


@dataclass(frozen=True, slots=True)
class LanguageRow:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AlarmRow:
    text: str


@dataclass(frozen=True, slots=True)
class FilterRow:
    filter_id: str
    label: str
    count: int
    chosen: bool


class Action(IntEnum):
    """What reception does with one ticket; QML names them ``ReceptionViewModel.Action.BACK``."""

    BACK = 0
    CALL = 1
    UNDO = 2
    HAND_OVER = 3
    PARK = 4
    CORRECT = 5
    PRIORITY = 6
    PRINT = 7
    WITHDRAW = 8


@dataclass(frozen=True, slots=True)
class ActionRow:
    """What can be done with one ticket now; ``key`` does it without the menu.

    ``verb`` and ``values`` are what the hub is asked for; "" where a person says more first. ``station`` prints it.
    """

    name: str
    action: Action
    label: str
    key: str
    verb: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    station: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row with all that it was derived from."""

    ticket: Ticket
    wait: Band | None
    is_foreseen: bool
    since_min: int
    row: TicketRow


class TicketRows:
    """The rows of the list, derived again only where something that is read in them has changed."""

    def __init__(self) -> None:
        self._site: Site | None = None
        self._queues: Queues = {}
        self._line: list[str] = []
        self._kept: dict[str, _Kept] = {}

    def rows(self, floor: Floor, shown: str, digits: str, now: datetime, outlook: Outlook) -> list[TicketRow]:
        """The rows of one filter, or of the numbers that begin with ``digits``, wherever their visitors are."""
        tickets = _found(floor, digits) if digits else self._listed(floor, shown)
        before = self._kept if self._site is floor.site else {}
        fresh = [self._derived(floor, ticket, before.get(ticket.id), now, outlook) for ticket in tickets]
        self._site, self._kept = floor.site, {kept.row.ticket_id: kept for kept in fresh}
        return [kept.row for kept in fresh]

    def _derived(
        self, floor: Floor, ticket: Ticket, before: _Kept | None, now: datetime, outlook: Outlook
    ) -> _Kept:
        since_min = _since_min(ticket, now)
        wait, is_foreseen = wait_of(floor, outlook, ticket, now), outlook.at > ticket.since
        if (
            before is not None
            and before.ticket is ticket
            and before.since_min == since_min
            and before.wait == wait
            and before.is_foreseen is is_foreseen
        ):
            return before
        row = _ticket_row(floor, ticket, since_min, _state_text(floor, ticket, wait, is_foreseen))
        return _Kept(ticket, wait, is_foreseen, since_min, row)

    def _listed(self, floor: Floor, shown: str) -> list[Ticket]:
        """Those in line by who comes first, then who is away; the others alone."""
        tickets = floor.tickets.values()
        match shown:
            case "away":
                return [ticket for ticket in tickets if ticket.state in AWAY]
            case "there":
                return [ticket for ticket in tickets if ticket.state in THERE]
            case "over":
                over = [ticket for ticket in tickets if ticket.state in OVER]
                return sorted(over, key=lambda ticket: ticket.since, reverse=True)
        if floor.queues is not self._queues:
            # Most of what happens leaves the line as it is, and sorting it takes longest.
            self._queues, self._line = floor.queues, [ticket.id for ticket in floor.waiting()]
        waiting = [floor.tickets[ticket_id] for ticket_id in self._line]
        return waiting + [ticket for ticket in tickets if ticket.state in AWAY]


def theme_label(floor: Floor, theme_id: str) -> str:
    """A theme as reception's own language names it."""
    theme = floor.site.theme(theme_id)
    return label_in(theme.label, floor.site.languages[0]) if theme is not None else theme_id


def filter_rows(floor: Floor, shown: str) -> list[FilterRow]:
    """What the list can be narrowed to, each with how many it would show."""
    counted = Counter(ticket.state for ticket in floor.tickets.values())
    names = {
        "line": (_tr("À recevoir"), {TicketState.WAITING, *AWAY}),
        "away": (_tr("Absents"), AWAY),
        "there": (_tr("Aux tables"), THERE),
        "over": (_tr("Terminés"), OVER),
    }
    return [
        FilterRow(name, label, sum(counted[state] for state in states), name == shown)
        for name, (label, states) in names.items()
    ]


def action_rows(floor: Floor, ticket: Ticket | None, stations: Stations, now: datetime) -> list[ActionRow]:
    """What reception can do with a ticket, the likeliest first; taking it away comes last."""
    if ticket is None:
        return []

    def refusal(command: c.Command) -> Refusal | None:
        return may(floor, Order(command, ASKING), now)

    desk, is_in_line = floor.site.desk, ticket.counter is None
    its = {"ticket": ticket.id}
    acts = []
    back = refusal(c.BringBack(ticket.id))
    # Who asks for somebody who is late hears that the place is gone, and what to do.
    if back is None or back.code is Code.GRACE_OVER:
        acts.append(ActionRow("back", Action.BACK, _tr("Remettre dans la file"), _tr("Inser"), "back", its))
    if desk is not None and refusal(c.CallTicket(desk, ticket.id)) is None:
        called = {"counter": desk, **its}
        acts.append(ActionRow("call", Action.CALL, _tr("Appeler à l’accueil"), "C", "call", called))
    if ticket.counter is not None and refusal(c.UndoCall(ticket.counter, ticket.id)) is None:
        undone = {"counter": ticket.counter, **its}
        acts.append(ActionRow("undo", Action.UNDO, _tr("Annuler l’appel"), "", "undo", undone))
    if desk is not None and ticket.counter == desk and refusal(c.Park(desk, 1)) is None:
        acts.append(ActionRow("handOver", Action.HAND_OVER, _tr("Passer à…"), "F6"))
        acts.append(ActionRow("park", Action.PARK, _tr("Faire attendre à côté…"), "F11"))
    if refusal(c.CorrectTicket(ticket.id, floor.site.themes[0].id)) is None:
        acts.append(ActionRow("correct", Action.CORRECT, _tr("Corriger le sujet ou la langue…"), "K"))
    if is_in_line and refusal(c.GivePrecedence(ticket.id, Precedence.PRIORITY)) is None:
        first = {"precedence": Precedence.PRIORITY, **its}
        acts.append(ActionRow("priority", Action.PRIORITY, _tr("Donner la priorité"), "P", "precedence", first))
    if ticket.state not in OVER:
        label = _tr("Imprimer le ticket, à « {name} »")
        for kiosk in printing_kiosks(stations):
            printed = {"station": kiosk, **its}
            said = label.format(name=kiosk)
            acts.append(ActionRow(f"print:{kiosk}", Action.PRINT, said, "", "print", printed, kiosk))
    if refusal(c.Withdraw(ticket.id)) is None:
        acts.append(
            ActionRow("withdraw", Action.WITHDRAW, _tr("Retirer de la file"), _tr("Suppr"), "withdraw", its)
        )
    return acts


def printing_kiosks(stations: Stations) -> list[str]:
    """The kiosks that can print a ticket now, by name."""
    return [each.name for each in stations.seen if each.can_print][:MOST_PRINTERS]


def counter_rows(floor: Floor, now: datetime) -> list[CounterRow]:
    """Each table in words; reception's own has a place of its own on the screen."""
    coming = _coming(floor, now)
    counters = [counter for counter in floor.site.counters if counter.id != floor.site.desk]
    return [_counter_row(floor, counter, coming.get(counter.id), now) for counter in counters]


def theme_rows(floor: Floor, now: datetime, outlook: Outlook) -> list[ThemeRow]:
    """What a number can be given for: the themes, then talking to reception where there is a desk."""
    at_desk = floor.site.theme(RECEPTION)
    themes = floor.site.themes if at_desk is None else (*floor.site.themes, at_desk)
    return [_theme_row(floor, theme, now, outlook) for theme in themes]


def offered(floor: Floor, themes: Sequence[ThemeRow], now: datetime) -> list[ThemeRow]:
    """The themes without those whose dates are over or still to come: the hub gives no number for them."""
    today = floor.date_at(now)
    known = [(row, floor.site.theme(row.theme_id)) for row in themes]
    return [row for row, theme in known if theme is not None and theme.is_offered_on(today)]


def alarm_rows(floor: Floor, connected: bool, stations: Stations, now: datetime) -> list[AlarmRow]:
    """The clock first, for all hours hang on it; faults, each with what to do; visitors whom nobody can receive."""
    texts = _clock_texts(floor, now)
    if not connected:
        texts.append(_tr("Connexion au serveur perdue"))
    elif stations.hub_trouble:
        texts.append(sentences.hub_trouble(stations.hub_trouble))
    if connected and floor.is_open:
        texts.extend(_trouble_text(floor, *each) for each in stations.troubles(now))
    for theme, line in floor.queues.items():
        if floor.is_open and line and not floor.serving(theme):
            texts.append(_tr("Personne ne reçoit pour « {theme} »").format(theme=theme_label(floor, theme)))
    return [AlarmRow(text) for text in texts]


def _clock_texts(floor: Floor, now: datetime) -> list[str]:
    """What is odd about the hub's clock, and what to do."""
    local, clock = floor.site.local(now), floor.clock
    if clock.doubted:
        text = _tr("L’horloge du serveur semble fausse ({when}) : mettez-la à l’heure. Personne ne perd sa place.")
        return [text.format(when=local.strftime("%d/%m/%Y %H:%M"))]
    if clock.set_at is not None and now - clock.set_at < CLOCK_NEWS:
        text = _tr("L’horloge du serveur a changé : il est {when}. Si c’est faux, mettez-la à l’heure.")
        return [text.format(when=local.strftime("%d/%m/%Y %H:%M"))]
    return []


def stations_text(connected: bool, stations: Stations) -> str:
    """How many kiosks and displays are there; one that has just gone is said to come back."""
    met = [each for each in stations.seen if each.role in VISITED]
    if not connected or not met:
        return ""
    away = [each.name for each in met if not each.is_connected]
    if away:
        return _tr("{names} : reconnexion…").format(names=", ".join(away))
    return _tr("Bornes et écrans : tout fonctionne")


def _trouble_text(floor: Floor, station: Station, trouble: Trouble) -> str:
    if trouble is Trouble.PAPER:
        return _tr("« {name} » : {what}").format(name=station.name, what=paper_trouble(station.paper))
    since = clock_text(floor.site.local(station.away_since or floor.latest))
    return _tr("« {name} » absent depuis {hour} : voir s’il est allumé").format(name=station.name, hour=since)


def day_text(floor: Floor, now: datetime) -> str:
    """Whether the doors are open, and until when."""
    if not floor.is_open:
        return _tr("fermé")
    if not floor.front.entry_open:
        return _tr("entrée fermée")
    until = floor.site.open_until(now)
    if until is None or until.time() == time():
        return _tr("ouvert")
    return _tr("ouvert jusqu’à {hour}").format(hour=clock_text(until))


def anyway_text(floor: Floor, theme_id: str, code: str) -> str:
    """Why the house would rather not give a number, for the code of its refusal."""
    if code == "entry_closed":
        return _tr("L’entrée est fermée : plus aucun numéro n’est donné pour le moment.")
    theme = theme_label(floor, theme_id)
    if code == "full_today":
        text = _tr(
            "« {theme} » est complet aujourd’hui : "
            "il ne restera sans doute pas assez de temps pour recevoir cette personne."
        )
        return text.format(theme=theme)
    reason = label_in(floor.front.paused.get(theme_id, {}), floor.site.languages[0])
    if reason:
        return _tr("« {theme} » est en pause : « {told} »").format(theme=theme, told=reason)
    return _tr("« {theme} » est en pause.").format(theme=theme)


def empty_texts(floor: Floor, shown: str, digits: str) -> tuple[str, str]:
    """What an empty list says instead, and what follows from it."""
    if not floor.is_open:
        return _tr("Les portes sont fermées."), _tr("Ouvrez la journée pour recevoir et donner des tickets.")
    if digits:
        return _tr("Pas de numéro {digits} aujourd’hui.").format(digits=digits), _tr("Échap : toute la file.")
    texts = {
        "line": (_tr("Personne n’attend."), _tr("Les prochains tickets apparaîtront ici.")),
        "away": (_tr("Personne n’est absent."), _tr("Qui ne vient pas à l’appel apparaîtra ici.")),
        "there": (_tr("Personne n’est aux tables."), _tr("Qui est appelé ou reçu apparaîtra ici.")),
        "over": (_tr("Aucun ticket n’est terminé."), _tr("Les tickets de la journée s’effacent à la fermeture.")),
    }
    return texts[shown]


def _ticket_row(floor: Floor, ticket: Ticket, since_min: int, state_text: str) -> TicketRow:
    theme = floor.site.theme(ticket.theme)
    return TicketRow(
        ticket.id,
        ticket.label,
        theme_label(floor, ticket.theme),
        theme.colour if theme is not None else "",
        _remark(floor, ticket),
        since_min,
        _state(ticket),
        state_text,
    )


def _state(ticket: Ticket) -> str:
    if ticket.state in AWAY:
        return "absent"
    if ticket.state in THERE:
        return "there"
    return "over" if ticket.state in OVER else "waiting"


def _since_min(ticket: Ticket, now: datetime) -> int:
    is_in_line = ticket.state is TicketState.WAITING or ticket.state in AWAY
    return minutes(ticket.arrival if is_in_line else ticket.since, now)


def _found(floor: Floor, digits: str) -> list[Ticket]:
    """Whoever has a number that begins with ``digits``; the very number first."""
    return sorted(
        (ticket for ticket in floor.tickets.values() if ticket.label.startswith(digits)),
        key=lambda ticket: (len(ticket.label), ticket.number),
    )


def _remark(floor: Floor, ticket: Ticket) -> str:
    """What is special about a ticket, as far as reception needs it; a precedence has no reason."""
    remarks = []
    if ticket.language is not None and ticket.language != floor.site.languages[0]:
        remarks.append(language_name(ticket.language))
    if ticket.people > 1:
        remarks.append(_tr("groupe de {people}").format(people=ticket.people))
    if ticket.accessible:
        remarks.append(_tr("table accessible"))
    if ticket.precedence is Precedence.PRIORITY:
        remarks.append(_tr("priorité"))
    if ticket.paper_came is False:
        remarks.append(_tr("papier pas sûr"))
    return " · ".join(remarks)


def _state_text(floor: Floor, ticket: Ticket, wait: Band | None, is_foreseen: bool) -> str:
    """The wait that is left, or where the visitor is meanwhile."""
    states = {
        TicketState.ABSENT: _tr("absent à l’appel"),
        TicketState.PARKED: _tr("attend à côté"),
        TicketState.CALLED: _tr("appelé · {place}"),
        TicketState.IN_INTERVIEW: _tr("reçu · {place}"),
        TicketState.DONE: _tr("terminé"),
        TicketState.WITHDRAWN: _tr("retiré de la file"),
    }
    if ticket.state in states:
        return states[ticket.state].format(place=_place(floor, ticket))
    if wait is not None:
        return _wait_text(wait)
    # A forecast that has seen this ticket and has no wait for it expects nobody to call it today.
    return _tr("incertaine") if is_foreseen else ""


def _wait_text(wait: Band | None) -> str:
    """A wait within a line, where the words for visitors would begin a sentence."""
    return _tr("sans attente") if wait == NO_WAIT else said_band(wait)


def _place(floor: Floor, ticket: Ticket) -> str:
    counter = floor.site.counter(ticket.counter or "")
    return counter.label if counter is not None else ""


def _theme_row(floor: Floor, theme: Theme, now: datetime, outlook: Outlook) -> ThemeRow:
    served = bool(floor.serving(theme.id))
    # Not by `may`: whether a theme is full is shown also of one that is paused, for which it says just that.
    full = served and not can_be_received(floor, theme.id, now)
    paused = floor.front.paused.get(theme.id)
    wait = wait_for(floor, outlook, theme.id, now)
    return ThemeRow(
        theme.id,
        label_in(theme.label, floor.site.languages[0]),
        theme.colour,
        served,
        full,
        paused is not None,
        label_in(paused, floor.site.languages[0]) if paused else "",
        len(floor.queues.get(theme.id, ())),
        _wait_text(wait) if served and not full else "",
    )


def _coming(floor: Floor, now: datetime) -> dict[str, datetime]:
    """When each counter's next planned permanence of today begins."""
    later = [shift for shift in plan(floor, now) if shift.start > now]
    return {shift.counter: shift.start for shift in reversed(later)}


def _counter_row(floor: Floor, counter: places.Counter, coming: datetime | None, now: datetime) -> CounterRow:
    state, text = _counter_state(floor, counter.id, coming, now)
    return CounterRow(counter.id, counter.label, state, text)


def _counter_state(floor: Floor, counter_id: str, coming: datetime | None, now: datetime) -> tuple[str, str]:
    """What a counter is doing, as a word for the screen and as one for people."""
    site, shift, there = floor.site, floor.shifts.get(counter_id), floor.tickets_at(counter_id)
    if there:
        return _occupied(there, now)
    if shift is None:
        if coming is None:
            return "closed", _tr("pas de permanence")
        return "closed", _tr("permanence à {hour}").format(hour=clock_text(site.local(coming)))
    if shift.until is not None and shift.until <= now:
        return "closed", _tr("permanence terminée")
    if shift.away_since is None:
        return "free", _tr("libre")
    if shift.back_at is None or shift.back_at <= now:
        return "break", _tr("pause")
    return "break", _tr("pause jusqu’à {hour}").format(hour=clock_text(site.local(shift.back_at)))


def _occupied(there: Sequence[Ticket], now: datetime) -> tuple[str, str]:
    numbers = sentences.numbers(there)
    if any(ticket.state is not TicketState.IN_INTERVIEW for ticket in there):
        text = _tr("{number} · appelé") if len(there) == 1 else _tr("{number} · appelés")
        return "called", text.format(number=numbers)
    text = _tr("{number} · reçu depuis {minutes} min")
    if len(there) > 1:
        text = _tr("{number} · reçus depuis {minutes} min")
    return "receiving", text.format(number=numbers, minutes=minutes(min(each.since for each in there), now))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReceptionViewModel", text)
