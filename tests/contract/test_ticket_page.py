"""What a phone gets: the right words in its language without JavaScript, live with it, and nothing that stays."""

from __future__ import annotations

import html
import re
import ssl
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import httpx
import pytest
import trustme

from cdm_kiosk.hub.page_updates import MOST_LINES_OF_A_TICKET
from tests.contract.listening import Listener, listen
from tests.tools.hub import DEMO_SITE, RunningHub

WORDS = {
    "fr": {
        "waiting": "Vous êtes le prochain numéro.",
        "ahead": "2 personnes avant vous.",
        "one_ahead": "1 personne avant vous.",
        "called": "C’est à vous !",
        "in_interview": "Bon entretien.",
        "absent": "Nous vous avons appelé.",
        "done": "Merci de votre visite.",
        "withdrawn": "Nous n’appellerons plus ce numéro.",
        "over": "Ce ticket n’est plus valable.",
        "zone": "l’espace d’attente, près de l’accueil",
    },
    "en": {"zone": "the waiting area, near reception"},
    "es": {"zone": "la zona de espera, cerca de recepción"},
}
STATES = ["waiting", "ahead", "one_ahead", "called", "in_interview", "absent", "done", "withdrawn", "over"]


def get(url: str) -> httpx.Response:
    return httpx.get(url, timeout=60, verify=False)


def seen(page: httpx.Response) -> dict[str, str]:
    """What a browser without JavaScript shows, by the element's id."""
    found = re.findall(r'<(\w+)[^>]*id="(\w+)"[^>]*>(.*?)</\1>', page.text, re.DOTALL)
    return {name: html.unescape(re.sub("</?span>", "", text)).strip() for _, name, text in found}


def headline(page: httpx.Response) -> str:
    return seen(page)["headline"]


def told(phone: Listener, **said: str) -> dict[str, Any]:
    """What the phone hears, once it says that; waits may grow shorter meanwhile."""
    return phone.told("message", lambda content: said.items() <= content.items()).content


def visit(hub: RunningHub, language: str) -> dict[str, httpx.Response]:
    """The page of one ticket in each of its states."""
    first = hub.issue("evolution", language="fr")
    second = hub.issue("evolution", language="fr")
    issued = hub.issue("evolution", language=language)
    url = issued["follow_url"]
    pages = {"ahead": get(url)}
    hub.post(f"/tickets/{first['id']}/withdraw")
    pages["one_ahead"] = get(url)
    hub.post(f"/tickets/{second['id']}/withdraw")
    pages["waiting"] = get(url)
    counter = {"fr": "2", "en": "2", "es": "3"}[language]
    for verb, state in (("call-next", "called"), ("no-show", "absent")):
        assert hub.post(f"/counters/{counter}/{verb}").status_code == 200
        pages[state] = get(url)
    hub.post(f"/tickets/{issued['id']}/back")
    for verb, state in (("call-next", "called"), ("start", "in_interview"), ("finish", "done")):
        assert hub.post(f"/counters/{counter}/{verb}").status_code == 200
        pages[state] = get(url)
    gone = hub.issue("evolution", language=language)
    hub.post(f"/tickets/{gone['id']}/withdraw")
    pages["withdrawn"] = get(gone["follow_url"])
    pages["over"] = get(f"{hub.pages_url}/t/{uuid4().hex}?lang={language}")
    for state in STATES:
        assert f'lang="{language}"' in pages[state].text
        if state not in ("withdrawn", "over"):
            assert seen(pages[state])["number"] == issued["label"]
    place = {"2": "Table 2", "3": "Table 3"}[counter]
    assert (seen(pages["called"])["place"], seen(pages["in_interview"])["place"]) == (place, place)
    assert WORDS[language]["zone"] in seen(pages["waiting"])["detail"]
    return pages


