"""What stands where on the paper ticket, in millimetres, whatever draws it afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

from cdm_kiosk.printing.letters import NO_BREAK_SPACE, plain

PRINTABLE_80_MM: Final = 72.0
"""Width that an 80 mm roll's print head reaches: 576 dots."""
PRINTABLE_58_MM: Final = 48.0
"""Width that a 58 mm roll's print head reaches: 384 dots."""

PRINTABLE_MM: Final = {80: PRINTABLE_80_MM, 58: PRINTABLE_58_MM}
"""By the width of the paper."""

Align = Literal["left", "center", "right"]

Modules = tuple[tuple[bool, ...], ...]
"""A QR code's square of modules, row by row, True where dark, without its quiet zone."""

QUIET_MODULES: Final = 4
"""White modules that a QR code needs on each side (ISO/IEC 18004)."""


@dataclass(frozen=True)
class TicketPaper:
    """What one ticket says, already in the visitor's language. Empty texts take no room on the paper.

    What ends in ``_beneath`` is the same in the house's language, for the same thing: ``wait_beneath`` says
    ``band_text`` and ``come_back_text`` in one. ``follow_url`` is what the QR code opens, where the site's tickets
    have one (``has_code``). ``large`` is the large print. ``logo`` is a picture (PNG, in base64). ``ticket`` is the
    ticket's id, and not printed. Lines break at spaces only, never at a no-break space. All is text, number or
    truth, so that a paper can be kept in a file.
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
    theme: str = ""
    welcome_beneath: str = ""
    number_heading_beneath: str = ""
    theme_beneath: str = ""
    where_beneath: str = ""
    wait_beneath: str = ""
    follow_beneath: str = ""
    has_code: bool = True
    large: bool = False
    logo: str = ""
    ticket: str = ""

    @property
    def is_bilingual(self) -> bool:
        """Whether anything stands on it in a second language."""
        return any(getattr(self, each.name) for each in fields(self) if each.name.endswith("_beneath"))


TRIAL = TicketPaper(
    site_name="Cité des métiers",
    number=0,
    number_heading="Essai",
    where=("Ceci n’est pas un ticket.",),
    date_text="",
    follow_url="essai",
    follow_text="Essai du code",
    welcome="",
    band_text=None,
    ticket="essai",
)
"""A ticket that is none, to try a printer with."""


@dataclass(frozen=True)
class Press:
    """What only a renderer's libraries can tell the layout; all lengths in millimetres.

    `text_width(text, cap_mm, bold)` and `number_width(digits, height_mm)` measure what will be drawn;
    `qr_modules(text)` encodes a QR code; `picture_shape(png)` is a picture's height for a width of one.
    """

    text_width: Callable[[str, float, bool], float]
    number_width: Callable[[str, float], float]
    qr_modules: Callable[[str], Modules]
    picture_shape: Callable[[str], float]


@dataclass(frozen=True)
class Text:
    """Lines of text. `y` is the top of the first line's capitals; accents and tails go 0.3 `cap` beyond.

    `right_to_left` holds for all its lines, also for one of figures alone.
    """

    x: float
    y: float
    width: float
    cap: float
    leading: float
    bold: bool
    align: Align
    lines: tuple[str, ...]
    right_to_left: bool = False

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


@dataclass(frozen=True)
class Picture:
    """A picture (PNG, in base64) that fills its box."""

    x: float
    y: float
    width: float
    height: float
    png: str


Block = Text | Number | Qr | Frame | Rule | Picture


@dataclass(frozen=True)
class Sheet:
    """Blocks placed on a strip of paper, from the top left corner of the printable width."""

    width: float
    height: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sizes:
    """How large a ticket is drawn: heights of capitals in millimetres.

    ``small`` is running text, ``beneath`` the same in the house's language, ``pair`` the white between the two.
    ``gap`` multiplies all other white, ``leading_caps`` is from line to line in capitals. ``number_part`` is the
    number's greatest height in widths of the paper: a single digit could fill it only by being taller than all the
    rest. ``code`` is the side of the QR code.
    """

    site: float
    heading: float
    where: float
    small: float
    beneath: float
    date: float
    pair: float
    leading_caps: float
    gap: float
    number_part: float
    code: float


SMALL_CAP: Final = 2.8
"""12 pt, the least on the ticket, in either language (law 94-665: French is not less legible)."""
LARGE_CAP: Final = 5.0
"""The least of the large print."""

EVERYDAY: Final = Sizes(3.6, 3.4, 3.5, SMALL_CAP, SMALL_CAP, SMALL_CAP, 3.2, 1.9, 1.0, 0.5, 28.5)
BILINGUAL: Final = Sizes(3.6, 3.6, 3.7, 3.2, SMALL_CAP, SMALL_CAP, 3.2, 1.8, 1.0, 0.5, 28.5)
LARGE: Final = Sizes(5.4, LARGE_CAP, 5.4, LARGE_CAP, 3.6, LARGE_CAP, 4.4, 1.7, 1.3, 1.0, 40.0)

SIDE: Final = 0.5
EDGE: Final = 2.0
CARD_PADDING_X: Final = 3.0
CARD_PADDING_Y: Final = 5.0
CARD_GAP: Final = 4.5
CARD_RADIUS: Final = 3.5
CARD_STROKE: Final = 0.375
LOGO_HEIGHT: Final = 14.0
LOGO_WIDTH_PART: Final = 0.62

# A head prints whole dots of 1/8 mm: other sizes would give modules of unequal width.
DOT: Final = 0.125
QR_MODULE_MIN: Final = 0.5
QR_MODULE_MAX: Final = 1.0
QR_TEXT_GAP: Final = 2.0
BESIDE_EDGE: Final = 2.0
QR_TEXT_MIN_WIDTH: Final = 34.0

MID_SENTENCE_BREAK: Final = 0.25
"""What a break inside a phrase costs: as much as half a line left empty."""

VOWELS: Final = "aàáâãäeéèêëiíîïoóôõöuúùûüyœæаеєиіїоуюя"
ONE_SOUND: Final = ("ch", "gn", "ph", "qu", "sh", "th")


def lay_out(paper: TicketPaper, press: Press, width_mm: float = PRINTABLE_80_MM) -> Sheet:
    """Place everything the ticket says, from top to bottom, on paper of this printable width.

    Raises ValueError when `follow_url` is too long for a QR code of legible modules on this width.
    """
    paper = _in_plain_letters(paper)
    strip = _Strip(_sizes(paper), press, width_mm)
    sizes = strip.sizes
    if paper.logo:
        strip.picture(paper.logo)
    strip.say(paper.site_name, sizes.site, 5.0 if paper.logo else 0.0, bold=True)
    strip.say(paper.welcome, sizes.small, 3.8)
    strip.beneath(paper.welcome_beneath)
    strip.say(paper.number_heading, sizes.heading, 7.5)
    strip.beneath(paper.number_heading_beneath)
    strip.number(str(paper.number), 5.5)
    strip.say(paper.theme, sizes.small, 5.0)
    strip.beneath(paper.theme_beneath)
    strip.card(
        (
            *((line, sizes.where, True, CARD_GAP * sizes.gap) for line in paper.where),
            (paper.where_beneath, sizes.beneath, False, sizes.pair),
            (paper.band_text or "", sizes.small, False, CARD_GAP * sizes.gap),
            (paper.come_back_text, sizes.small, True, CARD_GAP * sizes.gap),
            (paper.wait_beneath, sizes.beneath, False, sizes.pair),
        ),
        6.5,
    )
    if paper.follow_url is not None and paper.has_code:
        strip.follow(paper, paper.follow_url, 2.5)
    if paper.date_text:
        strip.rule(4.0)
        strip.say(paper.date_text, sizes.date, 5.0)
    return strip.sheet()


def _in_plain_letters(paper: TicketPaper) -> TicketPaper:
    said = {
        each.name: getattr(paper, each.name)
        for each in fields(paper)
        if each.name not in ("follow_url", "logo", "ticket")
    }
    texts: dict[str, Any] = {name: plain(text) for name, text in said.items() if isinstance(text, str)}
    return replace(paper, **texts, where=tuple(map(plain, paper.where)))


def _sizes(paper: TicketPaper) -> Sizes:
    if paper.large:
        return LARGE
    return BILINGUAL if paper.is_bilingual else EVERYDAY


class _Strip:
    """A strip of paper on which one block after the other is placed; ``_bottom`` is where the last one ends."""

    def __init__(self, sizes: Sizes, press: Press, width: float) -> None:
        self.sizes = sizes
        self._press = press
        self._width = width
        self._inner = width - 2 * SIDE
        self._blocks: list[Block] = []
        self._bottom = EDGE

    def sheet(self) -> Sheet:
        return Sheet(self._width, self._bottom + EDGE, tuple(self._blocks))

    def picture(self, png: str) -> None:
        shape = self._press.picture_shape(png)
        width = min(self._width * LOGO_WIDTH_PART, LOGO_HEIGHT * self.sizes.gap / shape)
        picture = Picture((self._width - width) / 2, self._bottom, width, width * shape, png)
        self._blocks.append(picture)
        self._bottom += picture.height

    def say(self, words: str, cap: float, gap: float, *, bold: bool = False) -> None:
        """Lines of text in the middle of the paper, ``gap`` below what stands there."""
        if words:
            text = self._text(words, SIDE, self._bottom + gap * self.sizes.gap, self._inner, cap, bold=bold)
            self._blocks.append(text)
            self._bottom = text.y + text.height

    def beneath(self, words: str) -> None:
        """The same as what stands there, in the house's language."""
        self.say(words, self.sizes.beneath, self.sizes.pair / self.sizes.gap)

    def rule(self, gap: float) -> None:
        rule = Rule(SIDE, self._bottom + gap * self.sizes.gap, self._inner, dot=0.5, pitch=1.5)
        self._blocks.append(rule)
        self._bottom = rule.y + rule.dot

    def number(self, digits: str, gap: float) -> None:
        # Most numbers of a day have two digits: at half the width they fill the paper, and look alike.
        height = self._width * self.sizes.number_part
        wide = self._press.number_width(digits, height)
        if wide > self._inner:
            height *= self._inner / wide
            wide = self._press.number_width(digits, height)
        y = self._bottom + gap * self.sizes.gap
        self._blocks.append(Number((self._width - wide) / 2, y, wide, height, digits))
        self._bottom = y + height

    def card(self, said: tuple[tuple[str, float, bool, float], ...], gap: float) -> None:
        """Texts in a frame: each with its capitals, whether it is bold, and the white above it."""
        said = tuple(each for each in said if each[0])
        if not said:
            return
        # In large print the words need the room more than the frame does.
        x = SIDE + CARD_PADDING_X / self.sizes.gap**2
        top = self._bottom + gap * self.sizes.gap
        bottom = top
        texts: list[Block] = []
        for at, (words, cap, bold, above) in enumerate(said):
            y = bottom + (above if at else CARD_PADDING_Y * self.sizes.gap)
            text = self._text(words, x, y, self._width - 2 * x, cap, bold=bold)
            texts.append(text)
            bottom = text.y + text.height
        bottom += CARD_PADDING_Y * self.sizes.gap
        self._blocks += [Frame(SIDE, top, self._inner, bottom - top, CARD_RADIUS, CARD_STROKE), *texts]
        self._bottom = bottom

    def follow(self, paper: TicketPaper, url: str, gap: float) -> None:
        """The QR code, with its words beside it where there is room for them, else below."""
        y = self._bottom + gap * self.sizes.gap
        modules = self._press.qr_modules(url)
        count = len(modules) + 2 * QUIET_MODULES
        module = min(max(self.sizes.code / count // DOT * DOT, QR_MODULE_MIN), QR_MODULE_MAX)
        size = count * module
        if size > self._width:
            raise ValueError(f"follow_url: {len(url)} characters need a QR code wider than {self._width:g} mm")
        beside_x = size + QR_TEXT_GAP
        beside_width = self._width - SIDE - beside_x
        code = Qr((self._width - size) / 2, y, size, module, modules)
        if not paper.follow_text or paper.large or beside_width < QR_TEXT_MIN_WIDTH:
            self._blocks.append(code)
            # The quiet zone is white already.
            self._bottom = y + size - 2.0
            self.say(paper.follow_text, self.sizes.small, 3.0)
        else:
            turned = paper.right_to_left
            align: Align = "right" if turned else "left"
            beside = self._text(
                paper.follow_text, SIDE if turned else beside_x, y, beside_width, self.sizes.small, align=align
            )
            height = max(size, beside.height + 2 * BESIDE_EDGE)
            self._blocks += [
                replace(code, x=self._width - size if turned else 0.0, y=y + (height - size) / 2),
                replace(beside, y=y + (height - beside.height) / 2),
            ]
            # The quiet zone is white already.
            self._bottom = y + height - BESIDE_EDGE + 0.5
        self.beneath(paper.follow_beneath)
        self._bottom = max(self._bottom, y + size)

    def _text(
        self,
        words: str,
        x: float,
        y: float,
        width: float,
        cap: float,
        *,
        bold: bool = False,
        align: Align = "center",
    ) -> Text:
        lines = wrap(words, width, lambda line: self._press.text_width(line, cap, bold))
        leading = cap * self.sizes.leading_caps
        return Text(x, y, width, cap, leading, bold, align, lines, right_to_left=any(map(_joins, words)))


def wrap(words: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at its spaces into the fewest lines no wider than `width`.

    Among the ways to do so: as even as possible, and rather after a comma, a colon or a full stop, so that
    each line makes sense by itself (easy-to-read rules). A word wider than the paper is broken with a hyphen.
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
    """A word as it is, or in pieces that fit: where it is joined, else with a hyphen where it is too long."""
    pieces: list[str] = []
    while len(word) > 1 and measure(word) > width:
        head, word = _split(word, width, measure)
        pieces.append(head)
    return [*pieces, word]


def _split(word: str, width: float, measure: Callable[[str], float]) -> tuple[str, str]:
    """The first piece of a word wider than the paper, and the rest; neither is empty."""
    joints = [
        (word[: at + (letter == "-")], word[at + 1 :])
        for at, letter in enumerate(word[:-1])
        if at > 0 and letter in f"-{NO_BREAK_SPACE}"
    ]
    joints = [(head, rest) for head, rest in joints if measure(head) <= width]
    if joints:
        # "vers" and "15 h 15." rather than "vers 15 h" and "15.".
        return next(((head, rest) for head, rest in joints if measure(rest) <= width), joints[-1])
    fitting = next((end for end in range(len(word) - 1, 1, -1) if measure(word[:end]) <= width), 1)
    ends = [
        end
        for end in range(fitting, 1, -1)
        if word[end - 1 : end + 1].isalpha() and not _joins(word[end]) and measure(f"{word[:end]}-") <= width
    ]
    if not ends:
        return word[:fitting], word[fitting:]
    end = next((each for each in ends if _begins_syllable(word, each)), ends[0])
    return f"{word[:end]}-", word[end:]


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a consonant stands there before a vowel, and some letters more: "profession-nelle"."""
    if sum(map(str.isalpha, word[at:])) < 3 or word[at].lower() in VOWELS or word[at + 1].lower() not in VOWELS:
        return False
    return word[at - 1 : at + 1].lower() not in ONE_SOUND


def _joins(letter: str) -> bool:
    """Whether a letter is Arabic: it changes its shape beside others, which no hyphen may tear apart."""
    return "\u0600" <= letter <= "\u06ff"


def _typeset(words: str) -> str:
    """Keep French punctuation with its word, and use only the spaces and hyphens that the face can draw."""
    words = " ".join(words.replace("\u2011", "-").split("\n"))
    for narrow in ("\u202f", "\u2009"):
        words = words.replace(narrow, NO_BREAK_SPACE)
    for mark in ":;?!»":
        words = words.replace(f" {mark}", NO_BREAK_SPACE + mark)
    return words.replace("« ", f"«{NO_BREAK_SPACE}")
