"""The administration's view model and a real hub: the first PIN, a change in force, the version before."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from cdm_kiosk.apps.reception import administration_view_model
from cdm_kiosk.client.mirrors import PublicMirror, StaffMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.domain.announcement import Announcement
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.sound import Sound
from cdm_kiosk.station.hub_pictures import HubPictures
from cdm_kiosk.viewmodels.display.display import DisplayViewModel
from tests.tools.fake_hub import dispose
from tests.tools.hub import DEMO_SITE, RunningHub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub with a site file of its own: the sample's is not to be written to."""
    site = shutil.copy(DEMO_SITE, tmp_path / "site.toml")
    with RunningHub(tmp_path / "data", site) as running:
        yield running


class Desk:
    """One reception's administration on a real hub."""

    def __init__(self, hub: RunningHub) -> None:
        self.client = hub.client("reception")
        self.mirror = StaffMirror(self.client)
        self.vm = administration_view_model(self.client, Orders(self.client), self.mirror)
        self.client.start()

    def site(self) -> Site:
        assert self.mirror.floor is not None
        return self.mirror.floor.site

    def enter(self, qtbot: QtBot, pin: str) -> None:
        self.vm.open()
        qtbot.waitUntil(lambda: self.vm.door.stage in ("pin", "choose_pin"))
        times = 2 if self.vm.door.stage == "choose_pin" else 1
        for _ in range(times):
            self.vm.door.enterPin(pin)
        qtbot.waitUntil(lambda: self.vm.door.stage == "editing")

    def save(self, qtbot: QtBot) -> None:
        self.vm.draft.save()
        qtbot.waitUntil(lambda: bool(self.vm.draft.conflict or not self.vm.draft.dirty))

    def leave(self) -> None:
        self.client.stop()
        dispose(self.vm, self.mirror, self.client)


@pytest.fixture
def desks(qtbot: QtBot, hub: RunningHub) -> Iterator[tuple[Desk, Desk]]:
    both = Desk(hub), Desk(hub)
    qtbot.waitUntil(lambda: all(desk.client.connected for desk in both))
    yield both
    for desk in both:
        desk.leave()


def test_a_house_chooses_its_pin_changes_its_name_and_goes_back(qtbot: QtBot, desks: tuple[Desk, Desk]) -> None:
    desk, _ = desks
    desk.vm.open()
    # Nobody has to try one first: the hub says that there is none.
    qtbot.waitUntil(lambda: desk.vm.door.stage == "choose_pin")
    for _ in range(2):
        desk.vm.door.enterPin("1357")
    qtbot.waitUntil(lambda: desk.vm.door.stage == "editing")
    desk.vm.setText("name", "Maison des métiers")
    desk.save(qtbot)
    qtbot.waitUntil(lambda: desk.site().name == "Maison des métiers")
    desk.vm.chooseSection("versions")
    versions = desk.vm.draft.versions
    qtbot.waitUntil(lambda: len(versions.rows) == 1)
    assert "Maison des métiers" in versions.rows[0].changes
    desk.vm.draft.restore(versions.rows[0].version)
    qtbot.waitUntil(lambda: desk.site().name == "Cité des métiers")


def test_of_two_receptions_the_second_is_shown_the_difference_and_both_changes_stay(
    qtbot: QtBot, desks: tuple[Desk, Desk]
) -> None:
    first, second = desks
    for desk in desks:
        desk.enter(qtbot, "1357")
    first.vm.setText("themes.0.label.fr", "S’orienter")
    second.vm.setText("themes.0.label.en", "Find my way")
    second.vm.setNumber("overflow_after_min", "25")
    first.save(qtbot)
    second.save(qtbot)
    assert second.vm.draft.conflict
    (line,) = [row.text.replace("\u00a0", " ") for row in second.vm.draft.conflicts.rows]
    assert line == "Sujet « S’orienter », nom (Français) : « Choisir mon orientation » → « S’orienter »"
    second.vm.draft.putOnTop()
    qtbot.waitUntil(lambda: not second.vm.draft.conflict)
    second.save(qtbot)
    qtbot.waitUntil(lambda: first.site().overflow_after_min == 25)
    label = first.site().themes[0].label
    assert (label["fr"], label["en"]) == ("S’orienter", "Find my way")


def test_a_picture_of_the_sites_own_is_shown_from_the_hub_once_it_is_in_force(
    qtbot: QtBot, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    desk, other = desks
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
    chosen = tmp_path / "Atelier bois.svg"
    chosen.write_bytes(drawing)
    desk.enter(qtbot, "1357")
    desk.vm.pictures.bring("themes.0.pictogram", QUrl.fromLocalFile(str(chosen)))
    qtbot.waitUntil(lambda: bool(desk.vm.draft.dirty))
    desk.save(qtbot)
    qtbot.waitUntil(lambda: other.site().themes[0].pictogram.startswith("atelier-bois-"))
    pictures = HubPictures(other.client)
    pictogram = other.site().themes[0].pictogram
    qtbot.waitUntil(lambda: bool(pictures.url(pictogram)))
    assert base64.b64decode(pictures.url(pictogram).partition(",")[2]) == drawing
    assert pictures.url("emploi").startswith("file:")


def test_a_display_hears_another_volume_and_is_silent_in_quiet_hours_without_a_restart(
    qtbot: QtBot, desks: tuple[Desk, Desk], hub: RunningHub
) -> None:
    desk, _ = desks
    client = hub.client("display")
    mirror = PublicMirror(client)
    display = DisplayViewModel(mirror, client, announce_ms=0)
    heard: list[Announcement] = []
    display.announced.connect(heard.append)
    client.start()
    qtbot.waitUntil(lambda: client.connected)

    def call() -> Announcement:
        heard.clear()
        hub.issue("emploi", language="es")
        for act in ("call-next", "start", "finish"):
            assert hub.post(f"/counters/2/{act}").status_code == 200
        qtbot.waitUntil(lambda: bool(heard))
        return heard[0]

    assert (call().volume, heard[0].aloud) == (Sound().volume, ("fr", "es"))
    desk.enter(qtbot, "1357")
    desk.vm.sound.setVolume("35")
    desk.vm.sound.setVoice(False)
    desk.save(qtbot)
    qtbot.waitUntil(lambda: mirror.sign is not None and mirror.sign.sound.volume == 35)
    assert (call().volume, heard[0].aloud) == (35, ())
    desk.vm.sound.setQuiet("00:00-24:00")
    desk.save(qtbot)
    qtbot.waitUntil(lambda: mirror.sign is not None and bool(mirror.sign.sound.quiet))
    assert call().volume == 0
    client.stop()
    dispose(display, mirror, client)
