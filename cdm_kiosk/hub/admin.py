"""Administration under /api/v1/admin: the PIN, the site as its people change it, and the versions to go back to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, Path, Request
from fastapi.responses import Response
from fastapi.routing import APIRoute

from cdm_kiosk import wire
from cdm_kiosk.domain.commands import ChangeSite
from cdm_kiosk.domain.events import Event
from cdm_kiosk.domain.faults import Fault
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import Order, Role
from cdm_kiosk.hub import problems
from cdm_kiosk.hub.api import Key
from cdm_kiosk.hub.callers import by_whom, only
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.hub.pin import SESSION_S, PinLock, PinNeeded
from cdm_kiosk.hub.site_book import BadSite, CheckedSite, SiteBook, SiteMoved, SiteUnreadable, SiteVersion
from cdm_kiosk.packs.changes import lines
from cdm_kiosk.store.pin import WrongPinGiven

SESSION_HEADER = "X-Cdm-Session"
DOCUMENTED: dict[int | str, dict[str, Any]] = {
    **problems.DOCUMENTED,
    **{
        status: {
            "model": model,
            "content": {problems.MEDIA_TYPE: {}},
            "description": HTTPStatus(status).phrase,
        }
        for status, model in (
            (401, wire.Problem),
            (403, wire.WrongPinProblem),
            (409, wire.SiteMovedProblem | wire.Problem),
            (422, wire.BadSiteProblem | wire.Problem),
        )
    },
}

PICTURE_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}
PICTURE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # Whoever opens it as a page of its own finds nothing that could run.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-cache",
}

Token = Annotated[
    str | None,
    Header(alias=SESSION_HEADER, description="What a session was opened with; it lasts while it is used."),
]
Number = Annotated[int, Path(ge=1, le=999_999_999)]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True)
class Administration:
    """What the endpoints need."""

    house: House
    book: SiteBook
    lock: PinLock


def install(app: FastAPI, administration: Administration) -> None:
    """Add administration to ``app``, with the problems that it alone can tell."""
    for kind in (PinNeeded, WrongPinGiven, BadSite, SiteMoved, SiteUnreadable):
        app.add_exception_handler(kind, _answered)
    app.include_router(pictures(administration.house, administration.book))
    for part in (_door(administration.lock), _desk(administration)):
        app.include_router(part, prefix="/api/v1/admin", responses=DOCUMENTED)


def behind(lock: PinLock) -> APIRouter:
    """Reception's routes, which ask for the session before the body is even read."""
    is_reception = only(Role.RECEPTION)

    class Locked(APIRoute):
        def get_route_handler(self) -> Handler:
            handle = super().get_route_handler()

            async def locked(request: Request) -> Response:
                is_reception(request)
                lock.use(request.headers.get(SESSION_HEADER))
                return await handle(request)

            return locked

    return APIRouter(tags=["administration"], route_class=Locked, dependencies=[Depends(_described)])


def _door(lock: PinLock) -> APIRouter:
    routes = APIRouter(tags=["administration"])

    # Who leaves a kiosk's full screen proves it with the same PIN.
    whoever_enters = [Depends(only(Role.KIOSK, Role.RECEPTION))]

    @routes.get("/session", response_model=wire.Entrance, dependencies=whoever_enters)
    async def entrance() -> Response:
        """Whether a PIN is chosen, with which a session opens."""
        return _json(wire.Entrance(has_pin=lock.has_pin).model_dump_json())

    @routes.post("/session", response_model=wire.Session, dependencies=whoever_enters)
    async def open_session(body: wire.PinBody) -> Response:
        """Open administration with the PIN."""
        return _session(await lock.open_session(body.pin))

    @routes.put("/pin", response_model=wire.Session, dependencies=[Depends(only(Role.RECEPTION))])
    async def change_pin(body: wire.NewPinBody, key: Key, token: Token = None) -> Response:
        """Choose the first PIN, or another from within a session; every other session ends."""
        return _session(await lock.change(body.pin, body.former, token, key))

    return routes


