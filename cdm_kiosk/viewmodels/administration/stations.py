"""The stations of the house for administration: who is paired, what is wrong, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cdm_kiosk.client.hub import HubClient, Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import ALARM_AFTER, UNTROUBLED, Age, ListedStation, Station, age
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.administration.printers import paper_text
from cdm_kiosk.viewmodels.shared import stations as words
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.sentences import clock_text
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

THIS_MACHINE = frozenset({"", "localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class StationRow:
    """One paired station; ``trouble`` is what is wrong with it, ``advice`` what to do, "" when it is well."""

    station: str
    name: str
    role: str
    what_text: str
    """Its role and place, in one line."""
    heard_text: str
    is_there: bool
    trouble: str
    advice: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    fact: str
    text: str


@dataclass(frozen=True, slots=True)
class StationsProps:
    is_known: bool = False
    """Whether the hub has told who is paired."""
    stations: tuple[StationRow, ...] = ()
    beside_text: str = ""
    """Who listens without being paired: stations that the hub's own machine runs."""
    chosen: str = ""
    """The id of the station that is looked at; "" where none is paired."""
    chosen_name: str = ""
    role: str = ""
    facts: tuple[FactRow, ...] = ()
    trouble: str = ""
    advice: str = ""
    name: str = ""
    """What was typed, else the station's name."""
    name_fault: str = ""
    can_rename: bool = False
    places_title: str = ""
    places: tuple[words.PlaceRow, ...] = ()
    notice: str = ""
    command: str = ""
    """How a machine without a keyboard is paired."""


@known_to_qml
class StationsViewModel(ViewModel[StationsProps]):
    """What is done here takes effect at once: the machines belong to the house, not to the site and its versions.

    When a station was heard is known of today alone.
    """

    def __init__(self, door: DoorViewModel, client: HubClient, parent: QObject | None = None) -> None:
        super().__init__(StationsProps(), parent)
        self._door = door
        self._client = client
        self._mirror: StaffMirror | None = None
        self._now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._chosen = ""
        self._typed: str | None = None
        self._name_fault = self._notice = ""

    def follow(self, mirror: StaffMirror, now: Callable[[], datetime]) -> None:
        """Show the stations that ``mirror`` knows."""
        self._mirror, self._now = mirror, now
        mirror.changed.connect(self.refresh)
        self._door.signal_of("stage").connect(self.refresh)

    @Slot(str)
    def choose(self, station: str) -> None:
        """Look at another station."""
        self._chosen, self._typed = station, None
        self._name_fault = self._notice = ""
        self.refresh()

    @Slot(str)
    def type(self, name: str) -> None:
        self._typed, self._name_fault = name, ""
        self.refresh()

    @Slot()
    def rename(self) -> None:
        """Call it as was typed."""
        if self.props.can_rename:
            self._ask("change-station", {"station": self.props.chosen, "name": self.props.name.strip()})

    @Slot(str)
    def move(self, place: str) -> None:
        """To another zone or table."""
        if self.props.chosen:
            self._ask("change-station", {"station": self.props.chosen, "place": place})

    @Slot(str)
    def strikeOff(self, station: str) -> None:
        """Its line ends at once, and it is none of ours any more."""
        self._ask("strike-off", {"station": station})

    @Slot(str, result=str)
    def strikeOffText(self, station: str) -> str:
        """What follows from striking it off."""
        paired = self._paired
        struck = next((each for each in paired if each.id == station), None)
        if struck is None:
            return ""
        texts = [
            _tr("Sa connexion s’arrête aussitôt : elle ne voit plus rien de la maison, et n’y peut plus rien.")
        ]
        if struck.role == Role.RECEPTION and struck.name == self._client.present.station:
            texts.append(_tr("C’est le poste que vous utilisez en ce moment."))
        if struck.role == Role.RECEPTION and [each.role for each in paired].count(Role.RECEPTION) == 1:
            texts.append(_tr("C’est le seul accueil associé : sans lui, plus aucune machine ne pourra l’être."))
        texts.append(_tr("Pour revenir, il faudra l’associer de nouveau."))
        return "\n".join(texts)

    def _ask(self, verb: str, values: Mapping[str, str]) -> None:
        self._name_fault = self._notice = ""
        asked = values["station"]

        def answered(reply: Reply) -> None:
            # Struck off twice, by two people or because an answer was lost: it is so.
            is_done = reply.ok or (verb == "strike-off" and reply.code == Code.NOT_PAIRED)
            if asked == self._chosen and is_done and "place" not in values:
                self._typed = None
            elif not is_done and reply.code not in ("pin_needed", "no_pin"):
                said = refusal(reply.code, reply.values)
                self._name_fault, self._notice = (said, "") if "name" in values else ("", said)
            self.refresh()

        self._door.ask(verb, values, answered)

    @property
    def _paired(self) -> tuple[ListedStation, ...]:
        paired = None if self._mirror is None else self._mirror.paired
        return () if paired is None else paired.stations

    @Slot()
    def refresh(self) -> None:
        """Show what is known now."""
        mirror = self._mirror
        if mirror is None or mirror.floor is None or mirror.paired is None or not self._door.is_inside:
            return
        look = _Look(mirror.floor.site, mirror.paired.version, self._now())
        seen = {each.name: each for each in mirror.stations.seen}
        known = {each.id: each for each in mirror.paired.stations}
        order = {role: at for at, role in enumerate(words.ROLES)}
        rows = [look.row(each, seen.get(each.name)) for each in known.values()]
        rows.sort(key=lambda row: (not row.trouble, order.get(Role(row.role), len(order)), row.name.casefold()))
        if self._chosen not in known:
            self._chosen, self._typed = rows[0].station if rows else "", None
        names = {each.name for each in known.values()}
        beside = [each.name for each in seen.values() if each.name not in names and each.is_connected]
        shown = StationsProps(
            is_known=True,
            stations=tuple(replace(row, chosen=row.station == self._chosen) for row in rows),
            beside_text=_beside(beside),
            notice=self._notice,
            command=_command(self._client.address, words.proposed_name(look.site, Role.KIOSK, "", names)),
        )
        chosen = known.get(self._chosen)
        if chosen is not None:
            shown = self._with(shown, look, chosen, seen.get(chosen.name))
        self._become(shown)

    def _with(
        self, shown: StationsProps, look: _Look, chosen: ListedStation, seen: Station | None
    ) -> StationsProps:
        row = next(each for each in shown.stations if each.chosen)
        name = chosen.name if self._typed is None else self._typed
        places = words.place_rows(look.site, chosen.role, chosen.place)
        return replace(
            shown,
            chosen=chosen.id,
            chosen_name=chosen.name,
            role=chosen.role,
            facts=tuple(look.facts(chosen, seen)),
            trouble=row.trouble,
            advice=row.advice,
            name=name,
            name_fault=self._name_fault,
            can_rename=bool(name.strip()) and name.strip() != chosen.name,
            places_title=words.places_title(chosen.role) if places else "",
            places=places,
        )


