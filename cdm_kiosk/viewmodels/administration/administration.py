"""The administration behind its door: the sections of a site, and every change that people make in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.viewmodels.administration import rows
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.administration.draft import DraftViewModel
from cdm_kiosk.viewmodels.administration.pictures import PicturesViewModel
from cdm_kiosk.viewmodels.administration.printers import PrintersViewModel
from cdm_kiosk.viewmodels.administration.rules import RuleRow, rule_rows
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.administration.sound import SoundViewModel
from cdm_kiosk.viewmodels.administration.stations import StationsViewModel
from cdm_kiosk.viewmodels.administration.ticket import PaperOf, PictureOf, TicketViewModel
from cdm_kiosk.viewmodels.administration.week import WeekViewModel
from cdm_kiosk.viewmodels.shared.shown import ViewModel, constant, known_to_qml

SINGLE = (
    "name",
    "tagline",
    "reception",
    "timezone",
    "public_holidays",
    "rota_opens_shifts",
    "desk",
    "accent",
    "logo",
    "ticket",
)
"""What stands in a site once, and is shown whatever is selected."""
RULES = frozenset({"manners", "expectations", "overflow_after_min"})
Derive = Callable[[Draft, Mapping[str, str]], Sequence[Any]]
"""The rows of a list, from the draft and what is wrong in it."""
FIRST_OF = {"themes": "themes.0", "services": "services.0", "places": "counters.0", "messages": "messages.0"}
"""What is selected in a section before anybody chose."""


@dataclass(frozen=True, slots=True)
class AdministrationProps:
    section: str = rows.SECTIONS[0]
    colours: tuple[str, ...] = drafts.COLOURS
    sections: tuple[rows.SectionRow, ...] = ()
    themes: tuple[rows.EntryRow, ...] = ()
    services: tuple[rows.EntryRow, ...] = ()
    counters: tuple[rows.EntryRow, ...] = ()
    zones: tuple[rows.EntryRow, ...] = ()
    exceptions: tuple[rows.EntryRow, ...] = ()
    messages: tuple[rows.EntryRow, ...] = ()
    languages: tuple[rows.ChoiceRow, ...] = ()
    """The site's languages, the first one first."""
    offered_languages: tuple[rows.ChoiceRow, ...] = ()
    pictograms: tuple[rows.EntryRow, ...] = ()
    """The pictures to choose from: the program's own, and those of the site."""
    days: tuple[rows.DayRow, ...] = ()
    rules: tuple[RuleRow, ...] = ()
    selected: str = ""
    """The key of the entry that is changed ("themes.2"), "" when none is."""
    values: dict[str, Any] = field(default_factory=dict)
    """What the fields of the section show, by key."""
    theme_services: tuple[rows.EntryRow, ...] = ()
    absent: tuple[rows.ChoiceRow, ...] = ()
    added: tuple[rows.ChoiceRow, ...] = ()
    """The tables, with what the exception adds there."""


