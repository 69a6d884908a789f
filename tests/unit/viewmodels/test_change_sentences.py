"""What changed in a site, in words that a receptionist understands."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic_core import to_json

from cdm_kiosk.domain.site import (
    Counter,
    DayException,
    Manners,
    PublicHolidays,
    ReadyMessage,
    RotaShift,
    Site,
    Theme,
    TicketLook,
)
from cdm_kiosk.domain.sound import Sound
from cdm_kiosk.packs.changes import changes
from cdm_kiosk.viewmodels.administration import change_sentences

DRAFT = {
    "languages": ["fr"],
    "themes": [{"id": "emploi", "label": {"fr": "Trouver un emploi"}}],
    "counters": [{"id": "3", "label": "Table 3"}],
}
JOB = Theme("emploi", {"fr": "Chercher"}, "emploi", "#000000")
TABLE = Counter("3", "Table 3", "hall")
LOUD = {"09:00-10:00": 30}


def said(before: Site, after: Site, draft: Any = DRAFT) -> list[str]:
    """The lines of a difference, as it comes from the hub."""
    return [
        each.replace("\u00a0", " ")
        for each in change_sentences.changes(json.loads(to_json(changes(before, after))), draft)
    ]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ({"name": "Une"}, {"name": "Autre"}, "Nom du site : « Une » → « Autre »"),
        ({"overflow_after_min": 20}, {"overflow_after_min": 25}, "Renfort après : 20 → 25"),
        (
            {"themes": (replace(JOB, label={"fr": "A"}),)},
            {"themes": (replace(JOB, label={"fr": "B"}),)},
            "Sujet « B », nom (Français) : « A » → « B »",
        ),
        ({}, {"themes": (JOB, Theme("x", {"fr": "Y"}, "x", "#000000"))}, "Ajout : Sujet « Y »"),
        ({"counters": (TABLE,)}, {"counters": ()}, "Retrait : « Table 3 »"),
        (
            {},
            {"rota": (RotaShift("3", ("emploi",), ("x",)),)},
            "Ajout : Permanences de « Table 3 » : tous les jours, heures d’ouverture : Trouver un emploi, (x); fr",
        ),
        (
            {},
            {"exceptions": (DayException(date(2026, 12, 24), hours=()),)},
            "Ajout : Exception du 24/12/2026 : fermé",
        ),
        (
            {},
            {"exceptions": (DayException(date(2026, 12, 24), date(2026, 12, 31), ("09:00-12:00",), ("3",)),)},
            "Ajout : Exception du 24/12/2026 : jusqu’au 31/12/2026, horaires 09:00-12:00, tables absentes Table 3",
        ),
        (
            {"themes": (replace(JOB, id="x"), JOB)},
            {"themes": (JOB, replace(JOB, id="x"))},
            "Sujets : dans un autre ordre (Trouver un emploi, x)",
        ),
        (
            {"counters": (TABLE,)},
            {"counters": (replace(TABLE, accessible=False),)},
            "« Table 3 », accessible en fauteuil : oui → non",
        ),
        ({}, {"ticket": TicketLook(theme=True)}, "Sur le ticket, sujet : non → oui"),
        (
            {},
            {"ticket": TicketLook(words={"en": "Come in"})},
            "Ajout : Sur le ticket, mots d’accueil (English) : « Come in »",
        ),
        ({}, {"sound": Sound(voice=False)}, "Son des appels, une voix dit le numéro : oui → non"),
        ({}, {"sound": Sound(quiet=("12:00-13:30",))}, "Ajout : Son des appels, heures de silence : 12:00-13:30"),
        (
            {"sound": Sound(volume_by_hours=LOUD)},
            {"sound": Sound(volume_by_hours={"09:00-10:00": 40})},
            "Son des appels, volume de 09:00-10:00 : 30 → 40",
        ),
        (
            {"manners": Manners(more_time_limit=2)},
            {"manners": Manners(more_time_limit=0)},
            "Temps de plus, combien de fois : 2 → 0",
        ),
        (
            {"themes": (JOB,)},
            {"themes": (replace(JOB, from_date=date(2026, 12, 1)),)},
            "Ajout : Sujet « Chercher », proposé à partir du : 01/12/2026",
        ),
        ({"desk": None}, {"desk": "3"}, "Ajout : Table de l’accueil : « Table 3 »"),
        ({}, {"public_holidays": PublicHolidays("BE", "BRU")}, "Ajout : Jours fériés : BE BRU"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_difference_is_said_in_words(site: Site, before: Any, after: Any, line: str) -> None:
    plain = replace(site, themes=(JOB,), counters=(TABLE,), rota=(), exceptions=(), public_holidays=None, desk=None)
    assert said(replace(plain, **before), replace(plain, **after)) == [line]


def test_several_changes_of_one_entry_stand_below_it(site: Site) -> None:
    before = replace(site, themes=(JOB,))
    after = replace(site, themes=(replace(JOB, label={"fr": "Chercher", "en": "monday"}, interview_min=40),))
    assert said(before, after) == [
        "Sujet « Chercher »",
        "    Ajout : nom (English) : « monday »",
        "    minutes d’entretien : 30 → 40",
    ]


def test_no_key_of_a_site_file_is_left_in_a_difference(site: Site) -> None:
    first, *others = site.themes
    changed = replace(
        site,
        name="Autre",
        accent="#2F6690",
        logo="cite",
        desk="1",
        themes=(replace(first, label={"fr": "S’orienter"}, interview_min=12), *others[1:]),
        counters=(replace(site.counters[0], accessible=False), *site.counters[1:]),
        rota=(RotaShift("2", (first.id,), days=("monday",)),),
        exceptions=(DayException(date(2026, 12, 24), hours=()),),
        messages=(ReadyMessage("a", "Grève", {"fr": "Grève"}),),
        manners=replace(site.manners, grace_min=12),
        ticket=TicketLook(True, False, {"fr": "Entrez"}, True, False, False, False, False),
        hours={"monday": ("09:00-12:00",)},
        sound=Sound(False, False, ("12:00-13:00",), 50, {"17:00 - 18:00": 20}),
    )
    draft = {
        "languages": list(site.languages),
        **{
            name: [{"id": each.id, "label": each.label} for each in getattr(changed, name)]
            for name in ("themes", "counters")
        },
    }
    lines = said(site, changed, draft)
    assert len(lines) > 10
    for line in lines:
        plain = re.sub("«[^»]*»", "", line)
        assert not re.search(r"[a-z]_[a-z]|monday|label|\brota\b|\bnone\b|~|\[", plain), line
