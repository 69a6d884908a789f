"""What is wrong with a draft and what is worth a second look in it, judged here and by the hub."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cdm_kiosk.domain.faults import Fault
from cdm_kiosk.viewmodels.administration.site_draft import Draft
from cdm_kiosk.viewmodels.shared.fault_sentences import fault


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault or advice with its sentence."""

    field: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Judgement:
    faults: tuple[Remark, ...] = ()
    advice: tuple[Remark, ...] = ()

    def beside(self, other: Judgement) -> Judgement:
        """What this one says and the other does not."""
        return Judgement(
            tuple(each for each in self.faults if each not in other.faults),
            tuple(each for each in self.advice if each not in other.advice),
        )

    def without(self, keys: frozenset[str]) -> Judgement:
        """What is not about these keys at the top of the draft."""
        faults, advice = (
            tuple(each for each in remarks if each.field.partition(".")[0] not in keys)
            for remarks in (self.faults, self.advice)
        )
        return Judgement(faults, advice)


def judged_here(draft: Draft) -> Judgement:
    """By the rules of the house alone: the hub also looks at the pictures, and at what it runs on."""
    # With its schemas, which no reception needs before somebody changes the site.
    from cdm_kiosk.packs.advice import advice, spoken
    from cdm_kiosk.packs.site_file import judged

    site, faults = judged(draft)
    found = advice(site, spoken()) if site is not None and not faults else ()
    return Judgement(tuple(map(_remark, faults)), tuple(map(_remark, found)))


def judged_there(body: Mapping[str, Any]) -> Judgement:
    """As the hub tells it."""
    return Judgement(_remarks(body.get("faults_data", ())), _remarks(body.get("advice_data", ())))


def _remarks(found: Iterable[Mapping[str, Any]]) -> tuple[Remark, ...]:
    return tuple(Remark(each["field"], each["code"], fault(each["code"], each["values"])) for each in found)


def _remark(one: Fault) -> Remark:
    return Remark(one.field, one.code, fault(one.code, one.values))
