"""What a phone shows of a ticket: number, state, where to go and what can be done, in the visitor's words."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache

from cdm_kiosk.domain.bands import NO_WAIT, Band, Outlook, come_back_at
from cdm_kiosk.domain.commands import BringBack, Command, TakeTime, Withdraw
from cdm_kiosk.domain.decisions import may
from cdm_kiosk.domain.floor import Floor, Ticket, TicketState
from cdm_kiosk.domain.front import text_with_language
from cdm_kiosk.domain.languages import is_right_to_left, marked
from cdm_kiosk.domain.orders import Order, Principal, Role
from cdm_kiosk.domain.routing import people_ahead, zone_to_wait_in
from cdm_kiosk.domain.site import RECEPTION, Site, label_in
from cdm_kiosk.paths import RESOURCES

CATALOGUES = RESOURCES / "translations" / "hub"
OVER = "over"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
FEW_MIN = 10
RETURN_STANDS = timedelta(minutes=10)
"""So much earlier than the forecast, a come-back time on a phone stays."""

ACTIONS: Mapping[str, Callable[[str], Command]] = {"more-time": TakeTime, "back": BringBack, "give-up": Withdraw}
"""The buttons of the page, in order, and what each asks of the house."""

Catalogue = gettext.NullTranslations


@dataclass(frozen=True, slots=True)
class View:
    """What a phone shows: all of it already in the visitor's language. ``state`` picks colour and calm.

    ``pause`` is shown to who waits for a theme that gives no numbers now, ``message`` to everybody; ``aside`` is
    what reception said of the pause in another language only. ``…_in`` are their languages. ``actions`` are what
    the visitor may do: "give-up", "more-time", "back". ``calls`` counts how often the number that is called now was
    called.
    """

    state: str
    heading: str
    number: str
    headline: str
    place: str = ""
    wait: str = ""
    come_back: str = ""
    detail: str = ""
    pause: str = ""
    aside: str = ""
    aside_in: str = ""
    message: str = ""
    message_in: str = ""
    actions: tuple[str, ...] = ()
    calls: int = 0


def asked_by_phone(ticket: str, action: str) -> Order:
    """What a visitor asks for by one of the page's buttons."""
    return Order(ACTIONS[action](ticket), Principal(Role.VISITOR, ticket))


class ComeBackTimes:
    """The come-back times that phones show: nobody would believe one that changed by minutes."""

    def __init__(self) -> None:
        self._shown: dict[str, datetime] = {}

    def of(self, floor: Floor, outlook: Outlook, ticket_id: str) -> datetime | None:
        """Until when this visitor may go away (aware, at the site's door); ``None``: better stay."""
        band = outlook.tickets.get(ticket_id)
        fresh = None if band is None else come_back_at(band, floor.site.local(outlook.at))
        if fresh is None:
            self._shown.pop(ticket_id, None)
            return None
        before = self._shown.get(ticket_id)
        # Who comes back somewhat early only waits; who comes back late may miss the call.
        if before is not None and fresh - RETURN_STANDS <= before <= fresh:
            return before
        self._shown = {name: moment for name, moment in self._shown.items() if name in floor.tickets}
        self._shown[ticket_id] = fresh
        return fresh


@cache
def catalogue(language: str) -> Catalogue:
    """The hub's texts in ``language``; French is the source and the fall-back."""
    return gettext.translation("hub", CATALOGUES, [language], fallback=True)


def view(
    floor: Floor,
    ticket_id: str,
    language: str | None,
    now: datetime,
    band: Band | None = None,
    come_back: datetime | None = None,
) -> View:
    """What the page says of a ticket at ``now`` (aware UTC); an unknown ticket is simply over."""
    ticket = floor.tickets.get(ticket_id)
    spoken = language_of(floor, ticket, language)
    words = catalogue(spoken)
    _ = words.gettext
    if ticket is None:
        return View(
            OVER,
            "",
            "",
            _("Ce ticket n’est plus valable."),
            detail=_("Besoin d’aide ? L’accueil est là pour vous."),
        )
    headline, place, detail = _sentences(floor, ticket, come_back, words, spoken)
    site = floor.site
    message, message_in = text_with_language(floor.front.message, spoken, site.languages[0])
    pause, aside, aside_in = _pause(floor, ticket, words, spoken)
    shown = View(
        ticket.state.value,
        _("Votre numéro"),
        ticket.label,
        headline,
        place,
        detail=detail,
        pause=pause,
        aside=marked(aside, aside_in, spoken),
        aside_in=site.spoken(aside_in),
        message=marked(message, message_in, spoken),
        message_in=site.spoken(message_in),
        actions=tuple(name for name in ACTIONS if may(floor, asked_by_phone(ticket.id, name), now) is None),
        calls=1 + ticket.recalls if ticket.state is TicketState.CALLED else 0,
    )
    if ticket.state is not TicketState.WAITING:
        return shown
    return replace(shown, wait=_wait(band, words), come_back=_come_back(come_back, words))


def page_words(site: Site, language: str) -> Mapping[str, str]:
    """What the page says around a ticket, in ``language``."""
    _ = catalogue(language).gettext
    return {
        "tagline": label_in(site.tagline, language),
        "reload": _("Mettre à jour"),
        "lost": _("Connexion perdue. La page se remet à jour toute seule."),
        "anonymous": _("Nous ne demandons pas votre nom. Nous ne gardons rien sur vous."),
        "alert": _("Me prévenir par un son"),
        "alerting": _("Un son vous préviendra. Gardez cette page ouverte."),
        "give-up": _("Je rends mon numéro"),
        "more-time": _("J’ai besoin de temps"),
        "back": _("Je suis prêt"),
    }


