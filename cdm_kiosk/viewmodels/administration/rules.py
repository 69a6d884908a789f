"""The rules of the house as administration shows them: what each one does, its unit, and what is usual."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.site import Expectations, Manners
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from cdm_kiosk.viewmodels.administration.site_draft import Draft

RANGES = {
    "overflow_after_min": (5, 45),
    "manners.hand_over_credit_min": (0, 30),
    "manners.priority_credit_min": (10, 60),
    "manners.same_counter_min": (5, 40),
    "manners.more_time_min": (5, 20),
    "manners.more_time_limit": (0, 5),
    "manners.grace_min": (10, 60),
    "manners.recall_limit": (1, 8),
    "manners.recall_after_s": (0, 60),
    "manners.undo_s": (5, 60),
    "manners.last_call_min": (5, 45),
    "manners.closing_wait_min": (15, 120),
    "expectations.turnover_min": (1, 10),
    "expectations.hand_over_percent": (0, 50),
    "expectations.leave_percent": (0, 30),
    "expectations.absent_percent": (0, 20),
}
"""From how many to how many of each rule is usual."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """``group`` stands above the first rule of a group, "" at the others."""

    rule_key: str
    group: str
    label: str
    sentence: str
    unit: str
    range_text: str
    text: str


def rule_rows(draft: Draft) -> list[RuleRow]:
    """Each rule with what it does, its unit and what is usual."""
    usual = {f"manners.{key}": value for key, value in asdict(Manners()).items()}
    usual |= {f"expectations.{key}": value for key, value in asdict(Expectations()).items()}
    usual["overflow_after_min"] = 20
    units = {"min": _tr("min"), "s": _tr("s"), "percent": _tr("sur 100"), "limit": _tr("fois")}
    rows: list[RuleRow] = []
    above = ""
    for key, (group, label, sentence) in _rules().items():
        found = drafts.value_at(draft, key)
        value = usual[key] if found is None else found
        unit = units[key.rpartition("_")[2]]
        low, high = RANGES[key]
        span = _tr("d’habitude de {low} à {high}").format(low=low, high=high)
        rows.append(RuleRow(key, "" if group == above else group, label, sentence, unit, span, str(value)))
        above = group
    return rows


def rule_label(key: str) -> str:
    """What people call a rule; "" for what is none."""
    return _rules()[key][1] if key in _rules() else ""


def _rules() -> dict[str, tuple[str, str, str]]:
    waiting, calling, closing, day = (
        _tr("Qui vient ensuite"),
        _tr("L’appel"),
        _tr("La fin de journée"),
        _tr("Une journée type, avant que la maison l’ait vu elle-même"),
    )
    return {
        "overflow_after_min": (
            waiting,
            _tr("Renfort après"),
            _tr("Après cette attente, les tables en renfort sur le sujet reçoivent comme les autres."),
        ),
        "manners.hand_over_credit_min": (
            waiting,
            _tr("Avance d’une personne réorientée"),
            _tr("Une personne envoyée vers un autre sujet compte comme arrivée autant plus tôt."),
        ),
        "manners.priority_credit_min": (
            waiting,
            _tr("Avance d’une priorité"),
            _tr("Une priorité donnée à l’accueil compte comme une arrivée autant plus tôt."),
        ),
        "manners.same_counter_min": (
            waiting,
            _tr("Retour à la même table"),
            _tr("Qui doit revenir à la même table l’attend ce temps, puis toute autre peut l’appeler."),
        ),
        "manners.more_time_min": (
            waiting,
            _tr("Temps de plus"),
            _tr("Qui touche « J’ai besoin de temps » sur son téléphone laisse passer les autres pendant ce temps."),
        ),
        "manners.more_time_limit": (
            waiting,
            _tr("Temps de plus, combien de fois"),
            _tr("Le même numéro peut en demander autant de fois. À 0, le téléphone ne le propose pas."),
        ),
        "manners.grace_min": (
            calling,
            _tr("Place gardée à un absent"),
            _tr("Qui manque son appel garde sa place pendant ce temps."),
        ),
        "manners.recall_limit": (
            calling,
            _tr("Rappels au plus"),
            _tr("Le même numéro n’est pas appelé plus souvent."),
        ),
        "manners.recall_after_s": (
            calling,
            _tr("Temps entre deux appels"),
            _tr("On ne rappelle un numéro qu’après ce temps : laisser venir la personne."),
        ),
        "manners.undo_s": (
            calling,
            _tr("Annuler un appel"),
            _tr("Un appel fait par erreur peut être repris pendant ce temps."),
        ),
        "manners.last_call_min": (
            closing,
            _tr("Dernier appel avant la fin"),
            _tr(
                "Un numéro n’est donné que si la personne peut être appelée ce temps avant la dernière permanence."
            ),
        ),
        "manners.closing_wait_min": (
            closing,
            _tr("Recevoir après la fermeture"),
            _tr("Qui attend encore à l’heure de fermeture peut être reçu pendant ce temps."),
        ),
        "expectations.turnover_min": (
            day,
            _tr("Entre deux personnes"),
            _tr("Ce qui passe à une table entre un départ et l’appel suivant."),
        ),
        "expectations.hand_over_percent": (
            day,
            _tr("Réorientations"),
            _tr("Sur cent entretiens, tant finissent par l’envoi vers un autre sujet."),
        ),
        "expectations.leave_percent": (
            day,
            _tr("Départs avant l’appel"),
            _tr("Sur cent tickets, tant sont abandonnés pendant l’attente."),
        ),
        "expectations.absent_percent": (
            day,
            _tr("Absents à l’appel"),
            _tr("Sur cent personnes appelées, tant ne viennent pas."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Administration", text)