def test_in_french_every_state_has_its_sentence_without_javascript(hub: RunningHub) -> None:
    pages = visit(hub, "fr")
    for state in STATES:
        assert headline(pages[state]) == WORDS["fr"][state]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_state_is_said_in_the_tickets_language_without_javascript(hub: RunningHub, language: str) -> None:
    pages = visit(hub, language)
    said = {state: headline(pages[state]) for state in STATES}
    assert len(set(said.values())) == len(STATES)
    untranslated = [state for state in STATES if said[state] == WORDS["fr"][state]]
    assert untranslated == []
    assert "%" not in "".join(said.values())


def test_the_visitor_may_read_in_another_language_than_the_tickets(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="es")["follow_url"]
    assert {headline(get(f"{url}?lang={language}")) for language in ("fr", "en", "es")} == {
        headline(get(f"{url}?lang=fr")),
        headline(get(f"{url}?lang=en")),
        headline(get(url)),
    }
    assert 'lang="fr"' in get(f"{url}?lang=fr").text


def test_an_arabic_page_is_turned_round_and_names_each_language_in_its_own_script(tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    sample = DEMO_SITE.read_text(encoding="utf-8")
    spoken = 'languages = ["fr-BE", "ar", "uk"]'
    own.write_text(sample.replace('languages = ["fr", "en", "es"]', spoken), encoding="utf-8")
    with RunningHub(tmp_path / "data", own) as hub:
        hub.post("/day/open")
        url = hub.issue("emploi", language="ar")["follow_url"]
        arabic, ukrainian = get(url).text, get(f"{url}?lang=uk").text
        # A phone that reads the page out says septante, too.
        assert '<html lang="fr-BE" dir="ltr">' in get(f"{url}?lang=fr").text
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="uk" dir="ltr">' in ukrainian
    for page in (arabic, ukrainian):
        assert re.findall(r'hreflang="(\w+)"[^>]*>(.*?)<', page) == [
            ("fr", "Français"),
            ("ar", "العربية"),
            ("uk", "Українська"),
        ]


@pytest.mark.parametrize("asked", ["tlh", "", "fr-FR", "FR", '"><script>'])
def test_a_language_that_is_not_offered_falls_back_to_french(hub: RunningHub, asked: str) -> None:
    page = httpx.get(hub.issue("emploi")["follow_url"], params={"lang": asked}, verify=False)
    if page.status_code == 422:
        assert page.json()["code"] == "invalid_field"
    else:
        assert headline(page) == WORDS["fr"]["waiting"]
    assert "<script>" not in page.text


def test_without_javascript_the_page_asks_again_by_itself_and_can_be_asked(hub: RunningHub) -> None:
    page = get(hub.issue("emploi", language="en")["follow_url"]).text
    aside = " ".join(re.findall(r"<noscript>(.*?)</noscript>", page, re.DOTALL))
    assert 'http-equiv="refresh"' in aside
    assert 'href="?lang=en"' in aside


@pytest.mark.parametrize("language", ["fr", "en", "es", None])
def test_a_guessed_an_old_and_a_wrong_address_get_the_same_page(hub: RunningHub, language: str | None) -> None:
    old = hub.issue("emploi", language="es")["follow_url"]
    hub.post("/day/close")
    hub.post("/day/open")
    query = "" if language is None else f"?lang={language}"
    pages = [
        get(url + query)
        for url in (old, f"{hub.pages_url}/t/{'A' * 22}", f"{hub.pages_url}/t/x", f"{hub.pages_url}/t/%00")
    ]
    assert {page.status_code for page in pages} == {404}
    assert len({page.content for page in pages}) == 1
    assert len({tuple(sorted(page.headers.items())) for page in pages}) == 1
    assert "<script" not in pages[0].text


def test_the_page_is_the_same_behind_closed_doors(hub: RunningHub) -> None:
    open_page = get(f"{hub.pages_url}/t/nobody")
    hub.post("/day/close")
    assert get(f"{hub.pages_url}/t/nobody").content == open_page.content


def test_the_page_keeps_nothing_and_loads_nothing_from_elsewhere(hub: RunningHub) -> None:
    page = get(hub.issue("emploi")["follow_url"])
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "noindex" in page.headers["x-robots-tag"]
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in page.headers
    assert re.findall(r'\s(?:src|href|action)="(?!/t/|\?lang=|\?ask=)[^"]*"', page.text) == []
    assert re.findall(r"\sstyle=|\son\w+=|<style|<iframe", page.text) == []


def test_page_style_and_script_weigh_at_most_30_kilobytes_together(hub: RunningHub) -> None:
    page = get(hub.issue("emploi", language="es")["follow_url"])
    files = re.findall(r'(?:src|href)="(/t/-/[^"]*)"', page.text)
    assert len(files) == 3
    answers = [get(hub.pages_url + file) for file in files]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.headers["content-type"].partition(";")[0] for answer in answers} == {
        "text/css",
        "text/javascript",
    }
    assert sum(len(answer.content) for answer in (page, *answers)) <= 30_000
    for answer in answers:
        assert "set-cookie" not in answer.headers
        assert not re.search(r"https?://|localStorage|sessionStorage|indexedDB|document\.cookie", answer.text)


