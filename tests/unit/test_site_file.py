"""A broken site file is told by file, line or key, and what was expected there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cdm_kiosk.domain.faults import Fault
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import Site, TicketLook
from cdm_kiosk.packs.archive import SiteFileFault
from cdm_kiosk.packs.site_file import FIRST_YEAR, LAST_YEAR, MAX_SITE_FILE_BYTES, read_site
from tests.tools.hub import DEMO_SITE

SAMPLE = DEMO_SITE.read_text(encoding="utf-8")


def fault_of(path: Path, content: str | bytes) -> Fault:
    """The fault of a site file with this content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SiteFileFault) as caught:
        read_site(path)
    told, fault = caught.value.sentence, caught.value.fault
    assert str(path) in told
    assert fault.field in told
    assert fault.sentence.strip()
    assert "\n" not in told
    return fault


def test_the_sample_site_is_read_whole() -> None:
    site = read_site(DEMO_SITE)
    assert (site.id, len(site.themes), len(site.counters), len(site.rota)) == ("demo", 5, 7, 4)
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
    assert "UTF-8" in fault.sentence


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
        ('counter = "3"', 'counter = "33"', "rota.2.counter"),
        ('overflow = ["creation"]', 'overflow = ["sailing"]', "rota.1.themes"),
        ('zone = "accueil"\naccessible = false', 'zone = "cave"\naccessible = false', "counters.5.zone"),
        ('id = "2"', 'id = "1"', "counters.1.id"),
        ('desk = "accueil"', 'desk = "9"', "desk"),
        ('desk = "accueil"', "", "rota.3.themes"),
        ("sample = true", "sample = true\n[manners]\nundo_s = -1", "manners.undo_s"),
        ("sample = true", "sample = true\n[manners]\npatience = 5", "manners.patience"),
        ("sample = true", "sample = true\n[ticket]\nnumber = false", "ticket.number"),
        ("sample = true", "sample = true\n[ticket]\ntheme = 12", "ticket.theme"),
        ("sample = true", 'sample = true\n[ticket]\nwords = "Bonjour"', "ticket.words"),
        ("sample = true", 'sample = true\n[ticket]\nwords = { en = "Hello" }', "ticket.words.fr"),
        ("sample = true", "sample = true\n[expectations]\nleave_percent = 95", "expectations.leave_percent"),
        (
            "sample = true",
            "sample = true\n[[exceptions]]\ndate = 2026-12-24\nlast_date = 2026-12-01",
            "exceptions.0.last_date",
        ),
        ("sample = true", 'sample = true\n[[exceptions]]\ndate = "Noël"', "exceptions.0.date"),
        ("sample = true", 'sample = true\n[public_holidays]\ncountry = "XX"', "public_holidays"),
        (
            "sample = true",
            'sample = true\n[public_holidays]\ncountry = "FR"\nregion = "Lune"',
            "public_holidays",
        ),
        (
            "sample = true",
            'sample = true\n[public_holidays]\ncountry = "FR"\ndates = [2026-07-14]',
            "public_holidays.dates",
        ),
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
        assert caught.value.fault.field == "file"
        assert str(path) in caught.value.sentence


def with_holidays(folder: Path, written: str) -> Site:
    path = folder / "site.toml"
    path.write_text(SAMPLE.replace("sample = true", f"sample = true\n[public_holidays]\n{written}", 1), "utf-8")
    return read_site(path)


