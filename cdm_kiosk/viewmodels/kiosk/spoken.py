"""What the kiosk says where it is heard and not seen: each page, each control, and how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.viewmodels.kiosk.visit import KioskProps, ServiceRow, Supply

ORNAMENTS = "‹› \u00a0"
PAUSES = ".!?:…؟،"

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


def welcome_words() -> str:
    """The first thing said: all of the way to use it, in short sentences."""
    return translate(
        "KioskVoice",
        "Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. "
        "Touchez encore ou appuyez sur Entrée : vous choisissez.",
    )


def voice_off_words() -> str:
    return translate("KioskVoice", "La voix s’arrête. À bientôt.")


def no_voice_words() -> str:
    """What the screen says where a language has no voice on this machine."""
    return translate("KioskVoice", "Il n’y a pas de voix dans cette langue ici. La borne parle français.")


def not_in_this_language_words() -> str:
    """What the screen says where this machine has voices, but none for this language or for French."""
    return translate("KioskVoice", "Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.")


def no_speech_words() -> str:
    """What the screen says where this machine has no voice at all."""
    return translate("KioskVoice", "Cette borne ne parle pas pour le moment. L’accueil vous aide.")


def control_words(name: str, detail: str) -> str:
    """A control's name, then what the screen adds to it."""
    return _sentences((name.strip(ORNAMENTS), detail))


def page_words(props: KioskProps) -> str:
    """All that a page shows beside its controls, and which controls lead on."""
    if props.still_there:
        return still_there_words()
    shown = tuple(_page(props))
    # A refusal and the page that it leads to may say the same.
    return _sentences(shown if props.notice in shown else (props.notice, *shown))


def in_voices(text: str, props: KioskProps) -> tuple[tuple[str, str], ...]:
    """A page's words in the order they are said, each part with the language of its voice.

    What reception said in another language than the screen's is read by a voice of that language.
    """
    message, other = _sentences((props.theme_message_said,)), props.theme_message_in
    before, found, after = text.partition(message) if message and other != props.language else (text, "", "")
    parts = ((before, props.language), (found, other), (after, props.language))
    return tuple((part.strip(), language) for part, language in parts if part.strip())


def still_there_words() -> str:
    return translate(
        "KioskVoice", "Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface."
    )


def paper_words(props: KioskProps) -> str:
    """How the paper comes along, or how to have it."""
    match props.print_state:
        case "printing":
            return translate("KioskVoice", "Votre ticket arrive.")
        case "printed":
            return translate("KioskVoice", "Prenez votre ticket. Puis choisissez « C’est fait ».")
        case "failed":
            return translate(
                "KioskVoice",
                "Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. "
                "Puis choisissez « J’ai retenu mon numéro ».",
            ).format(number=props.ticket_number)
    if props.paper == Supply.MISSING:
        return translate(
            "KioskVoice",
            "Il n’y a pas de papier pour le moment. "
            "Quand vous avez retenu votre numéro, choisissez « C’est fait ».",
        )
    if props.paper != Supply.NEVER:
        return translate("KioskVoice", "Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».")
    return translate("KioskVoice", "Quand vous l’avez retenu, choisissez « C’est fait ».")


def leave_words(stage: str, problem: str) -> str:
    """What the page of the PIN says; "" while it is not there."""
    return _sentences(_leave(stage, problem))


def typed_words(count: int) -> str:
    """How many digits of the PIN are typed; never which."""
    return translate("LeavePage", "Chiffres tapés\u00a0: %1").replace("%1", str(count))


def _page(props: KioskProps) -> Iterable[str]:
    match props.page:
        case "themes":
            yield translate("KioskVoice", "Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.")
            yield translate("KioskVoice", "Vous pouvez aussi choisir « Je ne sais pas ».")
        case "theme":
            yield props.theme_label
            yield from _theme(props)
            yield from _services(props.services)
        case "help":
            yield translate("KioskVoice", "Une personne vous écoute.")
            yield from _desk(props)
            yield from _services(props.services)
        case "languages":
            yield translate("KioskVoice", "Choisissez votre langue.")
        case "look":
            yield translate("KioskVoice", "Bienvenue. Prenez votre temps.")
            yield from _services(props.services)
            yield _reception(props)
        case "ticket":
            yield from _ticket(props)
        case "entry_closed":
            yield translate("KioskVoice", "Nous ne donnons plus de numéro pour le moment.")
            if props.opens_text:
                yield translate("KioskVoice", "Prochains numéros : {moment}.").format(moment=props.opens_text)
            yield translate("KioskVoice", "Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.")
            yield _reception(props)
            yield from _services(props.services)
        case "closed":
            yield translate("KioskVoice", "Nous sommes fermés pour le moment.")
            if props.opens_text:
                yield translate("KioskVoice", "Nous ouvrons {moment}.").format(moment=props.opens_text)
            else:
                yield translate(
                    "KioskWindow", "Revenez pendant nos heures d’ouverture.\nC’est gratuit et ouvert à tous."
                )
        case "starting":
            yield translate("KioskVoice", "Un instant.")
        case "offline":
            yield translate("KioskVoice", "Cet écran fait une pause.")
            yield translate("KioskWindow", "L’accueil vous reçoit et vous donne un numéro.")
            yield _reception(props)


