"""A broken site file is told by file, line or key, and what was expected there."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdm_kiosk.config import MAX_SITE_FILE_BYTES, SiteFileFault, read_site
from tests.tools.hub import DEMO_SITE

SAMPLE = DEMO_SITE.read_text(encoding="utf-8")


def fault_of(path: Path, content: str | bytes) -> SiteFileFault:
    """The fault of a site file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SiteFileFault) as caught:
        read_site(path)
    fault = caught.value
    assert str(path) in fault.sentence
    assert fault.field in fault.sentence
    assert fault.expected.strip()
    assert "\n" not in fault.sentence
    return fault


def test_the_sample_site_is_read_whole() -> None:
    site = read_site(DEMO_SITE)
    assert (site.id, len(site.themes), len(site.counters), len(site.standing_shifts)) == ("demo", 5, 6, 3)
    assert {"fr", "en", "es"} <= set(site.languages)
    assert [theme.id for theme in site.themes] == ["orientation", "formation", "emploi", "evolution", "creation"]


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ('id = "demo"\nname = Cité\n', "line 2"),
        ('id = "demo"\n\n[[themes\n', "line 3"),
        ('id = "demo"\nid = "again"\n', "line 2"),
        ('id = "demo\n', "line 1"),
        ("id = 'a'\n\tname 'b'\n", "line 2"),
    ],
)
def test_a_typing_mistake_is_found_by_its_line(tmp_path: Path, broken: str, line: str) -> None:
    assert fault_of(tmp_path / "site.toml", broken).field.startswith(line)


def test_bytes_that_are_not_utf_8_are_found_by_their_line(tmp_path: Path) -> None:
    content = SAMPLE.replace("Cité des métiers", "Cité").encode().replace("Cité".encode(), "Cité".encode("latin-1"))
    fault = fault_of(tmp_path / "site.toml", content)
    line = content[: content.index(b"Cit\xe9")].count(b"\n") + 1
    assert fault.field == f"line {line}"
    assert "UTF-8" in fault.expected


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("overflow_after_min = 20", 'overflow_after_min = "soon"', "overflow_after_min"),
        ("sample = true", "sample = 12", "sample"),
        ('name = "Cité des métiers"', "name = 12", "name"),
        ('name = "Cité des métiers"', "", "name"),
        ('languages = ["fr", "en", "es"]', 'languages = "fr"', "languages"),
        ("sample = true", 'sample = true\nmotto = "Libre"', "motto"),
        ('pictogram = "emploi"', 'pictogram = "emploi"\ncolor = "#000"', "themes.2.color"),
        ('kind = "computers"', 'kind = "sauna"', "themes.2.services.1.kind"),
        ('timezone = "Europe/Paris"', 'timezone = "Europe/Lutetia"', "timezone"),
        ('every_day = ["00:00-24:00"]', 'every_day = ["9 h"]', "hours.every_day"),
        ('every_day = ["00:00-24:00"]', 'every_day = "00:00-24:00"', "hours.every_day"),
        ('counter = "3"', 'counter = "33"', "standing_shifts.2.counter"),
        ('overflow = ["creation"]', 'overflow = ["sailing"]', "standing_shifts.1.themes"),
        ('zone = "accueil"\naccessible = false', 'zone = "cave"\naccessible = false', "counters.5.zone"),
        ('id = "2"', 'id = "1"', "counters.1.id"),
    ],
)
def test_a_wrong_key_or_value_is_found_by_its_key(tmp_path: Path, before: str, after: str, key: str) -> None:
    assert before in SAMPLE
    assert fault_of(tmp_path / "site.toml", SAMPLE.replace(before, after, 1)).field == key


@pytest.mark.parametrize(
    "content",
    [
        "",
        f"id = {'9' * 5000}",
        "id = " + "[" * 100_000,
        "#" * (MAX_SITE_FILE_BYTES + 1),
        b"\x00\x01\x02",
        b"\xff\xfe",
    ],
    ids=["empty", "endless number", "endless nesting", "too large", "control characters", "not text"],
)
def test_no_content_is_more_than_a_site_file_fault(tmp_path: Path, content: str | bytes) -> None:
    fault_of(tmp_path / "site.toml", content)


def test_a_file_that_is_not_there_and_a_folder_in_its_place_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.toml", tmp_path):
        with pytest.raises(SiteFileFault) as caught:
            read_site(path)
        assert caught.value.field == "file"
        assert str(path) in caught.value.sentence
