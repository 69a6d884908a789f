"""Measures on a picture how far a text stands out from its ground (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage


def contrast_of(image: QImage, place: QRectF) -> float:
    """Between the commonest colour at a place and the one that differs most from it: ground and ink, 1 to 21."""
    area = image.copy(place.toAlignedRect()).convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(area.constBits(), np.uint32), return_counts=True)
    luminances = _luminances(colours)
    ground = luminances[counts.argmax()]
    return max(_ratio(ground, luminances.min()), _ratio(ground, luminances.max()))


def ratio(one: QColor, other: QColor) -> float:
    """The contrast of two colours."""
    return _ratio(*_luminances(np.array([one.rgb(), other.rgb()], np.uint32)))


def _ratio(one: float, other: float) -> float:
    darker, lighter = sorted((float(one), float(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminances(colours: NDArray[np.uint32]) -> NDArray[np.float64]:
    parts = np.stack([colours >> 16 & 255, colours >> 8 & 255, colours & 255]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.array([0.2126, 0.7152, 0.0722]) @ linear)