def _leave(stage: str, problem: str) -> Iterable[str]:
    match stage, problem:
        case "choice", _:
            yield translate("LeavePage", "Le code est juste.")
            yield translate("LeavePage", "Voulez-vous quitter la borne\u00a0?")
        case "pin", "wrong":
            yield translate("KioskVoice", "Ce n’est pas ce code. Attendez un peu, puis essayez encore.")
        case "pin", "no_pin":
            yield translate("LeavePage", "Aucun code n’est encore choisi. On le choisit dans les réglages du site.")
        case "pin", "unknown":
            yield translate("LeavePage", "Le code ne peut pas être vérifié\u00a0: la borne ne joint pas l’accueil.")
        case "pin", "failed":
            yield translate("LeavePage", "Le code n’a pas pu être vérifié. Essayez encore.")
        case "pin", _:
            yield translate("LeavePage", "Quitter la borne")
            yield translate(
                "LeavePage", "Tapez le code des réglages. Sans lui, la borne reprend à sa première page."
            )


def _theme(props: KioskProps) -> Iterable[str]:
    if props.theme_served:
        yield _wait(props.theme_band, props.theme_waiting)
        yield translate(
            "KioskVoice",
            "Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.",
        )
        return
    if props.theme_paused:
        yield translate("KioskViewModel", "Ce sujet est en pause pour le moment.")
    elif props.theme_full:
        yield translate("KioskVoice", "C’est complet pour aujourd’hui.")
    else:
        yield translate("KioskVoice", "Pas de conseiller sur ce sujet en ce moment.")
    yield props.theme_message_said
    if props.theme_next:
        yield translate("KioskVoice", "Prochain horaire prévu : {moment}.").format(moment=props.theme_next)
    yield from _desk(props)


def _desk(props: KioskProps) -> Iterable[str]:
    if props.desk_served:
        yield translate("KioskVoice", "Pour parler à une personne, choisissez « Parler à l’accueil ».")
        yield _wait(props.desk_band, props.desk_waiting)
    else:
        yield _reception(props)


def _reception(props: KioskProps) -> str:
    if not props.reception_place:
        return ""
    return translate("KioskVoice", "Une question ? Nous sommes {place}.").format(place=props.reception_place)


def _services(services: Sequence[ServiceRow]) -> Iterable[str]:
    if services:
        yield translate("KioskVoice", "Ouvert à tous, sans ticket :")
    for service in services:
        yield f"{service.label}, {service.place}" if service.place else service.label


def _wait(band: str, waiting: int) -> str:
    if band:
        return translate("KioskVoice", "Attente : {band}.").format(band=band)
    if waiting:
        return translate("KioskVoice", "Personnes qui attendent : {count}.").format(count=waiting)
    return translate("KioskVoice", "Sans attente.")


def _ticket(props: KioskProps) -> Iterable[str]:
    """All that the ticket says (EN 301 549 5.1.3.15): number, where, how long, when to be back, and the paper."""
    yield translate("KioskVoice", "Votre numéro : {number}. Je répète : {number}.").format(
        number=props.ticket_number
    )
    if props.ticket_at_desk:
        yield translate("KioskVoice", "Installez-vous ici, l’accueil vous appelle : {zone}.").format(
            zone=props.ticket_zone
        )
    else:
        yield translate("KioskVoice", "Installez-vous ici : {zone}.").format(zone=props.ticket_zone)
    if props.ticket_no_wait:
        yield translate("KioskVoice", "Sans attente.")
    elif props.band_text:
        yield translate("KioskVoice", "Attente : {band}.").format(band=props.band_text)
    if props.come_back_text:
        yield translate("KioskVoice", "Vous pouvez revenir vers {hour}.").format(hour=props.come_back_text)
    if props.people_ahead:
        yield translate("KioskVoice", "Personnes avant vous : {count}.").format(count=props.people_ahead)
    else:
        yield translate("KioskVoice", "Le prochain numéro est le vôtre.")
    if props.ticket_qr:
        yield translate(
            "KioskVoice",
            "Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.",
        )
    yield paper_words(props)


def _sentences(parts: Iterable[str]) -> str:
    """The parts as a voice needs them: each ends with a pause, no line break, no ornament."""
    said = (" ".join(part.split("\n")).strip() for part in parts)
    return " ".join(part if part[-1] in PAUSES else f"{part}." for part in said if part)
