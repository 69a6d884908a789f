"""Who asks the hub: the role and name that a local station declares in two headers.

Without a role nobody may do anything but read what hangs in the hall for everybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from cdm_kiosk.domain.errors import Forbidden
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.orders import Principal, Role
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.problems import answer_to

ROLE_HEADER = "Cdm-Role"
STATION_HEADER = "Cdm-Station"
MADE_AT_HEADER = "Cdm-Made-At"
STATIONS = {role.value: role for role in (Role.KIOSK, Role.DISPLAY, Role.ADVISOR, Role.RECEPTION)}
LONGEST_NAME = 40
NEEDS_ROLE = re.compile(r"/api/v1/(?!(health|openapi\.json|state|events|pictures/.*)$)", re.DOTALL)
"""All but the public board; its pictures are loaded by windows, which can declare nothing."""
HEARS: Mapping[Role | None, tuple[Audience, ...]] = {
    None: (Audience.PUBLIC,),
    Role.DISPLAY: (Audience.PUBLIC,),
    Role.KIOSK: (Audience.KIOSK, Audience.PUBLIC),
    Role.ADVISOR: (Audience.STAFF, Audience.KIOSK, Audience.PUBLIC),
    Role.RECEPTION: (Audience.STAFF, Audience.KIOSK, Audience.PUBLIC),
}
"""As whom a role may hear the hub; first, how it does when it does not say."""


def principal_of(scope: Scope) -> Principal | None:
    """Who sends a request, ``None`` without a role; raises Forbidden for one that no station has."""
    role, station = None, b""
    for name, value in scope["headers"]:
        if name == b"cdm-role":
            role = value
        elif name == b"cdm-station":
            station = value
    return None if role is None else _principal(role, station)


@lru_cache(64)
def _principal(role: bytes, station: bytes) -> Principal:
    known = STATIONS.get(role.decode("latin-1"))
    if known is None:
        raise Forbidden(Code.ROLE_NEEDED, ROLE_HEADER)
    return Principal(known, unquote(station.decode("latin-1"))[:LONGEST_NAME])


class Callers:
    """Stands before the application, so that no route can forget to ask who is there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                scope["cdm.by"] = by = principal_of(scope)
                if by is None and NEEDS_ROLE.match(scope["path"]) is not None:
                    raise Forbidden(Code.ROLE_NEEDED, ROLE_HEADER)
            except Forbidden as refusal:
                await answer_to(refusal)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def by_whom(request: Request) -> Principal:
    """Who sends a request to a route that is not for everybody."""
    by: Principal = request.scope["cdm.by"]
    return by


def only(*roles: Role) -> Callable[[Request], None]:
    """A dependency of routes that are no verbs of the house: raises Forbidden for any other role."""

    def check(request: Request) -> None:
        by = by_whom(request)
        if by.role not in roles:
            raise Forbidden(Code.NOT_ALLOWED, role=by.role)

    return check


def audience_of(request: Request, asked: Audience | None) -> Audience:
    """As whom a request hears the hub; raises Forbidden for one that its role may not hear."""
    by: Principal | None = request.scope["cdm.by"]
    hears = HEARS[None if by is None else by.role]
    if asked is None or asked in hears:
        return asked or hears[0]
    if by is None:
        raise Forbidden(Code.ROLE_NEEDED, ROLE_HEADER)
    raise Forbidden(Code.NOT_ALLOWED, "audience", role=by.role)


def describe(description: dict[str, Any]) -> None:
    """Add both headers to the description of whatever is not for everybody, and the role alone to the rest."""
    roles = {"type": "string", "enum": [*STATIONS]}
    for path, operations in description["paths"].items():
        needed = NEEDS_ROLE.match(path) is not None
        for operation in operations.values():
            parameters = operation.setdefault("parameters", [])
            parameters.append(_header(ROLE_HEADER, roles, "What kind of station asks.", needed))
            if needed:
                named = _header(STATION_HEADER, {"type": "string"}, "Its name, percent-encoded UTF-8.", False)
                parameters.append(named)


def _header(name: str, schema: dict[str, Any], description: str, required: bool) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "description": description, "schema": schema}
