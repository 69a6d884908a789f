"""What a hub tells the network of itself, and what is made of words that anybody may say."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain.announcement import LONGEST_ENTRY_BYTES, Announcement, heard

TOLD = Announcement("paris", "Cité des métiers", "0a" * 32, 1)

announcements = st.builds(
    Announcement,
    st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=40),
    st.text(max_size=400),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.integers(0, 999_999),
)


@given(announcements)
def test_an_announcement_is_understood_as_it_was_meant(told: Announcement) -> None:
    entries = told.entries()
    assert all(len(f"{name}={value}".encode()) <= LONGEST_ENTRY_BYTES for name, value in entries.items())
    read = heard(entries)
    assert read is not None
    assert (read.site_id, read.fingerprint, read.protocol) == (told.site_id, told.fingerprint, told.protocol)
    assert read.site_name.isprintable()
    assert read.site_name


def test_a_name_that_fits_is_kept_whole() -> None:
    assert heard(TOLD.entries()) == TOLD


@given(st.dictionaries(st.sampled_from(["site", "name", "fp", "protocol", "path", "x"]), st.none() | st.text()))
def test_whatever_somebody_says_breaks_nothing(entries: dict[str, str | None]) -> None:
    heard(entries)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("site", ""),
        ("site", "../etc"),
        ("fp", "0A" * 32),
        ("fp", "0a"),
        ("protocol", "-1"),
        ("protocol", "²"),
        ("path", "/x"),
    ],
)
def test_what_none_of_ours_would_say_is_left_out(entry: str, said: str) -> None:
    assert heard({**TOLD.entries(), entry: said}) is None


def test_a_name_that_steers_a_terminal_is_said_without_its_commands() -> None:
    read = heard({**TOLD.entries(), "name": "Cité\x1b[2J\n\u202edes métiers"})
    assert read is not None
    assert read.site_name == "Cité[2Jdes métiers"
