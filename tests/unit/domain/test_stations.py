"""How a station's program compares with its hub's."""

from __future__ import annotations

import pytest

from cdm_kiosk.domain.stations import Age, age


@pytest.mark.parametrize(
    ("version", "of_hub", "expected"),
    [
        ("0.1.0", "0.1.0", Age.SAME),
        ("0.9.0", "0.10.0", Age.OLDER),
        ("1.0", "0.10.0", Age.NEWER),
        ("", "0.1.0", Age.SAME),
        ("2.0-beta", "0.1.0", Age.SAME),
        ("٢.٠", "0.1.0", Age.SAME),
    ],
)
def test_versions_are_compared_by_their_numbers_and_what_is_none_is_not(
    version: str, of_hub: str, expected: Age
) -> None:
    assert age(version, of_hub) is expected
