"""A pack from anywhere is harmless or refused; what it changes is said before; a centre takes its Cité's themes."""

from __future__ import annotations

import stat
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date as Date
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from cdm_kiosk import paths
from cdm_kiosk.apps.site import examine
from cdm_kiosk.domain.faults import Fault
from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.rota import planned_on
from cdm_kiosk.domain.site import DayException, PublicHolidays, Site
from cdm_kiosk.packs import archive, pictures
from cdm_kiosk.packs.advice import advice, colour_faults, contrast_with_white
from cdm_kiosk.packs.archive import MAX_PICTURE_BYTES, Contents, PackFault, pack_bytes, printable, read_pack
from cdm_kiosk.packs.changes import changes, lines, picture_changes
from cdm_kiosk.packs.questions import Answers, ask_all, site_text
from cdm_kiosk.packs.site_file import SiteFileFault, read_site
from cdm_kiosk.packs.texts import text_faults
from cdm_kiosk.rehearsal.engine import Outcome, simulate
from cdm_kiosk.rehearsal.generate import generate
from tests.tools.hub import DEMO_SITE

SAMPLE = DEMO_SITE.read_text(encoding="utf-8")
SITES = paths.RESOURCES / "sites"
READY_MADE = ("paris", "bruxelles", "ticino", "centre-associe")
SPOKEN = frozenset(NAMES)
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path d="M0 0 L9 9" fill="#FFF"/></svg>'


def picture(side: int = 8) -> bytes:
    """A real PNG."""
    made = BytesIO()
    Image.new("RGB", (side, side), "white").save(made, "PNG")
    return made.getvalue()