@pytest.mark.parametrize(
    ("written", "shut", "open_"),
    [
        ('country = "FR"', ["2026-01-01", "2026-04-06", "2026-05-14", "2026-07-14"], ["2026-04-03", "2026-12-26"]),
        ('country = "FR"\nregion = "Alsace"', ["2026-07-14", "2026-12-26"], ["2026-12-20"]),
        ('country = "FR"\nregion = "974"', ["2026-07-14", "2026-12-20"], ["2026-12-26"]),
        ('country = "BE"', ["2026-05-01", "2026-07-21", "2026-11-11"], ["2026-07-14"]),
        ('country = "CH"\nregion = "TI"', ["2026-01-06", "2026-03-19", "2026-06-29", "2026-08-01"], ["2026-07-14"]),
        ('country = "CH"\nregion = "GE"', ["2026-09-10", "2026-12-31"], ["2026-06-29"]),
        ('country = "IT"\nregion = "GE"', ["2026-06-24", "2026-04-25", "2026-06-02"], ["2026-12-07"]),
    ],
)
def test_the_doors_stay_closed_on_the_holidays_of_the_country_and_its_region(
    tmp_path: Path, written: str, shut: list[str], open_: list[str]
) -> None:
    site = with_holidays(tmp_path, written)
    assert [day for day in shut if site.spans_on(date.fromisoformat(day))] == []
    assert [day for day in open_ if not site.spans_on(date.fromisoformat(day))] == []
    for day in shut:
        assert planned_on(site, date.fromisoformat(day)) == ()


def test_the_same_site_file_says_the_same_of_every_year(tmp_path: Path) -> None:
    holidays = with_holidays(tmp_path, 'country = "FR"').public_holidays
    assert holidays is not None
    years = [day.year for day in holidays.dates]
    assert (min(years), max(years)) == (FIRST_YEAR, LAST_YEAR)
    assert {years.count(year) for year in range(FIRST_YEAR, LAST_YEAR + 1)} <= {10, 11}


def test_exceptions_are_read_as_dates_hours_and_permanences(tmp_path: Path) -> None:
    written = """
[[exceptions]]
date = 2026-12-24
last_date = 2026-12-26
hours = []

[[exceptions]]
date = 2026-12-28
hours = ["09:00-12:00"]
absent = ["1"]

  [[exceptions.shifts]]
  counter = "5"
  themes = ["emploi"]
  hours = ["10:00-11:00"]
"""
    path = tmp_path / "site.toml"
    path.write_text(SAMPLE + written, "utf-8")
    site = read_site(path)
    assert [bool(site.spans_on(date(2026, 12, day))) for day in (23, 24, 26, 27)] == [True, False, False, True]
    planned = {shift.counter: f"{site.local(shift.start):%H:%M}" for shift in planned_on(site, date(2026, 12, 28))}
    assert planned == {"2": "09:00", "3": "09:00", "accueil": "09:00", "5": "10:00"}


def test_a_language_may_name_its_region_and_the_texts_stay_in_the_language(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(
        SAMPLE.replace('languages = ["fr", "en", "es"]\nreception', 'languages = ["fr-BE", "en", "es"]\nreception'),
        encoding="utf-8",
    )
    site = read_site(path)
    plain = read_site(DEMO_SITE)
    assert (site.languages, site.spoken("fr"), site.spoken("en")) == (plain.languages, "fr-BE", "en")
    assert (site.themes, site.rota, plain.spoken("fr")) == (plain.themes, plain.rota, "fr")


def test_one_language_in_two_regions_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    twice = SAMPLE.replace('languages = ["fr", "en", "es"]\nreception', 'languages = ["fr-BE", "fr-CH"]\nreception')
    assert fault_of(path, twice).field == "languages.1"


def test_regions_are_named_with_the_languages_and_nowhere_else(tmp_path: Path) -> None:
    assert fault_of(tmp_path / "site.toml", SAMPLE + '\n[regions]\nfr = "BE"\n').field == "regions"


def test_what_a_site_wants_on_its_tickets_is_read_and_the_rest_is_usual(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(f'{SAMPLE}\n[ticket]\ntheme = true\ndate = false\nwords = {{ fr = "Entrez." }}\n', "utf-8")
    assert read_site(own).ticket == TicketLook(theme=True, date=False, words={"fr": "Entrez."})
    assert read_site(DEMO_SITE).ticket == TicketLook()
    assert not TicketLook().theme
