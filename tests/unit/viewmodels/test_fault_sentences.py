"""Every code has a sentence for the people at a station, with the values that it has."""

from __future__ import annotations

from datetime import date

import pytest

from cdm_kiosk.domain.faults import Code
from cdm_kiosk.viewmodels.shared.fault_sentences import fault, refusal, sentences
from tests.unit.domain.test_faults import named_in

AT_A_TERMINAL = {
    Code.BAD_ADDRESS,
    Code.BAD_CERTIFICATE,
    Code.BAD_HUB,
    Code.BAD_OWN_CERTIFICATE,
    Code.CERTIFICATE_FOR_NOBODY,
    Code.CERTIFICATE_WITHOUT_KEY,
    Code.DATA_HELD,
    Code.GRANT_UNWRITABLE,
    Code.HUB_NOT_ENCRYPTED,
    Code.NO_DATA,
    Code.NO_OWN_CERTIFICATE,
    Code.PORT_IN_USE,
    Code.STATIONS_NEWER,
    Code.STATIONS_UNREADABLE,
    Code.UNKNOWN_HUB,
}
"""What keeps a hub from starting: no station asks it, and its keeper reads it in English."""


@pytest.mark.parametrize("code", [each for each in Code if each not in AT_A_TERMINAL])
def test_a_code_has_a_sentence_in_each_catalogue_that_names_no_more_than_its_values(code: Code) -> None:
    told = sentences()[code]
    assert told.strip()
    assert code.sentence.strip()
    assert named_in(told) <= named_in(code.sentence) | {"number"}


def test_values_are_written_as_people_here_write_them() -> None:
    assert fault("not_translated", {"languages": ["en", "uk"], "instead": "fr"}) == (
        "Sans texte en English, Українська : celui en Français s’y montre."
    )
    values = {"hours": "09:00-13:00", "day": "monday", "opening": ["09:00-12:00"]}
    assert "du lundi (09:00-12:00)" in fault("outside_hours", values)
    assert fault("not_so_many_minutes", {"least": 0, "most": 1_000_000}) == "De 0 à 1\u202f000\u202f000 minutes."
    assert fault("used_twice", {"text": date(2026, 12, 24)}) == "« 24/12/2026 » existe deux fois."


def test_an_empty_field_of_hours_is_told_as_empty() -> None:
    assert fault("no_hours", {}) == "Il manque les heures : écrivez 09:00-12:30."


def test_a_code_of_another_version_is_said_calmly() -> None:
    assert "brand_new" in fault("brand_new", {})
    assert "brand_new" in refusal("brand_new", {})
    assert "too_long" in fault("too_long", {"wide": 3})
    assert refusal("", {}) == ""


def test_a_file_that_cannot_be_read_is_said_with_why() -> None:
    assert refusal("bad_site_file", {"fault": "not_toml", "reason": "x"}).endswith("Cette ligne ne se lit pas.")