@known_to_qml
class AdministrationViewModel(ViewModel[AdministrationProps]):
    """The window as a whole; its rooms are view models of their own."""

    door = constant(DoorViewModel, "_door")
    draft = constant(DraftViewModel, "_draft")
    week = constant(WeekViewModel, "_week")
    sound = constant(SoundViewModel, "_sound")
    pictures = constant(PicturesViewModel, "_pictures")
    printers = constant(PrintersViewModel, "_printers")
    stations = constant(StationsViewModel, "_stations")
    ticket = constant(TicketViewModel, "_ticket")
    entryAdded = Signal(str)

    def __init__(
        self,
        client: HubClient,
        orders: Orders,
        pictogram_url: Callable[[str], str],
        pictograms: Sequence[str],
        paper_of: PaperOf,
        picture_of: PictureOf,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(AdministrationProps(sections=tuple(rows.section_rows(()))), parent)
        self._ours = tuple(pictograms)
        self._now = clock
        self._door = DoorViewModel(orders, self)
        self._draft = DraftViewModel(client, self._door, self)
        self._week = WeekViewModel(self._draft, self)
        self._sound = SoundViewModel(self._draft, self)
        self._pictures = PicturesViewModel(self._door, self._draft, pictogram_url, self)
        self._pictures.said.connect(self._draft.say)
        self._ticket = TicketViewModel(self._draft, self._pictures, paper_of, picture_of, clock, self)
        url = self._pictures.url
        self._derived: dict[str, tuple[frozenset[str], Derive]] = {
            "sections": (frozenset({"faults"}), lambda _, faulty: rows.section_rows(faulty)),
            "themes": (_reads("themes"), lambda draft, faulty: rows.theme_rows(draft, faulty, url)),
            "services": (_reads("services"), lambda draft, faulty: rows.service_rows(draft, "services", faulty)),
            "counters": (_reads("counters", "zones", "desk"), rows.counter_rows),
            "zones": (_reads("zones", "counters"), rows.zone_rows),
            "exceptions": (_reads("exceptions", "counters"), rows.exception_rows),
            "messages": (_reads("messages"), rows.message_rows),
            "languages": (_reads(), lambda draft, _: rows.spoken_rows(draft)),
            "offered_languages": (_reads(), lambda draft, _: rows.offered_rows(draft)),
            "pictograms": (_reads("themes"), lambda draft, _: rows.picture_rows(draft, self._ours, url)),
            "days": (_reads("hours"), lambda draft, _: rows.day_rows(draft)),
            "rules": (RULES, lambda draft, _: rule_rows(draft)),
        }
        self._draft.changed.connect(self._show)
        self._printers = PrintersViewModel(self._door, self)
        self._stations = StationsViewModel(self._door, client, self)

    @Slot()
    def open(self) -> None:
        """Show the administration; the PIN is asked for first."""
        if not self._door.props.is_open:
            self._door.begin()
            self._draft.fetch()

    @Slot()
    def close(self) -> None:
        """Leave; what was not saved is forgotten, and the next person types the PIN."""
        self._door.leave()
        self._week.forget()
        self._pictures.forget()
        self._update(section=rows.SECTIONS[0], selected="")
        self._draft.forget()

    @Slot()
    def tick(self) -> None:
        """One second passed."""
        self._door.tick()
        self._stations.refresh()

    @Slot(str)
    def chooseSection(self, section: str) -> None:
        self._update(section=section, selected="")
        self._week.chooseCell("")
        if section == "versions":
            self._draft.fetchVersions()
        self._draft.settle()
        self._show_selected()

    @Slot()
    def goToFault(self) -> None:
        """Show the first field that has a fault."""
        content = self._draft.content
        for key in self._draft.wrong:
            self._update(section=rows.section_of(key), selected=".".join(key.split(".")[:2]))
            self._week.chooseCell(rows.cell_of(content, key))
            self._show_selected()
            return

    @Slot(str)
    def select(self, key: str) -> None:
        """Change this entry ("themes.2")."""
        self._update(selected=key)
        self._show_selected()

    @Slot(str, str)
    def setText(self, key: str, text: str) -> None:
        self._draft.edit(drafts.with_text(self._draft.content, key, text), key)

    @Slot(str, str)
    def setOptional(self, key: str, text: str) -> None:
        """A text that may be missing, like a logo."""
        self._draft.edit(drafts.with_optional(self._draft.content, key, text), key)

    @Slot(str, str)
    def setNumber(self, key: str, text: str) -> None:
        self._draft.edit(drafts.with_number(self._draft.content, key, text), key)

    @Slot(str, bool)
    def setTruth(self, key: str, truth: bool) -> None:
        self._draft.edit(drafts.with_value(self._draft.content, key, truth))

    @Slot(str, str)
    def setDate(self, key: str, text: str) -> None:
        """A day as people write dates; only the first day of an exception cannot be missing."""
        written, content = drafts.date_typed(text), self._draft.content
        if key.endswith(".date"):
            self._draft.edit(drafts.with_value(content, key, written), key)
        else:
            self._draft.edit(drafts.with_optional(content, key, written), key)

    @Slot(str, str)
    def setHours(self, day: str, text: str) -> None:
        draft = drafts.with_hours(self._draft.content, day, drafts.spans_typed(text))
        self._draft.edit(draft, f"hours.{day}")

    @Slot(str)
    def copyHours(self, day: str) -> None:
        """The opening hours of this weekday for Monday to Friday."""
        draft = self._draft.content
        spans = drafts.hours_of(draft, day)
        for each in ("monday", "tuesday", "wednesday", "thursday", "friday"):
            draft = drafts.with_hours(draft, each, spans)
        self._draft.edit(draft)

    @Slot(str, str)
    def setHolidays(self, country: str, region: str) -> None:
        wanted = country.strip().upper(), region.strip().upper()
        self._draft.edit(drafts.with_holidays(self._draft.content, *wanted), "public_holidays")

    # ----- lists

    @Slot(str)
    def addEntry(self, name: str) -> None:
        """One more theme, counter, zone, exception, message or service, selected."""
        draft, labels = self._draft.content, rows.new_labels()
        match name.rpartition(".")[2]:
            case "themes":
                draft = drafts.with_new_theme(draft, labels["themes"])
            case "counters":
                draft = drafts.with_new_counter(draft, _tr("Table"))
            case "zones":
                draft = drafts.with_new_zone(draft, labels["zones"])
            case "exceptions":
                draft = drafts.with_new_exception(draft, (self._now() + timedelta(days=1)).date())
            case "messages":
                draft = drafts.with_new_message(draft, labels["messages"])
            case _:
                draft = drafts.with_new_service(draft, name)
        key = f"{name}.{len(drafts.entries(draft, name)) - 1}"
        if "." not in name:
            self._update(selected=key)
        self._draft.edit(draft)
        self.entryAdded.emit(key)

    @Slot(str, result=str)
    def removalText(self, key: str) -> str:
        """What goes along when an entry is removed, to be asked about; "" when nothing does."""
        name, _, at = key.partition(".")
        count = 0
        if name == "themes" and at.isdecimal():
            count = drafts.permanences_of_theme(self._draft.content, int(at))
        elif name == "counters":
            count = drafts.permanences_of_counter(self._draft.content, int(at))
        return (
            _tr("Permanences de la semaine où il en est question : {count}.").format(count=count) if count else ""
        )

    @Slot(str)
    def removeEntry(self, key: str) -> None:
        name, _, place = key.rpartition(".")
        at, draft = int(place), self._draft.content
        match name:
            case "themes":
                draft = drafts.without_theme(draft, at)
            case "counters":
                draft = drafts.without_counter(draft, at)
            case _:
                draft = drafts.removed(draft, name, at)
        if self.props.selected == key:
            left = len(drafts.entries(draft, name))
            self._update(selected=f"{name}.{min(at, left - 1)}" if left else "")
        self._draft.edit(draft)

    @Slot(str, int)
    def moveEntry(self, key: str, by: int) -> None:
        name, _, at = key.rpartition(".")
        draft = drafts.moved(self._draft.content, name, int(at), by)
        if draft != self._draft.content and self.props.selected == key:
            self._update(selected=f"{name}.{int(at) + by}")
        self._draft.edit(draft)

    @Slot(str)
    def setDesk(self, counter: str) -> None:
        """Reception's own counter; "" for none."""
        self._draft.edit(drafts.with_desk(self._draft.content, counter))

    @Slot(str, bool)
    def setLanguage(self, code: str, spoken: bool) -> None:
        self._draft.edit(drafts.with_language(self._draft.content, code, spoken))

    # ----- exceptions

    @Slot(str, str)
    def setExceptionHours(self, key: str, text: str) -> None:
        """Other hours for an exception; none at all closes the doors."""
        at, spans = int(key.split(".")[1]), drafts.spans_typed(text)
        self._draft.edit(drafts.with_exception_hours(self._draft.content, at, spans), f"{key}.hours")

    @Slot(str)
    def keepHours(self, key: str) -> None:
        """The usual hours for an exception."""
        at = int(key.split(".")[1])
        self._draft.edit(drafts.with_exception_hours(self._draft.content, at, None))

    @Slot(str, str, bool)
    def setAbsent(self, key: str, counter: str, absent: bool) -> None:
        at = int(key.split(".")[1])
        self._draft.edit(drafts.with_absent(self._draft.content, at, counter, absent))

    # ----- what is shown

    @Slot()
    def _show(self) -> None:
        """What follows from the keys of the draft that are others."""
        touched = self._draft.touched
        self._update(**{name: self._rows_of(name) for name, (reads, _) in self._derived.items() if touched & reads})
        self._show_selected()

    @Slot()
    def show_pictures(self) -> None:
        """A picture came from the hub."""
        self._update(**{name: self._rows_of(name) for name in ("themes", "pictograms")})
        self._show_selected()
        self._ticket.refresh()

    def _rows_of(self, name: str) -> tuple[object, ...]:
        _, derive = self._derived[name]
        return tuple(derive(self._draft.content, self._draft.wrong))

    def _show_selected(self) -> None:
        """The entry that is changed, and what the fields of its section show."""
        draft, key = self._draft.content, self.props.selected
        self._ticket.show(self.props.section == "ticket")
        if not drafts.value_at(draft, key):
            first = FIRST_OF.get(self.props.section, "")
            key = first if drafts.value_at(draft, first) else ""
        logo = str(draft.get("logo", ""))
        values = {**_values(draft, key), "logo.url": self._pictures.url(logo) if logo else ""}
        is_known, is_exception = values == self.props.values, key.startswith("exceptions")
        of_theme = rows.service_rows(draft, f"{key}.services", self._draft.wrong)
        self._update(
            selected=key,
            values=values,
            theme_services=tuple(of_theme) if key.startswith("themes") else (),
            absent=tuple(rows.absent_rows(draft, key)) if is_exception else (),
            added=tuple(rows.added_rows(draft, key)) if is_exception else (),
        )
        if is_known:
            # A field may still show what was typed and not taken.
            self.signal_of("values").emit()


def _reads(*keys: str) -> frozenset[str]:
    """The keys at the top of a draft that a list follows from; texts follow from the languages too."""
    return frozenset({"languages", *keys})


def _values(draft: Draft, key: str) -> dict[str, Any]:
    """What the fields show while the entry at ``key`` is selected."""
    values: dict[str, Any] = dict(drafts.flat(drafts.value_at(draft, key), key)) if key else {}
    for name in SINGLE:
        values.update(drafts.flat(draft.get(name), name))
    values.setdefault("accent", rows.USUAL_ACCENT)
    dates: tuple[str, ...] = ()
    if key.startswith("themes"):
        values.setdefault(f"{key}.interview_min", 30)
        dates = ("from_date", "until_date")
    if key.startswith("counters"):
        values.setdefault(f"{key}.accessible", True)
    if key.startswith("exceptions"):
        dates = ("date", "last_date")
        hours = drafts.value_at(draft, f"{key}.hours")
        values[f"{key}.mode"] = "usual" if hours is None else "other" if hours else "closed"
        values[f"{key}.hours"] = drafts.spans_said(hours or ())
    for name in dates:
        values[f"{key}.{name}"] = drafts.date_said(str(values.get(f"{key}.{name}", "")))
    return values


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