@dataclass(frozen=True, slots=True)
class _Look:
    """By what a station is judged: the site, the hub's version, and the hour."""

    site: Site
    version: str
    now: datetime

    def row(self, paired: ListedStation, seen: Station | None) -> StationRow:
        trouble, advice = self._trouble(paired, seen)
        place = words.place_text(self.site, paired.role, paired.place)
        text = " · ".join(filter(None, (words.role_name(paired.role), "" if place == paired.name else place)))
        is_there = seen is not None and seen.is_connected
        heard = self._heard(seen)
        return StationRow(
            paired.id,
            paired.name,
            paired.role,
            text[:1].upper() + text[1:],
            heard,
            is_there,
            trouble,
            advice,
            False,
        )

    def facts(self, paired: ListedStation, seen: Station | None) -> list[FactRow]:
        """What is known of it, one line each."""
        is_there = seen is not None and seen.is_connected
        heard = _tr("en ce moment") if is_there else self._heard(seen)
        facts = [FactRow(_tr("Entendue"), heard[:1].upper() + heard[1:])]
        if seen is not None and seen.version:
            facts.append(FactRow(_tr("Programme"), self._version_text(seen.version)))
        if paired.role == Role.KIOSK and seen is not None and seen.is_connected:
            paper = paper_text(seen)
            facts.append(FactRow(_tr("Papier"), paper[:1].upper() + paper[1:]))
        facts.append(FactRow(_tr("Associée"), _tr("le {day}").format(day=f"{paired.paired_on:%d/%m/%Y}")))
        return facts

    def _version_text(self, version: str) -> str:
        same = age(version, self.version) is Age.SAME
        text = _tr("version {version}, comme le serveur") if same else _tr("version {version}, le serveur {hub}")
        text = text.format(version=version, hub=self.version)
        return text[:1].upper() + text[1:]

    def _heard(self, seen: Station | None) -> str:
        if seen is None:
            return _tr("pas entendue aujourd’hui")
        if seen.away_since is None:
            return _tr("là")
        return _tr("absente depuis {hour}").format(hour=clock_text(self.site.local(seen.away_since)))

    def _trouble(self, paired: ListedStation, seen: Station | None) -> tuple[str, str]:
        """What is wrong, the worst first, and what to do."""
        if seen is not None and seen.away_since is not None and self.now - seen.away_since > ALARM_AFTER:
            heard = self._heard(seen)
            return heard[:1].upper() + heard[1:], _tr("Regardez si elle est allumée et reliée au réseau.")
        if seen is not None and seen.is_connected:
            if seen.paper not in UNTROUBLED:
                trouble, _, advice = words.paper_trouble(seen.paper).partition(", ")
                return trouble[:1].upper() + trouble[1:], advice[:1].upper() + advice[1:] + "."
            match age(seen.version, self.version):
                case Age.OLDER:
                    advice = _tr("Mettez cette station à jour. Elle continue en attendant.")
                    return _tr("Son programme est plus ancien que le serveur"), advice
                case Age.NEWER:
                    advice = _tr("Mettez le serveur à jour. Elle continue en attendant.")
                    return _tr("Son programme est plus récent que le serveur"), advice
        if not words.has_place(self.site, paired.role, paired.place):
            return _tr("Sa place n’existe plus"), _tr("Choisissez-lui-en une autre.")
        return "", ""


def _beside(names: list[str]) -> str:
    if not names:
        return ""
    text = _tr("Lancées avec le serveur, sur sa machine, sans association : {names}.")
    return text.format(names=", ".join(f"« {name} »" for name in names))


def _command(address: str, name: str) -> str:
    """The command by which a machine is paired with this hub."""
    parts = urlsplit(address)
    host = "ADRESSE-DU-SERVEUR" if parts.hostname in THIS_MACHINE else parts.netloc
    return f'cdm-kiosk pair --hub {host} --role kiosk --name "{name}"'


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
