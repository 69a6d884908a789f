"""What the program itself says to the public, in each of its languages."""

from __future__ import annotations

TALK_TO_RECEPTION = {
    "fr": "Parler à l’accueil",
    "en": "Talk to reception",
    "es": "Hablar con recepción",
    "it": "Parlare con l’accoglienza",
    "pt": "Falar com a receção",
    "de": "Mit dem Empfang sprechen",
    "nl": "Het onthaal spreken",
    "ar": "التحدث إلى الاستقبال",
    "uk": "Поговорити на рецепції",
}
