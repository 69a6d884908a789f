"""The visitors' listener: ticket pages and nothing else, for phones of anybody who is in the hall or was.

No cookie, no storage, no third party, no address in any log. A wrong, an old and a guessed address all get the same
answer, at the same slow pace. Looking changes nothing, so a preview bot may look: only a form's POST does.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from cdm_kiosk.domain.bands import NO_WAIT, wait_of
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.languages import is_right_to_left, language_name
from cdm_kiosk.domain.site import Site
from cdm_kiosk.hub.house import House, nothing_to_say
from cdm_kiosk.hub.page_updates import Page, PageUpdates, Phone
from cdm_kiosk.hub.rate_limit import RateLimit
from cdm_kiosk.hub.ticket_page import (
    ACTIONS,
    OVER,
    ComeBackTimes,
    View,
    asked_by_phone,
    asked_words,
    language_of,
    page_words,
    view,
)
from cdm_kiosk.paths import RESOURCES
from cdm_kiosk.store.errors import StoreFault

if TYPE_CHECKING:
    from jinja2 import Template

PAGE_FILES = RESOURCES / "ticket_page"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    # To nobody else; without it a browser would not say either that a form comes from this page.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LATER = {**HEADERS, "Retry-After": "60"}
ANSWERS_PER_S = 250.0
"""To all phones together: a desk hardly notices so many, however many are asked for."""
WRONG_PER_S = 20.0
BUSY = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="5">'
    '<title>…</title><p>Un instant… <span lang="en">One moment…</span></p></html>'
)
MOST_PAGES = 32
"""Pages that one line follows: all that are open in one browser share it."""
SAID = tuple(field.name for field in fields(View))
ALIVE = b"event: alive\ndata: {}\n\n"
"""A comment would keep the line open too, but a page cannot hear it."""


class Visitors:
    """The pages of one house's tickets, as an ASGI application."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._come_back_times = ComeBackTimes()
        self._updates: PageUpdates[View] = PageUpdates(house.feed, self._view, self._is_news)
        self._seen = house.floor, house.outlook
        self._answers = RateLimit(ANSWERS_PER_S)
        self._wrong_answers = RateLimit(WRONG_PER_S)
        self._wrong_page_of: Site | None = None
        self._wrong_pages: dict[str, bytes] = {}
        self._busy = Response(BUSY, 503, LATER, "text/html")
        self._files = {
            "page.css": ("text/css", (PAGE_FILES / "page.css").read_bytes()),
            "line.js": ("text/javascript", (PAGE_FILES / "line.js").read_bytes()),
            "page.js": ("text/javascript", (PAGE_FILES / "page.js").read_bytes()),
        }
        self._app = Starlette(
            routes=[
                Route("/t/-/{name}", self._file),
                Route("/t/{ticket}", self._ticket),
                Route("/t/{pages}/events", _Raw(self._events)),
                Route("/t/{ticket}/{action}", self._act, methods=["POST"]),
            ],
            exception_handlers={404: self._unknown, 405: self._unknown},
        )
        # It would lead to whatever host the request names.
        self._app.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        waited = await self._answers.wait()
        await (self._app if waited else self._busy)(scope, receive, send)

    @cached_property
    def _page(self) -> Template:
        """The page's template, made for the first phone that asks: until then the hub does without Jinja."""
        from jinja2 import Environment, FileSystemLoader, StrictUndefined

        templates = Environment(
            loader=FileSystemLoader(PAGE_FILES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        return templates.get_template("page.html")

    def _view(self, ticket: str, language: str | None) -> View:
        floor, outlook = self._house.floor, self._house.outlook
        now, known = self._house.now(), floor.tickets.get(ticket)
        wait = None if known is None else wait_of(floor, outlook, known, now)
        # Whoever could be called at once stays.
        come_back = None if wait == NO_WAIT else self._come_back_times.of(floor, outlook, ticket)
        return view(floor, ticket, language, now, wait, come_back)

    def _is_news(self) -> bool:
        """Whether a page may look different: more happened since it was last asked than that numbers were given."""
        floor, outlook = self._seen
        self._seen = self._house.floor, self._house.outlook
        return outlook is not self._house.outlook or not self._house.floor.only_adds_to(floor)

    async def _file(self, request: Request) -> Response:
        found = self._files.get(request.path_params["name"])
        if found is None:
            return Response(status_code=404, headers=HEADERS)
        media_type, content = found
        return Response(content, media_type=media_type, headers=HEADERS)

    async def _unknown(self, request: Request, _error: Exception) -> Response:
        return await self._wrong(request)

    async def _ticket(self, request: Request) -> Response:
        ticket = request.path_params["ticket"]
        if ticket not in self._house.floor.tickets:
            return await self._wrong(request)
        query = request.query_params
        page = self._rendered(ticket, query.get("lang"), query.get("ask", ""))
        return Response(page, 200, HEADERS, "text/html")

    async def _wrong(self, request: Request) -> Response:
        """The same page for all; also for an old link while somebody guesses."""
        site = self._house.floor.site
        if self._wrong_page_of is not site:
            self._wrong_page_of = site
            self._wrong_pages.clear()
        language = language_of(self._house.floor, None, request.query_params.get("lang"))
        page = self._wrong_pages.get(language)
        if page is None:
            page = self._wrong_pages[language] = self._rendered("", language, "")
        if await self._wrong_answers.wait():
            return Response(page, 404, HEADERS, "text/html")
        return Response(page, 429, LATER, "text/html")

    def _rendered(self, ticket: str, asked: str | None, action: str) -> bytes:
        floor = self._house.floor
        shown = self._view(ticket, asked)
        spoken = language_of(floor, floor.tickets.get(ticket), asked)
        html = self._page.render(
            view=shown,
            site=floor.site,
            ticket=ticket,
            language=spoken,
            direction="rtl" if is_right_to_left(spoken) else "ltr",
            languages=[(code, language_name(code)) for code in floor.site.languages],
            words=page_words(floor.site, spoken),
            asked=asked_words(action, floor.site, spoken) if action in shown.actions else None,
            over=shown.state == OVER,
        )
        return html.encode()

    async def _act(self, request: Request) -> Response:
        ticket, action = request.path_params["ticket"], request.path_params["action"]
        if action not in ACTIONS or ticket not in self._house.floor.tickets:
            return await self._wrong(request)
        # The page that follows says how the ticket stands, whatever came between.
        with suppress(Refusal, StoreFault):
            await self._house.carry_out(asked_by_phone(ticket, action), nothing_to_say)
        language = request.query_params.get("lang", "")
        query = f"?lang={language}" if language in self._house.floor.site.languages else ""
        return RedirectResponse(f"/t/{ticket}{query}", 303, HEADERS)

    async def _events(self, request: Request, send: Send) -> None:
        if request.method != "GET":
            await (await self._wrong(request))(request.scope, request.receive, send)
            return
        pages = _pages(request.path_params["pages"], request.query_params.get("lang"))
        for page in pages:
            if page.ticket not in self._house.floor.tickets and not await self._wrong_answers.wait():
                await Response(status_code=429, headers=LATER)(request.scope, request.receive, send)
                return
        headers = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
        headers.append((b"content-type", b"text/event-stream; charset=utf-8"))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        phone: Phone[View] = Phone(pages)
        self._updates.add(phone)
        listening = asyncio.create_task(_end_with(request, phone))
        followed = {page.name for page in pages}
        try:
            async for updates in phone.updates():
                followed -= {name for name, shown in updates.items() if shown.state == OVER}
                frames = b"".join(_frame(name, shown) for name, shown in updates.items()) or ALIVE
                await send({"type": "http.response.body", "body": frames, "more_body": bool(followed)})
                if not followed:
                    return
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            listening.cancel()
            self._updates.remove(phone)


class _Raw:
    """An endpoint that sends by itself, as Starlette takes one that is not a function."""

    def __init__(self, answer: Callable[[Request, Send], Awaitable[None]]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._answer(Request(scope, receive), send)


async def _end_with(request: Request, phone: Phone[View]) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    phone.end()


def _pages(names: str, language: str | None) -> tuple[Page, ...]:
    """The pages that one address names: "TICKET" or "TICKET.LANGUAGE", with commas between them."""
    asked = dict.fromkeys(names.split(",", MOST_PAGES)[:MOST_PAGES])
    parts = ((name, *name.partition(".")) for name in asked)
    return tuple(Page(name, ticket, spoken or language) for name, ticket, _, spoken in parts)


def _frame(name: str, shown: View) -> bytes:
    said = {"of": name} | {field: getattr(shown, field) for field in SAID}
    return f"data: {json.dumps(said, ensure_ascii=False)}\n\n".encode()
