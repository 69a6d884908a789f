"""Composes the hub."""

from __future__ import annotations

from pathlib import Path

from cdm_kiosk import logs, paths
from cdm_kiosk.config import read_site
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.hub import server


def main(
    site: Path | None,
    data: Path | None,
    host: str,
    port: int,
    until_parent_leaves: bool,
    tempo: Tempo | None,
) -> int:
    """Serve until asked to stop, on a rehearsal's clock if ``tempo`` is given.

    Raises faults that carry a ``sentence``.
    """
    logs.set_up("hub")
    described = read_site(site or paths.SAMPLE_SITE)
    folder = data or paths.data_folder() / described.id
    server.run(described, folder, host, port, until_parent_leaves, tempo)
    return 0