def asked_words(action: str, site: Site, language: str) -> Mapping[str, str]:
    """The question before something that cannot be taken back from a phone, with both answers."""
    _ = catalogue(language).gettext
    if action == "more-time":
        minutes = site.manners.more_time_min
        return {
            "action": action,
            "question": _("Laisser passer d’autres personnes ?"),
            "meaning": _(
                "Pendant {minutes} minutes, d’autres passent avant vous. Puis vous reprenez votre place."
            ).format(minutes=minutes),
            "yes": _("Oui, j’ai besoin de temps"),
            "no": _("Non, je reste"),
        }
    return {
        "action": action,
        "question": _("Rendre votre numéro ?"),
        "meaning": _("Nous ne vous appellerons plus. Vous pourrez reprendre un numéro quand vous voulez."),
        "yes": _("Oui, je rends mon numéro"),
        "no": _("Non, je garde ma place"),
    }


def language_of(floor: Floor, ticket: Ticket | None, asked: str | None) -> str:
    """The language asked for, else the ticket's, else the site's first."""
    wanted = asked or (ticket.language if ticket is not None else None)
    return wanted if wanted in floor.site.languages else floor.site.languages[0]


def _turn(ahead: int, words: Catalogue) -> str:
    if ahead == 0:
        return words.gettext("Vous êtes le prochain numéro.")
    # Not by "%": Arabic says one and two in a word, and leaves the figure out.
    return words.ngettext("%d personne avant vous.", "%d personnes avant vous.", ahead).replace("%d", str(ahead))


def _wait(band: Band | None, words: Catalogue) -> str:
    _ = words.gettext
    if band is None:
        return ""
    if band == NO_WAIT:
        return _("Sans attente")
    # Arabic counts up to ten minutes with another word than more of them.
    match band.low_min == 0, band.high_min <= FEW_MIN:
        case True, True:
            text = words.pgettext("ten at most", "Attente prévue :\nmoins de {high}\u00a0min")
        case True, False:
            text = _("Attente prévue :\nmoins de {high}\u00a0min")
        case False, True:
            text = words.pgettext("ten at most", "Attente prévue :\n{low} à {high}\u00a0min")
        case _:
            text = _("Attente prévue :\n{low} à {high}\u00a0min")
    return text.format(low=band.low_min, high=band.high_min)


def _come_back(moment: datetime | None, words: Catalogue) -> str:
    _ = words.gettext
    if moment is None:
        return _("Restez près de nous :\nvotre tour peut venir vite.")
    said = _("Vous pouvez revenir\nvers {hour}\u00a0h\u00a0{minute}.")
    return said.format(hour=moment.hour, minute=f"{moment.minute:02}")


def _pause(floor: Floor, ticket: Ticket, words: Catalogue, language: str) -> tuple[str, str, str]:
    """What the house says of a pause; apart from it what reception said in another language only, and in which."""
    _ = words.gettext
    said = floor.front.paused.get(ticket.theme)
    if said is None or ticket.state not in (TicketState.WAITING, TicketState.PARKED):
        return "", "", language
    message, own = text_with_language(said, language, floor.site.languages[0])
    lines = (_("En pause pour le moment."), message if own == language else "", _("Votre numéro reste valable."))
    return "\n".join(line for line in lines if line), "" if own == language else message, own


def _where(floor: Floor, ticket: Ticket, come_back: datetime | None, words: Catalogue, language: str) -> str:
    _ = words.gettext
    zone = label_in(zone_to_wait_in(floor, ticket.theme).label, language)
    if is_right_to_left(language):
        # A name that nobody translated runs its own way, and leaves the full stop behind it where it belongs.
        zone = f"{ISOLATE}{zone}{END_ISOLATE}"
    if come_back is not None:
        return _("À votre retour, installez-vous : %s.") % zone
    if ticket.theme == RECEPTION:
        return _("Installez-vous : %s. L’accueil vous appelle bientôt.") % zone
    return _("Installez-vous : %s. Nous vous appelons bientôt.") % zone


def _sentences(
    floor: Floor, ticket: Ticket, come_back: datetime | None, words: Catalogue, language: str
) -> tuple[str, str, str]:
    """Headline, place and detail for a ticket of today."""
    _ = words.gettext
    counter = floor.site.counter(ticket.counter) if ticket.counter is not None else None
    place = counter.label if counter is not None else ""
    match ticket.state:
        case TicketState.WAITING:
            return _turn(people_ahead(floor, ticket), words), "", _where(floor, ticket, come_back, words, language)
        case TicketState.CALLED:
            return _("C’est à vous !"), place, _("On vous attend.")
        case TicketState.IN_INTERVIEW:
            return _("Bon entretien."), place, ""
        case TicketState.PARKED if ticket.for_counter is None and ticket.until is not None:
            back = floor.site.local(ticket.until)
            said = _("Vous reprenez votre place à {hour}\u00a0h\u00a0{minute}. D’autres passent avant vous.")
            return _("Prenez votre temps."), "", said.format(hour=back.hour, minute=f"{back.minute:02}")
        case TicketState.PARKED:
            detail = _("Revenez nous voir dès que vous êtes prêt : votre place est gardée.")
            return _("Nous vous attendons."), "", detail
        case TicketState.ABSENT:
            return (
                _("Nous vous avons appelé."),
                "",
                _("Vous êtes là ? Passez à l’accueil : vous ne perdez pas votre place."),
            )
        case TicketState.WITHDRAWN:
            return _("Nous n’appellerons plus ce numéro."), "", _("L’accueil est là pour vous.")
        case TicketState.DONE:
            return _("Merci de votre visite."), "", _("Revenez quand vous voulez : c’est libre et gratuit.")