def zipped(path: Path, entries: Mapping[str, bytes], *, deflate: bool = False) -> Path:
    """A zip with these entries, whatever they are."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return path


def pack_with(path: Path, entries: Mapping[str, bytes], *, deflate: bool = False) -> Path:
    """A pack of the sample site with further entries."""
    whole = {"pack.toml": b"pack = 1\n", "site.toml": SAMPLE.encode(), **entries}
    return zipped(path, whole, deflate=deflate)


def fault_of(path: Path) -> Fault:
    with pytest.raises(PackFault) as caught:
        read_pack(path)
    assert str(path) in caught.value.sentence
    assert all(each.isprintable() for each in caught.value.sentence)
    return caught.value.fault


def remarks(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """Faults or advice as they are read in a terminal."""
    return [(each.field, each.sentence) for each in faults]


# Packs as files


def test_a_pack_is_the_same_bytes_each_time_and_holds_what_was_put_in() -> None:
    contents = Contents(SAMPLE.encode(), {"b.svg": DRAWING, "a.png": picture()})
    turned = Contents(SAMPLE.encode(), {"a.png": picture(), "b.svg": DRAWING})
    assert pack_bytes(contents) == pack_bytes(turned)
    with zipfile.ZipFile(BytesIO(pack_bytes(contents))) as made:
        assert made.namelist() == ["pack.toml", "site.toml", "pictures/a.png", "pictures/b.svg"]
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert tomllib.loads(made.read("pack.toml").decode()) == {"pack": 1}


def test_a_pack_is_read_as_it_was_written(tmp_path: Path) -> None:
    contents = Contents(SAMPLE.encode(), {"a.png": picture(), "b.svg": DRAWING})
    pack = tmp_path / "site.zip"
    pack.write_bytes(pack_bytes(contents))
    assert read_pack(pack) == contents
    assert read_site(pack) == read_site(DEMO_SITE)


def test_a_pack_that_somebody_zipped_again_by_hand_is_read(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "again.zip", {"pictures/": b"", "pictures/a.svg": DRAWING}, deflate=True)
    assert dict(read_pack(pack).pictures) == {"a.svg": DRAWING}


@pytest.mark.parametrize(
    "name",
    [
        "../site.toml",
        "pictures/../../site.toml",
        "/etc/passwd",
        "C:/windows/a.svg",
        "pictures\\..\\a.svg",
        "\\\\host\\share\\a.svg",
        "pictures/sub/a.svg",
        "pictures/.svg",
        "pictures/a.svg/",
        "pictures/A.SVG",
        "pictures/é.svg",
        "pictures/a.html",
        "pictures/a\x1b[31m.svg",
        "run.sh",
        "inner.zip",
    ],
)
def test_an_entry_that_has_no_place_in_a_pack_is_named(tmp_path: Path, name: str) -> None:
    fault = fault_of(pack_with(tmp_path / "site.zip", {name: DRAWING}))
    assert fault.field == name


def test_a_name_that_hides_its_end_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {"pictures/a.svg0.html": DRAWING})
    pack.write_bytes(pack.read_bytes().replace(b"a.svg0.html", b"a.svg\x00.html"))
    assert fault_of(pack).field == "pictures/a.svg\x00.html"


def test_a_link_in_a_pack_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {})
    link = zipfile.ZipInfo("pictures/a.svg")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(pack, "a") as made:
        made.writestr(link, "/etc/passwd")
    fault = fault_of(pack)
    assert fault.field == "pictures/a.svg"
    assert "link" in fault.sentence


def test_a_name_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {})
    with zipfile.ZipFile(pack, "a") as made, pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("site.toml", "id = 1")
    assert fault_of(pack).field == "site.toml"


def test_a_picture_in_two_forms_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {"pictures/a.svg": DRAWING, "pictures/a.png": picture()})
    assert fault_of(pack).field == "pictures/a"


def test_a_bomb_is_refused_by_what_it_grows_to(tmp_path: Path) -> None:
    bomb = pack_with(tmp_path / "bomb.zip", {"pictures/a.svg": b" " * (MAX_PICTURE_BYTES - 1)}, deflate=True)
    assert "grows more than" in fault_of(bomb).sentence


def test_a_picture_of_a_hundred_megabytes_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    large = tmp_path / "large.zip"
    zipped(large, {"pack.toml": b"pack = 1"})
    with zipfile.ZipFile(large, "a", zipfile.ZIP_DEFLATED) as made, made.open("pictures/a.png", "w") as entry:
        for _ in range(100):
            entry.write(bytes(1_000_000))
    with zipfile.ZipFile(large, "a") as made:
        made.writestr("site.toml", SAMPLE)
    fault = fault_of(large)
    assert fault.field == "pictures/a.png"
    assert "100,000,000 bytes" in fault.sentence


@pytest.mark.parametrize("claimed", [10, MAX_PICTURE_BYTES])
def test_a_pack_that_lies_about_a_size_is_refused(tmp_path: Path, claimed: int) -> None:
    content = bytes(range(256)) * 40
    pack = pack_with(tmp_path / "site.zip", {"pictures/a.png": content}, deflate=True)
    raw = pack.read_bytes()
    assert raw.count(struct.pack("<I", len(content))) >= 2
    pack.write_bytes(raw.replace(struct.pack("<I", len(content)), struct.pack("<I", claimed)))
    assert fault_of(pack).field == "pictures/a.png"


def test_a_size_that_is_told_too_small_with_a_sum_that_fits_gives_no_more_than_it_tells(tmp_path: Path) -> None:
    content = bytes(range(256)) * 40
    pack = pack_with(tmp_path / "site.zip", {"pictures/a.png": content}, deflate=True)
    raw = pack.read_bytes().replace(struct.pack("<I", len(content)), struct.pack("<I", 10))
    sums = (struct.pack("<I", zlib.crc32(each)) for each in (content, content[:10]))
    pack.write_bytes(raw.replace(*sums))
    assert read_pack(pack).pictures["a.png"] == content[:10]


def test_more_files_than_a_site_has_are_refused(tmp_path: Path) -> None:
    many = {f"pictures/p{at}.svg": DRAWING for at in range(archive.MAX_ENTRIES)}
    assert fault_of(pack_with(tmp_path / "site.zip", many)).field == "file"


def test_a_pack_that_is_too_large_as_a_file_is_not_even_opened(tmp_path: Path) -> None:
    pack = tmp_path / "site.zip"
    with pack.open("wb") as made:
        made.truncate(archive.MAX_PACK_BYTES + 1)
    assert "at most" in fault_of(pack).sentence


def test_a_pack_from_a_newer_version_says_so_whatever_else_it_holds(tmp_path: Path) -> None:
    newer = zipped(tmp_path / "site.zip", {"pack.toml": b"pack = 2\n", "sounds/chime.ogg": b"", "site.toml": b"x"})
    fault = fault_of(newer)
    assert (fault.code, fault.field) == ("newer_pack", "pack.toml")
    assert "update" in fault.sentence


@pytest.mark.parametrize(
    "told", [b"", b"pack = 0", b'pack = "1"', b"pack = true", b"\xff", b"pack = [[[", b"#" * 2000]
)
def test_a_pack_without_a_version_that_can_be_read_is_refused(tmp_path: Path, told: bytes) -> None:
    assert fault_of(zipped(tmp_path / "site.zip", {"pack.toml": told, "site.toml": b""})).field == "pack.toml"


def test_a_zip_that_is_no_pack_and_one_without_a_site_are_told(tmp_path: Path) -> None:
    assert fault_of(zipped(tmp_path / "holidays.zip", {"a.jpg": b""})).field == "pack.toml"
    assert fault_of(zipped(tmp_path / "empty.zip", {"pack.toml": b"pack = 1"})).field == "site.toml"


def test_an_encrypted_pack_is_refused(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {})
    raw = bytearray(pack.read_bytes())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    raw[6] |= 1
    pack.write_bytes(bytes(raw))
    assert "encrypted" in fault_of(pack).sentence


def test_a_pack_cut_or_changed_anywhere_is_refused_or_read_whole_and_never_worse(tmp_path: Path) -> None:
    whole = Contents(b'id = "demo"', {"a.svg": DRAWING})
    raw = pack_bytes(whole)
    pack = tmp_path / "site.zip"
    meaningless = 0
    for at in range(len(raw)):
        pack.write_bytes(raw[:at])
        fault_of(pack)
        pack.write_bytes(raw[:at] + bytes([raw[at] ^ 0xFF]) + raw[at + 1 :])
        try:
            read = read_pack(pack)
            # A date, a right: nothing here looks at them. A picture that went missing is told with the site.
            meaningless += 1
            assert read.site == whole.site
            assert read.pictures in (whole.pictures, {})
        except PackFault:
            pass
    assert meaningless < len(raw) / 3


def test_what_is_shown_of_a_hostile_name_moves_no_cursor() -> None:
    assert printable("a\x1b[2J\u202eb\n") == "a\\u001b[2J\\u202eb\\u000a"
    assert len(printable("x" * 5000)) == 121


# Pictures


def test_every_pictogram_of_ours_would_be_taken_in() -> None:
    for file in sorted((paths.RESOURCES / "pictograms").glob("*.svg")):
        assert [*pictures.faults_of(file.name, file.read_bytes())] == []


def drawn(inside: str, more: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {more}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "content",
    [
        drawn("<script>alert(1)</script>"),
        drawn('<path d="M0 0" onload="alert(1)"/>'),
        drawn('<path d="M0 0"/>', 'onload="alert(1)"'),
        drawn('<image href="http://example.org/a.png"/>'),
        drawn('<path d="M0 0" fill="url(http://example.org/a#b)"/>'),
        drawn('<path d="M0 0" fill="u\\72l(http://example.org)"/>'),
        drawn('<path d="M0 0" style="fill:red"/>'),
        drawn("<style>@import 'http://example.org/a.css'</style>"),
        drawn('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>'),
        drawn("<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>"),
        drawn('<a href="javascript:alert(1)"/>'),
        drawn("<animate/>"),
        drawn("<text>CAF</text>"),
        drawn("<g>words</g>"),
        drawn("<g/>words"),
        drawn('<x xmlns="http://example.org/"/>'),
        drawn("<g>" * 30 + "</g>" * 30),
        drawn("<g/>" * 5000),
        drawn("", 'width="99999" height="99999"'),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><title>&b;'
        b"</title></svg>",
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<?xml-stylesheet href="http://example.org/a.css"?>' + DRAWING,
        DRAWING.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-7"?>' + b"+ADw-svg/+AD4-",
        b"<svg><path/></svg>",
        b"<html/>",
        b"PK\x03\x04",
        b"",
        b"<svg",
    ],
    ids=range(29),
)
def test_an_svg_that_is_more_than_plain_shapes_is_refused(content: bytes) -> None:
    assert len([*pictures.faults_of("a.svg", content)]) == 1


def test_a_plain_svg_with_a_declaration_a_comment_and_a_title_is_taken_in() -> None:
    plain = b'<?xml version="1.0" encoding="UTF-8"?><!-- drawn here -->' + drawn("<title>Un métier</title><g/>")
    assert [*pictures.faults_of("a.svg", plain)] == []


def animated() -> bytes:
    made = BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


def vast() -> bytes:
    """A few bytes that claim 60,000 × 60,000 pixels."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk)) + picture()[33:]
    )


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: picture()[:-20], "damaged"),
        (lambda: b"GIF89a", "not a PNG"),
        (lambda: picture(3000), "3000 × 3000"),
        (vast, "too large"),
        (animated, "moves"),
        (lambda: bytes(MAX_PICTURE_BYTES + 1), "at most"),
    ],
    ids=["cut", "gif", "large", "vast", "animated", "heavy"],
)
def test_a_png_that_is_no_still_picture_of_a_usual_size_is_refused(make: Callable[[], bytes], said: str) -> None:
    (fault,) = pictures.faults_of("a.png", make())
    assert said in fault.sentence


