"""Visits as they are written down, one a line: who comes when, for what, for how long, with what patience."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, TypeAdapter

from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.site import Site
from cdm_kiosk.rehearsal.lines import WrongField, naming, numbered
from cdm_kiosk.wire import Moment, Name

LONGEST_MIN = 1440.0
LONGEST_REF = 200
FIRST_YEAR, LAST_YEAR = 2000, 2100


def _in_our_time(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    return moment


def _nothing_is(value: object) -> Callable[[object], object]:
    """``null`` says as little as a field that is left out."""
    return lambda written: value if written is None else written


def _ref(value: object) -> str | int:
    if isinstance(value, str) and len(value) <= LONGEST_REF:
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError(f"expected a text of at most {LONGEST_REF} characters, or a whole number")


Length = Annotated[float, Field(strict=True, gt=0, le=LONGEST_MIN, allow_inf_nan=False)]
Patience = Annotated[float, Field(strict=True, ge=0, le=LONGEST_MIN, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Onward:
    """The theme to which a visit is handed over when its first interview ends, and the minutes of the second."""

    theme: Name
    length_min: Length


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One person's visit. ``ref`` is whatever tells it from others and comes back with its result.

    ``arrive`` is aware; ``length_min`` are the minutes of the interview, and ``patience_min`` those after which a
    visitor who was not called gives up, if ever.
    """

    ref: Annotated[str | int, PlainValidator(_ref)]
    arrive: Annotated[Moment, AfterValidator(_in_our_time)]
    theme: Name
    length_min: Length
    language: Name | None = None
    needs: Annotated[tuple[Literal["accessible"], ...], BeforeValidator(_nothing_is(()))] = ()
    precedence: Annotated[Precedence, BeforeValidator(_nothing_is(Precedence.NONE))] = Precedence.NONE
    patience_min: Patience | None = None
    hand_over: Onward | None = None


VISIT: TypeAdapter[PlannedVisit] = TypeAdapter(PlannedVisit)


def read_visits(lines: Iterable[bytes], site: Site) -> Iterator[PlannedVisit]:
    """The visits of ``lines``, in their order; raises LineFault at the first that ``site`` cannot have."""
    for number, text in numbered(lines):
        with naming(number):
            visit = VISIT.validate_json(text, extra="forbid")
            _known_here(visit, site)
        yield visit


def written(visit: PlannedVisit) -> str:
    """The line that ``read_visits`` reads as ``visit``."""
    onward = visit.hand_over
    line: dict[str, Any] = {
        "ref": visit.ref,
        "arrive": visit.arrive.isoformat(),
        "theme": visit.theme,
        "language": visit.language,
        "needs": list(visit.needs),
        "precedence": visit.precedence,
        "length_min": visit.length_min,
        "patience_min": visit.patience_min,
        "hand_over": None if onward is None else {"theme": onward.theme, "length_min": onward.length_min},
    }
    return json.dumps(line, ensure_ascii=False)


def _known_here(visit: PlannedVisit, site: Site) -> None:
    themes = [("theme", visit.theme)]
    if visit.hand_over is not None:
        themes.append(("hand_over.theme", visit.hand_over.theme))
    for field, theme in themes:
        if site.theme(theme) is None:
            known = ", ".join(theme.id for theme in site.themes)
            raise WrongField(field, f'there is no theme "{theme}" here: expected one of {known}')
    if visit.language is not None and visit.language not in site.languages:
        known = ", ".join(site.languages)
        raise WrongField("language", f'"{visit.language}" is not offered here: expected one of {known}')
