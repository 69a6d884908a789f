"""What every test may ask for: a data folder, a running hub, the sample site."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Generator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from cdm_kiosk.client.qt import load_qt

load_qt()  # before anything imports pydantic

from cdm_kiosk.domain.site import Site  # noqa: E402
from cdm_kiosk.packs.site_file import read_site  # noqa: E402
from tests.tools.browser import chromium  # noqa: E402
from tests.tools.hub import DEMO_SITE, RunningHub  # noqa: E402
from tests.tools.windows import PATIENCE_MS  # noqa: E402

# What a station keeps is nobody's here, and goes with the tests.
HOME = tempfile.TemporaryDirectory(prefix="cdm-tests-")
os.environ["XDG_DATA_HOME"] = HOME.name
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# The machine's own speech-dispatcher is started, shared and kept waiting by anybody: a test that speaks brings one.
os.environ["SPEECHD_ADDRESS"] = "inet_socket:127.0.0.1:9"

# A busy machine is no failure of what is tested.
hypothesis.settings.register_profile(
    "patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("patient")

TESTS = count(1)
THOROUGH_EVERY = 100


def pytest_collection_finish() -> None:
    """Collect garbage between tests only: a thread of a printer, or of xdist, would end Qt's objects in itself."""
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    result = yield
    gc.collect(2 if next(TESTS) % THOROUGH_EVERY == 0 else 1)
    return result


class PatientBot(QtBot):
    """Waits as long as a busy machine needs: what never comes fails, what comes late does not."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QCoreApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


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