def test_a_sound_png_is_taken_in() -> None:
    assert [*pictures.faults_of("a.png", picture())] == []


def test_a_picture_is_found_beside_the_site_file_and_a_link_there_is_none(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(SAMPLE.replace('pictogram = "emploi"', 'pictogram = "metier"'))
    assert [each.field for each in examine(own).faults] == ["themes.2.pictogram"]
    (tmp_path / "secret.svg").write_bytes(DRAWING)
    folder = tmp_path / "site.pictures"
    folder.mkdir()
    (folder / "metier.svg").symlink_to(tmp_path / "secret.svg")
    assert [each.field for each in examine(own).faults] == ["themes.2.pictogram"]
    (folder / "metier.svg").unlink()
    (folder / "metier.svg").write_bytes(DRAWING)
    assert (examine(own).faults, dict(examine(own).pictures)) == ((), {"metier.svg": DRAWING})


def test_a_logo_is_a_picture_like_the_others(tmp_path: Path) -> None:
    text = SAMPLE.replace("sample = true", 'sample = true\nlogo = "cite"').encode()
    whole = {"pack.toml": b"pack = 1", "site.toml": text}
    assert [each.field for each in examine(zipped(tmp_path / "a.zip", whole)).faults] == ["logo"]
    sound = examine(zipped(tmp_path / "b.zip", {**whole, "pictures/cite.png": picture()}))
    assert (sound.faults, [*sound.pictures]) == ((), ["cite.png"])


def test_a_picture_that_nothing_names_has_no_place_in_a_pack(tmp_path: Path) -> None:
    pack = pack_with(tmp_path / "site.zip", {"pictures/stray.svg": DRAWING})
    assert [(each.field, each.sentence) for each in examine(pack).faults] == [
        ("pictures/stray.svg", "is named nowhere in the site file")
    ]


# Texts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<script>alert(1)</script>", "markup"),
        ("Emploi &lt;b&gt;", "markup"),
        ("Emploi\x1b[2J", "control"),
        ("Emploi\nici", "control"),
        ("Emploi\u202eiolpme", "direction"),
        ("Emploi\u2066", "direction"),
        ("Emploi\ufeff", "invisible"),
        ("Emploi\ue000", "invisible"),
        ("Emploi " * 30, "characters"),
    ],
)
def test_a_label_that_is_more_than_text_is_named(text: str, said: str) -> None:
    (fault,) = text_faults({"themes": [{"label": {"fr": "Emploi", "en": text}}]})
    assert fault.field == "themes.0.label.en"
    assert said in fault.sentence


