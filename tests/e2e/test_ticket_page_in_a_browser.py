"""The ticket page as people meet it on a phone: live, offline and back, small, enlarged, by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from cdm_kiosk.domain.languages import NAMES
from tests.tools.hub import RunningHub
from tests.tools.line import Line
from tests.tools.polyglot import polyglot_file

LANGUAGES = tuple(NAMES)
STATES = ("waiting", "parked", "called", "in_interview", "done", "asked", "over")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    """A hub whose house speaks every language."""
    with RunningHub(tmp_path / "data", polyglot_file(tmp_path)) as running:
        yield running


@pytest.fixture
def phone(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 320, "height": 568}, device_scale_factor=2, is_mobile=True)


def opened(phone: BrowserContext, url: str) -> Page:
    page = phone.new_page()
    page.goto(url)
    return page


def languages_in_turn(hub: RunningHub, phone: BrowserContext) -> Iterator[tuple[str, Page]]:
    """One page, on a new ticket in each language.

    Nothing closes a page here: Chromium may forget to while the page fetches itself anew, and the test would wait
    for ever (github.com/microsoft/playwright/issues/42366).
    """
    page = phone.new_page()
    for language in LANGUAGES:
        page.goto(hub.issue("emploi", language=language)["follow_url"])
        expect(page.locator("html")).to_have_attribute("lang", language)
        yield language, page


def bring_to(hub: RunningHub, url: str, state: str, page: Page) -> None:
    """The visitor's ticket in ``state``, and the page there too."""
    acts = {
        "called": ["call-next"],
        "in_interview": ["call-next", "start"],
        "done": ["call-next", "start", "finish"],
    }
    for act in acts.get(state, []):
        assert hub.post(f"/counters/2/{act}").status_code == 200
    if state == "parked":
        page.request.post(f"{url}/more-time")
    if state == "asked":
        page.locator("[data-action=give-up]").click()
        expect(page.locator(".asked")).to_be_visible()
        return
    if state == "over":
        hub.post("/day/close")
    expect(page.locator("body")).to_have_attribute("data-state", state)


