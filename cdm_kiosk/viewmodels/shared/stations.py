"""What stations are called, where they can stand, and what is proposed for a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.site import Site, label_in
from cdm_kiosk.domain.stations import ListedStation, Paper

ROLES = (Role.KIOSK, Role.DISPLAY, Role.ADVISOR, Role.RECEPTION)
ANYWHERE = ""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A zone or a table of the site; "" is any."""

    place: str
    label: str
    chosen: bool


def roles_of(site: Site) -> tuple[Role, ...]:
    """What a station of this site can be."""
    return tuple(each for each in ROLES if each is not Role.ADVISOR or site.counters)


def role_name(role: str) -> str:
    names = {
        Role.KIOSK: _tr("borne"),
        Role.DISPLAY: _tr("écran"),
        Role.ADVISOR: _tr("table"),
        Role.RECEPTION: _tr("accueil"),
    }
    return names.get(Role(role), "")


def places_title(role: str) -> str:
    """What a role's places are; "" for a role that has none."""
    titles = {
        Role.KIOSK: _tr("Dans quelle zone est-elle ?"),
        Role.DISPLAY: _tr("Pour quelle zone ?"),
        Role.ADVISOR: _tr("À quelle table ?"),
    }
    return titles.get(Role(role), "")


def place_rows(site: Site, role: str, chosen: str) -> tuple[PlaceRow, ...]:
    """Where a station of this role can stand: nowhere in particular, or at a place; nothing where all is one."""
    places = _places(site, role)
    if not places or (role != Role.ADVISOR and len(places) < 2):
        return ()
    anywhere = _tr("Toutes") if role == Role.DISPLAY else _tr("Aucune en particulier")
    rows = ((ANYWHERE, anywhere), *places)
    return tuple(PlaceRow(place, label, place == chosen) for place, label in rows)


def place_text(site: Site, role: str, place: str) -> str:
    """The label of a station's place; "" for none, and for one that the site has no more."""
    return dict(_places(site, role)).get(place, "")


def has_place(site: Site, role: str, place: str) -> bool:
    """Whether the site still has a station's place."""
    return not place or place in dict(_places(site, role))


def proposed_place(site: Site, role: str, paired: Iterable[ListedStation]) -> str:
    """The first table without a station; a kiosk and a display are for all zones."""
    if role != Role.ADVISOR:
        return ANYWHERE
    taken = {each.place for each in paired if each.role == role}
    return next((place for place, _ in _places(site, role) if place not in taken), ANYWHERE)


def proposed_name(site: Site, role: str, place: str, names: Collection[str]) -> str:
    """A name that nobody has: by the place, else by the role, with a number where it is needed."""
    taken = {each.casefold() for each in names}
    label = place_text(site, role, place)
    wishes: list[str] = []
    if role == Role.ADVISOR and label:
        wishes.append(label)
    elif role == Role.DISPLAY and label:
        wishes.append(_tr("Écran {place}").format(place=label[:1].lower() + label[1:]))
    elif role == Role.RECEPTION:
        wishes.append(_tr("Accueil"))
    found = next((each for each in wishes if len(each) <= LONGEST_NAME and each.casefold() not in taken), "")
    if found:
        return found
    bases = {
        Role.KIOSK: _tr("Borne {number}"),
        Role.DISPLAY: _tr("Écran {number}"),
        Role.ADVISOR: _tr("Table {number}"),
        Role.RECEPTION: _tr("Accueil {number}"),
    }
    base = bases[Role(role)]
    first = 2 if role == Role.RECEPTION else 1
    numbered = (base.format(number=number) for number in range(first, len(taken) + first + 1))
    return next(each for each in numbered if each.casefold() not in taken)


def paper_trouble(paper: Paper) -> str:
    """What is the matter with a printer, and what to do."""
    texts = {
        Paper.NEAR_END: _tr("bientôt plus de papier, préparer un rouleau"),
        Paper.PAPER_OUT: _tr("plus de papier, mettre un rouleau"),
        Paper.COVER_OPEN: _tr("capot de l’imprimante ouvert, le fermer"),
        Paper.ERROR: _tr("l’imprimante a un souci, l’éteindre et la rallumer"),
    }
    return texts.get(paper) or _tr("l’imprimante ne répond pas, voir si elle est allumée")


def _places(site: Site, role: str) -> Sequence[tuple[str, str]]:
    if role == Role.ADVISOR:
        return [(each.id, each.label) for each in site.counters if each.id != site.desk]
    if role == Role.RECEPTION:
        return []
    labels = [(each.id, label_in(each.label, site.languages[0])) for each in site.zones]
    return [(zone, label[:1].upper() + label[1:]) for zone, label in labels]


def _tr(text: str) -> str:
    return QCoreApplication.translate("StationWords", text)
