"""What stands where on the paper, for any words and any width, without a font or a printer."""

import itertools
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.printing.layout import (
    PRINTABLE_58_MM,
    PRINTABLE_80_MM,
    QUIET_MODULES,
    Block,
    Frame,
    Modules,
    Number,
    Picture,
    Press,
    Qr,
    Rule,
    Sheet,
    Text,
    TicketPaper,
    lay_out,
    wrap,
)


def squares(side: int) -> Modules:
    return ((True,) * side,) * side


B = TypeVar("B", bound=Block)

PRESS = Press(
    text_width=lambda text, cap, bold: len(text) * cap * (0.85 if bold else 0.75),
    number_width=lambda digits, height: len(digits) * height,
    qr_modules=lambda text: squares(17 + 4 * (1 + len(text) // 15)),
    picture_shape=lambda png: 0.4,
)
WIDTHS = (PRINTABLE_80_MM, PRINTABLE_58_MM)

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)
tickets = st.builds(
    TicketPaper,
    site_name=words,
    number=st.integers(1, 9999),
    number_heading=words,
    where=st.lists(words, max_size=3).map(tuple),
    date_text=words,
    follow_url=st.none() | st.text("abc:/.0", min_size=1, max_size=150),
    follow_text=words,
    welcome=words,
    band_text=st.none() | words,
    come_back_text=words,
    theme=words,
    welcome_beneath=words,
    number_heading_beneath=words,
    theme_beneath=words,
    where_beneath=words,
    wait_beneath=words,
    follow_beneath=words,
    has_code=st.booleans(),
    large=st.booleans(),
    logo=st.sampled_from(["", "picture"]),
)


def box(block: Block) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink that a block may leave."""
    match block:
        case Text():
            beyond = block.cap * 0.3
            return block.x, block.y - beyond, block.x + block.width, block.y + block.height + beyond
        case Number() | Frame() | Picture():
            return block.x, block.y, block.x + block.width, block.y + block.height
        case Qr():
            return block.x, block.y, block.x + block.size, block.y + block.size
        case Rule():
            return block.x, block.y, block.x + block.width, block.y + block.dot


def of_kind(sheet: Sheet, kind: type[B]) -> list[B]:
    return [block for block in sheet.blocks if isinstance(block, kind)]


@given(tickets, st.sampled_from(WIDTHS))
def test_nothing_ever_leaves_the_paper(paper: TicketPaper, width: float) -> None:
    sheet = lay_out(paper, PRESS, width)
    assert sheet.width == width
    for block in sheet.blocks:
        left, top, right, bottom = box(block)
        assert left >= 0
        assert top >= 0
        assert right <= width + 1e-6
        assert bottom <= sheet.height + 1e-6


@given(tickets, st.sampled_from(WIDTHS))
def test_every_line_of_text_fits_its_own_width(paper: TicketPaper, width: float) -> None:
    for block in of_kind(lay_out(paper, PRESS, width), Text):
        for line in block.lines:
            # A single letter cannot be broken further.
            assert PRESS.text_width(line, block.cap, block.bold) <= block.width or len(line) == 1


@given(tickets, st.sampled_from(WIDTHS))
def test_no_block_lies_on_another_one(paper: TicketPaper, width: float) -> None:
    sheet = lay_out(paper, PRESS, width)
    ink = [block for block in sheet.blocks if not isinstance(block, Frame)]
    for one, other in itertools.combinations(ink, 2):
        left, top, right, bottom = box(one)
        other_left, other_top, other_right, other_bottom = box(other)
        apart = right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
        assert apart, f"{one} lies on {other}"


@given(tickets, st.sampled_from(WIDTHS))
def test_what_is_printed_is_what_was_given_and_nothing_else(paper: TicketPaper, width: float) -> None:
    sheet = lay_out(paper, PRESS, width)
    has_code = paper.follow_url is not None and paper.has_code
    given_words = [paper.site_name, paper.welcome, paper.welcome_beneath]
    given_words += [paper.number_heading, paper.number_heading_beneath, paper.theme, paper.theme_beneath]
    given_words += [*paper.where, paper.where_beneath, paper.band_text or "", paper.come_back_text]
    given_words += [paper.wait_beneath, *((paper.follow_text, paper.follow_beneath) if has_code else ())]
    given_words += [paper.date_text]

    def letters(texts: list[str]) -> str:
        return "".join("".join(texts).replace("\u2011", "-").replace("-", "").split())

    printed = [line for block in of_kind(sheet, Text) for line in block.lines]
    assert letters(printed) == letters(given_words)
    assert [number.digits for number in of_kind(sheet, Number)] == [str(paper.number)]
    assert len(of_kind(sheet, Qr)) == has_code
    assert [picture.png for picture in of_kind(sheet, Picture)] == [paper.logo] * bool(paper.logo)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", [7, 42, 108, 1000])
def test_the_number_is_as_large_as_the_paper_allows(
    ticket: Callable[..., TicketPaper], number: int, width: float
) -> None:
    (block,) = of_kind(lay_out(ticket(number=number), PRESS, width), Number)
    assert block.height == pytest.approx(width / 2) or block.width >= width - 1.5
    assert block.x + block.width / 2 == pytest.approx(width / 2)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("url_length", [20, 50, 100, 200])
def test_a_qr_code_has_modules_that_thermal_paper_can_hold(
    ticket: Callable[..., TicketPaper], url_length: int, width: float
) -> None:
    (code,) = of_kind(lay_out(ticket(follow_url="x" * url_length), PRESS, width), Qr)
    assert code.module >= 0.4
    assert code.module % 0.125 == 0
    assert code.size == (len(code.modules) + 2 * QUIET_MODULES) * code.module


def test_an_address_too_long_for_the_paper_is_refused_by_its_name(ticket: Callable[..., TicketPaper]) -> None:
    with pytest.raises(ValueError, match="follow_url: 2000 characters"):
        lay_out(ticket(follow_url="x" * 2000), PRESS, PRINTABLE_58_MM)


def test_a_ticket_that_says_only_its_number_is_a_number_on_a_short_paper() -> None:
    bare = TicketPaper("", 7, "", (), "", None, "not shown without a code", "", None)
    (block,) = lay_out(bare, PRESS).blocks
    assert isinstance(block, Number)


def test_lines_break_where_the_sentence_breathes() -> None:
    assert wrap("Attendez dans : l'espace d'attente, près de l'accueil", 24, len) == (
        "Attendez dans\u00a0:",
        "l'espace d'attente,",
        "près de l'accueil",
    )


def test_a_word_longer_than_the_paper_is_broken_and_not_lost() -> None:
    assert wrap("professionnelle", 11, len) == ("profession-", "nelle")
    assert wrap("Communauté", 9, len) == ("Commu-", "nauté")
    assert wrap("terugkomen.", 10, len) == ("terugko-", "men.")
    assert wrap("Schwrzndampf", 8, len) == ("Schwrzn-", "dampf"), "where no syllable begins in sight, it is full"
    assert wrap("0123456789012", 10, len) == ("0123456789", "012")
    assert wrap("الاستقبال", 5, len) == ("الاست", "قبال"), "no hyphen tears joined letters apart"


def test_a_word_too_long_is_broken_where_it_is_joined() -> None:
    assert wrap("Installez-vous ici\u00a0:", 10, len) == ("Installez-", "vous ici\u00a0:")
    assert wrap("vers\u00a015\u00a0h\u00a015.", 10, len) == ("vers", "15\u00a0h\u00a015.")


@pytest.mark.parametrize("mark", [":", ";", "?", "!", "»"])
def test_french_punctuation_never_begins_a_line(mark: str) -> None:
    lines = wrap(f"aaaa bbbb {mark} cccc", 10, len)
    assert all(not line.startswith(mark) for line in lines)


def test_spaces_that_the_face_lacks_become_one_that_it_has() -> None:
    assert wrap("14\u202fh\u202f52", 20, len) == ("14\u00a0h\u00a052",)
