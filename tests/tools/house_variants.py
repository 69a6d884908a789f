"""The sample site in other forms: long labels, several zones, a plan of one week, Arabic first."""

from __future__ import annotations

from dataclasses import replace

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import RECEPTION, RotaShift, Site, Zone

LONGEST_MESSAGE = (
    "Les conseillers pour la création d’activité sont en réunion avec leurs partenaires. Ils seront de retour à "
    "15 h. D’ici là, l’accueil répond à vos questions et la documentation reste ouverte."
)


def long_labels(site: Site) -> Site:
    """The sample site as a wordy administration would have it."""
    labels = (
        "Choisir mon orientation scolaire, universitaire ou professionnelle",
        "Trouver une formation et son financement, en France ou à l’étranger",
        "Trouver un emploi, un stage, un contrat d’apprentissage",
        "Changer de vie professionnelle et faire reconnaître mon expérience",
        "Créer, reprendre ou transmettre une entreprise ou une association",
    )
    themes = tuple(replace(theme, label={"fr": text}) for theme, text in zip(site.themes, labels, strict=True))
    counters = tuple(replace(each, label=f"Bureau d’entretien {at + 101}") for at, each in enumerate(site.counters))
    return replace(site, name="Cité des métiers de la Communauté de l’Estuaire", themes=themes, counters=counters)


def planned(site: Site) -> Site:
    """The sample site with the hours of a week that is not round the clock; NOW is a Sunday."""
    everybody = site.languages
    rota = (
        RotaShift("1", ("orientation", "formation"), (), everybody, ("monday", "thursday"), ("09:00-12:30",)),
        RotaShift("2", ("emploi",), (), everybody, ("monday",), ("13:30-17:30",)),
        RotaShift("3", ("creation", "evolution"), (), everybody, ("tuesday",), ("13:30-17:30",)),
        RotaShift("accueil", (RECEPTION,), (), everybody),
    )
    return replace(site, hours={"every_day": ("09:00-18:00",)}, rota=rota)


def arabic_first(site: Site) -> Site:
    """The sample site in a house whose first language is Arabic."""
    counters = tuple(replace(each, label=each.label.replace("Table", "طاولة")) for each in site.counters)
    zones = tuple(
        replace(zone, label={**zone.label, "ar": f"مكان الانتظار {at}"})
        for at, zone in enumerate(site.zones, start=1)
    )
    languages = ("ar", *(code for code in NAMES if code != "ar"))
    return replace(site, languages=languages, counters=counters, zones=zones, name="بيت المهن")


def house_of_zones(site: Site, zones: int) -> Site:
    """The sample site with its counters in so many waiting areas by turns."""
    rooms = (
        Zone("accueil", {"fr": "l’espace d’attente"}),
        Zone("etage", {"fr": "la salle d’attente de l’étage"}),
        Zone("annexe", {"fr": "l’annexe"}),
    )[:zones]
    counters = tuple(replace(each, zone=rooms[at % zones].id) for at, each in enumerate(site.counters))
    return replace(site, zones=rooms, counters=counters)
