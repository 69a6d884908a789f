"""What every test may ask for: a data folder, a running hub, the sample site."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cdm_kiosk.client.schemas import load_schemas

load_schemas()  # before anything else imports pydantic: Qt's import hook may be at work already

from cdm_kiosk.domain.site import Site  # noqa: E402
from cdm_kiosk.packs.site_file import read_site  # noqa: E402
from tests.tools.browser import chromium  # noqa: E402
from tests.tools.hub import DEMO_SITE, RunningHub  # noqa: E402

# What a station keeps is nobody's here, and goes with the tests.
HOME = tempfile.TemporaryDirectory(prefix="cdm-tests-")
os.environ["XDG_DATA_HOME"] = HOME.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# The machine's own speech-dispatcher is started, shared and kept waiting by anybody: a test that speaks brings one.
os.environ["SPEECHD_ADDRESS"] = "inet_socket:127.0.0.1:9"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub of the sample site, in its own process."""
    with RunningHub(tmp_path / "data") as running:
        yield running


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def site() -> Site:
    """The sample site."""
    return read_site(DEMO_SITE)