@pytest.mark.parametrize("name", ["page.html", "x", "..%2fpage.html", "%2e%2e/%2e%2e/sites/demo.toml", "page.css/"])
def test_no_other_file_is_served(hub: RunningHub, name: str) -> None:
    answer = get(f"{hub.pages_url}/t/-/{name}")
    assert answer.status_code in (307, 404)
    assert b"{%" not in answer.content


def test_the_page_says_nothing_about_theme_or_other_visitors(hub: RunningHub) -> None:
    other = hub.issue("creation", language="fr")
    page = get(hub.issue("emploi", language="fr")["follow_url"]).text
    for secret in ("emploi", "Trouver", "creation", other["id"]):
        assert secret not in page


def test_the_phone_hears_called_received_and_done_without_asking(hub: RunningHub) -> None:
    issued = hub.issue("emploi", language="es")
    with listen(f"{issued['follow_url']}/events") as phone:
        states = [told(phone, state="waiting")]
        for verb, state in (("call-next", "called"), ("start", "in_interview"), ("finish", "done")):
            assert hub.post(f"/counters/2/{verb}").status_code == 200
            states.append(told(phone, state=state))
    assert {content["number"] for content in states} == {issued["label"]}
    assert states[1]["place"] == "Table 2"
    # The stream says what the page would say, word for word.
    assert states[3]["headline"] == headline(get(issued["follow_url"]))
    fields = {"state", "heading", "number", "headline", "place", "wait", "come_back", "detail", "pause", "message"}
    fields |= {"actions", "calls", "of", "aside", "aside_in", "message_in"}
    assert set(states[0]) == fields
    assert {content["wait"] + content["come_back"] for content in states[1:]} == {""}


def test_the_phone_hears_how_the_line_gets_shorter_and_nothing_about_others(hub: RunningHub) -> None:
    first = hub.issue("emploi")
    issued = hub.issue("emploi")
    with listen(f"{issued['follow_url']}/events") as phone:
        told(phone, headline=WORDS["fr"]["one_ahead"])
        hub.issue("emploi")
        hub.post(f"/tickets/{first['id']}/withdraw")
        content = told(phone, headline=WORDS["fr"]["waiting"])
    assert first["id"] not in str(content)


def test_home_ticket_and_phone_say_alike_that_a_table_is_free(hub: RunningHub) -> None:
    offers = {offer["theme"]: offer for offer in hub.state("kiosk")["offers"]["themes"]}
    assert offers["emploi"]["band"] == {"low_min": 0, "high_min": 0}
    issued = hub.issue("emploi", language="fr")
    assert (issued["band"], issued["come_back_at"]) == ({"low_min": 0, "high_min": 0}, None)
    assert seen(get(issued["follow_url"]))["wait"] == "Sans attente"


