"""What is typed after a command is what its window gets, or is refused by the option's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cdm_kiosk import cli
from cdm_kiosk.apps import display, kiosk
from cdm_kiosk.options import DisplayOptions, HubOptions, KioskOptions, OptionFault, ShownZone, VisitorsListener


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The options that each command handed over, in order."""
    handed: list[object] = []

    def start(options: object) -> int:
        handed.append(options)
        return 0

    monkeypatch.setattr(display, "main", start)
    monkeypatch.setattr(kiosk, "main", start)
    return handed


def type_in(*words: str) -> None:
    asked = cli.parser().parse_args(words)
    asked.start(asked)


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("--diagonal", "wide"),
        ("--diagonal", "1000"),
        ("--diagonal", "nan"),
        ("--viewing-distance-m", "0"),
        ("--viewing-distance-m", "far"),
        ("--room", "kitchen"),
        ("--zone", "hall:sideways"),
        ("--zone", "hall,hall"),
        ("--zone", "a,b,c,d"),
    ],
)
def test_an_option_of_the_display_that_cannot_be_meant_is_named(option: str, text: str) -> None:
    with pytest.raises(OptionFault) as caught:
        type_in("display", f"{option}={text}")
    assert (caught.value.field, caught.value.code) == (option, "bad_display_option")
    assert caught.value.sentence.startswith(option)


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("--height-mm", "-1"),
        ("--height-mm", "80 cm"),
        ("--height-mm", "nan"),
        ("--diagonal", "2"),
        ("--diagonal", "wide"),
    ],
)
def test_a_measure_of_the_kiosk_that_cannot_be_meant_is_named(option: str, text: str) -> None:
    with pytest.raises(OptionFault) as caught:
        type_in("kiosk", f"{option}={text}")
    assert (caught.value.field, caught.value.code) == (option, "bad_kiosk_option")
    assert caught.value.sentence.startswith(option)


def test_where_nothing_was_typed_the_screen_is_asked(started: list[object]) -> None:
    type_in("display")
    type_in("kiosk")
    assert started == [DisplayOptions(), KioskOptions()]


def test_what_was_asked_for_is_what_is_shown(started: list[object]) -> None:
    asked = "--zone=etage:up, accueil", "--diagonal=55", "--viewing-distance-m=3.5", "--room=documentation"
    type_in("display", *asked, "--hub", "http://hub:8080/", "--windowed")
    zones = ShownZone("etage", "up"), ShownZone("accueil")
    assert started == [DisplayOptions("http://hub:8080", zones, 55.0, 3.5, True, windowed=True)]


def test_measures_are_what_the_installer_wrote(started: list[object]) -> None:
    # A comma, as numbers are written in French.
    type_in("kiosk", "--height-mm=750", "--diagonal=15,6", "--name=Borne 2")
    assert started == [KioskOptions(diagonal_inch=15.6, height_mm=750.0, name="Borne 2")]


def test_a_hub_in_another_process_is_told_all_that_this_one_was(tmp_path: Path) -> None:
    asked = HubOptions(
        tmp_path / "site.toml",
        tmp_path / "data",
        port=8090,
        visitors=VisitorsListener("127.0.0.1", 8091, tmp_path / "a.pem", tmp_path / "a.key"),
        until_parent_leaves=True,
    )
    typed = cli.parser().parse_args(["hub", *asked.arguments()])
    assert cli.hub_options(typed) == asked
