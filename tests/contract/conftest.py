"""One hub for the whole run, with a fresh day for every test; tests that end a hub start their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.hub import RunningHub


@pytest.fixture(scope="session")
def shared_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with RunningHub(tmp_path_factory.mktemp("shared")) as running:
        yield running


@pytest.fixture
def hub(shared_hub: RunningHub) -> RunningHub:
    """The shared hub with nobody on the floor and the standing shifts; its numbers go on counting."""
    shared_hub.post("/day/close")
    assert shared_hub.post("/day/open").status_code == 200
    return shared_hub
