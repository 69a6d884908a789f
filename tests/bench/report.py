"""How figures are told: spreads in milliseconds, and values beside the target they are held to."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

Figure = dict[str, object]


def quantile(samples: Sequence[float], share: float) -> float:
    """The sample below which ``share`` (0 to 1) of them lie; the nearest one, never an interpolation."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(samples_s: Sequence[float]) -> Figure:
    """Times in seconds as count, median, 99th percentile and worst, in milliseconds."""
    return {
        "samples": len(samples_s),
        "p50_ms": milliseconds(median(samples_s)),
        "p99_ms": milliseconds(quantile(samples_s, 0.99)),
        "max_ms": milliseconds(max(samples_s)),
    }


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 2)


def at_most(value: float, target: float) -> Figure:
    """``value`` held to an upper bound."""
    return {"value": round(value, 3), "target": f"≤ {target:g}", "met": value <= target}


def at_least(value: float, target: float) -> Figure:
    """``value`` held to a lower bound."""
    return {"value": round(value, 3), "target": f"≥ {target:g}", "met": value >= target}


def missed(figure: object, name: str) -> list[str]:
    """The names of everything in ``figure`` that misses its target."""
    if not isinstance(figure, dict):
        return []
    own = [name] if figure.get("met") is False else []
    return own + [each for key, part in figure.items() for each in missed(part, f"{name}.{key}")]
