"""The program on a machine whose clock tests set: ``python -m tests.tools.set_clock OFFSET_FILE hub …``.

The file says by how many seconds the machine's clock is ahead of the real one. The caretaker comes round often.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cdm_kiosk.cli import main
from cdm_kiosk.hub import house, server

if __name__ == "__main__":
    offset = Path(sys.argv.pop(1))
    server.wall_clock = lambda: datetime.now(UTC) + timedelta(seconds=float(offset.read_text()))
    house.CARETAKER_PERIOD_S = 0.1
    main()
