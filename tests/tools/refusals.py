"""What the house refuses, by its code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.faults import Code


@contextmanager
def refused_with(code: Code) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """What is done within is refused with this code."""
    with pytest.raises(Refusal) as caught:
        yield caught
    assert caught.value.code is code
