"""A screen reader that knows nothing of us finds its way on every screen: seen from another process by AT-SPI."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from tests.tools.assistive import SCREEN, AssistiveSession, Seen, lacking
from tests.tools.hub import DEMO_SITE, RunningHub, ask

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking() or "nothing lacks")

LANGUAGES = '["fr", "en", "es", "it", "pt"]'
"""More than the header holds, so that the languages have a page of their own."""
CONTROLS = {"push button", "toggle button", "radio button", "check box", "text", "password text", "combo box"}
MEANINGLESS = {"filler", "unknown", "invalid", ""}
THEMES = ["Choisir mon orientation", "Trouver une formation", "Trouver un emploi"]
THEMES += ["Changer de vie professionnelle", "Créer mon activité"]
READ = {"label", "heading", "list item"}
SAMPLE = "Site d’exemple"
SCREEN_WIDTH, SCREEN_HEIGHT = SCREEN
PIN = "2468"


def shows(name: str, role: str = "") -> Callable[[Seen], object]:
    """Whether something whose name begins so is on the screen."""
    return lambda seen: seen.named(name, role)


def is_on(name: str) -> Callable[[Seen], object]:
    """Whether what has that name is on the screen, and on."""
    return lambda seen: any(each.name == name and "checked" in each.states for each in seen.showing())


def walk_kiosk(session: AssistiveSession, hub: RunningHub) -> dict[str, Seen]:
    """Every page of the kiosk, reached by nothing but what an assistive technology can press."""
    pid = session.open("kiosk", *hub.reached("kiosk"), "--windowed")
    home = shows(THEMES[-1], "push button")
    # The bar of the modes comes last, and stands there before the hub has answered.
    whole = (home, shows("Je viens juste regarder"), shows("Contraste"))
    pages = {"themes": session.wait(pid, lambda seen: all(each(seen) for each in whole), "the themes")}
    pages["contrast"] = session.press(pid, "Contraste", is_on("Contraste"))
    session.press(pid, "Contraste", lambda seen: not is_on("Contraste")(seen))
    pages["languages"] = session.press(pid, "Changer de langue", shows("Português"))
    session.press(pid, "Français", home)
    pages["help"] = session.press(pid, "Je ne sais pas", lambda seen: not home(seen))
    session.press(pid, "Retour", home)
    pages["look"] = session.press(pid, "Je viens juste regarder", lambda seen: not home(seen))
    session.press(pid, "Retour", home)
    pages["theme"] = session.press(pid, "Trouver un emploi", shows("Parler à un conseiller"))
    pages["ticket"] = session.press(
        pid, "Parler à un conseiller", lambda seen: any(each.name == "1" for each in seen.showing())
    )
    return {f"kiosk {page}": seen for page, seen in pages.items()}


def walk_way_out(session: AssistiveSession, hub: RunningHub) -> dict[str, Seen]:
    """The locked kiosk's page of the PIN: the corners are touched, all else is pressed."""
    body = {"pin": PIN, "former": None}
    ask("PUT", f"{hub.api}/admin/pin", {"Idempotency-Key": "k"}, json=body).raise_for_status()
    pid = session.open("kiosk", *hub.reached("kiosk"))
    session.wait(pid, shows(THEMES[0]), "the themes")
    left, right = (20, 20), (SCREEN_WIDTH - 20, 20)
    session.touch(left, right, left, right, left)
    pages = {"pin": session.wait(pid, shows("Valider", "push button"), "the page of the PIN")}
    for count, digit in enumerate(PIN, start=1):
        session.press(pid, digit, shows(f"Chiffres tapés\u00a0: {count}"))
    pages["choice"] = session.press(pid, "Valider", shows("Le code est juste.", "dialog"))
    session.press(pid, "Rester", shows(THEMES[0]))
    return {f"way out {page}": seen for page, seen in pages.items()}


def walk_advisor(session: AssistiveSession, hub: RunningHub) -> dict[str, Seen]:
    """An advisor's window: the choice of a table, of a shift, and the shift itself."""
    pid = session.open("advisor", *hub.reached("advisor"))
    pages = {"counters": session.wait(pid, shows("Table 4"), "the tables")}
    pages["shift"] = session.press(pid, "Table 4", shows("Votre permanence", "heading"))
    session.press(pid, "Trouver un emploi", shows("Trouver un emploi : premier"))
    pages["waiting"] = session.press(pid, "Ouvrir la permanence", shows("Appeler le suivant"))
    return {f"advisor {page}": seen for page, seen in pages.items()}


def walk_reception(session: AssistiveSession, hub: RunningHub) -> dict[str, Seen]:
    """The reception's overview, its panel for a new ticket, and the administration's door."""
    pid = session.open("reception", *hub.reached("reception"))
    pages = {"overview": session.wait(pid, shows("Nouveau ticket", "push button"), "the overview")}
    pages["new ticket"] = session.press(pid, "Nouveau ticket", shows("Fermer"))
    session.press(pid, "Fermer", shows("Réglages"))
    pages["pin"] = session.press(pid, "Réglages", lambda seen: len(seen.children) > 1)
    return {f"reception {page}": seen for page, seen in pages.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Seen]]:
    """What the assistive technology saw of every page, by name."""
    folder = tmp_path_factory.mktemp("assistive")
    site = folder / "site.toml"
    text, changed = re.subn(
        r"^languages = .*", f"languages = {LANGUAGES}", DEMO_SITE.read_text(), count=1, flags=re.M
    )
    assert changed
    site.write_text(text)
    with RunningHub(folder / "hub", site) as hub, AssistiveSession(folder) as session:
        yield {
            **walk_kiosk(session, hub),
            **walk_way_out(session, hub),
            **walk_advisor(session, hub),
            **walk_reception(session, hub),
        }


