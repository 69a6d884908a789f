"""Sites in code, for rehearsals: a house of twelve counters with a real week."""

from __future__ import annotations

from cdm_kiosk.domain.site import Counter, RotaShift, Site, Theme, Zone

WORKING_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
MORNING, AFTERNOON, DAY = "09:30-13:00", "13:30-17:30", "09:30-17:30"


def brussels() -> Site:
    """Twelve counters and a desk, five themes, three languages; Monday to Friday, mornings and afternoons."""
    themes = (
        Theme("orientation", {"fr": "S’orienter", "nl": "Kiezen"}, "orientation", "#2F6690", interview_min=30),
        Theme("emploi", {"fr": "Travailler", "nl": "Werken"}, "emploi", "#1B7F5C", interview_min=28),
        Theme("formation", {"fr": "Se former", "nl": "Leren"}, "formation", "#6A4C93", interview_min=30),
        Theme("mobilite", {"fr": "Bouger", "nl": "Bewegen"}, "evolution", "#B5541C", interview_min=30),
        Theme("entreprendre", {"fr": "Entreprendre", "nl": "Ondernemen"}, "creation", "#8C6A00", interview_min=40),
    )
    return Site(
        id="brussels",
        name="Cité des métiers de Bruxelles",
        timezone="Europe/Brussels",
        languages=("fr", "nl", "en"),
        reception={"fr": "à l’accueil", "nl": "aan het onthaal", "en": "at reception"},
        hours=dict.fromkeys(WORKING_DAYS, (DAY,)),
        zones=(Zone("hall", {"fr": "le hall", "nl": "de hal"}),),
        counters=(
            *(Counter(str(at), f"Table {at}", "hall", accessible=at != 9) for at in range(1, 13)),
            Counter("accueil", "Accueil", "hall"),
        ),
        themes=themes,
        desk="accueil",
        rota=tuple(_week()),
    )


def _week() -> list[RotaShift]:
    both, french = ("fr", "nl"), ("fr",)
    halves = (MORNING, AFTERNOON)
    return [
        RotaShift("accueil", ("reception",), (), ("fr", "nl", "en"), WORKING_DAYS),
        RotaShift("1", ("orientation",), ("formation",), both, WORKING_DAYS, halves),
        RotaShift("2", ("orientation",), ("emploi",), ("fr", "en"), WORKING_DAYS, halves),
        RotaShift("3", ("orientation", "formation"), (), french, WORKING_DAYS, halves),
        RotaShift("4", ("emploi",), ("orientation",), both, WORKING_DAYS, halves),
        RotaShift("5", ("emploi",), ("formation",), ("fr", "en"), WORKING_DAYS, halves),
        RotaShift("6", ("emploi", "mobilite"), (), french, WORKING_DAYS, halves),
        RotaShift("7", ("formation",), ("orientation",), both, WORKING_DAYS, halves),
        RotaShift("8", ("formation", "mobilite"), ("emploi",), french, WORKING_DAYS, halves),
        RotaShift("9", ("mobilite",), ("orientation", "emploi"), both, WORKING_DAYS, halves),
        RotaShift("10", ("entreprendre",), (), ("fr", "en"), ("monday", "tuesday", "thursday"), halves),
        RotaShift("10", ("entreprendre",), ("emploi",), both, ("wednesday",), halves),
        RotaShift("11", ("orientation", "emploi"), ("formation",), french, ("tuesday", "thursday"), halves),
        RotaShift("11", ("entreprendre", "orientation"), (), both, ("friday",), halves),
        RotaShift("12", ("emploi", "orientation"), ("mobilite",), ("fr", "en"), WORKING_DAYS, halves),
    ]