WAIT = {
    "fr": r"Attente prévue :\n(moins de \d+|\d+ à \d+) min",
    "en": r"Expected wait:\n(less than \d+|\d+ to \d+) min",
    "es": r"Espera prevista:\n(menos de \d+|\d+ a \d+) min",
}


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_the_page_says_how_long_the_wait_is_forecast_with_and_without_javascript(
    hub: RunningHub, language: str
) -> None:
    for counter in hub.state()["shifts"]:
        assert hub.post(f"/counters/{counter}/break").status_code == 200
    url = hub.issue("emploi", language=language)["follow_url"]
    with listen(f"{url}/events") as phone:
        heard = phone.told("message", lambda content: content["wait"] != "").content
    assert re.fullmatch(WAIT[language], heard["wait"].replace("\u00a0", " "))
    page = seen(get(url))
    assert re.fullmatch(WAIT[language], page["wait"].replace("\u00a0", " "))
    assert page["come_back"]


def test_a_long_wait_says_when_to_be_back_and_where_to_sit_then(hub: RunningHub) -> None:
    for _ in range(9):
        hub.issue("emploi")
    url = hub.issue("emploi")["follow_url"]
    with listen(f"{url}/events") as phone:
        heard = phone.told("message", lambda content: "revenir" in content["come_back"]).content
    assert re.fullmatch(r"Vous pouvez revenir\nvers \d+ h \d[05]\.", heard["come_back"].replace("\u00a0", " "))
    assert heard["detail"].startswith("À votre retour")
    assert WORDS["fr"]["zone"] in heard["detail"]


def test_who_waits_for_the_desk_reads_that_reception_calls(hub: RunningHub) -> None:
    page = get(hub.issue("reception", language="fr")["follow_url"])
    assert seen(page)["detail"].endswith("L’accueil vous appelle bientôt.")


