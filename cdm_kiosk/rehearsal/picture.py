"""Draws rehearsals side by side: what became of the visits, and how long those who were received had waited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from cdm_kiosk import paths
from cdm_kiosk.rehearsal.figures import Figures

PAPER, CARD, LINE = "#FBF7F0", "#FFFFFF", "#E4DCCF"
INK, SOFT_INK, PRIMARY = "#1C2330", "#5B6472", "#0F4C5C"
FACE = "Cdm Text"
DPI = 150
WIDTH_IN = 14.0
MARGIN = 0.025
ROW_IN, HEAD_IN, FOOT_IN = 1.05, 1.6, 0.8
NARROWEST_LABEL = 0.042
AT_ONCE_MIN = 1
STEP_MIN = 5
LONGEST_DRAWN_MIN = 60
LONGEST_SUBJECT = 130


@dataclass(frozen=True, slots=True)
class _Fate:
    """What can become of a visit: received after a wait of less than ``below_min``, or one of the other ends."""

    label: str
    colour: str
    ink: str
    below_min: float = 0.0


RECEIVED = (
    _Fate("at once", "#CFE3E8", INK, AT_ONCE_MIN),
    _Fate("within 10 min", "#9CC4CD", INK, 10),
    _Fate("20 min", "#5F9CA9", INK, 20),
    _Fate("40 min", "#2C7080", CARD, 40),
    _Fate("longer", PRIMARY, CARD, float("inf")),
)
ABANDONED = _Fate("gave up", "#E0A458", INK)
UNSERVED = _Fate("still waiting at closing", "#B5541C", CARD)
TURNED_AWAY = _Fate("turned away", "#D9D0C1", INK)


def draw(rehearsed: Sequence[Figures], place: str, subject: str, path: Path) -> None:
    """Write a PNG to ``path``: one row a rehearsal, in their order."""
    for file in sorted((paths.RESOURCES / "fonts").glob("CdmText-*.ttf")):
        font_manager.fontManager.addfont(file)
    height = HEAD_IN + ROW_IN * len(rehearsed) + FOOT_IN
    figure = Figure((WIDTH_IN, height), dpi=DPI, facecolor=PAPER)
    top, bottom = 1 - HEAD_IN / height, FOOT_IN / height
    fates = figure.add_axes((0.2, bottom, 0.45, top - bottom))
    waits = figure.add_axes((0.69, bottom, 0.28, top - bottom))
    figure.text(MARGIN, 1 - 0.5 / height, place, color=INK, size=21, weight="bold", family=FACE, va="center")
    subject = shorten(subject, LONGEST_SUBJECT, placeholder=" …")
    figure.text(MARGIN, 1 - 0.88 / height, subject, color=SOFT_INK, size=13, family=FACE, va="center")
    for axes, heading in (
        (fates, "What became of the visits"),
        (waits, "Minutes waited, if not at once"),
    ):
        left = axes.get_position().x0
        figure.text(left, top + 0.1 / height, heading, color=PRIMARY, size=14, weight="bold", family=FACE)
        _calm(axes, len(rehearsed))
    tallest = max((share for each in rehearsed for share in _spread(each)), default=0.0) or 1.0
    for row, each in enumerate(rehearsed):
        _name(fates, row, each)
        _fates(fates, row, each)
        _waits(waits, row, each, tallest)
    _minutes(waits)
    _legend(fates, height)
    figure.savefig(path, format="png", facecolor=PAPER)


def _calm(axes: Axes, rows: int) -> None:
    axes.set_facecolor(PAPER)
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks([])
    axes.tick_params(length=0, labelcolor=SOFT_INK, labelsize=11, labelfontfamily=FACE)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _name(axes: Axes, row: int, each: Figures) -> None:
    parts = [f"{each.received:,} received"]
    if each.busy is not None:
        parts.append(f"counters busy {each.busy:.0%}")
    if each.inside is not None:
        parts.append(f"in band {each.inside:.0%}")
    place = axes.get_yaxis_transform()
    x = -(axes.get_position().x0 - MARGIN) / axes.get_position().width
    axes.text(
        x, row - 0.24, each.name, transform=place, color=INK, size=14, weight="bold", family=FACE, va="center"
    )
    for at, words in enumerate(parts):
        below = row + 0.02 + 0.17 * at
        axes.text(x, below, words, transform=place, color=SOFT_INK, size=10.5, family=FACE, va="center")


def _fates(axes: Axes, row: int, each: Figures) -> None:
    """One bar from nobody to everybody, in the order from the best end to the worst."""
    counts: list[tuple[_Fate, int]] = []
    shorter_min = 0.0
    for fate in RECEIVED:
        counts.append((fate, sum(shorter_min <= wait < fate.below_min for wait in each.waits_min)))
        shorter_min = fate.below_min
    counts += [(ABANDONED, each.abandoned), (UNSERVED, each.unserved), (TURNED_AWAY, each.turned_away)]
    whole = sum(count for _, count in counts)
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    left = 0.0
    for fate, count in counts:
        if count == 0:
            continue
        share = count / whole
        axes.barh(row, share, left=left, height=0.52, color=fate.colour, edgecolor=PAPER, linewidth=1.5)
        if share >= NARROWEST_LABEL:
            middle = left + share / 2
            axes.text(middle, row, f"{share:.0%}", color=fate.ink, size=11.5, family=FACE, ha="center", va="center")
        left += share


def _legend(axes: Axes, height: float) -> None:
    """The ends in the bar's order, beneath it."""
    place = axes.get_position()
    figure = axes.figure
    x = place.x0
    y = place.y0 - 0.4 / height
    for fate in (*RECEIVED, ABANDONED, UNSERVED, TURNED_AWAY):
        side_in = 0.15
        figure.add_artist(
            Rectangle((x, y - side_in / 2 / height), side_in / WIDTH_IN, side_in / height, color=fate.colour)
        )
        words = figure.text(x + 0.015, y, fate.label, color=SOFT_INK, size=10.5, family=FACE, va="center_baseline")
        x += 0.015 + words.get_window_extent().width / (DPI * WIDTH_IN) + 0.013


