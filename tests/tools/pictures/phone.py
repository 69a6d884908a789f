"""Pictures of the ticket page in a phone's browser."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Site
from tests.tools.house_variants import LONGEST_MESSAGE
from tests.tools.hub import RunningHub
from tests.tools.pictures.album import LANGUAGES, Album
from tests.tools.polyglot import polyglot_file


def phone_pictures(album: Album, _site: Site) -> None:
    """The ticket page of a real hub, as a phone's browser shows it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("phone: skipped, there is no chromium on the PATH")
        return
    if not album.claims():
        return
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as data,
        RunningHub(Path(data, "data"), polyglot_file(Path(data))) as hub,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2)
        page.set_default_timeout(120_000)

        def take(state: str, ticket: str, languages: Sequence[str] = LANGUAGES) -> None:
            for language in languages:
                page.goto(f"{hub.pages_url}/t/{ticket}?lang={language}", wait_until="domcontentloaded")
                if state in ("next", "waiting", "waiting_long", "paused", "paused_message", "message"):
                    # The forecast follows the number.
                    page.locator("#wait:not(:empty)").wait_for()
                album.screenshot(page, state, language)

        for counter in ("1", "2", "3"):
            hub.post(f"/counters/{counter}/call-next")
        mine = hub.issue("creation")["id"]
        others = [hub.issue("emploi")["id"] for _ in range(3)]
        take("next", mine, [*NAMES])
        page.set_viewport_size({"width": 320, "height": 568})
        page.goto(f"{hub.pages_url}/t/{mine}?lang=ar")
        album.screenshot(page, "small", "ar")
        page.set_viewport_size({"width": 390, "height": 844})
        for question in ("give-up", "more-time"):
            for language in ("fr", "de", "ar"):
                page.goto(f"{hub.pages_url}/t/{mine}?lang={language}&ask={question}")
                album.screenshot(page, f"asked_{question.replace('-', '_')}", language)
        aside = hub.issue("creation")["id"]
        page.request.post(f"{hub.pages_url}/t/{aside}/more-time")
        take("aside", aside)
        take("waiting", others[2])
        last = [hub.issue("emploi")["id"] for _ in range(8)][-1]
        take("waiting_long", last)
        back = {"fr": "De retour à 15 h.", "en": "Back at 3 p.m.", "es": "Volvemos a las 15:00."}
        hub.post("/themes/emploi/pause", {"message": back})
        take("paused", last)
        hub.tell({"fr": LONGEST_MESSAGE})
        take("paused_message", last, ["fr"])
        hub.post("/themes/emploi/resume")
        take("message", mine, ["fr"])
        hub.tell({})
        hub.post("/counters/3/call-next")
        take("called", mine, [*NAMES])
        hub.post("/counters/3/start")
        take("in_interview", mine)
        hub.post("/counters/3/finish")
        take("done", mine)
        hub.post("/counters/2/call-next")
        hub.post("/counters/2/no-show")
        take("absent", others[0])
        hub.post(f"/tickets/{others[1]}/withdraw")
        take("withdrawn", others[1])
        take("unknown", "nobody-ever-had-this-one")
