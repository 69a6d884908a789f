"""What stands where on the paper ticket, in millimetres, whatever draws it afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

PRINTABLE_80_MM: Final = 72.0
"""Width that an 80 mm roll's print head reaches: 576 dots."""
PRINTABLE_58_MM: Final = 48.0
"""Width that a 58 mm roll's print head reaches: 384 dots."""

Align = Literal["left", "center", "right"]

Modules = tuple[tuple[bool, ...], ...]
"""A QR code's square of modules, row by row, True where dark, without its quiet zone."""

QUIET_MODULES: Final = 4
"""White modules that a QR code needs on each side (ISO/IEC 18004)."""


@dataclass(frozen=True)
class TicketPaper:
    """What one ticket says, already in the visitor's language. Empty texts take no room on the paper.

    Lines break at spaces only, never at a no-break space.
    """

    site_name: str
    number: int
    number_heading: str
    where: tuple[str, ...]
    date_text: str
    follow_url: str | None
    follow_text: str
    welcome: str
    band_text: str | None
    come_back_text: str = ""
    right_to_left: bool = False


@dataclass(frozen=True)
class Press:
    """What only a renderer's libraries can tell the layout; all lengths in millimetres.

    `text_width(text, cap_mm, bold)` and `number_width(digits, height_mm)` measure what will be drawn;
    `qr_modules(text)` encodes a QR code.
    """

    text_width: Callable[[str, float, bool], float]
    number_width: Callable[[str, float], float]
    qr_modules: Callable[[str], Modules]


@dataclass(frozen=True)
class Text:
    """Lines of text. `y` is the top of the first line's capitals; accents and tails go 0.3 `cap` beyond."""

    x: float
    y: float
    width: float
    cap: float
    leading: float
    bold: bool
    align: Align
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """From the top of the first line's capitals to the last baseline."""
        return self.cap + (len(self.lines) - 1) * self.leading if self.lines else 0.0


@dataclass(frozen=True)
class Number:
    """The ticket's number; the box is that of its digits."""

    x: float
    y: float
    width: float
    height: float
    digits: str


@dataclass(frozen=True)
class Qr:
    """A QR code; the box has the quiet zone in it."""

    x: float
    y: float
    size: float
    module: float
    modules: Modules


@dataclass(frozen=True)
class Frame:
    """A rounded outline; `stroke` lies inside the box."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    stroke: float


@dataclass(frozen=True)
class Rule:
    """A row of round dots of diameter `dot`, `pitch` from centre to centre; `y` is the row's top."""

    x: float
    y: float
    width: float
    dot: float
    pitch: float

    def centres(self) -> list[float]:
        """Where each dot's middle stands on the x axis; what does not fill a pitch is shared by both ends."""
        count = int((self.width - self.dot) / self.pitch)
        first = self.x + (self.width - count * self.pitch) / 2
        return [first + index * self.pitch for index in range(count + 1)]


Block = Text | Number | Qr | Frame | Rule


@dataclass(frozen=True)
class Sheet:
    """Blocks placed on a strip of paper, from the top left corner of the printable width."""

    width: float
    height: float
    blocks: tuple[Block, ...]


# Capital heights in millimetres: 2.8 is 12 pt, the least on the ticket; where to go is 15 pt.
SITE_CAP: Final = 3.6
HEADING_CAP: Final = 3.4
WHERE_CAP: Final = 3.5
SMALL_CAP: Final = 2.8
LEADING_CAPS: Final = 1.9
ACCENT_CAPS: Final = 0.3

SIDE: Final = 0.5
EDGE: Final = 2.0
CARD_PADDING_X: Final = 3.0
CARD_PADDING_Y: Final = 5.0
CARD_GAP: Final = 4.5
CARD_RADIUS: Final = 3.5
CARD_STROKE: Final = 0.375

# A head prints whole dots of 1/8 mm: other sizes would give modules of unequal width.
DOT: Final = 0.125
QR_MODULE_MIN: Final = 0.5
QR_MODULE_MAX: Final = 0.75
QR_TARGET: Final = 28.5
QR_TEXT_GAP: Final = 2.0
QR_TEXT_MIN_WIDTH: Final = 34.0

MID_SENTENCE_BREAK: Final = 0.25
"""What a break inside a phrase costs: as much as half a line left empty."""

NO_BREAK_SPACE: Final = "\u00a0"


def lay_out(paper: TicketPaper, press: Press, width_mm: float = PRINTABLE_80_MM) -> Sheet:
    """Place everything the ticket says, from top to bottom, on paper of this printable width.

    Raises ValueError when `follow_url` is too long for a QR code of legible modules on this width.
    """
    inner = width_mm - 2 * SIDE
    blocks: list[Block] = []
    y = EDGE

    if paper.site_name:
        name = _text(paper.site_name, SIDE, y, inner, SITE_CAP, press, bold=True)
        blocks.append(name)
        y += name.height
    if paper.welcome:
        welcome = _text(paper.welcome, SIDE, y + 3.8, inner, SMALL_CAP, press)
        blocks.append(welcome)
        y = welcome.y + welcome.height
    if paper.number_heading:
        heading = _text(paper.number_heading, SIDE, y + 7.5, inner, HEADING_CAP, press)
        blocks.append(heading)
        y = heading.y + heading.height

    number = _number(str(paper.number), y + 5.5, width_mm, press)
    blocks.append(number)
    y = number.y + number.height

    if paper.where or paper.band_text or paper.come_back_text:
        frame, said = _card(paper, y + 6.5, width_mm, press)
        blocks += [frame, *said]
        y = frame.y + frame.height
    if paper.follow_url is not None:
        follow, height = _follow(paper, paper.follow_url, y + 2.5, width_mm, press)
        blocks += follow
        y += 2.5 + height
    if paper.date_text:
        rule = Rule(SIDE, y + 4.0, inner, dot=0.5, pitch=1.5)
        date = _text(paper.date_text, SIDE, rule.y + 5.5, inner, SMALL_CAP, press)
        blocks += [rule, date]
        y = date.y + date.height

    return Sheet(width_mm, y + EDGE, tuple(blocks))