@pytest.mark.parametrize("text", ["L’emploi & moi", "Créer · être", "می‌خواهم", "العمل", "仕事を探す", "काम क्‍या"])
def test_ordinary_texts_of_any_script_are_fit(text: str) -> None:
    assert [*text_faults({"themes": [{"label": {"fr": text}}]})] == []


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"themes": [{"label": {"<b>": "x"}}]}, "themes.0.label.<b>"),
        ({"a\x1bb": 1}, "a\x1bb"),
        ({"counters": [{"id": "../1"}]}, "counters.0.id"),
        ({"id": "../../home"}, "id"),
        ({"languages": ["français"]}, "languages.0"),
        ({"counters": [{"label": "x" * 30}]}, "counters.0.label"),
        ({"rota": [{}] * 5000}, "rota"),
    ],
)
def test_odd_keys_ids_and_numbers_of_things_are_named(content: dict[str, object], key: str) -> None:
    assert [each.field for each in text_faults(content)] == [key]


def test_a_site_whose_id_would_leave_the_data_folder_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(SAMPLE.replace('id = "demo"', 'id = "../../demo"', 1))
    with pytest.raises(SiteFileFault) as caught:
        read_site(own)
    assert caught.value.fault.field == "id"


# Faults and advice


def test_every_fault_is_told_and_not_only_the_first(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(
        SAMPLE.replace('counter = "3"', 'counter = "33"')
        .replace('colour = "#1B7F5C"', 'colour = "green"')
        .replace('fr = "Trouver un emploi"', 'fr = "<b>Emploi</b>"')
        .replace('every_day = ["00:00-24:00"]', 'every_day = ["18:00-09:00"]')
        .replace('fr = "Créer mon activité"', 'fr = ""')
    )
    assert {each.field for each in examine(own).faults} == {
        "rota.2.counter",
        "themes.2.colour",
        "themes.2.label.fr",
        "themes.4.label.fr",
        "hours.every_day",
    }
    assert ("rota.2.counter", 'counter "33" is not among the counters') in remarks(examine(own).faults)


def test_faults_of_shape_are_all_told_with_those_of_texts(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(
        SAMPLE.replace("overflow_after_min = 20", 'overflow_after_min = "soon"')
        .replace("sample = true", 'sample = true\nmotto = "Libre"')
        .replace('label = "Table 1"', 'label = "Table\\u0007 1"')
    )
    assert {each.field for each in examine(own).faults} == {"overflow_after_min", "motto", "counters.0.label"}


def test_ten_thousand_permanences_are_not_judged_one_by_one(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(SAMPLE + '\n[[rota]]\ncounter = "1"\nthemes = ["emploi"]\n' * 10_000)
    assert [each.field for each in examine(own).faults] == ["rota"]


def about(site: Site, spoken: frozenset[str] = SPOKEN) -> dict[str, str]:
    return dict(remarks(advice(site, spoken)))


def test_one_foreign_language_in_france_is_told_with_the_law_and_none_or_two_are_not(site: Site) -> None:
    one = replace(site, languages=("fr", "en"))
    assert "94-665" in about(one)["languages"]
    assert "art. 4" in about(one)["languages"]
    assert "languages" not in about(site)
    assert "languages" not in about(replace(site, languages=("fr",)))
    elsewhere = about(replace(one, timezone="Europe/Brussels"))["languages"]
    assert "fairer" in elsewhere
    assert "94-665" not in elsewhere
    assert "French comes first" in about(replace(site, languages=("en", "fr", "es")))["languages"]


def test_a_language_that_the_screens_do_not_speak_and_a_missing_text_are_told(site: Site) -> None:
    told = remarks(advice(replace(site, languages=("fr", "en", "pl")), frozenset({"fr", "en"})))
    assert any(key == "languages" and '"pl"' in said for key, said in told)
    assert ("themes.0.label", 'has no text in pl: the one in "fr" is shown instead') in told


@pytest.mark.parametrize("text", ["找工作", "Εργασία", "काम खोजें", "Emploi 🎓", "עבודה", "მუშაობა"])
def test_letters_that_no_typeface_has_are_told_before_paper_shows_boxes(site: Site, text: str) -> None:
    theme = replace(site.themes[0], label={**site.themes[0].label, "xx": text})
    told = about(replace(site, themes=(theme, *site.themes[1:])))["themes.0.label"]
    assert told.endswith('": on paper there would be empty boxes')
    assert all(letter in told for letter in text if letter.isalpha() and not letter.isascii())
    assert "name" in about(replace(site, name=text))


def test_every_letter_that_a_typeface_has_is_welcome(site: Site) -> None:
    drawn = "Œuvre, n° 1ª – « où ? » … ĳ ß Ąćżźł Їжак’ʼ роботу ابحث عن عمل، ؟ © € → ½"
    assert "name" not in about(replace(site, name=drawn))


def test_a_colour_on_which_white_cannot_be_read_is_told(site: Site) -> None:
    assert contrast_with_white("#FFFFFF") == pytest.approx(1)
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)
    pale = replace(site, themes=(replace(site.themes[0], colour="#FFC800"), *site.themes[1:]))
    assert "4.5:1" in about(pale)["themes.0.colour"]
    assert "themes.0.colour" not in about(site)


@pytest.mark.parametrize(("accent", "said"), [("teal", "not a colour"), ("#FFC800", "4.5:1"), ("#777777", "4.5:1")])
def test_an_accent_that_is_no_colour_or_too_light_is_a_fault(site: Site, accent: str, said: str) -> None:
    found = dict(remarks(colour_faults(replace(site, accent=accent))))
    assert said in found["accent"]
    assert "accent" not in dict(remarks(colour_faults(site)))


def test_a_theme_that_nobody_serves_and_a_counter_that_nobody_uses_are_told(site: Site) -> None:
    unserved = replace(
        site, rota=tuple(shift for shift in site.rota if "creation" not in shift.themes + shift.overflow)
    )
    assert "no permanence serves" in about(unserved)["themes.4"]
    assert "Table 2" in about(unserved)["counters.1"]
    assert "themes.4" not in about(site)
    assert "no permanence is planned" in about(replace(site, rota=()))["rota"]


def test_a_theme_without_an_accessible_counter_is_told(site: Site) -> None:
    steep = replace(site, counters=tuple(replace(each, accessible=each.id != "2") for each in site.counters))
    only_there = replace(steep, rota=tuple(replace(each, overflow=()) for each in steep.rota))
    assert "accessible" in about(only_there)["themes.2"]
    assert "themes.2" not in about(site)


@pytest.mark.parametrize(
    ("hours", "days", "shift", "said"),
    [
        ({"monday": ("09:00-12:00",)}, ("monday",), ("08:00-12:00",), "not within"),
        ({"monday": ("09:00-12:00",)}, ("sunday",), ("09:00-12:00",), "stay closed"),
        ({"monday": ("09:00-12:00", "13:00-17:00")}, ("every_day",), ("09:00-17:00",), "not within"),
        ({"monday": ("09:00-12:00", "12:00-17:00")}, ("monday",), ("09:00-17:00",), ""),
        ({"every_day": ("00:00-24:00",)}, ("monday",), ("20:00-24:00",), ""),
        ({"monday": ("09:00-12:00",)}, ("every_day",), ("09:00-12:00",), ""),
        ({"monday": ("09:00-12:00",)}, ("monday",), (), ""),
    ],
)
def test_a_permanence_outside_the_opening_hours_is_told(
    site: Site,
    hours: dict[str, tuple[str, ...]],
    days: tuple[str, ...],
    shift: tuple[str, ...],
    said: str,
) -> None:
    planned = replace(site.rota[0], days=days, hours=shift)
    told = about(replace(site, hours=hours, rota=(planned, *site.rota[1:]))).get("rota.0.hours", "")
    assert said in told
    assert bool(said) == bool(told)


# What changes


def test_a_site_compared_with_itself_changes_nothing() -> None:
    for name in READY_MADE:
        assert changes(read_site(SITES / f"{name}.toml"), read_site(SITES / f"{name}.toml")) == []


def test_each_change_is_one_line_with_its_key_and_label(site: Site) -> None:
    themes = site.themes
    changed = replace(
        site,
        name="Cité de Lyon",
        desk=None,
        overflow_after_min=30,
        manners=replace(site.manners, grace_min=10),
        hours={"monday": ("09:00-12:00",)},
        counters=(*site.counters[:-2], replace(site.counters[-1], label="Desk")),
        themes=(
            themes[1],
            replace(themes[0], colour="#000000", label={**themes[0].label, "en": "My path"}),
            *themes[2:4],
            replace(themes[4], id="mobilite", label={"fr": "Bouger"}),
        ),
        rota=(replace(site.rota[0], overflow=()), *site.rota[1:3]),
        exceptions=(DayException(Date(2026, 12, 24), Date(2026, 12, 31), ("10:00-13:00",), ("2",)),),
        public_holidays=PublicHolidays("FR", None, (Date(2026, 1, 1),)),
    )
    assert lines(changes(site, changed)) == [
        '~ name: "Cité des métiers" → "Cité de Lyon"',
        "- hours.every_day: 00:00-24:00",
        "+ hours.monday: 09:00-12:00",
        '- counters.6 "Table 6"',
        '~ counters.accueil "Desk" label: "Accueil" → "Desk"',
        '~ themes.orientation "Choisir mon orientation"',
        '    ~ label.en: "Choose my path" → "My path"',
        '    ~ colour: "#2F6690" → "#000000"',
        '- themes.creation "Créer mon activité"',
        '+ themes.mobilite "Bouger"',
        "~ themes: in another order (formation, orientation, emploi, evolution)",
        '- desk: "accueil"',
        "~ rota.1: [every_day, opening hours: orientation, formation, (emploi); fr en es] → "
        "[every_day, opening hours: orientation, formation; fr en es]",
        "- rota.accueil [every_day, opening hours: reception; fr en es]",
        "+ exceptions.2026-12-24 [last_date 2026-12-31, hours 10:00-13:00, absent 2]",
        '+ public_holidays: country "FR"',
        "~ overflow_after_min: 20 → 30",
        "~ manners.grace_min: 30 → 10",
    ]


def test_pictures_that_come_go_and_change_are_told() -> None:
    before, after = {"a.svg": b"1", "b.svg": b"1", "d.svg": b"1"}, {"b.svg": b"2", "c.svg": b"1", "d.svg": b"1"}
    assert lines(picture_changes(before, after)) == [
        "- pictures/a.svg",
        "~ pictures/b.svg: another picture",
        "+ pictures/c.svg",
    ]


# Associated sites


def centre(folder: Path, line: str = 'themes_from = "cite.toml"', also: str = "") -> Path:
    own = folder / "site.toml"
    text = (SITES / "centre-associe.toml").read_text(encoding="utf-8").replace('themes_from = "paris.toml"', line)
    own.write_text(text + also)
    return own


def test_a_centre_takes_the_themes_of_its_cite_with_their_services() -> None:
    own, cite = (read_site(SITES / f"{name}.toml") for name in ("centre-associe", "paris"))
    assert own.themes == cite.themes
    assert any(theme.services for theme in own.themes)
    assert (own.cite, own.network) == (cite.name, cite.network)
    assert own.counters != cite.counters


def test_a_centre_takes_its_themes_from_a_pack_as_well(tmp_path: Path) -> None:
    (tmp_path / "cite.zip").write_bytes(pack_bytes(Contents((SITES / "paris.toml").read_bytes())))
    own = read_site(centre(tmp_path, 'themes_from = "cite.zip"'))
    assert own.themes == read_site(SITES / "paris.toml").themes


@pytest.mark.parametrize(
    ("line", "also", "cite", "said"),
    [
        ('themes_from = "cite.toml"', "", None, "is not there"),
        ('themes_from = "site.toml"', "", None, "takes its own themes from elsewhere"),
        ('themes_from = "cite.toml"', "", 'themes_from = "site.toml"', "takes its own themes from elsewhere"),
        ('themes_from = "cite.toml"', "", 'id = "x"', "has no themes"),
        ("themes_from = 12", "", None, "expected the file or pack"),
        ('themes_from = ""', "", None, "expected the file or pack"),
        ('themes_from = "."', "", None, "is not there"),
        ('themes_from = "cite.toml"', '\n[[themes]]\nid = "x"\n', None, "one or the other"),
    ],
)
def test_themes_that_cannot_be_taken_are_told(
    tmp_path: Path, line: str, also: str, cite: str | None, said: str
) -> None:
    if cite is not None:
        (tmp_path / "cite.toml").write_text(cite)
    with pytest.raises(SiteFileFault) as caught:
        read_site(centre(tmp_path, line, also))
    assert caught.value.fault.field == "themes_from"
    assert said in caught.value.fault.sentence


def test_a_pack_cannot_have_this_machine_read_another_file(tmp_path: Path) -> None:
    text = SAMPLE.replace('id = "demo"', 'id = "demo"\nthemes_from = "/etc/passwd"', 1).partition("[[themes]]")[0]
    with pytest.raises(SiteFileFault) as caught:
        examine(zipped(tmp_path / "site.zip", {"pack.toml": b"pack = 1", "site.toml": text.encode()}))
    assert caught.value.fault.field == "themes_from"
    assert "carries its themes itself" in caught.value.fault.sentence


def test_a_centre_handed_on_carries_the_themes_and_keeps_its_own_words(tmp_path: Path) -> None:
    examined = examine(SITES / "centre-associe.toml")
    alone = tmp_path / "alone.toml"
    alone.write_text(examined.whole_text)
    assert read_site(alone) == read_site(SITES / "centre-associe.toml")
    assert "themes_from" not in examined.whole_text
    assert "# A centre associé: two counters" in examined.whole_text


def test_the_look_of_the_tickets_is_judged_and_travels_in_a_pack(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    own.write_text(f'{SAMPLE}\n[ticket]\ntheme = true\nlogo = true\nwords = {{ fr = "{"é" * 121}" }}\n')
    assert {each.field for each in examine(own).faults} == {"ticket.words.fr"}
    own.write_text(f'{SAMPLE}\n[ticket]\ntheme = true\nlogo = true\nwords = {{ fr = "Entrez", xx-- = "A" }}\n')
    assert {each.field for each in examine(own).faults} == {"ticket.words.xx--"}
    own.write_text(f'{SAMPLE}\n[ticket]\ntheme = true\nlogo = true\nwords = {{ fr = "Entrez" }}\n')
    examined = examine(own)
    assert examined.faults == ()
    assert examined.site is not None
    told = dict(remarks(advice(examined.site, SPOKEN)))
    assert "no logo" in told["ticket.logo"]
    assert "has no text in en, es" in told["ticket.words"]
    assert read_site(zipped(tmp_path / "site.zip", {"pack.toml": b"pack = 1", "site.toml": own.read_bytes()})) == (
        examined.site
    )


# Ready-made packs


@pytest.mark.parametrize("name", READY_MADE)
def test_a_ready_made_pack_is_sound_and_gives_no_advice_but_on_untranslated_screens(name: str) -> None:
    examined = examine(SITES / f"{name}.toml")
    assert examined.faults == ()
    assert examined.site is not None
    assert [*advice(examined.site, SPOKEN)] == []
    for theme in examined.site.themes:
        assert theme.pictogram in pictures.ours()
        assert set(theme.label) >= set(examined.site.languages)


@pytest.mark.parametrize("name", READY_MADE)
def test_a_ready_made_pack_receives_people_on_every_open_day_of_a_week(name: str) -> None:
    site = read_site(SITES / f"{name}.toml")
    monday = Date(2026, 11, 23)
    days = [day for at in range(7) if planned_on(site, day := monday + timedelta(days=at))]
    assert len(days) == len(site.hours)
    visits = generate(site, days, seed=1)
    results = list(simulate(site, visits))
    assert len(results) == len(visits) > 5 * len(days)
    received = [result for result in results if result.outcome is Outcome.DONE]
    assert len(received) > len(results) / 2
    assert {result.visit.theme for result in received} >= {theme.id for theme in site.themes}


@pytest.mark.parametrize(
    ("name", "holiday", "languages"),
    [
        ("paris", Date(2026, 7, 14), ("fr", "en", "es")),
        ("bruxelles", Date(2026, 7, 21), ("fr", "nl", "en")),
        ("ticino", Date(2026, 3, 19), ("it", "de", "fr")),
    ],
)
def test_a_ready_made_pack_keeps_its_own_holidays_and_languages(
    name: str, holiday: Date, languages: tuple[str, ...]
) -> None:
    site = read_site(SITES / f"{name}.toml")
    assert site.spans_on(holiday) == ()
    assert site.languages == languages


# A new site


class Script:
    """Answers given one after the other, and what was said about them."""

    def __init__(self, *answers: str) -> None:
        self._answers: Iterator[str] = iter(answers)
        self.told: list[str] = []
        self.asked: list[str] = []

    def ask(self, question: str, default: str) -> str:
        assert default
        self.asked.append(question)
        return next(self._answers, "")

    def run(self) -> Answers:
        ready = {
            name: tomllib.loads((SITES / f"{name}.toml").read_text("utf-8"))["themes"]
            for name in ("paris", "ticino")
        }
        zones = {"FR": "Europe/Paris", "CH": "Europe/Zurich"}
        return ask_all(self.ask, self.told.append, ready, zones, lambda country: country in ("FR", "CH"))


def written(folder: Path, answers: Answers) -> Site:
    own = folder / "site.toml"
    own.write_text(site_text(answers))
    assert examine(own).faults == ()
    site = read_site(own)
    # A second language alone is worth a word, wherever the site is.
    expected = ["languages"] if len(site.languages) == 2 else []
    assert [each.field for each in advice(site, SPOKEN | set(site.languages))] == expected
    return site


def test_enter_alone_makes_a_sound_site(tmp_path: Path) -> None:
    script = Script()
    site = written(tmp_path, script.run())
    assert (script.told, len(script.asked)) == ([], 7)
    assert (site.id, site.timezone, len(site.counters), len(site.themes)) == (
        "cite-des-metiers",
        "Europe/Paris",
        5,
        5,
    )
    assert site.desk == "accueil"


def test_answers_become_the_site(tmp_path: Path) -> None:
    script = Script(
        "Città di Lugano",
        "it,fr",
        "ch",
        "",
        "lun-mer 12:00-18:00; sat 9:00-12:00",
        "2",
        "ticino",
    )
    site = written(tmp_path, script.run())
    assert (site.name, site.id, site.timezone) == ("Città di Lugano", "citta-di-lugano", "Europe/Zurich")
    assert site.hours == {
        **dict.fromkeys(("monday", "tuesday", "wednesday"), ("12:00-18:00",)),
        "saturday": ("09:00-12:00",),
    }
    assert site.themes[0].label["it"] == "Orientarsi"
    assert set(site.themes[0].label) == {"it", "fr"}
    assert site.public_holidays is not None
    assert site.public_holidays.country == "CH"
    assert [counter.label for counter in site.counters] == ["Tavolo 1", "Tavolo 2", "Accoglienza"]


def test_labels_of_ones_own_and_a_language_that_nobody_foresaw_make_a_sound_site(tmp_path: Path) -> None:
    script = Script("Lisboa", "pt", "PT", "Europe/Lisbon", "", "1", "Encontrar trabalho; Reception; Formação")
    site = written(tmp_path, script.run())
    assert [theme.id for theme in site.themes] == ["encontrar-trabalho", "reception-theme", "formacao"]
    assert [theme.label["pt"] for theme in site.themes] == ["Encontrar trabalho", "Reception", "Formação"]
    assert site.public_holidays is None
    assert not any("paris" in question for question in script.asked)


def test_a_bad_answer_is_told_what_it_should_be_and_asked_again() -> None:
    script = Script(
        *("<b>", "?!", "Lyon"),
        *("français", "fr en es"),
        *("France", "FR"),
        *("Paris", "Europe/Paris"),
        *("whenever", "mon-fri", "fri-mon 09:00-12:00", "mon 12:00-09:00", "mon-fri 09:00-17:00"),
        *("many", "0", "999", "3"),
        *(";", "Emploi; emploi", "<i>", "Emploi; Formation"),
    )
    answers = script.run()
    assert len(script.told) == 15
    assert all("xpected" in said or "markup" in said for said in script.told)
    assert (answers.name, answers.counters, len(answers.themes)) == ("Lyon", 3, 2)


def test_a_new_sites_text_survives_quotes_and_backslashes(tmp_path: Path) -> None:
    name = 'La "Cité" \\ des métiers'
    assert written(tmp_path, replace(Script().run(), name=name)).name == name
