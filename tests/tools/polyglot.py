"""The sample site in every language that the program speaks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site, Theme
from tests.tools.hub import DEMO_SITE

VAE = (
    *("Valider mes acquis (VAE)", "Have my experience recognised", "Validar mi experiencia"),
    *("Far riconoscere la mia esperienza", "Validar a minha experiência", "Meine Erfahrung anerkennen lassen"),
    *("Mijn ervaring laten erkennen", "الاعتراف بخبرتي المهنية", "Підтвердити свій досвід"),
)
APPRENTICESHIP = (
    *("Vivre mon apprentissage", "Get through my apprenticeship", "Vivir mi aprendizaje"),
    *("Vivere il mio apprendistato", "Viver a minha aprendizagem", "Meine Lehre gut durchlaufen"),
    *("Mijn leertijd doorlopen", "متابعة تدريبي المهني", "Пройти своє учнівство"),
)
MOBILITY = (
    *("Partir travailler ou étudier ailleurs", "Work or study somewhere else"),
    *("Trabajar o estudiar en otro lugar", "Lavorare o studiare altrove", "Trabalhar ou estudar noutro lugar"),
    *("Anderswo arbeiten oder studieren", "Elders werken of studeren"),
    *("العمل أو الدراسة في مكان آخر", "Працювати чи навчатися деінде"),
)
"""In the order of ``NAMES``."""


def polyglot(site: Site) -> Site:
    """The site with every language that the program speaks, French first."""
    return replace(site, languages=tuple(NAMES))


def eight_themes(site: Site) -> Site:
    """The site with three themes more, their names as long as such names are, in every language."""
    more = (
        Theme("vae", _named(VAE), "medaille", "#A3345E"),
        Theme("apprentissage", _named(APPRENTICESHIP), "apprentissage", "#4A5568"),
        Theme("mobilite", _named(MOBILITY), "mobilite", "#6B4636"),
    )
    return replace(polyglot(site), themes=(*site.themes, *more))


def _named(names: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(NAMES, names, strict=True))


def polyglot_file(folder: Path) -> Path:
    """The file of such a site, for a hub to read."""
    ours = 'languages = ["fr", "en", "es"]'
    text = DEMO_SITE.read_text("utf-8")
    assert text.index(ours) < text.index("[["), "the site's own languages come before anybody else's"
    every = ", ".join(f'"{code}"' for code in NAMES)
    file = folder / "polyglot.toml"
    file.write_text(text.replace(ours, f"languages = [{every}]", 1), "utf-8")
    return file
