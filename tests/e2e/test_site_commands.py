"""A site handed from one Cité to another by the real commands, and nothing changed where nothing should be."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cdm_kiosk import paths
from cdm_kiosk.apps import site as commands
from cdm_kiosk.packs.site_file import read_site
from tests.tools.hub import CHECKOUT, DEMO_SITE

SITES = paths.RESOURCES / "sites"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="M0 0 L9 9" fill="#FFF"/></svg>'
COMMAND = [sys.executable, "-m", "cdm_kiosk", "site"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This machine's own data folder, with no site in it yet."""
    monkeypatch.setattr(paths, "data_folder", lambda chosen=None: chosen or tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another Cité's site with a picture of its own."""
    file = tmp_path / "other.toml"
    text = DEMO_SITE.read_text(encoding="utf-8")
    file.write_text(
        text.replace('pictogram = "emploi"', 'pictogram = "metier"').replace(
            "Trouver un emploi", "Trouver du travail"
        )
    )
    (tmp_path / "other.pictures").mkdir()
    (tmp_path / "other.pictures" / "metier.svg").write_bytes(DRAWING)
    return file


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def run(home: Path, *arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    """The real command, whose data folder is ``home/cdm-kiosk``."""
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, "XDG_DATA_HOME": str(home)},
        input=answers,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_house_with_a_data_folder_takes_its_site_in_there_and_hands_it_on_from_there(tmp_path: Path) -> None:
    house, pack = tmp_path / "house", tmp_path / "pack.zip"
    assert run(tmp_path / "home", "import", str(DEMO_SITE), "--yes", "--data", str(house)).returncode == 0
    assert run(tmp_path / "home", "export", str(pack), "--data", str(house)).returncode == 0
    assert [*files_in(house)] == ["site.toml"]
    assert pack.is_file()
    assert not (tmp_path / "home").exists()


def test_a_sound_site_is_said_to_be_sound(tmp_path: Path) -> None:
    answer = run(tmp_path, "check", str(SITES / "ticino.toml"))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert '"Città dei mestieri della Svizzera italiana" is sound: 4 themes' in answer.stdout


def test_every_fault_is_said_on_a_line_of_its_own(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    text = DEMO_SITE.read_text(encoding="utf-8").replace('counter = "3"', 'counter = "33"')
    bad.write_text(text.replace("Trouver un emploi", "<script>alert(1)</script>"))
    answer = run(tmp_path, "check", str(bad))
    assert (answer.returncode, answer.stderr) == (1, "")
    assert '  rota.2.counter: counter "33" is not among the counters\n' in answer.stdout
    assert "  themes.2.label.fr: holds markup" in answer.stdout
    assert "To mend (2)" in answer.stdout


@pytest.mark.parametrize(
    ("name", "content"),
    [("bad.toml", b"id = "), ("bad.toml", b"\xff"), ("bad.zip", b"PK\x03\x04"), ("bad.zip", b"")],
)
def test_a_file_that_cannot_be_read_is_one_calm_sentence(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert commands.check(tmp_path / name) == 1
    assert commands.import_(tmp_path / name, yes=True) == 1
    assert "cannot be used" in capsys.readouterr().out
    assert commands.check(tmp_path / "missing.toml") == 1
    assert not home.exists()


def test_a_site_goes_from_one_cite_to_another_and_comes_back_the_same(
    tmp_path: Path, home: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, again = tmp_path / "pack.zip", tmp_path / "again.zip"
    assert commands.export(other, pack) == 0
    assert commands.import_(pack, yes=True) == 0
    assert "no site of its own yet" in capsys.readouterr().out
    assert files_in(home) == {"site.toml": other.read_bytes(), "site.pictures/metier.svg": DRAWING}
    assert commands.export(None, again) == 0
    assert again.read_bytes() == pack.read_bytes()
    assert commands.import_(again, yes=True) == 0
    assert "already the same" in capsys.readouterr().out
    assert len(files_in(home)) == 2


def test_what_changes_is_shown_the_former_site_is_kept_and_going_back_works(
    tmp_path: Path, home: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack.zip"
    commands.export(other, pack)
    commands.import_(pack, yes=True)
    first = files_in(home)
    capsys.readouterr()

    assert commands.import_(SITES / "paris.toml", yes=True) == 0
    said = capsys.readouterr().out
    assert '  ~ name: "Cité des métiers" → "Cité des métiers de Paris"\n' in said
    assert '"Trouver du travail" → "Trouver un emploi"' in said
    assert '  ~ themes.emploi "Trouver un emploi"\n' in said
    assert '      ~ pictogram: "metier" → "emploi"\n' in said
    assert "  - pictures/metier.svg\n" in said
    assert f"To go back: cdm-kiosk site import {home / 'site-1.toml'}" in said
    assert read_site(home / "site.toml") == read_site(SITES / "paris.toml")
    second = files_in(home)
    assert second["site-1.toml"] == first["site.toml"]
    assert second["site-1.pictures/metier.svg"] == DRAWING
    assert "site.pictures/metier.svg" not in second

    assert commands.import_(home / "site-1.toml", yes=True) == 0
    third = files_in(home)
    assert {name: third[name] for name in first} == first
    assert third["site-2.toml"] == second["site.toml"]


def test_a_centre_goes_back_to_following_its_cite(home: Path) -> None:
    home.mkdir()
    text = (SITES / "centre-associe.toml").read_text(encoding="utf-8")
    (home / "paris.toml").write_bytes((SITES / "paris.toml").read_bytes())
    (home / "site.toml").write_text(text)
    assert commands.import_(SITES / "ticino.toml", yes=True) == 0
    assert commands.import_(home / "site-1.toml", yes=True) == 0
    assert (home / "site.toml").read_text() == text


def test_a_centre_that_follows_its_cite_is_told_before_it_no_longer_does(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "paris.toml").write_bytes((SITES / "paris.toml").read_bytes())
    (home / "site.toml").write_text((SITES / "centre-associe.toml").read_text(encoding="utf-8"))
    assert commands.export(None, tmp_path / "pack.zip") == 0
    assert commands.import_(tmp_path / "pack.zip", yes=False) == 0
    assert "~ themes_from: the themes no longer follow paris.toml" in capsys.readouterr().out


def test_without_a_terminal_and_without_yes_it_is_shown_and_not_done(tmp_path: Path) -> None:
    own = tmp_path / "cdm-kiosk"
    own.mkdir()
    (own / "site.toml").write_bytes(DEMO_SITE.read_bytes())
    before = files_in(tmp_path)
    answer = run(tmp_path, "import", str(SITES / "paris.toml"), answers="yes\n")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert '~ name: "Cité des métiers" → "Cité des métiers de Paris"' in answer.stdout
    assert "Nobody can be asked here: add --yes to do it." in answer.stdout
    assert answer.stdout.endswith("Nothing was changed.\n")
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(("typed", "done"), [("yes\n", True), ("oui\n", True), ("no\n", False), ("\n", False)])
def test_at_a_terminal_it_is_done_for_a_yes_alone(tmp_path: Path, typed: str, done: bool) -> None:
    ours, theirs = pty.openpty()
    try:
        os.write(ours, typed.encode())
        answer = subprocess.run(
            [*COMMAND, "import", str(SITES / "paris.toml")],
            cwd=CHECKOUT,
            env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
            stdin=theirs,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert (tmp_path / "cdm-kiosk" / "site.toml").exists() is done
    assert ("Nothing was changed." in answer.stdout) is not done


@pytest.mark.parametrize(
    ("entry", "content", "named"),
    [
        ("../site.toml", b"", "../site.toml"),
        ("pictures/metier.svg", DRAWING.replace(b"<path", b"<script/><path"), "pictures/metier.svg"),
        ("pictures/metier.png", b"not a picture", "pictures/metier.png"),
        ("inner.zip", b"PK", "inner.zip"),
    ],
)
def test_a_hostile_pack_changes_nothing_and_its_fault_is_named(
    tmp_path: Path,
    home: Path,
    other: Path,
    capsys: pytest.CaptureFixture[str],
    entry: str,
    content: bytes,
    named: str,
) -> None:
    commands.import_(SITES / "paris.toml", yes=True)
    before = files_in(tmp_path)
    pack = tmp_path / "pack.zip"
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("pack.toml", "pack = 1")
        made.writestr("site.toml", other.read_bytes())
        made.writestr(entry, content)
    capsys.readouterr()
    assert commands.import_(pack, yes=True) == 1
    said = capsys.readouterr().out
    assert f"{named}: " in said
    assert said.endswith("Nothing was changed.\n")
    assert files_in(tmp_path) == {**before, "pack.zip": pack.read_bytes()}


def test_an_own_site_that_is_broken_is_replaced_as_a_whole_and_kept(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "site.toml").write_text("id = ")
    assert commands.import_(SITES / "paris.toml", yes=True) == 0
    assert "cannot be read" in capsys.readouterr().out
    assert (home / "site-1.toml").read_text() == "id = "


def test_a_folder_that_cannot_be_written_is_said(home: Path) -> None:
    home.write_text("a file where the folder should be")
    with pytest.raises(commands.CannotDo) as caught:
        commands.import_(SITES / "paris.toml", yes=True)
    assert str(home) in caught.value.sentence


def test_a_faulty_site_and_a_name_that_is_no_packs_are_not_exported(
    tmp_path: Path, home: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.pictures" / "metier.svg").unlink()
    assert commands.export(other, tmp_path / "pack.zip") == 1
    assert "themes.2.pictogram" in capsys.readouterr().out
    for site, out in ((SITES / "paris.toml", tmp_path / "pack.toml"), (None, tmp_path / "pack.zip")):
        with pytest.raises(commands.CannotDo):
            commands.export(site, out)
    assert not (tmp_path / "pack.zip").exists()


def test_a_new_site_is_made_from_piped_answers_and_is_sound(tmp_path: Path) -> None:
    out = tmp_path / "mine.toml"
    answers = "Cité de Lyon\nfr en es\nFR\n\nmon-fri 9:00-17:00\n3\nparis\n"
    made = run(tmp_path, "new", str(out), answers=answers)
    assert (made.returncode, made.stderr) == (0, "")
    assert '"Cité de Lyon" is sound: 5 themes, 4 counters' in made.stdout
    assert "Worth a look" not in made.stdout
    site = read_site(out)
    assert (site.id, site.languages, site.timezone) == ("cite-de-lyon", ("fr", "en", "es"), "Europe/Paris")
    assert site.public_holidays is not None
    again = run(tmp_path, "new", str(out))
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert read_site(out) == site


def test_a_new_site_needs_no_answer_at_all(tmp_path: Path) -> None:
    made = run(tmp_path, "new", str(tmp_path / "mine.toml"))
    assert (made.returncode, made.stderr) == (0, "")
    assert "is sound" in made.stdout


def test_the_zones_of_countries_are_known() -> None:
    zones = commands._zones()
    assert (zones["FR"], zones["RE"], zones["IT"]) == ("Europe/Paris", "Indian/Reunion", "Europe/Rome")
