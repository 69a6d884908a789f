"""Measures on a picture how far a text stands out from its ground (WCAG 2.2, relative luminance)."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage


def contrast_of(image: QImage, place: QRectF) -> float:
    """Between the commonest colour at a place and the one that differs most from it: ground and ink, 1 to 21."""
    area = image.copy(place.toAlignedRect())
    colours = Counter(area.pixel(x, y) for y in range(area.height()) for x in range(area.width()))
    (ground, _), *_ = colours.most_common(1)
    return max(ratio(QColor(ground), QColor(ink)) for ink in colours)


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
