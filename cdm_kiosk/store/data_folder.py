"""The data folder as one hub's own: made for it alone, and held by one process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from cdm_kiosk import disk
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.store.reading import unusable

LOCK_NAME = "day.lock"


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold the data ``folder`` for as long as this lasts; raises StoreFault where somebody else does."""
    with ExitStack() as stack:
        try:
            disk.owners_folder(folder)
            stack.enter_context(disk.held(folder / LOCK_NAME))
        except disk.HeldElsewhere:
            raise StoreFault(Code.DATA_HELD, folder=str(folder)) from None
        except OSError as error:
            raise unusable(folder, error.strerror) from None
        yield