def _waits(axes: Axes, row: int, each: Figures, tallest: float) -> None:
    """How the waits of those who waited at all are spread; ``tallest`` is the share that a row has room for."""
    floor = row + 0.16
    axes.plot([0, LONGEST_DRAWN_MIN + STEP_MIN], [floor, floor], color=LINE, linewidth=1.2, zorder=1)
    for at, share in enumerate(_spread(each)):
        height = 0.46 * share / tallest
        middle = (at + 0.5) * STEP_MIN
        axes.bar(middle, -height, width=STEP_MIN * 0.86, bottom=floor, color=_colour(middle), zorder=2)
    if each.mean_min is not None and each.p90_min is not None and each.longest_min is not None:
        parts = f"mean of all {each.mean_min:.1f} · nine of ten within {each.p90_min:.0f}"
        parts += f" · longest {each.longest_min:.0f}"
        axes.text(0, row + 0.31, parts, color=SOFT_INK, size=10.5, family=FACE, va="center")


def _minutes(axes: Axes) -> None:
    axes.set_xlim(0, LONGEST_DRAWN_MIN + STEP_MIN)
    marks = range(0, LONGEST_DRAWN_MIN, 10)
    axes.set_xticks([*marks, LONGEST_DRAWN_MIN + STEP_MIN / 2], [*map(str, marks), f"{LONGEST_DRAWN_MIN} +"])


def _spread(each: Figures) -> list[float]:
    """The shares of those received by the minutes they waited, in steps; the last step holds all longer waits."""
    counts = [0] * (LONGEST_DRAWN_MIN // STEP_MIN + 1)
    for wait_min in each.waits_min:
        if wait_min >= AT_ONCE_MIN:
            counts[min(int(wait_min) // STEP_MIN, len(counts) - 1)] += 1
    return [count / max(1, each.received) for count in counts]


def _colour(wait_min: float) -> str:
    return next(fate.colour for fate in RECEIVED[1:] if wait_min < fate.below_min)
