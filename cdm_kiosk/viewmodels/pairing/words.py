"""What the pairing screen says: each stage by its role, what is wrong with an address, why nothing was given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.viewmodels.shared import fault_sentences

if TYPE_CHECKING:
    from cdm_kiosk.viewmodels.pairing.pairing import PairingProps

SEARCHED_LONG_S = 8
"""After so long without an answer the screen says what else helps."""

translate = QCoreApplication.translate
"""Under the name that pyside6-lupdate looks for; it finds a text only where context and text stand in the call."""


def role_title(role: str) -> str:
    """What this machine is asked to be."""
    titles = {
        "kiosk": translate("Pairing", "Une borne"),
        "display": translate("Pairing", "Un écran"),
        "advisor": translate("Pairing", "Un poste de conseil"),
        "reception": translate("Pairing", "Un poste d’accueil"),
    }
    return titles.get(role, role)


def role_meaning(role: str) -> str:
    meanings = {
        "kiosk": translate("Pairing", "les visiteurs y prennent leur numéro"),
        "display": translate("Pairing", "il montre les numéros appelés"),
        "advisor": translate("Pairing", "une table où l’on reçoit"),
        "reception": translate("Pairing", "on y voit toute la maison"),
    }
    return meanings[role]


def heading(props: PairingProps) -> str:
    """What the page is about, in one short sentence."""
    searching = {
        "kiosk": translate("Pairing", "Cette borne cherche sa\u00a0Cité."),
        "display": translate("Pairing", "Cet écran cherche sa\u00a0Cité."),
        "advisor": translate("Pairing", "Ce poste de conseil cherche sa\u00a0Cité."),
        "reception": translate("Pairing", "Ce poste d’accueil cherche sa\u00a0Cité."),
    }
    presenting = {
        "kiosk": translate("Pairing", "Cette borne se présente à\u00a0l’accueil."),
        "display": translate("Pairing", "Cet écran se présente à\u00a0l’accueil."),
        "advisor": translate("Pairing", "Ce poste se présente à\u00a0l’accueil."),
        "reception": translate("Pairing", "Ce poste se présente à\u00a0l’accueil."),
    }
    match props.stage:
        case "address":
            return translate("Pairing", "Quelle est l’adresse de votre Cité\u00a0?")
        case "connecting":
            return translate("Pairing", "Un instant…")
        case "number":
            return presenting[props.role]
        case "accepted":
            return translate("Pairing", "Bienvenue\u00a0!")
        case "refused":
            return translate("Pairing", "L’accueil n’a pas reconnu ce\u00a0poste.")
        case "expired":
            return translate("Pairing", "Ce nombre ne vaut plus.")
        case "fault":
            return translate("Pairing", "Cela n’a pas marché cette\u00a0fois.")
        case _:
            return searching[props.role]


def sentence(props: PairingProps) -> str:
    """What stands below the heading."""
    match props.stage:
        case "address":
            return translate(
                "Pairing", "Qui s’occupe du serveur la connaît. Par exemple 192.168.1.20 ou accueil.local"
            )
        case "connecting" if props.waits_its_turn:
            return translate(
                "Pairing", "Une autre machine se présente en ce moment. C’est ensuite le tour de celle-ci."
            )
        case "connecting":
            return translate("Pairing", "Je lui demande un nombre à comparer.")
        case "number":
            return translate("Pairing", "Demandez à l’accueil de comparer ce\u00a0nombre.")
        case "accepted" if props.confirmed_itself:
            return translate(
                "Pairing",
                "Cette Cité n’avait pas encore d’accueil\u00a0: ce poste s’est confirmé lui-même. "
                "Le serveur affiche-t-il le même nombre\u00a0?",
            )
        case "accepted":
            return translate("Pairing", "{name} fait partie de la maison.").format(name=props.name)
        case "refused" | "expired" | "fault":
            return props.problem
        case _:
            return _searching(props)


def _searching(props: PairingProps) -> str:
    if len(props.hubs) > 1:
        return translate("Pairing", "Choisissez la vôtre.")
    if props.hubs:
        return translate("Pairing", "En voici une. Est-ce la vôtre\u00a0?")
    if props.searched_s >= SEARCHED_LONG_S:
        return translate(
            "Pairing",
            "Aucune ne répond pour le moment. Le serveur est-il allumé, sur le même réseau\u00a0? "
            "Son adresse se tape aussi.",
        )
    return translate("Pairing", "Je regarde sur ce réseau…")


def time_left(left_s: int) -> str:
    """How long the digits hold, without hurry."""
    minutes, seconds = divmod(left_s, 60)
    if not minutes:
        return translate("Pairing", "Il vaut encore {seconds}\u00a0s. Rien à taper ici.").format(seconds=seconds)
    if not seconds:
        return translate("Pairing", "Il vaut encore {minutes}\u00a0min. Rien à taper ici.").format(minutes=minutes)
    return translate("Pairing", "Il vaut encore {minutes}\u00a0min {seconds}\u00a0s. Rien à taper ici.").format(
        minutes=minutes, seconds=f"{seconds:02}"
    )


def address_problem(code: str) -> str:
    """What to mend in an address that was typed."""
    problems = {
        "empty": translate("Pairing", "Tapez l’adresse, puis continuez."),
        "number": translate(
            "Pairing",
            "Cette adresse ne se lit pas. Quatre nombres de 0 à 255 séparés par des points, "
            "comme 192.168.1.20\u00a0?",
        ),
        "name": translate(
            "Pairing", "Ce nom ne se lit pas\u00a0: lettres sans accents, chiffres, points et tirets."
        ),
        "port": translate(
            "Pairing", "Après les deux points vient un nombre de 1 à 65535, comme accueil.local:8080"
        ),
    }
    return problems[code]


def why_nothing(code: str, values: Mapping[str, Any]) -> str:
    """Why nothing was given, in words for who stands before this machine."""
    sentences = {
        "hub_unreachable": translate(
            "Pairing", "Le serveur ne répond pas à cette adresse. Est-il allumé, et sur le même réseau\u00a0?"
        ),
        "not_a_hub": translate("Pairing", "Ce qui répond à cette adresse n’est pas le serveur d’une Cité."),
        "pairing_busy": translate(
            "Pairing", "Une autre machine se présente en ce moment. Essayez à nouveau bientôt."
        ),
        "pairing_over": translate("Pairing", "Cet essai est terminé. Demandez un nouveau nombre."),
        "pairing_repeated": translate("Pairing", "Cet essai est terminé. Demandez un nouveau nombre."),
        "pairing_too_slow": translate(
            "Pairing", "Rien n’a été donné. Demandez-en un autre quand l’accueil est prêt\u00a0: rien ne presse."
        ),
        "pairing_refused": translate(
            "Pairing", "Rien n’a été donné. Demandez à l’accueil, puis présentez-vous encore."
        ),
        "wrong_digits": translate(
            "Pairing", "Un autre nombre a été choisi à l’accueil. Rien n’a été donné. Présentez-vous encore."
        ),
        "pairing_intercepted": translate(
            "Pairing",
            "Une autre machine s’est mise entre ce poste et le serveur. Rien n’a été donné\u00a0: "
            "appelez qui s’occupe du réseau.",
        ),
        "station_too_new": translate(
            "Pairing", "Ce poste est plus récent que le serveur\u00a0: mettez le serveur à jour, puis revenez."
        ),
        "station_too_old": translate(
            "Pairing", "Le serveur est plus récent que ce poste\u00a0: mettez ce poste à jour, puis revenez."
        ),
        "other_role": translate("Pairing", "L’accueil en a fait\u00a0: {role}. Lancez cette machine ainsi.").format(
            role=role_title(str(values.get("role", ""))).lower()
        ),
        "pairing_not_kept": translate(
            "Pairing",
            "Cette machine n’a pas pu écrire dans son dossier\u00a0: appelez qui s’en occupe.",
        ),
        "no_room_for_role": translate(
            "Pairing", "Cette Cité n’a pas de place pour un tel poste dans ses réglages."
        ),
    }
    return sentences.get(code) or fault_sentences.refusal(code, values)


def spoken_digits(digits: str) -> str:
    """Six digits as a voice says them: one by one, in two groups of three."""
    return ". ".join(", ".join(digits[at : at + 3]) for at in (0, 3))


def page_words(props: PairingProps) -> str:
    """All that a page shows beside its controls."""
    told = [heading(props), sentence(props)]
    if props.stage == "number" or (props.stage == "accepted" and props.confirmed_itself):
        told.append(
            translate("Pairing", "Le nombre est\u00a0: {digits}.").format(digits=spoken_digits(props.digits))
        )
    if props.stage == "searching":
        told.extend(f"{row.name}." for row in props.hubs)
    return " ".join(filter(None, told))
