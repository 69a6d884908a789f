"""The site's draft: judged as it is typed, put in force when it is sound, with the versions to go back to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from cdm_kiosk.client.hub import ENTRIES, UNREACHABLE, HubClient, Reply, single_shot
from cdm_kiosk.client.orders import NOTHING
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.viewmodels.administration import change_sentences, rows
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.administration.judgement import Judgement, judged_here, judged_there
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.shared import sentences
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

JUDGE_AFTER_MS = 250
"""The rules are looked at once the fingers rest."""
ASK_AFTER_MS = 1_500
"""The hub is asked once, at the end of typing: after this pause, or when the field is left."""
LONGEST_PAST = 200
NO_QUESTION = (Code.NOT_TRANSLATED,)
"""A text that is not translated is shown in another language: nobody is asked about it before saving."""
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
        self._judged: Draft | None = None
        self._asked: Draft | None = None
        self._here = self._there = Judgement()
        self._faults: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        self._known: Counter[str] = Counter()
        self._shown: tuple[Mapping[str, Any], ...] = ({}, {}, {})
        self.touched: frozenset[str] = frozenset()
        """The keys at the top of the draft that ``changed`` is about, with "faults" where those are others."""
        self._judge_soon, self._ask_soon = single_shot(self, self._judge), single_shot(self, self._ask_hub)
        self._judge_soon.setInterval(JUDGE_AFTER_MS)
        self._ask_soon.setInterval(ASK_AFTER_MS)
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
        self._update(notice="", connected=self._client.connected)
        self._door.ask("site", NOTHING, self._fetched)

    def forget(self) -> None:
        """What was not saved is gone."""
        self._judge_soon.stop()
        self._ask_soon.stop()
        self._base, self._draft, self._version = {}, {}, ""
        self._past, self._future, self._judged, self._asked = [], [], None, None
        self._here = self._there = Judgement()
        self._known = Counter()
        self._become(DraftProps())
        self._sum_up()

    @Slot()
    def _entered(self) -> None:
        if self._version:
            self._door.let_in()
            self._asked = None
            self._ask_soon.start()
        else:
            self.fetch()

    def _fetched(self, reply: Reply) -> None:
        if not self._answered(reply):
            self._door.stay_outside(_refusal(reply))
            return
        self._take(reply)
        self._draft = self._base
        self._past, self._future = [], []
        self._sum_up()
        self._door.let_in()

    @Slot()
    def save(self) -> None:
        """Put the draft in force on every station, or say why not; what was only just typed is judged first."""
        if self._draft == self._base:
            self._update(notice=_tr("Rien n’a changé depuis le dernier enregistrement."))
        elif not self.props.connected:
            self._update(notice=refusal(UNREACHABLE, {}))
        elif self.props.busy:
            self._update(notice=_tr("Un instant\u00a0: le serveur n’a pas encore répondu."))
        elif self._judge():
            text = _tr("Pas enregistré. À corriger d’abord\u00a0: {count}")
            self._update(notice=text.format(count=len(self._faults)))
        elif doubts := self._doubts():
            self.doubted.emit("\n".join(doubts))
        else:
            self.saveAnyway()

    @Slot()
    def saveAnyway(self) -> None:
        """Put the draft in force although something in it is worth a second look."""
        if not self.props.can_save or self._judged is not self._draft:
            return
        self._ask_soon.stop()
        self._update(busy=True, notice="")
        self._refresh()
        sent = self._draft
        body = {"based_on": self._version, "site": sent}

        def saved(reply: Reply) -> None:
            self._saved(reply, sent)

        self._door.ask("change-site", body, saved)

    def _doubts(self) -> list[str]:
        """What is worth a second look in the draft and was not in the site as it is."""
        found = Counter(self._advice(self._draft, NO_QUESTION).values())
        return [text for text, count in found.items() if count > self._known[text]]

    def _advice(self, draft: Draft, no_question: Collection[str] = ()) -> dict[str, str]:
        """Advice by key: what was said of a draft, and names that nobody has typed yet."""
        remarks = (each for each in (*self._here.advice, *self._there.advice) if each.code not in no_question)
        placeholder = _tr("Ce nom n’est qu’un exemple\u00a0: tapez le vrai.")
        unnamed = dict.fromkeys(drafts.unnamed(draft, rows.new_labels()), placeholder)
        return {each.field: each.text for each in remarks} | unnamed

    def _saved(self, reply: Reply, sent: Draft) -> None:
        if reply.code == "bad_site":
            self._update(busy=False)
            self._there = judged_there(reply.body).beside(self._here)
            self._sum_up()
        elif reply.code == "site_changed":
            self._show_conflict(reply)
        elif self._answered(reply):
            self._take(reply)
            self._go_to(self._base if self._draft is sent else self._draft)
            self._update(notice=_tr("C’est enregistré\u00a0: tous les postes suivent."))

    def _show_conflict(self, reply: Reply) -> None:
        lines = change_sentences.changes(reply.body.get("changes_data", ()), self._draft)
        conflicts = tuple(rows.LineRow(at, line) for at, line in enumerate(lines))
        self._update(conflict=True, busy=False, conflicts=conflicts)
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
            self._update(
                conflict=False, notice=_tr("Voici le site tel qu’il est. « Annuler » ramène vos changements.")
            )

    def _fetched_below(self, reply: Reply) -> None:
        if self._answered(reply):
            before = self._base
            self._take(reply)
            self.edit(drafts.merged(before, self._draft, self._base))
            self._judge_soon.start()
            self._update(
                conflict=False, notice=_tr("Vos changements sont posés par-dessus. Relisez-les, puis enregistrez.")
            )

    # ----- versions

    @Slot()
    def fetchVersions(self) -> None:
        self._door.ask("versions", NOTHING, self._versions_fetched)

    @Slot(int)
    def restore(self, version: int) -> None:
        """Go back to an earlier version; the present one is kept with the others."""
        self._update(busy=True, notice="")
        self._door.ask("restore", {"version": version, "based_on": self._version}, self._restored)

    def _restored(self, reply: Reply) -> None:
        if reply.code == "site_changed":
            self._show_conflict(reply)
        elif self._answered(reply):
            self._take(reply)
            self.edit(self._base)
            self._update(notice=_tr("La version choisie est en vigueur sur tous les postes."))
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
        self._update(versions=tuple(sorted(shown, key=lambda row: -row.version)))

    # ----- what is wrong, as it is typed

    @Slot()
    def settle(self) -> None:
        """The person left a field: what was typed there is judged whole."""
        if self._ask_soon.isActive():
            # Later: the field may be going just now.
            QTimer.singleShot(0, self, self._ask_hub)

    @Slot()
    def _judge(self) -> bool:
        """Look at the rules, as far as they can be looked at here; returns whether something is wrong."""
        self._judge_soon.stop()
        if self._judged is not self._draft:
            self._judged = self._draft
            self._here = judged_here(self._draft)
            self._sum_up()
        return bool(self._faults)

    @Slot()
    def _ask_hub(self) -> None:
        """Ask the hub for what it alone can judge, once for each draft."""
        self._ask_soon.stop()
        if not self._door.is_inside or self._asked is self._draft:
            return
        self._judge()
        sent = self._asked = self._draft

        def judged(reply: Reply) -> None:
            # A later draft has its own answer under way.
            if sent is self._asked and self._answered(reply) and sent is self._draft:
                self._there = judged_there(reply.body).beside(self._here)
                self._sum_up()

        self._door.ask("check-site", {"site": sent}, judged)

    def _take(self, reply: Reply) -> None:
        self._base = self._judged = self._asked = reply.body["site"]
        self._version = str(reply.body["version"])
        self._here, self._there = judged_there(reply.body), Judgement()
        self._known = Counter(self._advice(self._base).values())

    def _sum_up(self) -> None:
        """Show what is said of the draft by key, and all that follows from it."""
        faults: dict[str, str] = {}
        for each in (*self._here.faults, *self._there.faults):
            # One span of several is changed in the field of them all.
            faults.setdefault(PLACE_IN_LIST.sub("", each.field), each.text)
        self._faults, self._hints = faults, self._advice(self._draft)
        self._show()

    def _show(self) -> None:
        before, self._shown = self._shown, (self._draft, self._faults, self._hints)
        about = [_another(*pair) for pair in zip(before, self._shown, strict=True)]
        self.touched = frozenset().union(*about) | ({"faults"} if about[1] else set())
        if self.touched:
            self.changed.emit()
        self._refresh()

    def _answered(self, reply: Reply) -> bool:
        """Whether it went well; if not, what is wrong is told: here, or at the door."""
        self._update(busy=False)
        if not reply.ok and reply.code not in ("pin_needed", "no_pin"):
            self._update(notice=_refusal(reply))
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
        # What the hub alone has said stays until it is asked again, but not of what is another now.
        self._there = self._there.without(_another(self._draft, draft))
        self._draft = draft
        self._judge_soon.start()
        self._ask_soon.start()
        self._update(notice="")
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
        self._update(notice="")

    # ----- what is shown

    @Slot(str)
    def say(self, notice: str) -> None:
        """Tell the person something, until it is dismissed or the draft goes on."""
        self._update(notice=notice)

    @Slot()
    def _connection_changed(self) -> None:
        self._update(connected=self._client.connected)
        self._refresh()

    def _refresh(self) -> None:
        """What can be done with the draft now, and how it stands."""
        dirty = self._draft != self._base
        judged = self._judged is self._draft
        props = self.props
        # A draft that was not looked at yet may be saved: it is looked at first.
        sound = not (judged and self._faults)
        if self._version == "":
            state = ""
        elif props.busy:
            state = _tr("Un instant…")
        elif self._faults:
            state = _tr("À corriger : {count}").format(count=len(self._faults))
        elif not dirty:
            state = _tr("Tout est enregistré")
        else:
            state = _tr("Pas encore enregistré") if judged else _tr("Vérification…")
        self._update(
            site_name=str(self._draft.get("name", "")),
            dirty=dirty,
            can_save=dirty and sound and props.connected and not props.busy,
            can_undo=bool(self._past),
            can_redo=bool(self._future),
            fault_count=len(self._faults),
            state_text=state,
            faults=self._faults,
            hints=self._hints,
        )


def _another(before: Mapping[str, Any], now: Mapping[str, Any]) -> frozenset[str]:
    """The keys at the top under which something else stands."""
    other = (key for key in {*before, *now} if before.get(key) is not now.get(key))
    return frozenset(key.partition(".")[0] for key in other if before.get(key) != now.get(key))


def _refusal(reply: Reply) -> str:
    return refusal(reply.code, reply.values) if reply.code not in ("pin_needed", "no_pin") else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
