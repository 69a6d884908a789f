"""Asks a hub once, as a station, and says what came of it: ``python -m tests.tools.one_question URL TRUST [stay]``.

Prints the year of this process's clock and the status, 0 where the hub was not heard. TRUST is a file of JSON;
``stay`` keeps the line until the process is killed.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.client.hub import HubClient, Reply, Request
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.domain.trust import Trust

if __name__ == "__main__":
    url, trust_file, *stay = sys.argv[1:]
    app = QCoreApplication([])
    trust = Trust.of(json.loads(Path(trust_file).read_bytes()))
    client = HubClient(url, Principal(Role.DISPLAY), trust=trust)

    def answered(reply: Reply) -> None:
        print(datetime.now(UTC).year, reply.status, flush=True)
        if not stay:
            app.quit()

    client.exchange(Request("GET", "/health"), answered)
    app.exec()
    client.stop()