def wrap(words: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at its spaces into the fewest lines no wider than `width`.

    Among the ways to do so: as even as possible, and rather after a comma, a colon or a full stop, so that
    each line makes sense by itself (easy-to-read rules). A word wider than the paper is broken where it ends.
    """
    pieces = [piece for word in _typeset(words).split(" ") if word for piece in _pieces(word, width, measure)]
    # best[i]: the least (number of lines, raggedness) of the text from piece i on, and its lines.
    best: list[tuple[int, float, tuple[str, ...]]] = [(0, 0.0, ())] * (len(pieces) + 1)
    for start in reversed(range(len(pieces))):
        options = []
        for end in range(start + 1, len(pieces) + 1):
            line = " ".join(pieces[start:end])
            wide = measure(line)
            if wide > width and end > start + 1:
                break
            lines, ragged, rest = best[end]
            ragged += (1 - wide / width) ** 2
            if rest and not line.endswith(tuple(",;:.!?»،؛؟")):
                ragged += MID_SENTENCE_BREAK
            options.append((lines + 1, ragged, (line, *rest)))
        best[start] = min(options)
    return best[0][2]


def _pieces(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _typeset(words: str) -> str:
    """Keep French punctuation with its word, and use only the spaces and hyphens that the face can draw."""
    words = " ".join(words.replace("\u2011", "-").split("\n"))
    for narrow in ("\u202f", "\u2009"):
        words = words.replace(narrow, NO_BREAK_SPACE)
    for mark in ":;?!»":
        words = words.replace(f" {mark}", NO_BREAK_SPACE + mark)
    return words.replace("« ", f"«{NO_BREAK_SPACE}")


def _text(
    words: str,
    x: float,
    y: float,
    width: float,
    cap: float,
    press: Press,
    *,
    bold: bool = False,
    align: Align = "center",
) -> Text:
    lines = wrap(words, width, lambda line: press.text_width(line, cap, bold))
    return Text(x, y, width, cap, cap * LEADING_CAPS, bold, align, lines)


def _number(digits: str, y: float, width_mm: float, press: Press) -> Number:
    # Half the width is the height at which two digits fill the paper: most numbers of a day look alike.
    height = width_mm / 2
    allowed = width_mm - 2 * SIDE
    wide = press.number_width(digits, height)
    if wide > allowed:
        height *= allowed / wide
        wide = press.number_width(digits, height)
    return Number((width_mm - wide) / 2, y, wide, height, digits)


def _card(paper: TicketPaper, y: float, width_mm: float, press: Press) -> tuple[Frame, list[Text]]:
    x = SIDE + CARD_PADDING_X
    inner = width_mm - 2 * x
    said: list[Text] = []
    bottom = y + CARD_PADDING_Y
    for line in paper.where:
        said.append(_text(line, x, bottom, inner, WHERE_CAP, press, bold=True))
        bottom += said[-1].height + CARD_GAP
    if paper.band_text:
        said.append(_text(paper.band_text, x, bottom, inner, SMALL_CAP, press))
        bottom += said[-1].height + CARD_GAP
    if paper.come_back_text:
        said.append(_text(paper.come_back_text, x, bottom, inner, SMALL_CAP, press, bold=True))
        bottom += said[-1].height + CARD_GAP
    bottom += CARD_PADDING_Y - CARD_GAP
    return Frame(SIDE, y, width_mm - 2 * SIDE, bottom - y, CARD_RADIUS, CARD_STROKE), said


def _follow(paper: TicketPaper, url: str, y: float, width_mm: float, press: Press) -> tuple[list[Block], float]:
    words = paper.follow_text
    modules = press.qr_modules(url)
    count = len(modules) + 2 * QUIET_MODULES
    module = min(max(QR_TARGET / count // DOT * DOT, QR_MODULE_MIN), QR_MODULE_MAX)
    size = count * module
    if size > width_mm:
        raise ValueError(f"follow_url: {len(url)} characters need a QR code wider than {width_mm:g} mm")
    if not words:
        return [Qr((width_mm - size) / 2, y, size, module, modules)], size

    beside_x = size + QR_TEXT_GAP
    beside_width = width_mm - SIDE - beside_x
    if beside_width >= QR_TEXT_MIN_WIDTH:
        turned = paper.right_to_left
        text_x = SIDE if turned else beside_x
        beside = _text(words, text_x, y, beside_width, SMALL_CAP, press, align="right" if turned else "left")
        height = max(size, beside.height)
        code = Qr(width_mm - size if turned else 0.0, y + (height - size) / 2, size, module, modules)
        return [code, replace(beside, y=y + (height - beside.height) / 2)], height
    under = _text(words, SIDE, y + size + 1.0, width_mm - 2 * SIDE, SMALL_CAP, press)
    return [Qr((width_mm - size) / 2, y, size, module, modules), under], size + 3.0 + under.height
