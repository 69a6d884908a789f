"""What a kiosk's process still had to tell its hub when it ended is told by the next one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.hub import Answered, HubClient, Reply, Request
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.client.orders import Orders
from cdm_kiosk.client.outbox import Outbox
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.viewmodels.kiosk.kiosk import KioskViewModel
from tests.tools.fake_hub import dispose
from tests.tools.hub import RunningHub
from tests.tools.tickets import in_words
from tests.tools.windows import wait_until

KIOSK = Principal(Role.KIOSK, "Borne 1")


class DeafClient(HubClient):
    """What it asks reaches the hub, whose answers are lost."""

    def exchange(self, asked: Request, answered: Answered) -> None:
        super().exchange(asked, lambda _lost: answered(Reply(0)))


class Kiosk:
    """A kiosk's process without a window."""

    def __init__(self, client: HubClient, file: Path) -> None:
        self.client = client
        self.mirror = KioskMirror(client)
        self.orders = Orders(client, Outbox(file, datetime.now(UTC)), retry_ms=())
        self.vm = KioskViewModel(self.mirror, client, self.orders, str, str, in_words)
        client.start()
        wait_until(lambda: self.vm.page == "themes", "the kiosk to hear its hub")

    def end(self) -> None:
        self.client.stop()
        dispose(self.vm, self.mirror, self.client)


def states(hub: RunningHub) -> list[str]:
    return [ticket["state"] for ticket in hub.state()["tickets"]]


@pytest.mark.usefixtures("qtbot")
def test_a_number_whose_answer_never_came_leaves_the_line_though_the_kiosk_ended(
    hub: RunningHub, tmp_path: Path
) -> None:
    file = tmp_path / "orders.jsonl"
    before = Kiosk(DeafClient(hub.url, KIOSK, hub.token("kiosk")), file)
    before.vm.chooseTheme("emploi")
    before.vm.takeTicket()
    wait_until(lambda: before.vm.notice, "the visitor to be told")
    assert states(hub) == ["waiting"]
    before.vm.finish()
    before.end()
    after = Kiosk(HubClient(hub.url, KIOSK, hub.token("kiosk")), file)
    wait_until(lambda: not file.exists(), "all to be told")
    assert states(hub) == ["withdrawn"]
    after.end()


def test_reception_hears_of_a_paper_in_doubt_though_the_kiosk_ended(
    hub: RunningHub, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "orders.jsonl"
    issued = hub.issue("emploi")
    before = Kiosk(HubClient(hub.url, KIOSK, hub.token("kiosk")), file)
    hub.kill()
    before.vm.paperDoubted(issued["id"])
    qtbot.waitUntil(file.exists)
    before.end()
    hub.start()
    after = Kiosk(HubClient(hub.url, KIOSK, hub.token("kiosk")), file)
    wait_until(lambda: not file.exists(), "all to be told")
    assert [ticket["paper_came"] for ticket in hub.state()["tickets"]] == [False]
    after.end()
