"""What every test may ask for: a data folder, a running hub, the sample site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cdm_kiosk.config import read_site
from cdm_kiosk.domain.site import Site
from tests.tools.hub import DEMO_SITE, RunningHub

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub of the sample site, in its own process."""
    with RunningHub(tmp_path / "data") as running:
        yield running


@pytest.fixture(scope="session")
def site() -> Site:
    """The sample site."""
    return read_site(DEMO_SITE)
