"""Sentences that reception often needs, ready in the languages that a site may show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from cdm_kiosk.domain.site import Labels
from cdm_kiosk.viewmodels.shared.sentences import clock_text

QUARTER = timedelta(minutes=15)
SOONEST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """One sentence by language; ``{hour}`` stands for an hour that reception sets."""

    key: str
    text: Mapping[str, str]

    def texts(self, languages: Iterable[str], hour: datetime) -> Labels:
        """The sentence in those of ``languages`` that it is written in."""
        return {code: self.text[code].format(hour=hour_text(hour, code)) for code in languages if code in self.text}


FOR_A_THEME = (
    ReadyMade(
        "back_at",
        {
            "fr": "De retour à {hour}",
            "en": "Back at {hour}",
            "es": "De vuelta a las {hour}",
            "it": "Di ritorno alle {hour}",
            "nl": "Terug om {hour}",
            "de": "Wieder da um {hour} Uhr",
        },
    ),
    ReadyMade(
        "full",
        {
            "fr": "Complet pour aujourd’hui",
            "en": "Full for today",
            "es": "Completo por hoy",
            "it": "Al completo per oggi",
            "nl": "Volzet voor vandaag",
            "de": "Für heute ausgebucht",
        },
    ),
    ReadyMade(
        "ask_reception",
        {
            "fr": "Adressez-vous à l’accueil",
            "en": "Please ask at reception",
            "es": "Pregunte en recepción",
            "it": "Si rivolga alla reception",
            "nl": "Vraag het aan het onthaal",
            "de": "Bitte fragen Sie am Empfang",
        },
    ),
)
FOR_EVERYBODY = (
    ReadyMade(
        "closing_at",
        {
            "fr": "Aujourd’hui, nous fermons à {hour}",
            "en": "Today we close at {hour}",
            "es": "Hoy cerramos a las {hour}",
            "it": "Oggi chiudiamo alle {hour}",
            "nl": "Vandaag sluiten we om {hour}",
            "de": "Heute schließen wir um {hour} Uhr",
        },
    ),
    ReadyMade(
        "event_at",
        {
            "fr": "L’atelier commence à {hour}",
            "en": "The workshop starts at {hour}",
            "es": "El taller empieza a las {hour}",
            "it": "Il laboratorio inizia alle {hour}",
            "nl": "De workshop begint om {hour}",
            "de": "Der Workshop beginnt um {hour} Uhr",
        },
    ),
    ReadyMade(
        "busy",
        {
            "fr": "Beaucoup de monde aujourd’hui : merci de votre patience",
            "en": "It is busy today: thank you for your patience",
            "es": "Hoy hay mucha gente: gracias por su paciencia",
            "it": "Oggi c’è molta gente: grazie della pazienza",
            "nl": "Het is druk vandaag: dank voor uw geduld",
            "de": "Heute ist viel los: danke für Ihre Geduld",
        },
    ),
)


def next_quarter(local: datetime) -> datetime:
    """The first quarter of an hour that is worth announcing at ``local``."""
    soon = local + SOONEST
    past = timedelta(minutes=soon.minute % 15, seconds=soon.second, microseconds=soon.microsecond)
    return soon - past + QUARTER if past else soon


def hour_text(local: datetime, language: str) -> str:
    """An hour as it is written in that language: "15 h 30", "15:30"."""
    return clock_text(local) if language == "fr" else local.strftime("%H:%M")
