"""The administration behind its PIN: a draft of the site, judged as it is typed, put in force when it is sound."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QAbstractItemModel, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from cdm_kiosk.client.hub import ENTRIES, HubClient, Reply
from cdm_kiosk.domain.site import RECEPTION, WEEKDAYS
from cdm_kiosk.viewmodels import administration_rows as rows
from cdm_kiosk.viewmodels import sentences, site_words
from cdm_kiosk.viewmodels import site_draft as drafts
from cdm_kiosk.viewmodels.shown import RecordsModel, emit_changes
from cdm_kiosk.viewmodels.site_draft import Draft, Permanence

QML_IMPORT_NAME = "Cdm.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

CHECK_AFTER_MS = 250
"""The hub is asked once the fingers rest."""
LONGEST_PAST = 200
PLACE_IN_LIST = re.compile(r"(\.\d+)+$")


@dataclass(frozen=True, slots=True)
class AdministrationProps:
    is_open: bool = False
    stage: str = "closed"
    connected: bool = False
    busy: bool = False
    choosing_again: bool = False
    pin_notice: str = ""
    retry_s: int = 0
    site_name: str = ""
    section: str = rows.SECTIONS[0]
    selected: str = ""
    cell: str = ""
    cell_title: str = ""
    cell_faults: str = ""
    stretch: int = -1
    stretch_hours: str = ""
    copied: bool = False
    notice: str = ""
    state_text: str = ""
    fault_count: int = 0
    dirty: bool = False
    can_save: bool = False
    can_undo: bool = False
    can_redo: bool = False
    conflict: bool = False


@QmlElement
@QmlUncreatable("made by the reception's composition root")
class AdministrationViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable
    """One person's changes to the site, from the PIN to the hub's answer."""

    isOpenChanged = Signal()
    stageChanged = Signal()
    connectedChanged = Signal()
    busyChanged = Signal()
    choosingAgainChanged = Signal()
    pinNoticeChanged = Signal()
    retrySChanged = Signal()
    siteNameChanged = Signal()
    sectionChanged = Signal()
    selectedChanged = Signal()
    cellChanged = Signal()
    cellTitleChanged = Signal()
    cellFaultsChanged = Signal()
    stretchChanged = Signal()
    stretchHoursChanged = Signal()
    copiedChanged = Signal()
    noticeChanged = Signal()
    stateTextChanged = Signal()
    faultCountChanged = Signal()
    dirtyChanged = Signal()
    canSaveChanged = Signal()
    canUndoChanged = Signal()
    canRedoChanged = Signal()
    conflictChanged = Signal()
    valuesChanged = Signal()
    faultsChanged = Signal()

    def __init__(
        self,
        client: HubClient,
        pictogram_url: Callable[[str], str],
        pictograms: Sequence[str],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._pictogram_url = pictogram_url
        self._now = clock
        self._token = ""
        self._first_pin = ""
        self._base: Draft = {}
        self._draft: Draft = {}
        self._version = ""
        self._past: list[Draft] = []
        self._future: list[Draft] = []
        self._typing = ""
        self._checked: Draft | None = None
        self._check_number = 0
        self._faults: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self._values: dict[str, Any] = {}
        self._copied: tuple[Permanence, ...] | None = None
        self._props = AdministrationProps()
        self._sections = RecordsModel(rows.SectionRow, self)
        self._themes = RecordsModel(rows.EntryRow, self)
        self._services = RecordsModel(rows.EntryRow, self)
        self._theme_services = RecordsModel(rows.EntryRow, self)
        self._counters = RecordsModel(rows.EntryRow, self)
        self._zones = RecordsModel(rows.EntryRow, self)
        self._exceptions = RecordsModel(rows.EntryRow, self)
        self._languages = RecordsModel(rows.ChoiceRow, self)
        self._offered_languages = RecordsModel(rows.ChoiceRow, self)
        self._pictograms = RecordsModel(rows.EntryRow, self)
        self._pictograms.show(
            [rows.EntryRow(each, "", each, "", "", pictogram_url(each), False) for each in pictograms]
        )
        self._days = RecordsModel(rows.DayRow, self)
        self._grid_days = RecordsModel(rows.DayRow, self)
        self._cells = RecordsModel(rows.CellRow, self)
        self._stretches = RecordsModel(rows.StretchRow, self)
        self._stretch_themes = RecordsModel(rows.ChoiceRow, self)
        self._stretch_languages = RecordsModel(rows.ChoiceRow, self)
        self._copy_days = RecordsModel(rows.ChoiceRow, self)
        self._absent = RecordsModel(rows.ChoiceRow, self)
        self._rules = RecordsModel(rows.RuleRow, self)
        self._versions = RecordsModel(rows.VersionRow, self)
        self._conflicts = RecordsModel(rows.LineRow, self)
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self._check)
        client.connectedChanged.connect(self._connection_changed)

    @Property(bool, notify=isOpenChanged)
    def isOpen(self) -> bool:
        return self._props.is_open

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        """ "closed", "loading", "pin", "choose_pin" or "editing"."""
        return self._props.stage

    @Property(bool, notify=connectedChanged)
    def connected(self) -> bool:
        return self._props.connected

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._props.busy

    @Property(bool, notify=choosingAgainChanged)
    def choosingAgain(self) -> bool:
        """A first PIN was typed once; it is asked for again."""
        return self._props.choosing_again

    @Property(str, notify=pinNoticeChanged)
    def pinNotice(self) -> str:
        return self._props.pin_notice

    @Property(int, notify=retrySChanged)
    def retryS(self) -> int:
        return self._props.retry_s

    @Property(str, notify=siteNameChanged)
    def siteName(self) -> str:
        return self._props.site_name

    @Property(str, notify=sectionChanged)
    def section(self) -> str:
        return self._props.section

    @Property(str, notify=selectedChanged)
    def selected(self) -> str:
        """The key of the entry that is changed ("themes.2"), "" when none is."""
        return self._props.selected

    @Property(str, notify=cellChanged)
    def cell(self) -> str:
        """The counter and weekday whose permanences are changed ("3/monday"), "" when none are."""
        return self._props.cell

    @Property(str, notify=cellTitleChanged)
    def cellTitle(self) -> str:
        return self._props.cell_title

    @Property(str, notify=cellFaultsChanged)
    def cellFaults(self) -> str:
        return self._props.cell_faults

    @Property(int, notify=stretchChanged)
    def stretch(self) -> int:
        return self._props.stretch

    @Property(str, notify=stretchHoursChanged)
    def stretchHours(self) -> str:
        return self._props.stretch_hours

    @Property(bool, notify=copiedChanged)
    def copied(self) -> bool:
        return self._props.copied

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(str, notify=stateTextChanged)
    def stateText(self) -> str:
        return self._props.state_text

    @Property(int, notify=faultCountChanged)
    def faultCount(self) -> int:
        return self._props.fault_count

    @Property(bool, notify=dirtyChanged)
    def dirty(self) -> bool:
        return self._props.dirty

    @Property(bool, notify=canSaveChanged)
    def canSave(self) -> bool:
        return self._props.can_save

    @Property(bool, notify=canUndoChanged)
    def canUndo(self) -> bool:
        return self._props.can_undo

    @Property(bool, notify=canRedoChanged)
    def canRedo(self) -> bool:
        return self._props.can_redo

    @Property(bool, notify=conflictChanged)
    def conflict(self) -> bool:
        """Somebody else changed the site meanwhile: this person chooses how to go on."""
        return self._props.conflict

    @Property("QVariantMap", notify=valuesChanged)  # type: ignore[arg-type]  # Qt’s own name of a type
    def values(self) -> dict[str, Any]:
        """What the fields of the section show, by key."""
        return self._values

    @Property("QVariantMap", notify=faultsChanged)  # type: ignore[arg-type]  # Qt’s own name of a type
    def faults(self) -> dict[str, str]:
        return self._faults

    @Property("QVariantMap", notify=faultsChanged)  # type: ignore[arg-type]  # Qt’s own name of a type
    def hints(self) -> dict[str, str]:
        """Advice by key: nothing of it keeps the site from being saved."""
        return self._hints

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
    def languages(self) -> QAbstractItemModel:
        """The site's languages, the first one first."""
        return self._languages

    @Property(QAbstractItemModel, constant=True)
    def offeredLanguages(self) -> QAbstractItemModel:
        return self._offered_languages

    @Property(QAbstractItemModel, constant=True)
    def pictograms(self) -> QAbstractItemModel:
        return self._pictograms

    @Property(QAbstractItemModel, constant=True)
    def days(self) -> QAbstractItemModel:
        return self._days

    @Property(QAbstractItemModel, constant=True)
    def gridDays(self) -> QAbstractItemModel:
        return self._grid_days

    @Property(QAbstractItemModel, constant=True)
    def cells(self) -> QAbstractItemModel:
        return self._cells

    @Property(QAbstractItemModel, constant=True)
    def stretches(self) -> QAbstractItemModel:
        return self._stretches

    @Property(QAbstractItemModel, constant=True)
    def stretchThemes(self) -> QAbstractItemModel:
        return self._stretch_themes

    @Property(QAbstractItemModel, constant=True)
    def stretchLanguages(self) -> QAbstractItemModel:
        return self._stretch_languages

    @Property(QAbstractItemModel, constant=True)
    def copyDays(self) -> QAbstractItemModel:
        """The other weekdays, marked where they are like the one that is changed."""
        return self._copy_days

    @Property(QAbstractItemModel, constant=True)
    def absent(self) -> QAbstractItemModel:
        return self._absent

    @Property(QAbstractItemModel, constant=True)
    def rules(self) -> QAbstractItemModel:
        return self._rules

    @Property(QAbstractItemModel, constant=True)
    def versions(self) -> QAbstractItemModel:
        return self._versions

    @Property(QAbstractItemModel, constant=True)
    def conflicts(self) -> QAbstractItemModel:
        return self._conflicts

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # Qt’s own name of a type
    def colours(self) -> list[str]:
        return [*drafts.COLOURS]

    # ----- the door

    @Slot()
    def open(self) -> None:
        """Show the administration; the PIN is asked for first."""
        if self._props.is_open:
            return
        self._tell(is_open=True, stage="loading", pin_notice="", notice="", connected=self._client.connected)
        self._fetch()

    @Slot()
    def close(self) -> None:
        """Leave; what was not saved is forgotten, and the next person types the PIN."""
        self._check_soon.stop()
        self._check_number += 1
        self._token = self._first_pin = ""
        self._base, self._draft, self._version = {}, {}, ""
        self._past, self._future, self._checked, self._copied = [], [], None, None
        self._faults, self._hints = {}, {}
        before, self._props = self._props, AdministrationProps(retry_s=self._props.retry_s)
        emit_changes(self, before, self._props)
        self._show()

    @Slot()
    def tick(self) -> None:
        """One second passed: the delay after a wrong PIN counts down."""
        if self._props.retry_s > 0:
            left = self._props.retry_s - 1
            self._tell(retry_s=left, pin_notice=_wrong_pin(left) if left else "")

    @Slot(str)
    def enterPin(self, pin: str) -> None:
        """Open a session; or, the first time, choose the PIN by typing it twice."""
        if self._props.busy or self._props.retry_s:
            return
        if self._props.stage == "choose_pin":
            self._choose_pin(pin)
        else:
            self._tell(busy=True, pin_notice="")
            self._first_pin = pin
            self._client.send("POST", "/admin/session", {"pin": pin}, self._session_answered)

    @Slot(str, str)
    def changePin(self, former: str, pin: str) -> None:
        """Another PIN for everybody."""
        self._tell(busy=True)
        self._send("PUT", "/admin/pin", {"pin": pin, "former": former}, self._pin_changed)

    def _choose_pin(self, pin: str) -> None:
        if not (pin.isdecimal() and 4 <= len(pin) <= 12):
            self._tell(pin_notice=_tr("Le code a de 4 à 12 chiffres."))
        elif not self._first_pin:
            self._first_pin = pin
            self._tell(choosing_again=True, pin_notice="")
        elif pin != self._first_pin:
            self._first_pin = ""
            self._tell(
                choosing_again=False, pin_notice=_tr("Les deux codes diffèrent. Choisissez-en un à nouveau.")
            )
        else:
            self._tell(busy=True, pin_notice="")
            self._client.send("PUT", "/admin/pin", {"pin": pin, "former": None}, self._pin_chosen)

    def _pin_chosen(self, reply: Reply) -> None:
        self._first_pin = ""
        self._tell(choosing_again=False)
        if reply.ok:
            self._tell(stage="loading")
            self._session_answered(reply)
        else:
            self._tell(busy=False)
            # Somebody else chose one meanwhile.
            self._tell(stage="pin", pin_notice=_refusal(reply))

    def _pin_changed(self, reply: Reply) -> None:
        if reply.code == "wrong_pin":
            self._tell(busy=False, notice=_tr("L’ancien code n’est pas celui-là : rien n’a été changé."))
        elif self._answered(reply):
            # Every session with the former PIN has ended.
            self._token = str(reply.body["token"])
            self._tell(notice=_tr("Le code est changé. Dites-le à qui en a besoin."))

    def _session_answered(self, reply: Reply) -> None:
        typed, self._first_pin = self._first_pin, ""
        self._tell(busy=False)
        if reply.ok:
            self._token = str(reply.body["token"])
            if self._version:
                self._tell(stage="editing")
                self._check_soon.start()
            else:
                self._tell(stage="loading")
                self._fetch()
        elif reply.code == "no_pin":
            # The house has none yet: what was typed is the first of the two times.
            self._tell(stage="choose_pin")
            self._choose_pin(typed)
        elif reply.code == "wrong_pin":
            wait_s = int(reply.body.get("retry_after_s", 1))
            self._tell(retry_s=wait_s, pin_notice=_wrong_pin(wait_s))
        else:
            self._tell(pin_notice=_refusal(reply))

    # ----- what is in force, and what is put in force

    def _fetch(self) -> None:
        self._send("GET", "/admin/site", None, self._fetched)

    def _fetched(self, reply: Reply) -> None:
        if not self._answered(reply):
            if self._props.stage == "loading":
                self._tell(stage="pin", pin_notice=_refusal(reply) if reply.code != "pin_needed" else "")
            return
        self._take(reply)
        self._draft = self._checked = self._base
        self._past, self._future = [], []
        self.chooseSection(self._props.section)
        self._tell(stage="editing")

    @Slot()
    def save(self) -> None:
        """Put the draft in force on every station."""
        if self._props.can_save:
            self._tell(busy=True, notice="")
            self._refresh()
            sent = self._draft
            body = {"based_on": self._version, "site": sent}

            def saved(reply: Reply) -> None:
                self._saved(reply, sent)

            self._send("PUT", "/admin/site", body, saved)

    def _saved(self, reply: Reply, sent: Draft) -> None:
        if reply.code == "bad_site":
            self._tell(busy=False)
            self._take_faults(reply)
            self._checked = sent
            self._show()
        elif reply.code == "site_changed":
            self._tell_conflict(reply)
        elif self._answered(reply):
            self._take(reply)
            if self._draft == sent:
                self._draft = self._checked = self._base
            self._tell(notice=_tr("C’est enregistré\u00a0: tous les postes suivent."))
            self._show()

    def _tell_conflict(self, reply: Reply) -> None:
        lines = [site_words.change(str(line)) for line in reply.body.get("changes", ())]
        self._conflicts.show([rows.LineRow(at, line) for at, line in enumerate(lines)])
        self._tell(conflict=True, busy=False)
        self._refresh()

    @Slot()
    def lookAgain(self) -> None:
        """Go on from what the other person put in force; undoing brings the own draft back."""
        self._send("GET", "/admin/site", None, self._looked_again)

    @Slot()
    def putOnTop(self) -> None:
        """Put the own changes on top of what the other person put in force, to look at and to save."""
        self._send("GET", "/admin/site", None, self._fetched_below)

    def _looked_again(self, reply: Reply) -> None:
        if self._answered(reply):
            self._take(reply)
            self._edit(self._base)
            self._tell(
                conflict=False, notice=_tr("Voici le site tel qu’il est. « Annuler » ramène vos changements.")
            )

    def _fetched_below(self, reply: Reply) -> None:
        if self._answered(reply):
            before = self._base
            self._take(reply)
            self._edit(drafts.merged(before, self._draft, self._base))
            self._tell(
                conflict=False, notice=_tr("Vos changements sont posés par-dessus. Relisez-les, puis enregistrez.")
            )

    @Slot(int)
    def restore(self, version: int) -> None:
        """Go back to an earlier version; the present one is kept with the others."""
        self._tell(busy=True, notice="")
        body = {"based_on": self._version}
        self._send("POST", f"/admin/versions/{version}/restore", body, self._restored)

    def _restored(self, reply: Reply) -> None:
        if reply.code == "site_changed":
            self._tell_conflict(reply)
        elif self._answered(reply):
            self._take(reply)
            self._edit(self._base)
            self._checked = self._draft
            self._tell(notice=_tr("La version choisie est en vigueur sur tous les postes."))
            self._show()
            self._fetch_versions()

    def _fetch_versions(self) -> None:
        self._send("GET", "/admin/versions", None, self._versions_fetched)

    def _versions_fetched(self, reply: Reply) -> None:
        if not self._answered(reply):
            return
        shown = []
        for each in reply.body.get(ENTRIES, ()):
            at = datetime.fromisoformat(str(each["at"])).astimezone()
            lines = [site_words.change(str(line)) for line in each["changes_to_next"]]
            when = f"{at.strftime('%d/%m/%Y')}, {sentences.clock_text(at)}"
            shown.append(rows.VersionRow(int(each["version"]), when, "\n".join(lines)))
        self._versions.show(sorted(shown, key=lambda row: -row.version))

    def _take(self, reply: Reply) -> None:
        self._base = reply.body["site"]
        self._version = str(reply.body["version"])
        self._faults = {}
        self._take_hints(reply)

    def _send(
        self, method: str, path: str, body: Mapping[str, Any] | None, answered: Callable[[Reply], None]
    ) -> None:
        def heard(reply: Reply) -> None:
            # Whoever left does not want to hear.
            if self._props.is_open:
                answered(reply)

        self._client.send(method, path, body, heard, session=self._token)

    def _answered(self, reply: Reply) -> bool:
        """Whether it went well; if not, what is wrong is told, or the PIN asked for."""
        self._tell(busy=False)
        if reply.code == "pin_needed":
            notice = _tr("La séance a pris fin. Vos changements sont gardés ici.") if self._token else ""
            self._token = ""
            self._tell(stage="pin", pin_notice=notice)
        elif reply.code == "no_pin":
            self._tell(stage="choose_pin")
        elif not reply.ok:
            self._tell(notice=_refusal(reply))
        self._refresh()
        return reply.ok

    # ----- the check, as it is typed

    @Slot()
    def _check(self) -> None:
        if self._props.stage != "editing":
            return
        self._check_number += 1
        number, sent = self._check_number, self._draft

        def checked(reply: Reply) -> None:
            # A later draft has its own answer under way.
            if number == self._check_number and self._answered(reply):
                self._checked = sent
                self._take_faults(reply)
                self._take_hints(reply)
                self._show()

        self._send("POST", "/admin/site/check", {"site": sent}, checked)

    def _take_faults(self, reply: Reply) -> None:
        found: dict[str, str] = {}
        for key, expected in reply.body.get("faults", ()):
            # One span of several is changed in the field of them all.
            found.setdefault(PLACE_IN_LIST.sub("", str(key)), site_words.fault(str(expected)))
        self._faults = found

    def _take_hints(self, reply: Reply) -> None:
        told = ((str(key), site_words.advice(str(text))) for key, text in reply.body.get("advice", ()))
        self._hints = {key: text for key, text in told if text}

    # ----- the draft

    def _edit(self, draft: Draft, typing: str = "") -> None:
        """Go on with another draft; typing on in one field is one step to undo."""
        if draft == self._draft:
            return
        if not typing or typing != self._typing:
            self._past = [*self._past, self._draft][-LONGEST_PAST:]
        self._typing = typing
        self._future = []
        self._become(draft)

    def _become(self, draft: Draft) -> None:
        self._draft = draft
        self._check_soon.start()
        self._tell(notice="")
        self._show()

    @Slot()
    def undo(self) -> None:
        if self._past:
            self._future.append(self._draft)
            self._typing = ""
            self._become(self._past.pop())

    @Slot()
    def redo(self) -> None:
        if self._future:
            self._past.append(self._draft)
            self._typing = ""
            self._become(self._future.pop())

    @Slot()
    def dismissNotice(self) -> None:
        self._tell(notice="")

    @Slot(str)
    def chooseSection(self, section: str) -> None:
        self._tell(section=section, selected="", cell="")
        if section == "versions":
            self._fetch_versions()
        self._show()

    @Slot()
    def goToFault(self) -> None:
        """Show the first field that has a fault."""
        for key in self._faults:
            self._tell(section=rows.section_of(key), cell="", selected=".".join(key.split(".")[:2]))
            name, _, at = self._props.selected.partition(".")
            cells = sorted(drafts.cells_of(self._draft, int(at))) if name == "rota" and at.isdecimal() else []
            if cells:
                self._tell(cell="/".join(cells[0]), stretch=0)
            self._show()
            return

    @Slot(str)
    def select(self, key: str) -> None:
        """Change this entry ("themes.2")."""
        self._tell(selected=key)
        self._show()

    @Slot(str, str)
    def setText(self, key: str, text: str) -> None:
        self._edit(drafts.with_text(self._draft, key, text), key)

    @Slot(str, str)
    def setNumber(self, key: str, text: str) -> None:
        self._edit(drafts.with_number(self._draft, key, text), key)

    @Slot(str, bool)
    def setTruth(self, key: str, truth: bool) -> None:
        self._edit(drafts.with_value(self._draft, key, truth))

    @Slot(str, str)
    def setHours(self, day: str, text: str) -> None:
        self._edit(drafts.with_hours(self._draft, day, drafts.spans_typed(text)), f"hours.{day}")

    @Slot(str)
    def copyHours(self, day: str) -> None:
        """The opening hours of this weekday for Monday to Friday."""
        draft, spans = self._draft, drafts.hours_of(self._draft, day)
        for each in ("monday", "tuesday", "wednesday", "thursday", "friday"):
            draft = drafts.with_hours(draft, each, spans)
        self._edit(draft)

    @Slot(str, str)
    def setHolidays(self, country: str, region: str) -> None:
        wanted = country.strip().upper(), region.strip().upper()
        self._edit(drafts.with_holidays(self._draft, *wanted), "public_holidays")

    @Slot(str)
    def addEntry(self, name: str) -> None:
        """One more theme, counter, zone, exception or service, selected."""
        draft = self._draft
        match name.rpartition(".")[2]:
            case "themes":
                draft = drafts.with_new_theme(draft, _tr("Nouveau thème"))
            case "counters":
                draft = drafts.with_new_counter(draft, _tr("Table"))
            case "zones":
                draft = drafts.with_new_zone(draft, _tr("la nouvelle zone"))
            case "exceptions":
                draft = drafts.with_new_exception(draft, (self._now() + timedelta(days=1)).date())
            case _:
                draft = drafts.with_new_service(draft, name)
        if "." not in name:
            self._tell(selected=f"{name}.{len(drafts.entries(draft, name)) - 1}")
        self._edit(draft)

    @Slot(str, result=str)
    def removalText(self, key: str) -> str:
        """What goes along when an entry is removed, to be asked about; "" when nothing does."""
        name, _, at = key.partition(".")
        count = 0
        if name == "themes" and at.isdecimal():
            count = drafts.permanences_of_theme(self._draft, int(at))
        elif name == "counters":
            count = drafts.permanences_of_counter(self._draft, int(at))
        return (
            _tr("Permanences de la semaine où il en est question : {count}.").format(count=count) if count else ""
        )

    @Slot(str)
    def removeEntry(self, key: str) -> None:
        name, _, place = key.rpartition(".")
        at = int(place)
        match name:
            case "themes":
                draft = drafts.without_theme(self._draft, at)
            case "counters":
                draft = drafts.without_counter(self._draft, at)
            case _:
                draft = drafts.removed(self._draft, name, at)
        if self._props.selected == key:
            left = len(drafts.entries(draft, name))
            self._tell(selected=f"{name}.{min(at, left - 1)}" if left else "")
        self._edit(draft)

    @Slot(str, int)
    def moveEntry(self, key: str, by: int) -> None:
        name, _, at = key.rpartition(".")
        draft = drafts.moved(self._draft, name, int(at), by)
        if draft != self._draft and self._props.selected == key:
            self._tell(selected=f"{name}.{int(at) + by}")
        self._edit(draft)

    @Slot(str)
    def setDesk(self, counter: str) -> None:
        """Reception's own counter; "" for none."""
        self._edit(drafts.with_desk(self._draft, counter))

    @Slot(str, bool)
    def setLanguage(self, code: str, spoken: bool) -> None:
        self._edit(drafts.with_language(self._draft, code, spoken))

    # ----- exceptions

    @Slot(str, str)
    def setDate(self, key: str, text: str) -> None:
        """The first or last day of an exception ("exceptions.0.date"), as people write dates."""
        written = drafts.date_typed(text)
        _, at, name = key.split(".")
        if name == "last_date":
            self._edit(drafts.with_last_date(self._draft, int(at), written), key)
        else:
            self._edit(drafts.with_value(self._draft, key, written), key)

    @Slot(str, str)
    def setExceptionHours(self, key: str, text: str) -> None:
        """Other hours for an exception; none at all closes the doors."""
        draft = drafts.with_exception_hours(self._draft, int(key.split(".")[1]), drafts.spans_typed(text))
        self._edit(draft, f"{key}.hours")

    @Slot(str)
    def keepHours(self, key: str) -> None:
        """The usual hours for an exception."""
        self._edit(drafts.with_exception_hours(self._draft, int(key.split(".")[1]), None))

    @Slot(str, str, bool)
    def setAbsent(self, key: str, counter: str, absent: bool) -> None:
        self._edit(drafts.with_absent(self._draft, int(key.split(".")[1]), counter, absent))

    # ----- the week

    @Slot(str)
    def chooseCell(self, cell: str) -> None:
        """Change the permanences of a counter on a weekday ("3/monday"); "" for none."""
        self._tell(cell=cell, stretch=0)
        self._show()

    @Slot(int)
    def chooseStretch(self, at: int) -> None:
        self._tell(stretch=at)
        self._show()

    @Slot(bool)
    def addStretch(self, afternoon: bool) -> None:
        """One more permanence in the cell: the morning or the afternoon of the opening hours, themes as before."""
        counter, day = self._cell()
        opening = drafts.hours_of(self._draft, day)
        hours = (opening[-1] if afternoon else opening[0]) if len(opening) > 1 else HALVES[afternoon]
        held = drafts.permanences(self._draft, counter, day)
        like = held[min(self._props.stretch, len(held) - 1)] if held else self._usual(counter)
        self._put_stretch(replace(like, hours=hours), None)

    @Slot()
    def removeStretch(self) -> None:
        held = self._held()
        if 0 <= self._props.stretch < len(held):
            left = [each for at, each in enumerate(held) if at != self._props.stretch]
            self._tell(stretch=max(0, min(self._props.stretch, len(left) - 1)))
            self._edit(drafts.with_permanences(self._draft, *self._cell(), left))

    @Slot(str)
    def setStretchHours(self, text: str) -> None:
        """From when to when; empty for as long as the doors are open."""
        held = self._held()
        if 0 <= self._props.stretch < len(held):
            now = held[self._props.stretch]
            spans = drafts.spans_typed(text) or [""]
            self._put_stretch(replace(now, hours=spans[0]), self._props.stretch, f"{self._props.cell}.hours")

    @Slot(str)
    def cycleTheme(self, theme: str) -> None:
        """Each touch goes on: not received, first choice, to help out."""
        held = self._held()
        if not 0 <= self._props.stretch < len(held):
            return
        now = held[self._props.stretch]
        level = (now.level(theme) + 1) % 3
        themes = tuple(each for each in now.themes if each != theme) + ((theme,) if level == 1 else ())
        overflow = tuple(each for each in now.overflow if each != theme) + ((theme,) if level == 2 else ())
        self._put_stretch(replace(now, themes=themes, overflow=overflow), self._props.stretch)

    @Slot(str)
    def toggleLanguage(self, code: str) -> None:
        held = self._held()
        if 0 <= self._props.stretch < len(held):
            now = held[self._props.stretch]
            spoken = [each for each in now.languages if each != code]
            spoken += [code] if code not in now.languages else []
            order = drafts.entries(self._draft, "languages")
            spoken.sort(key=lambda each: order.index(each) if each in order else len(order))
            self._put_stretch(replace(now, languages=tuple(spoken)), self._props.stretch)

    @Slot(str)
    def copyToDay(self, day: str) -> None:
        """Another weekday of the counter like this one."""
        counter, _ = self._cell()
        self._edit(drafts.with_permanences(self._draft, counter, day, self._held()))

    @Slot(str)
    def copyCell(self, cell: str) -> None:
        """Remember a cell's permanences, to paste them elsewhere."""
        self._copied = drafts.permanences(self._draft, *_split(cell))
        self._tell(copied=True)

    @Slot(str)
    def pasteCell(self, cell: str) -> None:
        if self._copied is not None:
            self._edit(drafts.with_permanences(self._draft, *_split(cell), self._copied))

    @Slot(str)
    def emptyCell(self, cell: str) -> None:
        self._edit(drafts.with_permanences(self._draft, *_split(cell), ()))

    def _cell(self) -> tuple[str, str]:
        return _split(self._props.cell)

    def _held(self) -> tuple[Permanence, ...]:
        return drafts.permanences(self._draft, *self._cell()) if self._props.cell else ()

    def _usual(self, counter: str) -> Permanence:
        """What a counter does on its other days, to begin a new one with; else every theme as a first choice."""
        for day in WEEKDAYS:
            for each in drafts.permanences(self._draft, counter, day):
                return each
        languages = tuple(drafts.entries(self._draft, "languages"))
        ids = tuple(str(theme.get("id")) for theme in drafts.entries(self._draft, "themes"))
        return Permanence("", (RECEPTION,) if counter == self._draft.get("desk") else ids, (), languages)

    def _put_stretch(self, stretch: Permanence, instead_of: int | None, typing: str = "") -> None:
        held = [each for at, each in enumerate(self._held()) if at != instead_of]
        draft = drafts.with_permanences(self._draft, *self._cell(), [*held, stretch])
        placed = drafts.permanences(draft, *self._cell())
        self._tell(stretch=placed.index(stretch) if stretch in placed else 0)
        self._edit(draft, typing)

    # ----- what is shown

    @Slot()
    def _connection_changed(self) -> None:
        self._tell(connected=self._client.connected)
        self._refresh()

    def _tell(self, **changes: Any) -> None:
        before, self._props = self._props, replace(self._props, **changes)
        emit_changes(self, before, self._props)

    def _refresh(self) -> None:
        """What can be done with the draft now, and how it stands."""
        dirty = self._draft != self._base
        checked = self._checked == self._draft
        props = self._props
        sound = checked and not self._faults
        if self._version == "":
            state = ""
        elif props.busy:
            state = _tr("Un instant…")
        elif self._faults:
            state = _tr("À corriger : {count}").format(count=len(self._faults))
        elif not dirty:
            state = _tr("Tout est enregistré")
        else:
            state = _tr("Pas encore enregistré") if checked else _tr("Vérification…")
        self._tell(
            site_name=str(self._draft.get("name", "")),
            dirty=dirty,
            can_save=dirty and sound and props.connected and not props.busy,
            can_undo=bool(self._past),
            can_redo=bool(self._future),
            fault_count=len(self._faults),
            state_text=state,
        )

    def _show(self) -> None:
        """Everything that follows from the draft."""
        draft, faulty = self._draft, self._faults
        self._sections.show(rows.section_rows(faulty))
        self._themes.show(rows.theme_rows(draft, faulty, self._pictogram_url))
        self._services.show(rows.service_rows(draft, "services", faulty))
        self._counters.show(rows.counter_rows(draft, faulty))
        self._zones.show(rows.zone_rows(draft, faulty))
        self._exceptions.show(rows.exception_rows(draft, faulty))
        spoken = [str(each) for each in drafts.entries(draft, "languages")]
        self._languages.show(rows.language_rows(spoken, spoken))
        others = [each for each in rows.OFFERED_LANGUAGES if each not in spoken]
        self._offered_languages.show(rows.language_rows([*spoken, *others], spoken))
        self._days.show(rows.day_rows(draft))
        shown = rows.days_in_use(draft)
        self._grid_days.show([row for row in rows.day_rows(draft) if row.day in shown])
        self._cells.show(rows.cell_rows(draft, faulty))
        self._rules.show(rows.rule_rows(draft))
        self._show_selected()
        self._show_cell()
        self.faultsChanged.emit()
        self._refresh()

    def _show_selected(self) -> None:
        draft, key = self._draft, self._props.selected
        if not drafts.value_at(draft, key):
            defaults = {"themes": "themes.0", "services": "services.0", "places": "counters.0", "rota": ""}
            first = defaults.get(self._props.section, "")
            key = first if drafts.value_at(draft, first) else ""
            self._tell(selected=key)
        values = dict(drafts.flat(drafts.value_at(draft, key), key)) if key else {}
        for name in ("name", "tagline", "reception", "timezone", "public_holidays", "rota_opens_shifts", "desk"):
            values.update(drafts.flat(draft.get(name), name))
        if key.startswith("themes"):
            values.setdefault(f"{key}.interview_min", 30)
        if key.startswith("counters"):
            values.setdefault(f"{key}.accessible", True)
        if key.startswith("exceptions"):
            for name in ("date", "last_date"):
                values[f"{key}.{name}"] = drafts.date_said(str(values.get(f"{key}.{name}", "")))
            hours = drafts.value_at(draft, f"{key}.hours")
            values[f"{key}.mode"] = "usual" if hours is None else "other" if hours else "closed"
            values[f"{key}.hours"] = drafts.spans_said(hours or ())
        self._values = values
        self.valuesChanged.emit()
        services = f"{key}.services"
        self._theme_services.show(
            rows.service_rows(draft, services, self._faults) if key.startswith("themes") else []
        )
        away = drafts.entries(draft, f"{key}.absent") if key.startswith("exceptions") else []
        self._absent.show(
            [
                rows.ChoiceRow(str(each["id"]), str(each.get("label")), "", int(each["id"] in away))
                for each in drafts.entries(draft, "counters")
            ]
        )

    def _show_cell(self) -> None:
        cell, draft = self._props.cell, self._draft
        held = self._held()
        if cell and self._props.stretch >= len(held):
            self._tell(stretch=len(held) - 1)
        elif held and self._props.stretch < 0:
            self._tell(stretch=0)
        self._stretches.show(rows.stretch_rows(held))
        at = self._props.stretch
        now = held[at] if 0 <= at < len(held) else None
        counter, day = self._cell() if cell else ("", "")
        self._stretch_themes.show(rows.stretch_theme_rows(draft, counter, now) if now else [])
        spoken = [str(each) for each in drafts.entries(draft, "languages")]
        self._stretch_languages.show(rows.language_rows(spoken, now.languages) if now else [])
        self._copy_days.show(
            [
                rows.ChoiceRow(
                    each, rows.day_label(each), "", int(drafts.permanences(draft, counter, each) == held)
                )
                for each in rows.days_in_use(draft)
                if each != day and cell
            ]
        )
        label = next((row.label for row in self._counters.rows if row.entry_id == counter), "")
        wrong = [
            text
            for key, text in (*self._faults.items(), *self._hints.items())
            if cell and key.startswith("rota.") and (counter, day) in drafts.cells_of(draft, int(key.split(".")[1]))
        ]
        self._tell(
            cell_title=f"{label}, {rows.day_label(day)}" if cell else "",
            cell_faults="\n".join(dict.fromkeys(wrong)),
            stretch_hours=now.hours if now else "",
        )


HALVES = ("09:00-12:30", "13:30-17:30")
"""A morning and an afternoon where the opening hours do not part them."""


def _split(cell: str) -> tuple[str, str]:
    counter, _, day = cell.rpartition("/")
    return counter, day


def _wrong_pin(wait_s: int) -> str:
    return _tr("Ce n’est pas ce code. Nouvel essai dans {seconds} s.").format(seconds=wait_s)


def _refusal(reply: Reply) -> str:
    if reply.code == "in_use":
        return _tr(
            "Quelqu’un attend encore ou est reçu aujourd’hui pour un thème ou à une table que vous retirez. "
            "Essayez après la fermeture."
        )
    if reply.code == "site_not_own":
        return _tr(
            "Le serveur montre un site livré avec le programme, mais cette machine a le sien. Rien n’a été changé."
        )
    return sentences.refusal(reply.code)


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