def overflow(page: Page) -> int:
    """How many pixels of the page lie beside the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("language", ["fr", "ar", "uk"])
def test_nothing_stands_in_the_way_of_anybody_in_any_state(
    hub: RunningHub, phone: BrowserContext, language: str
) -> None:
    page = phone.new_page()
    for state in STATES:
        url = hub.issue("emploi", language=language)["follow_url"]
        page.goto(url)
        bring_to(hub, url, state, page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{state}: {found.generate_report()}"
        assert overflow(page) == 0, state
        page.goto("about:blank")  # the page would follow what comes now, in the way of the next one
        for act in ("start", "finish"):
            hub.post(f"/counters/2/{act}")
        phone.request.post(f"{url}/give-up")


def test_nothing_stands_in_the_way_of_anybody_in_any_language(hub: RunningHub, phone: BrowserContext) -> None:
    for language, page in languages_in_turn(hub, phone):
        found = Axe().run(page)
        assert found.violations_count == 0, f"{language}: {found.generate_report()}"


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_wcag_2_2_adds_is_met_in_every_state(hub: RunningHub, phone: BrowserContext, language: str) -> None:
    page = phone.new_page()
    orders = []
    for state in ("waiting", "parked", "asked", "called"):
        url = hub.issue("emploi", language=language)["follow_url"]
        page.goto(url)
        bring_to(hub, url, state, page)
        # Off unless they are asked for by their tag.
        added = Axe().run(page, options={"runOnly": {"type": "tag", "values": ["wcag22a", "wcag22aa"]}})
        assert added.violations_count == 0, f"{state}: {added.generate_report()}"
        # 2.5.8 asks for 24 pixels.
        small = page.evaluate(
            "[...document.querySelectorAll('a, button')].filter(e => e.offsetParent)"
            ".filter(e => e.offsetWidth < 44 || e.offsetHeight < 44).map(e => e.outerHTML)"
        )
        assert small == [], state
        # 2.4.11: whatever has the focus is in sight whole, and nothing lies over it.
        reached = set()
        for _ in range(page.locator("a:visible, button:visible").count()):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "() => { const focused = document.activeElement, box = focused.getBoundingClientRect();"
                " const points = [[.5, .5], [.1, .1], [.9, .9]].map(([x, y]) =>"
                "  document.elementFromPoint(box.left + x * box.width, box.top + y * box.height));"
                " return [focused.outerHTML, points.every(each => focused.contains(each))]; }"
            )
            assert seen[1], f"{state}: {seen[0]}"
            reached.add(seen[0])
        assert len(reached) == page.locator("a:visible, button:visible").count(), state
        if state != "asked":
            orders.append(page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)"))
        page.goto("about:blank")
        phone.request.post(f"{url}/give-up")
    # 3.2.6: the sentence that sends to reception stands in the same place in each state.
    assert all(order == orders[0] for order in orders)


def test_at_twice_the_text_nothing_is_cut_off(hub: RunningHub, phone: BrowserContext) -> None:
    for language, page in languages_in_turn(hub, phone):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert overflow(page) == 0, language
        cut = page.evaluate(
            "[...document.querySelectorAll('main *, footer *')]"
            ".filter(e => getComputedStyle(e).overflow === 'hidden' && e.id !== 'said')"
            ".filter(e => e.scrollHeight > e.clientHeight)"
            ".map(e => e.outerHTML)"
        )
        assert cut == [], language


def test_what_leads_to_an_answer_is_light_to_its_end_on_a_small_screen(
    hub: RunningHub, phone: BrowserContext
) -> None:
    page = opened(phone, hub.issue("emploi", language="de")["follow_url"])
    lead = page.locator("#come_back span")
    expect(lead).to_have_text("Bitte bleiben Sie in der Nähe:")
    assert lead.evaluate("lead => lead.getClientRects().length") == 2
    hub.post("/themes/emploi/pause", {"message": {"fr": "De retour à 15 h"}})
    # What comes live is made like what came with the page.
    expect(page.locator("#pause span")).to_have_text("Gerade Pause.")
    for each in page.locator("main span").all():
        expect(each).to_have_css("font-weight", "400")


def test_a_phone_that_lost_its_line_says_so_and_is_right_again_by_itself(
    hub: RunningHub, phone: BrowserContext
) -> None:
    page = opened(phone, hub.issue("emploi")["follow_url"])
    expect(page.locator("#lost")).to_be_hidden()
    hub.kill()
    expect(page.locator("#lost")).to_be_visible()
    hub.start()
    assert hub.post("/counters/2/call-next").status_code == 200
    expect(page.locator("#place")).to_have_text("Table 2", timeout=60_000)
    expect(page.locator("#lost")).to_be_hidden()


LINES = pytest.mark.parametrize("own_line", [False, True], ids=["shared line", "own line"])
NO_WORKER = "delete window.SharedWorker;"


def followed(hub: RunningHub, phone: BrowserContext, url: str) -> Page:
    """A page over ``url`` on a new ticket, which has heard something live."""
    page = opened(phone, url + urlsplit(hub.issue("emploi")["follow_url"]).path)
    said = f"Bonjour {page.url[-6:]}"
    hub.tell({"fr": said})
    expect(page.locator("#message")).to_have_text(said, timeout=60_000)
    return page


@LINES
def test_a_phone_whose_line_fell_silent_says_so_and_is_right_again_once_it_is_back(
    hub: RunningHub, phone: BrowserContext, own_line: bool
) -> None:
    if own_line:
        phone.add_init_script(NO_WORKER)
    with Line(hub.visitors_port) as line:
        page = followed(hub, phone, line.url)
        line.die()
        expect(page.locator("#lost")).to_be_visible(timeout=60_000)
        assert hub.post("/counters/2/call-next").status_code == 200
        line.revive()
        expect(page.locator("#place")).to_have_text("Table 2", timeout=60_000)
        expect(page.locator("#lost")).to_be_hidden()


def test_a_phone_in_another_network_learns_by_itself_that_it_is_called(
    hub: RunningHub, phone: BrowserContext
) -> None:
    with Line(hub.visitors_port) as line:
        page = followed(hub, phone, line.url)
        # What was open stays dead, and nobody was told; a new line would be carried.
        line.die()
        line.revive()
        assert hub.post("/counters/2/call-next").status_code == 200
        expect(page.locator("#place")).to_have_text("Table 2", timeout=60_000)
        expect(page.locator("#lost")).to_be_hidden()


@LINES
@pytest.mark.parametrize(
    "looked_at",
    [
        "document.dispatchEvent(new Event('visibilitychange'))",
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
        "dispatchEvent(new Event('online'))",
    ],
    ids=["in sight again", "back from the history", "in a network again"],
)
def test_a_phone_that_is_looked_at_again_asks_at_once(
    hub: RunningHub, phone: BrowserContext, looked_at: str, own_line: bool
) -> None:
    # What waits for a time waits for ever: only the event can bring the call.
    phone.add_init_script("self.setTimeout = () => 0;" + (NO_WORKER if own_line else ""))
    with Line(hub.visitors_port) as line:
        page = followed(hub, phone, line.url)
        line.die()
        line.revive()
        assert hub.post("/counters/2/call-next").status_code == 200
        page.evaluate(looked_at)
        expect(page.locator("#place")).to_have_text("Table 2")


def test_eight_tickets_of_one_browser_are_followed_over_one_line(hub: RunningHub, phone: BrowserContext) -> None:
    pages = [opened(phone, hub.issue("emploi", language="fr")["follow_url"]) for _ in range(8)]
    expect(pages[7].locator("#headline")).to_have_text("7 personnes avant vous.")
    assert hub.post("/counters/2/call-next").status_code == 200
    expect(pages[0].locator("#place")).to_have_text("Table 2")
    for before, page in enumerate(pages[2:], 1):
        expect(page.locator("#headline")).to_have_text(re.compile(f"^{before} "))


def test_without_a_shared_line_pages_out_of_sight_take_none(hub: RunningHub, phone: BrowserContext) -> None:
    phone.add_init_script(NO_WORKER + "Object.defineProperty(document, 'hidden', { get: () => self.outOfSight });")
    turn = "hidden => { self.outOfSight = hidden; document.dispatchEvent(new Event('visibilitychange')); }"
    pages = []
    for _ in range(8):
        pages.append(followed(hub, phone, hub.pages_url))
        pages[-1].evaluate(turn, True)
    assert hub.post("/counters/2/call-next").status_code == 200
    pages[0].evaluate(turn, False)
    expect(pages[0].locator("#place")).to_have_text("Table 2")
    # Whoever asked for a sound is called wherever the page is.
    pages[1].evaluate(turn, False)
    pages[1].locator("#alert").click()
    pages[1].evaluate(turn, True)
    for verb in ("start", "finish", "call-next"):
        assert hub.post(f"/counters/2/{verb}").status_code == 200
    expect(pages[1].locator("#place")).to_have_text("Table 2")


def test_a_page_whose_shared_line_never_came_to_be_takes_its_own(hub: RunningHub, phone: BrowserContext) -> None:
    phone.add_init_script("self.SharedWorker = class { port = { postMessage() {} } };")
    page = opened(phone, hub.issue("emploi")["follow_url"])
    assert hub.post("/counters/2/call-next").status_code == 200
    expect(page.locator("#place")).to_have_text("Table 2", timeout=60_000)


def test_a_phone_that_was_refused_comes_back_by_itself(hub: RunningHub, phone: BrowserContext) -> None:
    phone.add_init_script(NO_WORKER)
    refused = re.compile("/events")
    phone.route(refused, lambda asked: asked.fulfill(status=502))
    page = opened(phone, hub.issue("emploi")["follow_url"])
    expect(page.locator("#lost")).to_be_visible()
    phone.unroute(refused)
    assert hub.post("/counters/2/call-next").status_code == 200
    expect(page.locator("#place")).to_have_text("Table 2", timeout=60_000)
    expect(page.locator("#lost")).to_be_hidden()


def test_when_the_day_closes_the_page_says_so_without_being_fetched_again(
    hub: RunningHub, phone: BrowserContext
) -> None:
    page = opened(phone, hub.issue("emploi", language="fr")["follow_url"])
    expect(page.locator("#headline")).to_have_text("Vous êtes le prochain numéro.")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert hub.post("/day/close").status_code == 200
    expect(page.locator("#headline")).to_have_text("Ce ticket n’est plus valable.")
    for gone in ("#number", ".acts", "nav", "#lost"):
        expect(page.locator(gone)).to_have_count(0)
    assert page.title() == page.locator(".site").text_content()
    assert asked == []


def test_by_keyboard_alone_a_visitor_gives_up_the_turn(hub: RunningHub, phone: BrowserContext) -> None:
    page = opened(phone, hub.issue("emploi", language="fr")["follow_url"])
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == "give-up":
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Rendre votre numéro ?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#headline")).to_have_text("Nous n’appellerons plus ce numéro.")


def test_whoever_thinks_twice_keeps_the_place(hub: RunningHub, phone: BrowserContext) -> None:
    page = opened(phone, hub.issue("emploi", language="fr")["follow_url"])
    page.locator("[data-action=give-up]").click()
    page.get_by_text("Non, je garde ma place").click()
    expect(page.locator("#headline")).to_have_text("Vous êtes le prochain numéro.")


def test_the_page_changes_language_in_one_touch_and_stays_live(hub: RunningHub, phone: BrowserContext) -> None:
    page = opened(phone, hub.issue("emploi", language="fr")["follow_url"])
    page.locator("nav a[lang=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    hub.post("/counters/2/call-next")
    expect(page.locator("#headline")).to_have_text("It is your turn!")


def test_the_phone_sounds_and_buzzes_when_called_once_the_visitor_allowed_it(
    hub: RunningHub, phone: BrowserContext
) -> None:
    phone.add_init_script(
        "const count = (name) => {"
        " const told = document.documentElement.dataset; told[name] = Number(told[name] || 0) + 1; };"
        "navigator.vibrate = () => { count('buzzes'); return true; };"
        "const start = OscillatorNode.prototype.start;"
        "OscillatorNode.prototype.start = function (at) { count('notes'); return start.call(this, at); };"
    )
    page = opened(phone, hub.issue("emploi")["follow_url"])
    silent = opened(phone, page.url)
    page.locator("#alert").click()
    expect(page.locator("#alert")).to_have_attribute("aria-pressed", "true")
    hub.post("/counters/2/call-next")
    expect(page.locator("#place")).to_have_text("Table 2")
    whole = page.locator("html")
    expect(whole).to_have_attribute("data-notes", "3")
    expect(whole).to_have_attribute("data-buzzes", "2")
    hub.post("/counters/2/recall")
    expect(whole).to_have_attribute("data-notes", "6")
    expect(silent.locator("#place")).to_have_text("Table 2")
    assert silent.locator("html").get_attribute("data-notes") is None


def test_nothing_is_asked_of_anybody_else_and_nothing_is_kept(hub: RunningHub, phone: BrowserContext) -> None:
    asked: list[Request] = []
    phone.on("request", lambda request: asked.append(request))
    page = opened(phone, hub.issue("emploi")["follow_url"])
    hub.post("/counters/2/call-next")
    expect(page.locator("#place")).to_have_text("Table 2")
    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(hub.pages_url).netloc}
    assert phone.cookies() == []
    assert phone.storage_state()["origins"] == []


def test_who_is_called_while_thinking_about_a_question_sees_the_call(
    hub: RunningHub, phone: BrowserContext
) -> None:
    page = opened(phone, hub.issue("emploi", language="fr")["follow_url"])
    page.locator("[data-action=give-up]").click()
    expect(page.locator(".asked")).to_be_visible()
    hub.post("/counters/2/call-next")
    expect(page.locator("#place")).to_have_text("Table 2")
