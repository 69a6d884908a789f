"""What the administration writes as TOML says what it was told, whatever the words in it."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cdm_kiosk.packs.toml_text import whole

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SINGLE = st.one_of(WORDS, st.integers(-(2**63), 2**63 - 1), st.booleans(), st.dates(date(1, 1, 1)))
VALUES = st.recursive(
    SINGLE, lambda inside: st.lists(inside, max_size=3) | st.dictionaries(WORDS, inside, max_size=3), max_leaves=8
)


@settings(deadline=None, database=None)
@given(st.dictionaries(WORDS | st.sampled_from(["reception", "tagline", "hours", "themes"]), VALUES, max_size=6))
def test_what_is_written_is_read_back_the_same(content: dict[str, Any]) -> None:
    assert tomllib.loads(whole(content, "A heading.")) == content


def test_single_values_stand_before_the_tables_they_would_fall_into() -> None:
    content = {"hours": {"monday": ["09:00-12:00"]}, "zones": [{"id": "hall"}], "name": "Cité", "desk": "1"}
    text = whole(content, "A heading.")
    assert text.splitlines()[:3] == ["# A heading.", "", 'name = "Cité"']
    assert tomllib.loads(text) == content


def test_what_is_on_the_tickets_survives_being_written() -> None:
    content = {
        "id": "x",
        "ticket": {"theme": True, "date": False, "words": {"fr": "Entrez «ici»."}},
        "zones": [{"id": "a"}],
    }
    text = whole(content, "A heading.")
    assert tomllib.loads(text) == content
    assert "[ticket]\ntheme = true\ndate = false\nwords = { fr = " in text
