"""A new station at reception: which number it shows, what it is, where it stands and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cdm_kiosk.client.hub import Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import ListedStation, PresentedStation
from cdm_kiosk.viewmodels.shared import stations as words
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

ENDED = frozenset(
    {
        Code.PAIRING_OVER,
        Code.PAIRING_REFUSED,
        Code.PAIRING_TOO_SLOW,
        Code.PAIRING_REPEATED,
        Code.PAIRING_INTERCEPTED,
    }
)
ABOUT_THE_NAME = frozenset({Code.BAD_STATION_NAME, Code.STATION_NAME_TAKEN})


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One of the numbers; ``said`` is it digit by digit, as it is read aloud."""

    number: str
    shown: str
    said: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class RoleRow:
    role: str
    label: str
    detail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReplacedRow:
    """A paired station that the new one may replace; "" is none."""

    station: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a pairing ended."""

    title: str
    text: str
    is_good: bool = False


@dataclass(frozen=True, slots=True)
class NewStationProps:
    presents_text: str = ""
    """That a station wants to be paired, and what it says to be; "" while none does."""
    connected: bool = False
    left_text: str = ""
    """How long it still waits for an answer."""
    numbers: tuple[NumberRow, ...] = ()
    roles: tuple[RoleRow, ...] = ()
    places_title: str = ""
    places: tuple[words.PlaceRow, ...] = ()
    """Where it can stand; none where its role has no place."""
    replaceable: tuple[ReplacedRow, ...] = ()
    replaces_one: bool = False
    name: str = ""
    name_fault: str = ""
    notice: str = ""
    busy: bool = False
    can_answer: bool = False
    """Whether it can be refused; taken in, too, once ``missing_text`` is empty."""
    missing_text: str = ""
    """What must be chosen before it can be taken in."""
    outcome_title: str = ""
    """How it ended; "" while it waits."""
    outcome_text: str = ""
    is_welcome: bool = False
    """Whether it ended with the station in the house."""


@known_to_qml
class NewStationViewModel(ViewModel[NewStationProps]):
    """One station at a time; what was chosen for it is forgotten with it.

    The hub alone knows which number is right: it gives nothing for another one, and there is no second try.
    """

    def __init__(self, mirror: StaffMirror, orders: Orders, parent: QObject | None = None) -> None:
        super().__init__(NewStationProps(), parent)
        self._mirror = mirror
        self._orders = orders
        self._now = datetime(1970, 1, 1, tzinfo=UTC)
        self._asked: PresentedStation | None = None
        self._outcome: Outcome | None = None
        self._forget()

    def _forget(self) -> None:
        self._number = ""
        self._role = Role.KIOSK
        self._typed: str | None = None
        self._place: str | None = None
        self._replaced = ""
        self._busy = False
        self._name_fault = self._notice = ""
        self._before: frozenset[str] = frozenset()

    @Slot()
    def begin(self) -> None:
        """Look at the station that presents itself."""
        pending, site = self._mirror.pending, self._site
        if pending is None or site is None:
            return
        self._forget()
        self._asked, self._outcome = pending, None
        self._before = frozenset(each.id for each in self._paired)
        roles = words.roles_of(site)
        self._role = next((each for each in roles if each == pending.role), roles[0])
        self._show()

    @Slot()
    def leave(self) -> None:
        """Look at it no more; whether it is answered stays open."""
        self._asked = self._outcome = None
        self._forget()
        self._show()

    @Slot(str)
    def chooseNumber(self, number: str) -> None:
        self._number = number
        self._show()

    @Slot(str)
    def chooseRole(self, role: str) -> None:
        """What it is; its place and name are proposed anew."""
        if role != self._role:
            self._role, self._place, self._replaced = Role(role), None, ""
            self._show()

    @Slot(str)
    def choosePlace(self, place: str) -> None:
        self._place = place
        self._show()

    @Slot(str)
    def chooseReplaced(self, station: str) -> None:
        """The station whose name and place it takes, "" for none; that one is struck off."""
        self._replaced, self._typed, self._place, self._name_fault = station, None, None, ""
        self._show()

    @Slot(str)
    def setName(self, name: str) -> None:
        self._typed, self._name_fault = name, ""
        self._show()

    @Slot()
    def accept(self) -> None:
        """It shows the number that was chosen: take it in."""
        if self._asked is None or not self.props.can_answer or self.props.missing_text:
            return
        values = {
            "pairing": self._asked.id,
            "number": self._number,
            "role": self._role.value,
            "name": self._name.strip(),
            "place": self._chosen_place,
            "replace": self._replaced,
        }
        self._send("accept-station", values)

    @Slot()
    def refuse(self) -> None:
        """It is not ours: send it away."""
        if self._asked is not None and self.props.can_answer:
            self._send("refuse-station", {"pairing": self._asked.id})

    def show(self, now: datetime) -> None:
        """Show what the hub last told, at ``now`` (aware UTC)."""
        self._now = now
        self._show()

    @property
    def _site(self) -> Site | None:
        return None if self._mirror.floor is None else self._mirror.floor.site

    @property
    def _paired(self) -> tuple[ListedStation, ...]:
        return () if self._mirror.paired is None else self._mirror.paired.stations

    @property
    def _replaced_station(self) -> ListedStation | None:
        return next((each for each in self._paired if each.id == self._replaced), None)

    @property
    def _chosen_place(self) -> str:
        """What was chosen, else the place of the one that is replaced, else a proposal."""
        site, replaced = self._site, self._replaced_station
        if site is None:
            return ""
        if self._place is not None:
            return self._place
        if replaced is not None and words.has_place(site, self._role, replaced.place):
            return replaced.place
        return words.proposed_place(site, self._role, self._paired)

    @property
    def _name(self) -> str:
        """What was typed, else the name of the one that is replaced, else the wished one, else a proposal."""
        asked, site, replaced = self._asked, self._site, self._replaced_station
        if self._typed is not None or asked is None or site is None:
            return self._typed or ""
        if replaced is not None:
            return replaced.name
        names = [each.name for each in self._paired]
        is_free = asked.name.casefold() not in {each.casefold() for each in names}
        if asked.name and is_free and asked.role == self._role:
            return asked.name
        return words.proposed_name(site, self._role, self._chosen_place, names)

    def _send(self, verb: str, values: Mapping[str, str]) -> None:
        self._busy, self._notice, self._name_fault = True, "", ""
        asked = self._asked
        self._show()

        def answered(reply: Reply) -> None:
            if self._asked is asked:
                self._busy = False
                self._take(verb, reply, values.get("name", ""))
                self._show()

        self._orders.ask(verb, values, answered)

    def _take(self, verb: str, reply: Reply, name: str) -> None:
        if reply.ok:
            told = {str(each["id"]): str(each["name"]) for each in reply.body["stations"]}
            new = [name for station, name in told.items() if station not in self._before]
            if verb == "accept-station":
                self._outcome = _welcome(name)
            else:
                # Another reception may have taken it in a moment before.
                self._outcome = _taken_in(new[0]) if new else _sent_away()
        elif reply.code == Code.WRONG_DIGITS:
            self._outcome = _wrong_number()
        elif reply.code in ENDED:
            self._outcome = self._ended(reply.code)
        elif reply.code in ABOUT_THE_NAME:
            self._name_fault = refusal(reply.code, reply.values)
        else:
            self._notice = refusal(reply.code, reply.values)

    def _ended(self, code: str) -> Outcome:
        """It waits no more, and not because of an answer from here."""
        new = [each.name for each in self._paired if each.id not in self._before]
        if new:
            return _taken_in(new[0])
        if code == Code.PAIRING_REFUSED:
            return Outcome(_tr("Un autre accueil l’a renvoyée"), _tr("Rien ne lui a été donné."))
        late = self._asked is not None and self._now >= self._asked.until
        if code == Code.PAIRING_TOO_SLOW or late:
            return Outcome(_tr("Le temps est passé"), f"{_tr('Rien ne lui a été donné.')} {_again()}")
        return Outcome(_tr("Elle n’attend plus"), f"{_tr('Rien ne lui a été donné d’ici.')} {_again()}")

    def _show(self) -> None:
        pending, connected = self._mirror.pending, self._orders.client.connected
        asked = self._asked
        is_gone = asked is not None and (pending is None or pending.id != asked.id)
        if is_gone and self._outcome is None and connected and not self._busy:
            self._outcome = self._ended("")
        site = self._site
        presents = "" if pending is None or site is None else _presents(pending)
        shown = NewStationProps(presents_text=presents, connected=connected)
        self._become(shown if asked is None or site is None else self._derive(shown, asked, site))

    def _derive(self, shown: NewStationProps, asked: PresentedStation, site: Site) -> NewStationProps:
        outcome = self._outcome or Outcome("", "")
        places = words.place_rows(site, self._role, self._chosen_place)
        return NewStationProps(
            presents_text=shown.presents_text,
            connected=shown.connected,
            left_text=_left(asked.until, self._now),
            numbers=tuple(
                NumberRow(each, f"{each[:3]} {each[3:]}", ", ".join(map(" ".join, (each[:3], each[3:]))), chosen)
                for each in asked.numbers
                for chosen in (each == self._number,)
            ),
            roles=tuple(RoleRow(each, *_role_words(each), each is self._role) for each in words.roles_of(site)),
            places_title=words.places_title(self._role) if places else "",
            places=places,
            replaceable=_replaceable(self._paired, self._role, self._replaced),
            replaces_one=self._replaced != "",
            name=self._name,
            name_fault=self._name_fault,
            notice=self._notice
            if shown.connected
            else _tr("Connexion perdue. Vous pourrez répondre dès que le serveur sera de retour."),
            busy=self._busy,
            can_answer=shown.connected and not self._busy and not outcome.title,
            missing_text=self._missing(),
            outcome_title=outcome.title,
            outcome_text=outcome.text,
            is_welcome=outcome.is_good,
        )

    def _missing(self) -> str:
        if not self._number:
            return _tr("Choisissez d’abord le nombre qu’elle montre.")
        if not self._name.strip():
            return _tr("Donnez-lui un nom.")
        return ""


def _presents(pending: PresentedStation) -> str:
    texts = {
        Role.KIOSK: _tr("Une nouvelle station se présente : une borne."),
        Role.DISPLAY: _tr("Une nouvelle station se présente : un écran."),
        Role.ADVISOR: _tr("Une nouvelle station se présente : une table."),
        Role.RECEPTION: _tr("Une nouvelle station se présente : un accueil."),
    }
    known = [text for role, text in texts.items() if role == pending.role]
    return known[0] if known else _tr("Une nouvelle station se présente.")


def _left(until: datetime, now: datetime) -> str:
    left_s = (until - now).total_seconds()
    if left_s > 90:
        return _tr("Elle attend encore 2 min.")
    return _tr("Elle attend encore 1 min.") if left_s > 30 else _tr("Elle n’attend plus qu’un instant.")


def _role_words(role: Role) -> tuple[str, str]:
    texts = {
        Role.KIOSK: (_tr("Une borne"), _tr("les visiteurs y prennent leur numéro")),
        Role.DISPLAY: (_tr("Un écran"), _tr("il montre les numéros appelés")),
        Role.ADVISOR: (_tr("Une table"), _tr("un conseiller y reçoit")),
        Role.RECEPTION: (_tr("Un accueil"), _tr("il voit et règle toute la maison")),
    }
    return texts[role]


def _replaceable(paired: tuple[ListedStation, ...], role: Role, replaced: str) -> tuple[ReplacedRow, ...]:
    """None, then the paired stations of the same role; nothing where there are none."""
    alike = [(each.id, each.name) for each in paired if each.role == role]
    rows = (("", _tr("Personne")), *alike) if alike else ()
    return tuple(ReplacedRow(station, label, station == replaced) for station, label in rows)


def _welcome(name: str) -> Outcome:
    text = _tr("Elle s’ouvre d’elle-même. Réglages, puis Stations : vous pourrez la renommer ou la déplacer.")
    return Outcome(_tr("« {name} » fait partie de la maison").format(name=name), text, is_good=True)


def _taken_in(name: str) -> Outcome:
    title = _tr("« {name} » vient d’entrer dans la maison").format(name=name)
    text = _tr("Un autre accueil a répondu avant vous. Si c’était une erreur : Réglages, Stations, Radier.")
    return Outcome(title, text, is_good=True)


def _sent_away() -> Outcome:
    text = _tr("Rien ne lui a été donné. Si elle insiste, demandez qui a branché une machine sur votre réseau.")
    return Outcome(_tr("Elle est renvoyée"), text)


def _wrong_number() -> Outcome:
    text = _tr(
        "Rien ne lui a été donné. Si elle est à vous, recommencez sur la machine : elle montrera un autre nombre. "
        "Si son nombre n’était aucun des trois, quelqu’un se tient peut-être entre elle et le serveur : "
        "prévenez qui s’occupe du réseau."
    )
    return Outcome(_tr("Ce n’était pas ce nombre"), text)


def _again() -> str:
    return _tr("Si elle est à vous, recommencez sur la machine.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("NewStationViewModel", text)