def test_the_phone_hears_a_pause_and_the_houses_message_with_and_without_javascript(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    with listen(f"{url}/events") as phone:
        told(phone, state="waiting", pause="", message="")
        hub.post("/themes/emploi/pause", {"message": {"fr": "De retour à 15 h <b>"}})
        hub.tell({"fr": "Atelier à 16 h"})
        heard = told(phone, message="Atelier à 16 h")
    page = seen(get(url))
    assert heard["pause"] == "En pause pour le moment.\nDe retour à 15 h <b>\nVotre numéro reste valable."
    assert (page["pause"], page["message"]) == (heard["pause"], heard["message"])
    assert "<b>" not in get(url).text


def test_a_message_in_french_alone_is_marked_as_french_on_a_page_in_another_language(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="en")["follow_url"]
    hub.post("/themes/emploi/pause", {"message": {"fr": "De retour à 15 h"}})
    hub.tell({"fr": "Atelier à 16 h", "es": "Taller a las 16"})
    english, spanish, french = (get(f"{url}?lang={language}").text for language in ("en", "es", "fr"))
    for said in ("De retour à 15 h", "Atelier à 16 h"):
        assert re.search(rf'lang="fr"[^>]*>Français\u00a0: {said}<', english)
    assert re.search('lang="es"[^>]*>Taller a las 16<', spanish)
    assert "Français\u00a0:" not in french


def test_only_what_happens_to_the_visitor_is_read_aloud_by_itself(hub: RunningHub) -> None:
    page = get(hub.issue("emploi")["follow_url"]).text
    spoken = re.findall(r'<(\w+)[^>]*(?:aria-live|role="status")[^>]*>(.*?)</\1>', page, re.DOTALL)
    assert len(spoken) == 2
    assert "assertive" not in page
    assert {text for _, text in spoken} == {"", "Connexion perdue. La page se remet à jour toute seule."}


def test_the_phones_stream_ends_when_the_day_closes(hub: RunningHub) -> None:
    issued = hub.issue("emploi")
    with listen(f"{issued['follow_url']}/events") as phone:
        told(phone, state="waiting")
        hub.post("/day/close")
        rest = [frame.content for frame in phone if frame.kind == "message"]
    assert {content["state"] for content in rest[:-1]} <= {"waiting"}
    assert (rest[-1]["state"], rest[-1]["number"]) == ("over", "")


def test_the_stream_of_a_guessed_ticket_ends_at_once(hub: RunningHub) -> None:
    with listen(f"{hub.pages_url}/t/nobody/events") as phone:
        frames = [frame for frame in phone if frame.kind]
    assert [frame.content["state"] for frame in frames] == ["over"]


def test_a_phone_that_is_told_nothing_hears_that_its_line_is_alive(hub: RunningHub) -> None:
    with listen(f"{hub.issue('emploi')['follow_url']}/events") as phone:
        assert phone.told("alive").content == {}


def test_a_phone_hears_that_its_line_is_alive_while_others_are_told_much(hub: RunningHub) -> None:
    heard = Event()

    def keep_busy() -> None:
        while not heard.is_set():
            hub.post("/contacts", {"contact": "quick"})

    with ThreadPoolExecutor(1) as desk, listen(f"{hub.issue('emploi')['follow_url']}/events") as phone:
        desk.submit(keep_busy)
        try:
            assert phone.told("alive").content == {}
        finally:
            heard.set()


def test_one_line_tells_each_of_its_tickets_in_its_own_language(hub: RunningHub) -> None:
    ours, theirs = hub.issue("emploi")["id"], hub.issue("emploi")["id"]
    with listen(f"{hub.pages_url}/t/{ours}.en,{theirs}.es,nobody,{ours}/events") as phone:
        heard = {content["of"]: content for content in (next(phone).content for _ in range(4))}
        hub.post("/counters/2/call-next")
        called = [phone.told("message", lambda content: content["state"] == "called").content for _ in range(2)]
    assert heard[f"{ours}.en"]["headline"] == "You are next."
    assert heard[f"{theirs}.es"]["headline"] == "1 persona antes que usted."
    assert heard["nobody"]["state"] == "over"
    assert heard[ours]["headline"] == WORDS["fr"]["waiting"]
    assert {content["of"] for content in called} == {f"{ours}.en", ours}


@pytest.mark.parametrize("verb", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_an_odd_method_is_a_wrong_address_and_changes_nothing(hub: RunningHub, verb: str) -> None:
    issued = hub.issue("emploi")
    answer = httpx.request(verb, issued["follow_url"], timeout=60, verify=False)
    assert (answer.status_code, headline(answer)) == (404, WORDS["fr"]["over"])
    assert headline(get(issued["follow_url"])) == WORDS["fr"]["waiting"]


@pytest.mark.parametrize("verb", ["HEAD", "POST", "DELETE"])
def test_live_news_are_for_who_asks_for_them_and_no_odd_method(hub: RunningHub, verb: str) -> None:
    answer = httpx.request(verb, f"{hub.issue('emploi')['follow_url']}/events", timeout=60, verify=False)
    assert answer.status_code == 404


def test_no_address_leads_anywhere_else(hub: RunningHub) -> None:
    for verb in ("GET", "POST"):
        elsewhere = {"Host": "somewhere.example"}
        answer = httpx.request(verb, f"{hub.issue('emploi')['follow_url']}/", headers=elsewhere, verify=False)
        assert (answer.status_code, answer.headers.get("location")) == (404, None)


def test_of_many_pages_of_one_ticket_the_first_is_let_go(hub: RunningHub) -> None:
    events = f"{hub.issue('emploi')['follow_url']}/events"
    with ExitStack() as phones:
        lines = [phones.enter_context(listen(events)) for _ in range(MOST_LINES_OF_A_TICKET)]
        for line in lines:
            told(line, state="waiting")
        one_more = phones.enter_context(listen(events))
        told(one_more, state="waiting")
        assert {frame.content["state"] for frame in lines[0] if frame.kind == "message"} <= {"waiting"}
        hub.post("/counters/2/call-next")
        for line in (*lines[1:], one_more):
            told(line, state="called")


@pytest.mark.parametrize(
    "path", ["/api/v1/state", "/api/v1/tickets", "/api/v1/openapi.json", "/api/v1/events", "/"]
)
def test_the_visitors_listener_knows_ticket_pages_and_nothing_else(hub: RunningHub, path: str) -> None:
    for verb in ("GET", "POST"):
        answer = httpx.request(verb, hub.pages_url + path, headers={"Idempotency-Key": "k"}, verify=False)
        assert answer.status_code == 404
        assert "code" not in answer.text
    assert httpx.get(hub.url + "/t/x", verify=False).status_code == 401


def test_a_visitor_gives_up_only_after_having_been_asked(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    question = get(f"{url}?ask=give-up")
    assert 'method="post"' in question.text
    assert "Rendre votre numéro" in question.text
    assert headline(get(url)) == WORDS["fr"]["waiting"]
    answer = httpx.post(f"{url}/give-up?lang=fr", verify=False, follow_redirects=True)
    assert headline(answer) == WORDS["fr"]["withdrawn"]
    assert get(url).status_code == 200


def test_a_preview_bot_that_opens_every_link_changes_nothing(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    for link in re.findall(r'(?:href|action)="([^"]*)"', get(url).text):
        for verb in ("GET", "HEAD"):
            httpx.request(verb, httpx.URL(url).join(html.unescape(link)), verify=False)
    assert headline(get(url)) == WORDS["fr"]["waiting"]


def test_who_needs_time_lets_others_pass_and_says_when_ready(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    other = hub.issue("emploi")
    with listen(f"{url}/events") as phone:
        assert told(phone, state="waiting")["actions"] == ["more-time", "give-up"]
        httpx.post(f"{url}/more-time", verify=False)
        aside = told(phone, state="parked")
        assert (aside["headline"], aside["actions"]) == ("Prenez votre temps.", ["back", "give-up"])
        assert hub.post("/counters/2/call-next").json()["ticket"]["id"] == other["id"]
        httpx.post(f"{url}/back", verify=False)
        assert told(phone, state="waiting")["headline"] == WORDS["fr"]["waiting"]


def test_what_a_phone_may_not_do_any_more_changes_nothing_and_shows_how_it_stands(hub: RunningHub) -> None:
    url = hub.issue("emploi", language="fr")["follow_url"]
    for verb in ("call-next", "start"):
        hub.post(f"/counters/2/{verb}")
    for action in ("give-up", "more-time", "back", "sing"):
        answer = httpx.post(f"{url}/{action}", verify=False, follow_redirects=True)
        assert headline(answer) == (WORDS["fr"]["over"] if action == "sing" else WORDS["fr"]["in_interview"])


def test_a_call_and_each_recall_are_counted_so_that_the_phone_sounds_anew(hub: RunningHub) -> None:
    url = hub.issue("emploi")["follow_url"]
    with listen(f"{url}/events") as phone:
        told(phone, calls=0)
        hub.post("/counters/2/call-next")
        told(phone, calls=1)
        hub.post("/counters/2/recall")
        told(phone, calls=2)


def test_wrong_addresses_are_answered_slowly_and_a_right_one_at_once(hub: RunningHub) -> None:
    url = hub.issue("emploi")["follow_url"]
    with ThreadPoolExecutor(8) as many:
        guesses = [f"{hub.pages_url}/t/{uuid4().hex}" for _ in range(60)]
        answers = list(many.map(lambda guess: get(guess).status_code, guesses))
        assert get(url).status_code == 200
    assert set(answers) <= {404, 429}


def test_an_old_link_leads_to_the_same_page_while_somebody_guesses(hub: RunningHub) -> None:
    with ThreadPoolExecutor(200) as many:
        answers = list(many.map(lambda guess: get(f"{hub.pages_url}/t/{guess}"), range(200)))
    assert {answer.status_code for answer in answers} == {404, 429}
    assert {headline(answer) for answer in answers} == {WORDS["fr"]["over"]}


def test_with_the_sites_own_certificate_the_pages_travel_encrypted(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    own = authority.issue_cert("127.0.0.1")
    own.private_key_and_cert_chain_pem.write_to_path(str(tmp_path / "own.pem"))
    more = ("--visitors-certificate", str(tmp_path / "own.pem"), "--visitors-key", str(tmp_path / "own.pem"))
    with RunningHub(tmp_path / "data", more=more) as hub:
        url = hub.issue()["follow_url"]
        assert url.startswith(f"https://127.0.0.1:{hub.visitors_port}/t/")
        trusting = ssl.create_default_context(cafile=str(tmp_path / "authority.pem"))
        assert headline(httpx.get(url, verify=trusting)) == WORDS["fr"]["waiting"]
