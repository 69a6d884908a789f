"""The site's draft: judged as it is typed, put in force when it is sound, with the versions to go back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from cdm_kiosk.client.hub import ENTRIES, UNREACHABLE, HubClient, Reply
from cdm_kiosk.client.orders import NOTHING
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.viewmodels.administration import change_sentences, rows
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.shared import sentences
from cdm_kiosk.viewmodels.shared.fault_sentences import fault, refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

CHECK_AFTER_MS = 250
"""The hub is asked once the fingers rest."""
LONGEST_PAST = 200
PLACE_IN_LIST = re.compile(r"(\.\d+)+$")


@dataclass(frozen=True, slots=True)
class DraftProps:
    connected: bool = False
    busy: bool = False
    site_name: str = ""
    notice: str = ""
    state_text: str = ""
    fault_count: int = 0
    dirty: bool = False
    can_save: bool = False
    can_undo: bool = False
    can_redo: bool = False
    conflict: bool = False
    """Somebody else changed the site meanwhile: this person chooses how to go on."""
    faults: dict[str, str] = field(default_factory=dict)
    hints: dict[str, str] = field(default_factory=dict)
    """Advice by key: nothing of it keeps the site from being saved."""
    versions: tuple[rows.VersionRow, ...] = ()
    conflicts: tuple[rows.LineRow, ...] = ()


@known_to_qml
class DraftViewModel(ViewModel[DraftProps]):
    """One person's changes to the site; ``changed`` when the draft or what is said of it is another."""

    changed = Signal()
    doubted = Signal(str)
    """What is worth a second look, a line each, before the draft is put in force."""

    def __init__(self, client: HubClient, door: DoorViewModel, parent: QObject | None = None) -> None:
        super().__init__(DraftProps(), parent)
        self._client = client
        self._door = door
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
        self._doubtful: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._save_when_checked = False
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self._check)
        client.connectedChanged.connect(self._connection_changed)
        door.entered.connect(self._entered)
        door.said.connect(self.say)

    @property
    def content(self) -> Draft:
        """The site as it would be."""
        return self._draft

    @property
    def wrong(self) -> Mapping[str, str]:
        """What keeps it from being saved, by key."""
        return self._faults

    @property
    def advised(self) -> Mapping[str, str]:
        return self._hints

    # ----- what is in force, and what is put in force

    def fetch(self) -> None:
        """Begin with the site as it is."""
        self._tell(notice="", connected=self._client.connected)
        self._door.ask("site", NOTHING, self._fetched)

    def forget(self) -> None:
        """What was not saved is gone."""
        self._check_soon.stop()
        self._check_number += 1
        self._base, self._draft, self._version = {}, {}, ""
        self._past, self._future, self._checked = [], [], None
        self._faults, self._hints, self._doubtful, self._known = {}, {}, {}, {}
        self._save_when_checked = False
        self._become(DraftProps())
        self.changed.emit()

    @Slot()
    def _entered(self) -> None:
        if self._version:
            self._door.let_in()
            self._check_soon.start()
        else:
            self.fetch()

    def _fetched(self, reply: Reply) -> None:
        if not self._answered(reply):
            self._door.stay_outside(_refusal(reply))
            return
        self._take(reply)
        self._draft = self._checked = self._base
        self._past, self._future = [], []
        self._show()
        self._door.let_in()

    @Slot()
    def save(self) -> None:
        """Put the draft in force on every station, or say why not; what was only just typed is checked first."""
        self._save_when_checked = False
        if self._draft == self._base:
            self._tell(notice=_tr("Rien n’a changé depuis le dernier enregistrement."))
        elif not self.props.connected:
            self._tell(notice=refusal(UNREACHABLE, {}))
        elif self.props.busy:
            self._tell(notice=_tr("Un instant\u00a0: le serveur n’a pas encore répondu."))
        elif self._checked != self._draft:
            self._save_when_checked = True
            self._check_soon.stop()
            self._check()
        elif self._faults:
            text = _tr("Pas enregistré. À corriger d’abord\u00a0: {count}")
            self._tell(notice=text.format(count=len(self._faults)))
        elif doubts := self._doubts():
            self.doubted.emit("\n".join(doubts))
        else:
            self.saveAnyway()

    @Slot()
    def saveAnyway(self) -> None:
        """Put the draft in force although something in it is worth a second look."""
        if not self.props.can_save or self._checked != self._draft:
            return
        self._tell(busy=True, notice="")
        self._refresh()
        sent = self._draft
        body = {"based_on": self._version, "site": sent}

        def saved(reply: Reply) -> None:
            self._saved(reply, sent)

        self._door.ask("change-site", body, saved)

    def _doubts(self) -> list[str]:
        """What is worth a second look in the draft and was not in the site as it is."""
        known = Counter(self._known.values())
        return [text for text, count in Counter(self._doubtful.values()).items() if count > known[text]]

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
        lines = change_sentences.changes(reply.body.get("changes_data", ()), self._draft)
        told = tuple(rows.LineRow(at, line) for at, line in enumerate(lines))
        self._tell(conflict=True, busy=False, conflicts=told)
        self._refresh()

    @Slot()
    def lookAgain(self) -> None:
        """Go on from what the other person put in force; undoing brings the own draft back."""
        self._door.ask("site", NOTHING, self._looked_again)

    @Slot()
    def putOnTop(self) -> None:
        """Put the own changes on top of what the other person put in force, to look at and to save."""
        self._door.ask("site", NOTHING, self._fetched_below)

    def _looked_again(self, reply: Reply) -> None:
        if self._answered(reply):
            self._take(reply)
            self.edit(self._base)
            self._tell(
                conflict=False, notice=_tr("Voici le site tel qu’il est. « Annuler » ramène vos changements.")
            )

    def _fetched_below(self, reply: Reply) -> None:
        if self._answered(reply):
            before = self._base
            self._take(reply)
            self.edit(drafts.merged(before, self._draft, self._base))
            self._tell(
                conflict=False, notice=_tr("Vos changements sont posés par-dessus. Relisez-les, puis enregistrez.")
            )

    # ----- versions

    @Slot()
    def fetchVersions(self) -> None:
        self._door.ask("versions", NOTHING, self._versions_fetched)

    @Slot(int)
    def restore(self, version: int) -> None:
        """Go back to an earlier version; the present one is kept with the others."""
        self._tell(busy=True, notice="")
        self._door.ask("restore", {"version": version, "based_on": self._version}, self._restored)

    def _restored(self, reply: Reply) -> None:
        if reply.code == "site_changed":
            self._tell_conflict(reply)
        elif self._answered(reply):
            self._take(reply)
            self.edit(self._base)
            self._checked = self._draft
            self._tell(notice=_tr("La version choisie est en vigueur sur tous les postes."))
            self._show()
            self.fetchVersions()

    def _versions_fetched(self, reply: Reply) -> None:
        if not self._answered(reply):
            return
        shown = []
        for each in reply.body.get(ENTRIES, ()):
            at = datetime.fromisoformat(str(each["at"])).astimezone()
            lines = change_sentences.changes(each["changes_to_next_data"], self._draft)
            when = f"{at.strftime('%d/%m/%Y')}, {sentences.clock_text(at)}"
            shown.append(rows.VersionRow(int(each["version"]), when, "\n".join(lines)))
        self._tell(versions=tuple(sorted(shown, key=lambda row: -row.version)))

    # ----- the check, as it is typed

    @Slot()
    def _check(self) -> None:
        if not self._door.is_inside:
            return
        self._check_number += 1
        number, sent = self._check_number, self._draft

        def checked(reply: Reply) -> None:
            # A later draft has its own answer under way.
            if number != self._check_number:
                return
            if not self._answered(reply):
                self._save_when_checked = False
                return
            self._checked = sent
            self._take_faults(reply)
            self._hints, self._doubtful = _hints_of(reply, sent), _hints_of(reply, sent, everything=False)
            self._show()
            if self._save_when_checked:
                self.save()

        self._door.ask("check-site", {"site": sent}, checked)

    def _take(self, reply: Reply) -> None:
        self._base = reply.body["site"]
        self._version = str(reply.body["version"])
        self._faults = {}
        self._hints = _hints_of(reply, self._base)
        self._doubtful = self._known = _hints_of(reply, self._base, everything=False)

    def _take_faults(self, reply: Reply) -> None:
        found: dict[str, str] = {}
        for each in reply.body.get("faults_data", ()):
            # One span of several is changed in the field of them all.
            found.setdefault(PLACE_IN_LIST.sub("", each["field"]), fault(each["code"], each["values"]))
        self._faults = found

    def _answered(self, reply: Reply) -> bool:
        """Whether it went well; if not, what is wrong is told: here, or at the door."""
        self._tell(busy=False)
        if not reply.ok and reply.code not in ("pin_needed", "no_pin"):
            self._tell(notice=_refusal(reply))
        self._refresh()
        return reply.ok

    # ----- the draft

    def edit(self, draft: Draft, typing: str = "") -> None:
        """Go on with another draft; typing on in one field is one step to undo."""
        if draft == self._draft:
            return
        if not typing or typing != self._typing:
            self._past = [*self._past, self._draft][-LONGEST_PAST:]
        self._typing = typing
        self._future = []
        self._go_to(draft)

    def _go_to(self, draft: Draft) -> None:
        self._draft = draft
        self._check_soon.start()
        self._tell(notice="")
        self._show()

    @Slot()
    def undo(self) -> None:
        if self._past:
            self._future.append(self._draft)
            self._typing = ""
            self._go_to(self._past.pop())

    @Slot()
    def redo(self) -> None:
        if self._future:
            self._past.append(self._draft)
            self._typing = ""
            self._go_to(self._future.pop())

    @Slot()
    def dismissNotice(self) -> None:
        self._tell(notice="")

    # ----- what is shown

    @Slot(str)
    def say(self, notice: str) -> None:
        """Tell the person something, until it is dismissed or the draft goes on."""
        self._tell(notice=notice)

    @Slot()
    def _connection_changed(self) -> None:
        self._tell(connected=self._client.connected)
        self._refresh()

    def _show(self) -> None:
        self.changed.emit()
        self._refresh()

    def _refresh(self) -> None:
        """What can be done with the draft now, and how it stands."""
        dirty = self._draft != self._base
        checked = self._checked == self._draft
        props = self.props
        # A draft that was not looked at yet may be saved: it is looked at first.
        sound = not (checked and self._faults)
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
            faults=dict(self._faults),
            hints=dict(self._hints),
        )


def _hints_of(reply: Reply, draft: Draft, everything: bool = True) -> dict[str, str]:
    """Advice by key: what the hub told of a draft, and names that nobody has typed yet.

    Without ``everything``, only what is worth a question: a text that is not translated shows in another language.
    """
    hints = {
        each["field"]: fault(each["code"], each["values"])
        for each in reply.body.get("advice_data", ())
        if everything or each["code"] != Code.NOT_TRANSLATED
    }
    placeholder = _tr("Ce nom n’est qu’un exemple\u00a0: tapez le vrai.")
    return hints | dict.fromkeys(drafts.unnamed(draft, rows.new_labels()), placeholder)


def _refusal(reply: Reply) -> str:
    return refusal(reply.code, reply.values) if reply.code not in ("pin_needed", "no_pin") else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
