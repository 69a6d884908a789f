"""Permanences that somebody wonders about, in words: what if one more advisor came on Wednesday morning."""

from __future__ import annotations

from dataclasses import replace

from cdm_kiosk.domain.sentence_fault import SentenceFault
from cdm_kiosk.domain.site import RotaShift, Site
from cdm_kiosk.domain.site_rules import faults

FORM = "shift COUNTER DAYS HOURS THEMES [overflow THEMES] [languages CODES]"
EXAMPLE = "shift 4 wednesday 09:00-12:30 orientation,emploi"


class WhatIfFault(SentenceFault):
    """A permanence that cannot be added, and what was expected."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(f'--what-if "{text}": {expected}')


def with_shift(site: Site, text: str) -> Site:
    """``site`` with the permanence that ``text`` describes (``FORM``) in its rota; raises WhatIfFault.

    Without languages it covers the site's first.
    """
    shift = _shift(text, site.languages[0])
    changed = replace(site, rota=(*site.rota, shift))
    for fault in faults(changed):
        raise WhatIfFault(text, f"{fault.field.rpartition('.')[2]}: {fault.sentence}")
    return changed


def _shift(text: str, first_language: str) -> RotaShift:
    words = text.split()
    if len(words) < 5 or words[0] != "shift":
        raise _formless(text)
    _, counter, days, hours, themes, *rest = words
    more = {"overflow": (), "languages": (first_language,)}
    while rest:
        if len(rest) < 2 or rest[0] not in more:
            raise _formless(text)
        more[rest[0]] = _names(rest[1])
        rest = rest[2:]
    return RotaShift(counter, _names(themes), more["overflow"], more["languages"], _names(days), _names(hours))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(",") if name)


def _formless(text: str) -> WhatIfFault:
    return WhatIfFault(text, f'expected "{FORM}", like "{EXAMPLE}"')
