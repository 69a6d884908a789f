"""A process that announces a hub, or one that listens for hubs and says each change, for tests on several hosts.

python -m tests.tools.announcing hub SITE FINGERPRINT HOST PORT
python -m tests.tools.announcing listener
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys

from cdm_kiosk.domain.announcement import Announcement


def announce(site_id: str, fingerprint: str, host: str, port: str) -> None:
    from cdm_kiosk.hub.announce import Announcer

    async def until_told() -> None:
        told = Announcement(site_id, f"Cité {site_id}", fingerprint, 1)
        running = asyncio.ensure_future(Announcer(lambda: told, host, int(port)).run())
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
        print("announcing", flush=True)
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(until_told())


def listen() -> None:
    from PySide6.QtCore import QCoreApplication

    from cdm_kiosk.client.discovery import HubBrowser

    app = QCoreApplication([])
    browser = HubBrowser()

    def say() -> None:
        told = [[each.announced.site_id, each.announced.fingerprint, *each.urls] for each in browser.hubs]
        print(json.dumps(told), flush=True)

    browser.hubsChanged.connect(say)
    browser.start()
    print("listening", flush=True)
    app.exec()


if __name__ == "__main__":
    announce(*sys.argv[2:]) if sys.argv[1] == "hub" else listen()
