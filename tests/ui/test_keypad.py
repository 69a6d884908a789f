"""The table of the keypad's keys, as an installer writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cdm_kiosk.station.keypad import KeypadFault, Keys, read_keys


def table(folder: Path, text: str) -> Path:
    path = folder / "keypad.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_usual_keys_are_those_of_common_audio_keypads() -> None:
    acts = Keys().acts
    assert (acts[Qt.Key.Key_F1], acts[Qt.Key.Key_F15], acts[Qt.Key.Key_VolumeUp]) == (
        "listen",
        "headphones_in",
        "louder",
    )
    assert 0 not in acts


def test_an_installer_changes_one_act_and_keeps_the_others(tmp_path: Path) -> None:
    acts = read_keys(table(tmp_path, 'listen = ["5", "Help"]')).acts
    assert (acts[Qt.Key.Key_5], acts[Qt.Key.Key_Help], acts[Qt.Key.Key_F2]) == ("listen", "listen", "repeat")
    assert Qt.Key.Key_F1 not in acts


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('lisen = ["F1"]', "lisen"),
        ('listen = "F1"', "listen"),
        ('listen = ["F99"]', "listen"),
        ('listen = ["F2"]', "listen"),
        ("listen = [", "the file"),
    ],
)
def test_a_table_that_cannot_be_meant_names_its_line(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(KeypadFault) as told:
        read_keys(table(tmp_path, text))
    assert (told.value.field, told.value.code) == (field, "bad_keypad")
    assert field in told.value.sentence
