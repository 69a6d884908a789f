"""What changed in a site, in words that a receptionist understands."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from cdm_kiosk.domain.site import DayException, ReadyMessage, RotaShift, Site, TicketLook
from cdm_kiosk.domain.sound import Sound
from cdm_kiosk.packs.changes import changes
from cdm_kiosk.viewmodels.administration import site_words

DRAFT = {
    "languages": ["fr"],
    "themes": [{"id": "emploi", "label": {"fr": "Trouver un emploi"}}],
    "counters": [{"id": "3", "label": "Table 3"}],
}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('~ name: "Une" → "Autre"', "Nom du site : « Une » → « Autre »"),
        ("~ overflow_after_min: 20 → 25", "Renfort après : 20 → 25"),
        ('~ themes.emploi "Chercher" label.fr: "A" → "B"', "Sujet « Chercher », nom (Français) : « A » → « B »"),
        ("    ~ interview_min: 30 → 40", "    minutes d’entretien : 30 → 40"),
        ('+ themes.x "Y"', "Ajout : Sujet « Y »"),
        ('- counters.3 "Table 3"', "Retrait : « Table 3 »"),
        (
            "+ rota.3 [every_day, opening hours: emploi; fr]",
            "Ajout : Permanences de « Table 3 » : tous les jours, heures d’ouverture : Trouver un emploi; fr",
        ),
        ("+ exceptions.2026-12-24 [hours none]", "Ajout : Exception du 24/12/2026 : fermé"),
        ("~ themes: in another order (emploi)", "Sujets : dans un autre ordre (Trouver un emploi)"),
        ('~ counters.3 "Table 3" accessible: yes → no', "« Table 3 », accessible en fauteuil : oui → non"),
        ("~ ticket.theme: no → yes", "Sur le ticket, sujet : non → oui"),
        ('+ ticket.words.en: "Come in"', "Ajout : Sur le ticket, mots d’accueil (English) : « Come in »"),
        ("~ sound.voice: yes → no", "Son des appels, une voix dit le numéro : oui → non"),
        ("+ sound.quiet: 12:00-13:30", "Ajout : Son des appels, heures de silence : 12:00-13:30"),
        (
            "~ sound.volume_by_hours.09:00-10:00: 30 → 40",
            "Son des appels, volume de 09:00-10:00 : 30 → 40",
        ),
        ("~ manners.more_time_limit: 2 → 0", "Temps de plus, combien de fois : 2 → 0"),
        ('+ themes.x "emploi" label.en: "monday"', "Ajout : Sujet « emploi », nom (English) : « monday »"),
    ],
)
def test_a_line_of_a_difference_is_said_in_words(line: str, said: str) -> None:
    assert [each.replace("\u00a0", " ") for each in site_words.changes([line], DRAFT)] == [said]


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
    lines = site_words.changes(changes(site, changed), draft)
    assert len(lines) > 10
    for line in lines:
        plain = re.sub("«[^»]*»", "", line)
        assert not re.search(r"[a-z]_[a-z]|monday|label|\brota\b|\bnone\b|~|\[", plain), line


def test_an_empty_field_of_hours_is_told_as_empty() -> None:
    assert site_words.fault('"" is not a span of hours like "09:00-12:30"') == (
        "Il manque les heures : écrivez 09:00-12:30."
    )
