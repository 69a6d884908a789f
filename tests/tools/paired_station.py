"""A paired station without a window: it follows its hub, and says each change as one line of JSON.

python -m tests.tools.paired_station DATA ROLE [HUB]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.station.membership import membership


def main(data: str, role: str, hub_url: str = "") -> None:
    app = QCoreApplication([])
    member = membership(role, hub_url, None, Path(data))
    client = member.client(Principal(Role(role), member.name))

    def say(what: str) -> None:
        # Nothing of discovery is even loaded before it is needed.
        said = {"is": what, "address": client.address, "has_listened": "zeroconf" in sys.modules}
        print(json.dumps(said), flush=True)

    client.doubted.connect(lambda: say("doubted"))
    client.missed.connect(lambda: say("missed"))
    client.heard.connect(lambda: say("heard"))
    client.connectedChanged.connect(lambda: say("connected" if client.connected else "lost"))
    client.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
