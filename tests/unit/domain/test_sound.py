"""How loud a call is at each hour, in whose language it is said, and what a site file cannot mean by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.site_rules import faults
from cdm_kiosk.domain.sound import Sound, loudness, said_in
from cdm_kiosk.packs.site_file import described, read_site
from cdm_kiosk.packs.toml_text import whole
from tests.tools.hub import DEMO_SITE

NOON = ("12:00-13:00",)


def test_while_people_eat_the_screen_alone_calls() -> None:
    sound = Sound(quiet=NOON, volume_by_hours={"11:00-14:00": 90})
    assert [loudness(sound, time(*at)) for at in ((11, 59), (12, 0), (12, 59), (13, 0))] == [90, 0, 0, 90]


def test_an_hour_has_its_own_volume_and_all_others_the_sites() -> None:
    sound = Sound(volume=60, volume_by_hours={"09:00-10:00": 30, "18:00-24:00": 20})
    assert [loudness(sound, time(at)) for at in (8, 9, 10, 18, 23)] == [60, 30, 60, 20, 20]


@pytest.mark.parametrize(
    ("sound", "language", "said"),
    [
        (Sound(), "ar", ("fr", "ar")),
        (Sound(), "fr", ("fr",)),
        (Sound(), None, ("fr",)),
        (Sound(in_visitors_language=False), "ar", ("fr",)),
        (Sound(voice=False), "ar", ()),
    ],
)
def test_a_call_is_said_in_the_sites_first_language_then_in_the_tickets_where_the_site_wants_it(
    sound: Sound, language: str | None, said: tuple[str, ...]
) -> None:
    assert said_in(sound, "fr", language) == said


@pytest.mark.parametrize(
    ("sound", "key"),
    [
        (Sound(volume=101), "sound.volume"),
        (Sound(volume=-1), "sound.volume"),
        (Sound(volume_by_hours={"09:00-10:00": 200}), "sound.volume_by_hours.09:00-10:00"),
        (Sound(volume_by_hours={"9-10": 20}), "sound.volume_by_hours.9-10"),
        (Sound(quiet=("13:00-12:00",)), "sound.quiet"),
        (Sound(quiet=("12:00-13:00", "12:30-14:00")), "sound.quiet"),
        (Sound(volume_by_hours={"09:00-11:00": 20, "10:00-12:00": 30}), "sound.volume_by_hours.10:00-12:00"),
    ],
)
def test_what_cannot_be_meant_is_told_by_its_key(site: Site, sound: Sound, key: str) -> None:
    assert [found.field for found in faults(replace(site, sound=sound)) if found.sentence] == [key]


def test_a_site_file_says_how_its_displays_sound(tmp_path: Path) -> None:
    file = tmp_path / "site.toml"
    block = """
[sound]
in_visitors_language = false
quiet = ["12:00-13:00"]
volume = 50
volume_by_hours = { "09:00-10:00" = 30 }
"""
    file.write_text(DEMO_SITE.read_text(encoding="utf-8") + block, encoding="utf-8")
    assert read_site(file).sound == Sound(True, False, NOON, 50, {"09:00-10:00": 30})


def test_a_site_that_says_nothing_of_it_has_a_voice(site: Site) -> None:
    assert site.sound == Sound()


def test_the_sound_survives_being_written_and_read_again(tmp_path: Path) -> None:
    import tomllib

    content = tomllib.loads(DEMO_SITE.read_text(encoding="utf-8"))
    content["sound"] = {"voice": False, "volume_by_hours": {"09:00-10:00": 30}}
    again, found = described(tomllib.loads(whole(content, "a site")))
    assert again is not None
    assert (again.sound, found) == (Sound(voice=False, volume_by_hours={"09:00-10:00": 30}), [])
