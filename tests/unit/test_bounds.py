"""A site file from elsewhere is looked over before it is parsed; no site that people make is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk import paths
from cdm_kiosk.packs import site_file, toml_text
from cdm_kiosk.packs.archive import Contents, SiteFileFault, pack_bytes
from cdm_kiosk.packs.bounds import DEEPEST, LONGEST_WORD, MOST_ENTRIES, MOST_KEYS, MOST_PARTS, bounds_fault
from cdm_kiosk.packs.site_file import open_site

SITES = sorted((paths.RESOURCES / "sites").glob("*.toml"))
TOO_MUCH = {
    "a long key": ("\n" + "k" * (LONGEST_WORD + 1) + " = 1", "line 2", "keys and numbers"),
    "a long key in quotes": ("\n" + f'"{"k" * (LONGEST_WORD + 1)}" = 1', "line 2", "keys and numbers"),
    "a long number": ("n = " + "1" * (LONGEST_WORD + 1), "line 1", "keys and numbers"),
    "a deep key": ("\n\n" + ".".join("k" * (MOST_PARTS + 1)) + " = 1", "line 3", "parts"),
    "a deep key in quotes": (" . ".join(['"k"'] * (MOST_PARTS + 1)) + " = 1", "line 1", "parts"),
    "a deep table": ("[" + ".".join("k" * (MOST_PARTS + 1)) + "]", "line 1", "parts"),
    "a deep list": ("l = " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "line 1", "brackets"),
    "many keys": ("".join(f"k{at} = 1\n" for at in range(MOST_KEYS + 1)), f"line {MOST_KEYS + 1}", "keys in all"),
    "many entries": ("l = [\n" + "1,\n" * MOST_ENTRIES + "]", f"line {MOST_ENTRIES + 1}", "entries in all"),
}


@pytest.mark.parametrize("sample", TOO_MUCH)
def test_what_no_site_has_is_told_with_its_line(sample: str) -> None:
    text, line, expected = TOO_MUCH[sample]
    fault = bounds_fault(text)
    assert fault is not None
    assert fault.field == line
    assert expected in fault.sentence


@pytest.mark.parametrize("name", ["site.toml", "pack.zip"])
def test_a_file_or_pack_beyond_the_bounds_is_never_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    raw = TOO_MUCH["a deep key"][0].encode()
    file = tmp_path / name
    file.write_bytes(raw if file.suffix == ".toml" else pack_bytes(Contents(raw)))
    parsed: list[str] = []

    class Parser:
        TOMLDecodeError = site_file.tomllib.TOMLDecodeError
        loads = parsed.append

    monkeypatch.setattr(site_file, "tomllib", Parser)
    with pytest.raises(SiteFileFault, match="line 3: expected keys of at most"):
        open_site(file)
    assert parsed == []


@pytest.mark.parametrize("site", SITES, ids=[site.stem for site in SITES])
def test_the_sites_that_come_along_are_within_the_bounds(site: Path) -> None:
    assert bounds_fault(site.read_text(encoding="utf-8")) is None


KEYS = st.text(st.sampled_from("aZ09_-é \"'.=[]{}#,\\"), min_size=1, max_size=30)
LEAVES = st.text(max_size=300) | st.booleans() | st.integers(-(10**18), 10**18) | st.dates()
VALUES = LEAVES | st.lists(LEAVES | st.dictionaries(KEYS, LEAVES, max_size=3), max_size=3)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_nothing_within_a_text_counts(content: dict[str, Any]) -> None:
    assert bounds_fault(toml_text.whole(content, "a site")) is None


@pytest.mark.parametrize("quotes", ['"', "'", '"""', "'''"])
def test_dots_and_brackets_in_texts_and_comments_are_no_keys(quotes: str) -> None:
    crowded = ". . " * 20 + "[{" * 20 + "=" * 20
    assert (
        bounds_fault(f"t = {quotes}{crowded}{quotes} # {crowded}\n[next.table]\nd = 2026-11-30T09:00:00.5") is None
    )


@pytest.mark.parametrize("end", ['"', "'", '"""', "'''", '"\\', '"""\\', "#", "\\"])
def test_a_text_that_never_ends_is_left_to_the_parser(end: str) -> None:
    assert bounds_fault(f"t = {end}") is None
