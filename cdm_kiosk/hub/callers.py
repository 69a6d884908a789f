"""Who asks the hub: the station whose token a request shows. Without one there is the hub's health and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from cdm_kiosk.domain.errors import Forbidden, Invalid, Refusal
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.problems import answer_to
from cdm_kiosk.hub.register import LONGEST_NAME, Register

TOKEN_HEADER = "Authorization"
STATION_HEADER = "Cdm-Station"
VERSION_HEADER = "Cdm-Version"
MADE_AT_HEADER = "Cdm-Made-At"
SCHEME = "bearer"
HEALTH = ("GET", "/api/v1/health")
PAIRING = "/api/v1/pairing"
HEARS: Mapping[Role, tuple[Audience, ...]] = {
    Role.DISPLAY: (Audience.PUBLIC,),
    Role.KIOSK: (Audience.KIOSK, Audience.PUBLIC),
    Role.ADVISOR: (Audience.STAFF, Audience.KIOSK, Audience.PUBLIC),
    Role.RECEPTION: (Audience.STAFF, Audience.KIOSK, Audience.PUBLIC),
}
"""As whom a role may hear the hub; first, how it does when it does not say."""


class NoToken(Refusal):
    """No token of this house is shown."""

    def __init__(self) -> None:
        super().__init__(Code.NO_TOKEN, TOKEN_HEADER)


def is_for_everybody(method: str, path: str) -> bool:
    """Whether a request needs no token: the hub's health, and pairing, which gives the token."""
    return (method, path) == HEALTH or path == PAIRING or path.startswith(f"{PAIRING}/")


class Callers:
    """Stands before the application, so that no route can forget to ask who is there."""

    def __init__(self, app: ASGIApp, register: Register) -> None:
        self._app = app
        self._register = register

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not is_for_everybody(scope["method"], scope["path"]):
            try:
                scope["cdm.by"] = _whose(scope, self._register)
            except Refusal as refusal:
                answer = answer_to(refusal)
                if isinstance(refusal, NoToken):
                    answer.headers["WWW-Authenticate"] = "Bearer"
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _whose(scope: Scope, register: Register) -> Principal:
    """Who sends a request; raises NoToken, Forbidden for whoever may only look at the hub's health, or Invalid."""
    token, called = _shown(scope)
    by = register.principal(token, called) if token else None
    if by is None:
        raise NoToken()
    if by.role not in HEARS:
        raise Forbidden(Code.NOT_YOURS, role=by.role)
    return by


def _shown(scope: Scope) -> tuple[str, str]:
    """The token that a request shows, "" for none, and what its sender calls itself; raises Invalid for no name."""
    shown, named = [], b""
    for name, value in scope["headers"]:
        if name == b"authorization":
            shown.append(value)
        elif name == b"cdm-station":
            named = value
    # Of two tokens nobody can say which one counts.
    scheme, _, token = shown[0].decode("latin-1").partition(" ") if len(shown) == 1 else ("", "", "")
    return token if scheme.lower() == SCHEME else "", _name(named)


@lru_cache(64)
def _name(header: bytes) -> str:
    name = unquote(header.decode("latin-1")).strip()
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid(Code.BAD_STATION_NAME, STATION_HEADER, most=LONGEST_NAME)
    return name


def by_whom(request: Request) -> Principal:
    """Who sends a request to a route that is not for everybody."""
    by: Principal = request.scope["cdm.by"]
    return by


def stays(request: Request, register: Register) -> Callable[[], bool]:
    """Asks, while a request is answered, whether its token is still the same station's."""
    by, shown = by_whom(request), _shown(request.scope)
    looked_at = register.changes

    def still() -> bool:
        # Asked before each frame of each listener.
        return register.changes == looked_at or register.principal(*shown) == by

    return still


def only(*roles: Role) -> Callable[[Request], None]:
    """A dependency of routes that are no verbs of the house: raises Forbidden for any other role."""

    def check(request: Request) -> None:
        by = by_whom(request)
        if by.role not in roles:
            raise Forbidden(Code.NOT_YOURS, role=by.role)

    return check


def itself(request: Request, name: str) -> str:
    """A dependency of routes where a station tells of itself: its name, whatever it was called before.

    Raises Forbidden for another's ``name``. A paired station that was renamed calls itself as before for a while.
    """
    by = by_whom(request)
    _, called = _shown(request.scope)
    if name not in (by.station, called):
        raise Forbidden(Code.NOT_YOURS, "name", role=by.role)
    return by.station


def audience_of(request: Request, asked: Audience | None) -> Audience:
    """As whom a request hears the hub; raises Forbidden for one that its role may not hear."""
    by = by_whom(request)
    hears = HEARS[by.role]
    if asked is None or asked in hears:
        return asked or hears[0]
    raise Forbidden(Code.NOT_YOURS, "audience", role=by.role)


def describe(description: dict[str, Any]) -> None:
    """Add the token, and the station's name, to the description of whatever is not for everybody."""
    schemes = description.setdefault("components", {}).setdefault("securitySchemes", {})
    schemes["station"] = {
        "type": "http",
        "scheme": SCHEME,
        "description": "The token of a station: from pairing, or from `cdm-kiosk hub --grant ROLE=FILE`.",
    }
    named = {
        "name": STATION_HEADER,
        "in": "header",
        "required": False,
        "description": "Its name, percent-encoded UTF-8, where several share a token; a paired one has its own.",
        "schema": {"type": "string"},
    }
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if is_for_everybody(method.upper(), path):
                operation["security"] = []
                for status in ("401", "403"):
                    operation["responses"].pop(status, None)
            else:
                operation["security"] = [{"station": []}]
                operation.setdefault("parameters", []).append(named)