def _desk(administration: Administration) -> APIRouter:
    house, book = administration.house, administration.book
    routes = behind(administration.lock)

    async def change(request: Request, draft: CheckedSite, based_on: str, key: str) -> Response:
        body = _site_answer(draft.as_version)
        if await asyncio.to_thread(book.is_now, draft):
            # Sent again after its answer was lost, or wanted by two people: it is so.
            return _json(body)

        def answer(_floor: Floor, _event: Event) -> Answer:
            return Answer(200, body)

        beforehand = partial(book.replace, draft, based_on)
        done = await house.carry_out(Order(ChangeSite(draft.site), by_whom(request), key), answer, beforehand)
        return _json(done.body)

    @routes.get("/site", response_model=wire.SiteAnswer)
    async def site() -> Response:
        """The site as its file says it."""
        return _json(_site_answer(await asyncio.to_thread(book.look)))

    @routes.post("/site/check", response_model=wire.SiteJudgement)
    async def check(body: wire.SiteBody) -> Response:
        """What would be wrong with a site, and what is worth a second look; changes nothing."""
        faults, advice = await asyncio.to_thread(book.judge, body.site)
        judgement = wire.SiteJudgement(
            faults=remarks(faults), advice=remarks(advice), faults_data=faults, advice_data=advice
        )
        return _json(judgement.model_dump_json())

    @routes.put("/site", response_model=wire.SiteAnswer)
    async def change_site(request: Request, body: wire.ChangeSiteBody, key: Key) -> Response:
        """Change the site, at once and on all stations; the version before it is kept."""
        draft = await asyncio.to_thread(book.draft, body.site)
        return await change(request, draft, body.based_on, key)

    @routes.get("/versions", response_model=list[wire.KeptVersion])
    async def versions() -> Response:
        """The former versions, newest first, and what each next one changed. Nothing of who."""
        kept_versions = [
            wire.KeptVersion(
                version=kept.number,
                at=kept.at,
                changes_to_next=lines(kept.changes_to_next),
                changes_to_next_data=kept.changes_to_next,
            ).model_dump_json()
            for kept in await asyncio.to_thread(book.history)
        ]
        return _json(f"[{','.join(kept_versions)}]")

    @routes.post("/versions/{version}/restore", response_model=wire.SiteAnswer)
    async def restore(request: Request, version: Number, body: wire.RestoreBody, key: Key) -> Response:
        """Go back to a former version; the one that is left is kept like every other."""
        draft = await asyncio.to_thread(book.earlier, version)
        return await change(request, draft, body.based_on, key)

    @routes.post("/pictures", response_model=wire.PictureAnswer)
    async def bring_picture(body: wire.PictureBody) -> Response:
        """Bring a picture of the site's own, for it to name; the same picture twice is one."""
        name = await asyncio.to_thread(book.take_picture, body.name, body.content)
        return _json(wire.PictureAnswer(name=name).model_dump_json())

    return routes


def pictures(house: House, book: SiteBook) -> APIRouter:
    """The pictures that the site in force names, for every station; no other file can be had."""
    routes = APIRouter(prefix="/api/v1", tags=["state"], responses=problems.DOCUMENTED)

    @routes.get("/pictures/{name}", response_class=Response)
    async def picture(name: Annotated[str, Path(max_length=60)]) -> Response:
        """A picture of the site's own, by the name that the site gives it."""
        file_name, content = await asyncio.to_thread(book.picture, house.floor.site, name)
        return Response(content, media_type=PICTURE_TYPES[file_name[-4:]], headers=PICTURE_HEADERS)

    return routes


async def _described(_token: Token = None) -> None:
    """For the description alone: the session was asked for already."""


def _session(token: str) -> Response:
    return _json(wire.Session(token=token, expires_s=SESSION_S).model_dump_json())


def _site_answer(found: SiteVersion) -> str:
    advice, site = found.advice, dict(found.content)
    answer = wire.SiteAnswer(version=found.version, site=site, advice=remarks(advice), advice_data=advice)
    return answer.model_dump_json()


def remarks(faults: Iterable[Fault]) -> list[wire.Remark]:
    """Faults or advice as people read them in English."""
    return [(each.field, each.sentence) for each in faults]


def _json(body: str) -> Response:
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


async def _answered(_request: Request, error: Exception) -> Response:
    return problems.as_response(_problem(error))


def _problem(error: Exception) -> wire.Problem:
    about = problems.about
    match error:
        case WrongPinGiven():
            return wire.WrongPinProblem(**about(403, error), retry_after_s=error.retry_after_s)
        case BadSite():
            found = error.faults
            return wire.BadSiteProblem(**about(422, error), faults=remarks(found), faults_data=found)
        case SiteMoved() | SiteUnreadable():
            moved = error.changes if isinstance(error, SiteMoved) else []
            return wire.SiteMovedProblem(
                **about(409, error), version=error.version, changes=lines(moved), changes_data=moved
            )
    assert isinstance(error, PinNeeded)
    return wire.Problem(**about(401, error))
