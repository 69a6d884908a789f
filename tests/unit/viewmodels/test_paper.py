"""What the paper says: in the visitor's language first, in the house's beneath, and nothing that was not wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from cdm_kiosk.domain.bands import NO_WAIT, Band
from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import RECEPTION, Site, TicketLook
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station.translations import FOLDER
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.screen import ticket_facts
from cdm_kiosk.viewmodels.kiosk.visit import Given, Visit
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from tests.tools.polyglot import polyglot
from tests.tools.tickets import in_words

NOW = datetime(2026, 11, 22, 13, 52, tzinfo=UTC)
BENEATH = ("welcome", "number_heading", "where", "wait", "follow")


def paper(site: Site, language: str, **changes: Any) -> TicketPaper:
    facts = TicketFacts(
        site,
        number=42,
        theme="emploi",
        zone="accueil",
        band=Band(25, 40),
        come_back_at=datetime(2026, 11, 22, 14, 15, tzinfo=UTC),
        follow_url="http://hub/t/42",
        language=language,
        now=NOW,
    )
    return in_words(replace(facts, **changes))


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


def look(site: Site, **changes: Any) -> Site:
    return replace(site, ticket=replace(TicketLook(), **changes))


def test_a_french_ticket_is_french_alone(site: Site) -> None:
    told = paper(site, "fr")
    assert not told.is_bilingual
    assert [plain(each) for each in told.where] == [
        "Installez-vous ici :",
        "l’espace d’attente, près de l’accueil",
    ]
    assert plain(told.band_text) == "Attente prévue : 25 à 40 min."
    assert plain(told.come_back_text) == "Vous pouvez revenir vers 15 h 15."
    assert told.welcome == "Bienvenue. Libre, gratuit, anonyme."
    assert (told.theme, told.large, told.logo) == ("", False, "")


def test_a_visitor_who_reads_english_has_all_of_it_in_english_and_in_french_beneath(site: Site) -> None:
    told = paper(site, "en")
    assert plain(told.number_heading) == "Your number"
    assert plain(told.number_heading_beneath) == "Votre numéro"
    assert told.where == ("Please take a seat here:", "the waiting area, near reception")
    assert plain(told.where_beneath) == "Installez-vous ici : l’espace d’attente, près de l’accueil"
    assert plain(told.come_back_text) == "You can come back at about 15:15."
    # Two sentences of the wait in one: the paper does not become twice as long.
    assert plain(told.wait_beneath) == "Attente prévue : 25 à 40 min. Vous pouvez revenir vers 15 h 15."
    assert told.welcome_beneath == "Bienvenue. Libre, gratuit, anonyme."
    assert told.follow_beneath == paper(site, "fr").follow_text


@pytest.mark.parametrize("language", [code for code in NAMES if code != "fr"])
def test_each_language_has_its_own_words_above_the_french_ones(site: Site, language: str) -> None:
    spoken = polyglot(site)
    told, french = paper(spoken, language), paper(spoken, "fr")
    own = {
        "welcome": told.welcome,
        "number_heading": told.number_heading,
        "where": " ".join(told.where),
        "wait": f"{told.band_text} {told.come_back_text}",
        "follow": told.follow_text,
    }
    for name in BENEATH:
        beneath = getattr(told, f"{name}_beneath")
        assert beneath, name
        assert beneath != own[name], name
    assert told.number_heading_beneath == french.number_heading
    assert told.right_to_left == (language == "ar")


@pytest.fixture
def screen_in_spanish() -> Iterator[None]:
    translator = QTranslator()
    assert translator.load("kiosk_es", str(FOLDER))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.usefixtures("qapp", "screen_in_spanish")
def test_the_paper_speaks_its_own_languages_whatever_the_screen_speaks(site: Site) -> None:
    assert QCoreApplication.translate("KioskViewModel", "Votre numéro") == "Su número"
    assert paper(site, "en").number_heading == "Your number"
    assert paper(site, "en").number_heading_beneath == "Votre numéro"
    assert plain(paper(site, "fr").band_text) == "Attente prévue : 25 à 40 min."


def test_ten_minutes_at_most_have_their_own_words_in_arabic(site: Site) -> None:
    few, many = (paper(site, "ar", band=Band(0, high)).band_text for high in (10, 20))
    assert plain(few).replace("10", "20") != plain(many)


def test_what_a_house_says_in_no_other_language_is_not_said_twice(site: Site) -> None:
    themes = tuple(replace(theme, label={"fr": theme.label["fr"]}) for theme in site.themes)
    site = replace(site, tagline={"fr": site.tagline["fr"]}, themes=themes)
    german = paper(site, "de")
    assert german.welcome == "Willkommen."
    assert german.welcome_beneath == "Bienvenue. Libre, gratuit, anonyme."
    without = replace(site, tagline={})
    assert paper(without, "fr").welcome == "Bienvenue."
    assert paper(look(site, theme=True), "de").theme_beneath == ""


def test_beside_a_foreign_language_a_house_speaks_its_own_first_one(site: Site) -> None:
    ticinese = replace(polyglot(site), languages=("it", "de", "fr"))
    assert paper(ticinese, "de").number_heading_beneath == "Il suo numero"
    assert not paper(ticinese, "it").is_bilingual
    assert paper(ticinese, "fr").number_heading == "Votre numéro"


@pytest.mark.parametrize(
    ("line", "field", "left"),
    [
        ("welcome", "welcome", ""),
        ("band", "band_text", None),
        ("come_back", "come_back_text", ""),
        ("code", "follow_text", ""),
        ("date", "date_text", ""),
    ],
)
def test_a_line_that_the_site_does_not_want_is_not_printed(
    site: Site, line: str, field: str, left: str | None
) -> None:
    for language in ("fr", "en"):
        wanted, unwanted = paper(site, language), paper(look(site, **{line: False}), language)
        assert getattr(wanted, field)
        assert getattr(unwanted, field) == left
        assert (unwanted.number, unwanted.where) == (wanted.number, wanted.where)
    # The desk tells one paper from another by its address, with or without a code.
    assert unwanted.follow_url == wanted.follow_url
    assert unwanted.has_code == (line != "code")


def test_the_theme_is_on_the_paper_only_where_the_site_wants_it(site: Site) -> None:
    assert "emploi" not in json.dumps(asdict(paper(site, "fr")))
    assert paper(look(site, theme=True), "fr").theme == "Trouver un emploi"
    assert paper(look(site, theme=True), "en").theme_beneath == "Trouver un emploi"


def test_the_words_of_the_house_replace_those_of_the_program(site: Site) -> None:
    own = look(site, words={"fr": "Entrez, vous êtes chez vous.", "en": "Come in."})
    assert paper(own, "fr").welcome == "Entrez, vous êtes chez vous."
    told = paper(own, "en")
    assert (told.welcome, told.welcome_beneath) == ("Come in.", "Entrez, vous êtes chez vous.")
    # Nothing of the house's in Spanish: the program's own there, the house's beneath.
    assert paper(own, "es").welcome_beneath == "Entrez, vous êtes chez vous."
    assert paper(own, "es").welcome.startswith("Bienvenidos.")


def test_reception_calls_its_own_visitors_and_a_logo_comes_only_where_wanted(site: Site) -> None:
    assert plain(paper(site, "fr", theme=RECEPTION).band_text) == "L’accueil vous appelle dans 25 à 40 min."
    assert paper(site, "fr", logo="picture").logo == ""
    assert paper(look(site, logo=True), "fr", logo="picture").logo == "picture"


def test_a_ticket_for_which_a_table_is_free_says_so_without_minutes(site: Site) -> None:
    assert paper(site, "fr", band=NO_WAIT).band_text == "Sans attente."
    assert paper(site, "en", band=NO_WAIT).band_text == "No wait."


def test_a_ticket_without_a_forecast_says_no_wait_in_either_language(site: Site) -> None:
    told = paper(site, "en", band=None, come_back_at=None)
    assert (told.band_text, told.come_back_text, told.wait_beneath) == (None, "", "")


def test_a_paper_can_be_kept_in_a_file_and_taken_out_again_whole(site: Site) -> None:
    told = paper(look(site, theme=True, logo=True), "ar", large=True, logo="picture")
    kept = json.loads(json.dumps(asdict(told)))
    assert TicketPaper(**{**kept, "where": tuple(kept["where"])}) == told


def test_who_had_the_screen_in_large_text_gets_large_print(site: Site) -> None:
    given = Given(42, "emploi", "http://hub/t/42", "accueil", 3, Band(25, 40))
    visit = Visit(language="en", ticket=given)
    assert not ticket_facts(visit, site, NOW).large
    facts = ticket_facts(replace(visit, comfort=Comfort(large_text=True)), site, NOW)
    assert facts.large
    assert (facts.number, facts.language, facts.zone, facts.band) == (42, "en", "accueil", Band(25, 40))
    assert in_words(facts).large
