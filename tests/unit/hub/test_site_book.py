"""The site file as administration keeps it: read, judged, replaced with its former version kept, gone back to."""

from __future__ import annotations

import base64
import os
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk import paths
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.hub.site_book import (
    MOST_UNNAMED,
    BadPicture,
    BadSite,
    SiteBook,
    SiteMoved,
    SiteUnreadable,
)
from cdm_kiosk.packs.archive import PICTURE_NAME, Contents, pack_bytes
from cdm_kiosk.packs.changes import lines
from cdm_kiosk.packs.site_file import open_site, read_site
from cdm_kiosk.packs.versions import fingerprint
from cdm_kiosk.store.errors import StoreFault
from tests.tools.refusals import refused_with

SITES = paths.RESOURCES / "sites"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "site.toml"
    path.write_bytes((SITES / "demo.toml").read_bytes())
    return path


@pytest.fixture
def book(own: Path) -> SiteBook:
    return SiteBook(own, own, "demo")


def edited(book: SiteBook, **changes: Any) -> dict[str, Any]:
    return {**book.look().content, **changes}


def names(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_a_change_is_in_the_file_and_the_former_version_is_beside_it(book: SiteBook, own: Path) -> None:
    before = own.read_bytes()
    draft = book.draft(edited(book, name="Cité d’essai"))
    book.replace(draft, fingerprint(before))
    assert read_site(own).name == "Cité d’essai"
    assert read_site(own) == draft.site
    assert own.with_name("site-1.toml").read_bytes() == before
    assert book.look() == draft.as_version
    assert names(own.parent) == ["site-1.toml", "site.toml"]


def test_a_change_taken_back_leaves_the_folder_as_it_was(book: SiteBook, own: Path) -> None:
    before = own.read_bytes()
    book.replace(book.draft(edited(book, name="Autre")), fingerprint(before))()
    assert own.read_bytes() == before
    assert names(own.parent) == ["site.toml"]


@pytest.mark.parametrize("name", ["paris", "bruxelles", "ticino", "demo"])
def test_every_ready_made_site_says_the_same_after_the_administration_wrote_it(tmp_path: Path, name: str) -> None:
    own = tmp_path / "site.toml"
    own.write_bytes((SITES / f"{name}.toml").read_bytes())
    site = read_site(own)
    book = SiteBook(own, own, site.id)
    draft = book.draft(edited(book, overflow_after_min=21))
    book.replace(draft, book.look().version)
    assert {**tomllib.loads(own.read_text()), "overflow_after_min": 21} == {
        **tomllib.loads((SITES / f"{name}.toml").read_text()),
        "overflow_after_min": 21,
    }


def test_a_site_that_was_not_changed_keeps_its_comments(book: SiteBook, own: Path) -> None:
    draft = book.draft(edited(book, public_holidays=None))
    assert draft.raw == own.read_bytes()
    assert book.is_now(draft)


def test_dates_come_as_text_and_are_dates_in_the_file(book: SiteBook, own: Path) -> None:
    exception = {"date": "2026-12-24", "last_date": None, "hours": ["09:00-12:00"]}
    book.replace(book.draft(edited(book, exceptions=[exception])), book.look().version)
    assert "date = 2026-12-24\n" in own.read_text()
    assert read_site(own).exceptions[0].date.isoformat() == "2026-12-24"


def test_who_changes_an_older_version_is_told_what_came_between(book: SiteBook, own: Path) -> None:
    first = book.look().version
    book.replace(book.draft(edited(book, name="Une")), first)
    mine = book.draft(edited(book, name="Deux"))
    before = own.read_bytes()
    with pytest.raises(SiteMoved) as caught:
        book.replace(mine, first)
    assert caught.value.version == fingerprint(before)
    assert lines(caught.value.changes) == ['~ name: "Cité des métiers" → "Une"']
    assert own.read_bytes() == before


def test_a_version_that_was_never_here_is_refused_without_a_difference(book: SiteBook) -> None:
    with pytest.raises(SiteMoved) as caught:
        book.replace(book.draft(edited(book, name="Deux")), "0" * 64)
    assert lines(caught.value.changes) == []


def test_former_versions_are_told_newest_first_with_what_the_next_one_changed(book: SiteBook, own: Path) -> None:
    for name in ("Une", "Deux"):
        book.replace(book.draft(edited(book, name=name)), book.look().version)
    os.utime(own.with_name("site-2.toml"), (1_700_000_000, 1_700_000_000))
    newest, oldest = book.history()
    assert (newest.number, lines(newest.changes_to_next)) == (2, ['~ name: "Une" → "Deux"'])
    assert newest.at == datetime.fromtimestamp(1_700_000_000, UTC)
    assert (oldest.number, lines(oldest.changes_to_next)) == (1, ['~ name: "Cité des métiers" → "Une"'])


def test_a_version_that_cannot_be_read_is_passed_over(book: SiteBook, own: Path) -> None:
    for name in ("Une", "Deux"):
        book.replace(book.draft(edited(book, name=name)), book.look().version)
    own.with_name("site-2.toml").write_text("id = ")
    assert [(kept.number, lines(kept.changes_to_next)) for kept in book.history()] == [
        (1, ['~ name: "Cité des métiers" → "Deux"'])
    ]


def test_a_number_is_never_given_to_two_versions(book: SiteBook, own: Path) -> None:
    for name in ("Une", "Deux"):
        book.replace(book.draft(edited(book, name=name)), book.look().version)
    own.with_name("site-1.toml").unlink()
    book.replace(book.draft(edited(book, name="Trois")), book.look().version)
    assert [kept.number for kept in book.history()] == [3, 2]


def test_going_back_brings_the_former_file_to_the_byte_with_its_pictures(book: SiteBook, own: Path) -> None:
    pictures = own.with_name("site.pictures")
    pictures.mkdir()
    (pictures / "mine.svg").write_bytes(DRAWING)
    themes = [{**theme, "pictogram": "mine"} for theme in book.look().content["themes"]]
    book.replace(book.draft(edited(book, themes=themes)), book.look().version)
    with_mine = own.read_bytes()
    book.replace(book.draft(edited(book, name="Sans", themes=themes)), book.look().version)
    (pictures / "mine.svg").unlink()
    book.replace(book.earlier(2), fingerprint(own.read_bytes()))
    assert own.read_bytes() == with_mine
    assert (pictures / "mine.svg").read_bytes() == DRAWING


def test_a_version_that_is_not_there_is_unknown(book: SiteBook) -> None:
    with refused_with(Code.UNKNOWN_VERSION):
        book.earlier(1)


def test_a_version_of_another_site_is_not_gone_back_to(book: SiteBook, own: Path) -> None:
    own.with_name("site-1.toml").write_bytes((SITES / "paris.toml").read_bytes())
    with pytest.raises(BadSite) as caught:
        book.earlier(1)
    assert caught.value.field == "id"


def test_the_first_change_of_the_sample_makes_a_site_of_ones_own(tmp_path: Path) -> None:
    sample, own = SITES / "demo.toml", tmp_path / "new" / "site.toml"
    before = sample.read_bytes()
    book = SiteBook(sample, own, "demo")
    book.replace(book.draft(edited(book, name="La nôtre")), book.look().version)
    assert sample.read_bytes() == before
    assert (read_site(own).name, read_site(own).sample) == ("La nôtre", False)
    assert names(own.parent) == ["site-1.toml", "site.toml"]
    book.replace(book.draft(edited(book, name="Toujours")), book.look().version)
    assert [kept.number for kept in book.history()] == [2, 1]


def test_a_sample_taken_back_leaves_no_site_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    book = SiteBook(SITES / "demo.toml", own, "demo")
    book.replace(book.draft(edited(book, name="La nôtre")), book.look().version)()
    assert names(tmp_path) == []
    assert book.look().content["name"] == "Cité des métiers"


def test_a_sample_does_not_overwrite_the_site_that_this_machine_has(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_bytes((SITES / "paris.toml").read_bytes())
    book = SiteBook(SITES / "demo.toml", own, "demo")
    with refused_with(Code.SITE_NOT_OWN):
        book.replace(book.draft(edited(book, name="La nôtre")), book.look().version)
    assert own.read_bytes() == (SITES / "paris.toml").read_bytes()


def test_a_pack_becomes_a_file_with_its_pictures(tmp_path: Path) -> None:
    text = (SITES / "demo.toml").read_text().replace('pictogram = "emploi"', 'pictogram = "mine"')
    pack, own = tmp_path / "pack.zip", tmp_path / "own" / "site.toml"
    pack.write_bytes(pack_bytes(Contents(text.encode(), {"mine.svg": DRAWING})))
    book = SiteBook(pack, own, "demo")
    book.replace(book.draft(edited(book, name="La nôtre")), book.look().version)
    assert names(own.parent) == [
        "site-1.pictures/mine.svg",
        "site-1.toml",
        "site.pictures/mine.svg",
        "site.toml",
    ]
    assert lines(book.history()[0].changes_to_next)[0] == '~ name: "Cité des métiers" → "La nôtre"'


@pytest.fixture
def associated(tmp_path: Path) -> SiteBook:
    """A centre associé that takes its themes from its Cité's file."""
    (tmp_path / "cite.toml").write_bytes((SITES / "demo.toml").read_bytes())
    text = (SITES / "demo.toml").read_text()
    own = tmp_path / "site.toml"
    start, rest = text.index("[[themes]]"), text.index("\n[[services]]")
    own.write_text('themes_from = "cite.toml"\n' + text[:start] + text[rest:])
    return SiteBook(own, own, "demo")


def test_an_associated_site_goes_on_following_its_cite(associated: SiteBook, tmp_path: Path) -> None:
    associated.replace(associated.draft(edited(associated, name="Le centre")), associated.look().version)
    own = tmp_path / "site.toml"
    assert open_site(own).themes_path == tmp_path / "cite.toml"
    assert read_site(own).name == "Le centre"
    assert associated.look().advice[0].field == "themes"


def test_an_associated_site_that_changes_a_theme_has_its_own_from_then_on(
    associated: SiteBook, tmp_path: Path
) -> None:
    first, *others = associated.look().content["themes"]
    themes = [{**first, "label": {"fr": "S’orienter"}}, *others]
    associated.replace(associated.draft(edited(associated, themes=themes)), associated.look().version)
    own = open_site(tmp_path / "site.toml")
    assert own.themes_path is None
    assert own.content["themes"] == themes


def broken_toml(own: Path) -> None:
    own.write_text("id = ")


def gone(own: Path) -> None:
    own.unlink()


@pytest.mark.parametrize("spoil", [broken_toml, gone])
def test_a_file_that_was_spoilt_by_hand_is_said(book: SiteBook, own: Path, spoil: Callable[[Path], None]) -> None:
    spoil(own)
    with pytest.raises(SiteUnreadable) as caught:
        book.look()
    assert str(own) in caught.value.message


def test_a_file_that_was_spoilt_by_hand_is_replaced_by_a_former_version(book: SiteBook, own: Path) -> None:
    before = own.read_bytes()
    book.replace(book.draft(edited(book, name="Une")), fingerprint(before))
    broken_toml(own)
    with pytest.raises(SiteUnreadable) as caught:
        book.look()
    book.replace(book.earlier(1), caught.value.version)
    assert own.read_bytes() == before
    assert own.with_name("site-2.toml").read_text() == "id = "


def test_a_disk_that_refuses_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    own = tmp_path / "file" / "site.toml"
    (tmp_path / "file").write_text("a file where the folder should be")
    book = SiteBook(SITES / "demo.toml", own, "demo")
    with pytest.raises(StoreFault) as caught:
        book.replace(book.draft(edited(book, name="La nôtre")), book.look().version)
    assert caught.value.code == "site_unwritable"
    assert names(tmp_path) == ["file"]
    assert book.look().content["name"] == "Cité des métiers"


def test_a_disk_that_refuses_half_way_leaves_no_half(book: SiteBook, own: Path) -> None:
    before = own.read_bytes()
    # Nothing can be put in the place of a folder.
    own.with_name("site.toml.part").mkdir()
    with pytest.raises(StoreFault):
        book.replace(book.draft(edited(book, name="Une")), fingerprint(before))
    assert own.read_bytes() == before


def brought(book: SiteBook, at: int) -> str:
    content = DRAWING.replace(b"0 0 8 8", f"0 0 {at} 8".encode())
    return book.take_picture("forme.svg", base64.b64encode(content).decode())


def test_pictures_that_were_brought_and_never_named_do_not_pile_up(book: SiteBook, own: Path) -> None:
    named = brought(book, 1)
    book.replace(book.draft(edited(book, logo=named)), fingerprint(own.read_bytes()))
    for at in range(2, 2 + MOST_UNNAMED + 10):
        brought(book, at)
    lying = [file.stem for file in (own.parent / "site.pictures").iterdir()]
    assert named in lying
    assert len(lying) <= MOST_UNNAMED + 2


def test_a_picture_brought_for_a_site_that_is_not_this_machines_goes_with_its_first_change(tmp_path: Path) -> None:
    own = tmp_path / "own" / "site.toml"
    book = SiteBook(SITES / "demo.toml", own, "demo")
    name = brought(book, 3)
    book.replace(book.draft(edited(book, logo=name)), book.look().version)
    assert read_site(own).logo == name
    assert book.picture(read_site(own), name)[1].startswith(b"<svg")


def test_what_is_not_base64_is_no_picture(book: SiteBook, own: Path) -> None:
    with pytest.raises(BadPicture) as caught:
        book.take_picture("logo.svg", "not base64!")
    assert (caught.value.code, caught.value.field) == ("bad_picture", "content")
    assert names(own.parent) == ["site.toml"]


@pytest.mark.parametrize(
    "name", ["../../evil.svg", "", "....", "/etc/passwd", "É\x00\u202e.svg", "a" * 250 + ".svg"]
)
def test_a_picture_is_never_kept_elsewhere_whatever_it_is_called(book: SiteBook, own: Path, name: str) -> None:
    kept = book.take_picture(name, base64.b64encode(DRAWING).decode())
    assert names(own.parent) == [f"site.pictures/{kept}.svg", "site.toml"]
    assert PICTURE_NAME.fullmatch(f"{kept}.svg")
