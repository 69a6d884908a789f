"""Pictures of the site's own: read from this machine, brought to the hub, shown before they are in force."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QFile, QFileInfo, QIODevice, QObject, QUrl, Signal, Slot

from cdm_kiosk.client.hub import Reply
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.administration.draft import DraftViewModel
from cdm_kiosk.viewmodels.shared.fault_sentences import fault, refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

MOST_BYTES = 500_000
"""What the hub takes; more is not even read."""


@dataclass(frozen=True, slots=True)
class PicturesProps:
    """The pictures are shown by their addresses alone."""


@known_to_qml
class PicturesViewModel(ViewModel[PicturesProps]):
    """``said`` is what the person should read when a picture cannot be taken."""

    said = Signal(str)

    def __init__(
        self,
        door: DoorViewModel,
        draft: DraftViewModel,
        picture_url: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(PicturesProps(), parent)
        self._door = door
        self._draft = draft
        self._picture_url = picture_url
        self._brought: dict[str, str] = {}

    def url(self, name: str) -> str:
        """Where a picture is shown from: one that was just brought, from where it came."""
        return self._brought.get(name) or self._picture_url(name)

    def forget(self) -> None:
        self._brought = {}

    @Slot(str, QUrl)
    def bring(self, key: str, chosen: QUrl) -> None:
        """Bring the picture at ``chosen``, a file of this machine, and name it at ``key`` ("logo")."""
        file = QFile(chosen.toLocalFile())
        if file.size() > MOST_BYTES:
            self.said.emit(_tr("Cette image est trop lourde : 500 Ko au plus."))
        elif not chosen.isLocalFile() or not file.open(QIODevice.OpenModeFlag.ReadOnly):
            self.said.emit(_tr("Ce fichier ne se lit pas."))
        else:
            content = base64.b64encode(bytes(file.readAll().data())).decode()
            file.close()
            body = {"name": QFileInfo(file).fileName()[:255], "content": content}
            self._door.ask("bring-picture", body, partial(self._brought_there, key, chosen))

    def _brought_there(self, key: str, chosen: QUrl, reply: Reply) -> None:
        if reply.ok:
            name = str(reply.body["name"])
            self._brought[name] = chosen.toString()
            self._draft.edit(drafts.with_value(self._draft.content, key, name))
        elif reply.code == "bad_picture":
            self.said.emit(fault(str(reply.values["fault"]), reply.values))
        elif reply.code not in ("pin_needed", "no_pin"):
            self.said.emit(refusal(reply.code, reply.values))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
