"""Measures on a picture how far a text stands out from its ground (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage


def contrast_of(image: QImage, place: QRectF) -> float:
    """Between the commonest colour at a place and the one that differs most from it: ground and ink, 1 to 21."""
    area = image.copy(place.toAlignedRect()).convertToFormat(QImage.Format.Format_RGB32)
    found, counts = np.unique(np.frombuffer(area.constBits(), np.uint32), return_counts=True)
    colours = [int(each) for each in found]
    ground = colours[counts.argmax()]
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