def controls(page: Seen) -> list[Seen]:
    """What a person can press or write in, on the screen now."""
    return [each for each in page.showing() if each.role in CONTROLS or "Press" in each.actions]


def test_each_control_has_a_name_that_can_be_spoken_and_a_role(pages: Mapping[str, Seen]) -> None:
    for page, seen in pages.items():
        found = controls(seen)
        assert found, page
        # Of a hidden text Qt tells not even the name: the group that holds nothing else has it.
        groups = {each.children[0].path: each.name for each in seen.all() if len(each.children) == 1}
        for control in found:
            name = groups[control.path] if control.role == "password text" else control.name
            assert name[:1].isalnum(), f"{page}: {control}"
            assert control.role in CONTROLS, f"{page}: {control}"


def test_each_control_says_that_it_can_be_used_and_can_be_reached(pages: Mapping[str, Seen]) -> None:
    for page, seen in pages.items():
        usable = [each for each in controls(seen) if "enabled" in each.states]
        assert usable, page
        for control in usable:
            assert {"visible", "sensitive"} <= control.states, f"{page}: {control}"
            # A list is one stop for the keyboard; what lies in its rows can be pressed all the same.
            in_a_list = any(
                each.path == control.path[: len(each.path)] for each in seen.all() if each.role == "list"
            )
            assert ("Press" if in_a_list else "SetFocus") in control.actions, f"{page}: {control}"


def test_what_is_chosen_is_told_and_only_one_of_the_choices_that_exclude_each_other(
    pages: Mapping[str, Seen],
) -> None:
    for page, among in {
        "kiosk languages": None,
        "reception overview": "À recevoir",
        "advisor shift": "Français",
    }.items():
        choices = [each for each in controls(pages[page]) if each.role in ("radio button", "check box")]
        assert all("checkable" in each.states for each in choices), page
        (chosen,) = [each for each in choices if "checked" in each.states]
        assert chosen.name.startswith(among or "Français")


def test_a_mode_of_the_kiosk_is_chosen_without_a_touch_and_tells_that_it_is_on(pages: Mapping[str, Seen]) -> None:
    assert is_on("Contraste")(pages["kiosk contrast"])
    assert not is_on("Contraste")(pages["kiosk themes"])
    assert not is_on("Contraste")(pages["kiosk help"])


def test_what_is_said_to_be_on_the_screen_is_there_with_a_size_and_words(pages: Mapping[str, Seen]) -> None:
    for page, seen in pages.items():
        for each in seen.showing():
            if each.role in READ or each in controls(seen):
                x, y, width, height = each.box
                assert width > 0 and height > 0, f"{page}: {each}"  # noqa: PT018
                assert -width < x < SCREEN_WIDTH and -height < y < SCREEN_HEIGHT, f"{page}: {each}"  # noqa: PT018
            assert each.role not in MEANINGLESS, f"{page}: {each}"
            assert each.role not in READ or each.name, f"{page}: {each}"


def test_two_controls_of_a_page_never_have_the_same_name(pages: Mapping[str, Seen]) -> None:
    for page, seen in pages.items():
        for window in seen.children:
            dialogs = [each for each in window.all() if each.role == "dialog" and "showing" in each.states]
            names = [each.name for each in controls(dialogs[-1] if dialogs else window) if each.name]
            assert len(names) == len(set(names)), f"{page}: {sorted(names)}"


def test_the_kiosk_is_read_from_its_heading_through_the_themes_to_the_way_back(pages: Mapping[str, Seen]) -> None:
    for page in ("themes", "theme", "help", "look", "languages", "ticket"):
        read = [each for each in pages[f"kiosk {page}"].showing() if each.role in READ or each.role in CONTROLS]
        places = {each.name: at for at, each in enumerate(read)}
        heading = next(at for at, each in enumerate(read) if each.role == "heading")
        # Only the house's name and the languages come before it, as they do to the eye.
        assert all(at < 3 or read[at].role == "radio button" for at in range(heading)), page
        if page == "themes":
            assert sorted(THEMES, key=places.__getitem__) == THEMES
            assert heading < places[THEMES[0]]
            assert places[THEMES[-1]] < places["Je ne sais pas"] < places["Contraste"]
        elif page != "ticket":
            after = read[places["Retour"] :]
            assert all(each.role in CONTROLS or each.name == SAMPLE for each in after), page


def test_the_ticket_says_its_number_first(pages: Mapping[str, Seen]) -> None:
    read = [each.name for each in pages["kiosk ticket"].showing() if each.role in READ]
    assert read[read.index("Votre numéro") + 1] == "1"


def test_the_way_out_of_the_kiosk_is_a_dialog_that_says_how_many_digits_are_typed_and_never_which(
    pages: Mapping[str, Seen],
) -> None:
    for page, heading in (("pin", "Quitter la borne"), ("choice", "Le code est juste.")):
        (dialog,) = [each for each in pages[f"way out {page}"].showing() if each.role == "dialog"]
        assert dialog.name == heading
    named = [each.name for each in controls(pages["way out pin"])]
    assert named == [*"123456789", "Effacer", "0", "Valider", "Retour"]
    assert [each.name for each in controls(pages["way out choice"])] == ["Rester", "Quitter la borne"]
    assert pages["way out pin"].named("Chiffres tapés\u00a0: 0")
