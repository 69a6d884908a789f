"""The typefaces of the house and an everyday ticket."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cdm_kiosk.printing.faces import Faces
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station import station

EVERYDAY = TicketPaper(
    site_name="Cité des métiers de Nantes",
    number=42,
    number_heading="Votre numéro",
    where=("Attendez dans : l’espace d’attente, près de l’accueil",),
    date_text="dimanche 22 novembre 2026, 14 h 52",
    follow_url="http://192.168.1.20:8080/t/A1b2C3d4E5f6G7h8I9j0kl",
    follow_text="Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.",
    welcome="Bienvenue. Libre, gratuit, anonyme.",
    band_text="Un conseiller vous reçoit dans 25 à 40 min.",
    come_back_text="Vous pouvez revenir vers 15 h 15.",
)


@pytest.fixture(scope="session")
def faces() -> Faces:
    return station.faces()


@pytest.fixture(scope="session")
def ticket() -> Callable[..., TicketPaper]:
    def everyday_but(**changes: Any) -> TicketPaper:
        return replace(EVERYDAY, **changes)

    return everyday_but
