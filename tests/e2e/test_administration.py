"""The administration's view model and a real hub: the first PIN, a change in force, the version before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.apps.reception import administration_view_model
from cdm_kiosk.client.hub import HubClient
from cdm_kiosk.client.mirrors import StaffMirror
from tests.tools.fake_hub import dispose
from tests.tools.hub import DEMO_SITE, RunningHub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub with a site file of its own: the sample's is not to be written to."""
    site = shutil.copy(DEMO_SITE, tmp_path / "site.toml")
    with RunningHub(tmp_path / "data", site) as running:
        yield running


def test_a_house_chooses_its_pin_changes_its_name_and_goes_back(qtbot: QtBot, hub: RunningHub) -> None:
    client = HubClient(hub.url, "staff")
    mirror = StaffMirror(client)
    vm = administration_view_model(client, mirror)
    client.start()
    qtbot.waitUntil(lambda: bool(client.connected))
    vm.open()
    qtbot.waitUntil(lambda: vm.stage == "pin")
    vm.enterPin("1357")
    qtbot.waitUntil(lambda: vm.stage == "choose_pin" and bool(vm.choosingAgain))
    vm.enterPin("1357")
    qtbot.waitUntil(lambda: vm.stage == "editing")
    vm.setText("name", "Maison des métiers")
    qtbot.waitUntil(lambda: bool(vm.canSave))
    vm.save()
    qtbot.waitUntil(lambda: mirror.floor is not None and mirror.floor.site.name == "Maison des métiers")
    qtbot.waitUntil(lambda: not vm.dirty and not vm.busy)
    vm.chooseSection("versions")
    qtbot.waitUntil(lambda: len(vm.versions.rows) == 1)
    assert "Maison des métiers" in vm.versions.rows[0].changes
    vm.restore(vm.versions.rows[0].version)
    qtbot.waitUntil(lambda: mirror.floor is not None and mirror.floor.site.name == "Cité des métiers")
    client.stop()
    dispose(vm, mirror, client)
