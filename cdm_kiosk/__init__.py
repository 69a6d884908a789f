"""Receives the public of a Cité des métiers."""

from datetime import date

__version__ = "0.1.0"
RELEASED = date(2026, 11, 23)
"""No clock that stands before this day is right; it moves with each version."""
