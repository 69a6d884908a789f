"""The administration behind its door: the sections of a site, and every change that people make in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

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
from cdm_kiosk.viewmodels.administration.ticket import PaperOf, PictureOf, TicketViewModel
from cdm_kiosk.viewmodels.administration.week import WeekViewModel
from cdm_kiosk.viewmodels.shared.shown import RecordsModel, emit_changes

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

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
FIRST_OF = {"themes": "themes.0", "services": "services.0", "places": "counters.0", "messages": "messages.0"}
"""What is selected in a section before anybody chose."""


@dataclass(frozen=True, slots=True)
class AdministrationProps:
    section: str = rows.SECTIONS[0]
    selected: str = ""


@QmlElement
@QmlUncreatable("made by the reception's composition root")
class AdministrationViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """The window as a whole; its rooms are view models of their own."""

    sectionChanged = Signal()
    selectedChanged = Signal()
    valuesChanged = Signal()
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
        super().__init__(parent)
        self._ours = tuple(pictograms)
        self._now = clock
        self._values: dict[str, Any] = {}
        self._props = AdministrationProps()
        self._sections = RecordsModel(rows.SectionRow, self)
        self._themes = RecordsModel(rows.EntryRow, self)
        self._services = RecordsModel(rows.EntryRow, self)
        self._theme_services = RecordsModel(rows.EntryRow, self)
        self._counters = RecordsModel(rows.EntryRow, self)
        self._zones = RecordsModel(rows.EntryRow, self)
        self._exceptions = RecordsModel(rows.EntryRow, self)
        self._messages = RecordsModel(rows.EntryRow, self)
        self._languages = RecordsModel(rows.ChoiceRow, self)
        self._offered_languages = RecordsModel(rows.ChoiceRow, self)
        self._pictograms = RecordsModel(rows.EntryRow, self)
        self._days = RecordsModel(rows.DayRow, self)
        self._absent = RecordsModel(rows.ChoiceRow, self)
        self._added = RecordsModel(rows.ChoiceRow, self)
        self._rules = RecordsModel(RuleRow, self)
        self._door = DoorViewModel(orders, self)
        self._draft = DraftViewModel(client, self._door, self)
        self._week = WeekViewModel(self._draft, self)
        self._sound = SoundViewModel(self._draft, self)
        self._pictures = PicturesViewModel(self._door, self._draft, pictogram_url, self)
        self._pictures.said.connect(self._draft.say)
        self._ticket = TicketViewModel(self._draft, self._pictures, paper_of, picture_of, clock, self)
        self._draft.changed.connect(self._show)
        self._printers = PrintersViewModel(self._door, self)

    @Property(DoorViewModel, constant=True)
    def door(self) -> DoorViewModel:
        return self._door

    @Property(DraftViewModel, constant=True)
    def draft(self) -> DraftViewModel:
        return self._draft

    @Property(WeekViewModel, constant=True)
    def week(self) -> WeekViewModel:
        return self._week

    @Property(SoundViewModel, constant=True)
    def sound(self) -> SoundViewModel:
        return self._sound

    @Property(PicturesViewModel, constant=True)
    def pictures(self) -> PicturesViewModel:
        return self._pictures

    @Property(PrintersViewModel, constant=True)
    def printers(self) -> PrintersViewModel:
        return self._printers

    @Property(TicketViewModel, constant=True)
    def ticket(self) -> TicketViewModel:
        return self._ticket

    @Property(str, notify=sectionChanged)
    def section(self) -> str:
        return self._props.section

    @Property(str, notify=selectedChanged)
    def selected(self) -> str:
        """The key of the entry that is changed ("themes.2"), "" when none is."""
        return self._props.selected

    @Property("QVariantMap", notify=valuesChanged)  # type: ignore[arg-type]  # Qt’s own name of a type
    def values(self) -> dict[str, Any]:
        """What the fields of the section show, by key."""
        return self._values

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # Qt’s own name of a type
    def colours(self) -> list[str]:
        return [*drafts.COLOURS]

    @Property(QAbstractItemModel, constant=True)
    def sections(self) -> QAbstractItemModel:
        return self._sections

    @Property(QAbstractItemModel, constant=True)
    def themes(self) -> QAbstractItemModel:
        return self._themes

    @Property(QAbstractItemModel, constant=True)
    def services(self) -> QAbstractItemModel:
        return self._services

    @Property(QAbstractItemModel, constant=True)
    def themeServices(self) -> QAbstractItemModel:
        return self._theme_services

    @Property(QAbstractItemModel, constant=True)
    def counters(self) -> QAbstractItemModel:
        return self._counters

    @Property(QAbstractItemModel, constant=True)
    def zones(self) -> QAbstractItemModel:
        return self._zones

    @Property(QAbstractItemModel, constant=True)
    def exceptions(self) -> QAbstractItemModel:
        return self._exceptions

    @Property(QAbstractItemModel, constant=True)
    def messages(self) -> QAbstractItemModel:
        return self._messages

    @Property(QAbstractItemModel, constant=True)
    def languages(self) -> QAbstractItemModel:
        """The site's languages, the first one first."""
        return self._languages

    @Property(QAbstractItemModel, constant=True)
    def offeredLanguages(self) -> QAbstractItemModel:
        return self._offered_languages

    @Property(QAbstractItemModel, constant=True)
    def pictograms(self) -> QAbstractItemModel:
        """The pictures to choose from: the program's own, and those of the site."""
        return self._pictograms

    @Property(QAbstractItemModel, constant=True)
    def days(self) -> QAbstractItemModel:
        return self._days

    @Property(QAbstractItemModel, constant=True)
    def absent(self) -> QAbstractItemModel:
        return self._absent

    @Property(QAbstractItemModel, constant=True)
    def added(self) -> QAbstractItemModel:
        """The tables, with what the exception adds there."""
        return self._added

    @Property(QAbstractItemModel, constant=True)
    def rules(self) -> QAbstractItemModel:
        return self._rules

    @Slot()
    def open(self) -> None:
        """Show the administration; the PIN is asked for first."""
        if not self._door.isOpen:
            self._door.knock()
            self._draft.fetch()

    @Slot()
    def close(self) -> None:
        """Leave; what was not saved is forgotten, and the next person types the PIN."""
        self._door.leave()
        self._week.forget()
        self._pictures.forget()
        self._tell(section=rows.SECTIONS[0], selected="")
        self._draft.forget()

    @Slot()
    def tick(self) -> None:
        """One second passed."""
        self._door.tick()

    @Slot(str)
    def chooseSection(self, section: str) -> None:
        self._tell(section=section, selected="")
        self._week.chooseCell("")
        if section == "versions":
            self._draft.fetchVersions()
        self._show()

    @Slot()
    def goToFault(self) -> None:
        """Show the first field that has a fault."""
        content = self._draft.content
        for key in self._draft.wrong:
            self._tell(section=rows.section_of(key), selected=".".join(key.split(".")[:2]))
            self._week.chooseCell(rows.cell_of(content, key))
            self._show()
            return

    @Slot(str)
    def select(self, key: str) -> None:
        """Change this entry ("themes.2")."""
        self._tell(selected=key)
        self._show()

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
            self._tell(selected=key)
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
        if self._props.selected == key:
            left = len(drafts.entries(draft, name))
            self._tell(selected=f"{name}.{min(at, left - 1)}" if left else "")
        self._draft.edit(draft)

    @Slot(str, int)
    def moveEntry(self, key: str, by: int) -> None:
        name, _, at = key.rpartition(".")
        draft = drafts.moved(self._draft.content, name, int(at), by)
        if draft != self._draft.content and self._props.selected == key:
            self._tell(selected=f"{name}.{int(at) + by}")
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

    def _tell(self, **changes: Any) -> None:
        before, self._props = self._props, replace(self._props, **changes)
        emit_changes(self, before, self._props)

    @Slot()
    def _show(self) -> None:
        """Everything that follows from the draft."""
        draft, faulty = self._draft.content, self._draft.wrong
        self._sections.show(rows.section_rows(faulty))
        self._themes.show(rows.theme_rows(draft, faulty, self._pictures.url))
        self._services.show(rows.service_rows(draft, "services", faulty))
        self._counters.show(rows.counter_rows(draft, faulty))
        self._zones.show(rows.zone_rows(draft, faulty))
        self._exceptions.show(rows.exception_rows(draft, faulty))
        self._messages.show(rows.message_rows(draft, faulty))
        spoken, tags = drafts.languages(draft), drafts.tags(draft)
        self._languages.show(rows.language_rows(spoken, spoken, tags))
        others = [each for each in rows.OFFERED_LANGUAGES if each not in spoken]
        self._offered_languages.show(rows.language_rows([*spoken, *others], spoken, tags))
        self._pictograms.show(rows.picture_rows(draft, self._ours, self._pictures.url))
        self._days.show(rows.day_rows(draft))
        self._rules.show(rule_rows(draft))
        self._ticket.show(self._props.section == "ticket")
        self._show_selected(draft)

    def _show_selected(self, draft: Draft) -> None:
        key = self._props.selected
        if not drafts.value_at(draft, key):
            first = FIRST_OF.get(self._props.section, "")
            key = first if drafts.value_at(draft, first) else ""
            self._tell(selected=key)
        self._values = _values(draft, key)
        logo = str(draft.get("logo", ""))
        self._values["logo.url"] = self._pictures.url(logo) if logo else ""
        self.valuesChanged.emit()
        of_theme = rows.service_rows(draft, f"{key}.services", self._draft.wrong)
        self._theme_services.show(of_theme if key.startswith("themes") else [])
        is_exception = key.startswith("exceptions")
        self._absent.show(rows.absent_rows(draft, key) if is_exception else [])
        self._added.show(rows.added_rows(draft, key) if is_exception else [])


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
