"""What a request must be before any endpoint sees it: addressed to this machine, and no longer than a command."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cdm_kiosk.hub.problems import problem

HOSTS = frozenset({b"127.0.0.1", b"localhost", b"[::1]"})
MAX_BODY_BYTES = 64 * 1024
MAX_SITE_BODY_BYTES = 1_100_000
"""A site file of the largest size, and what is said around it."""
LONG_PATHS = ("/api/v1/admin/site", "/api/v1/admin/pictures")
"""Where a whole site comes, or a picture in base64."""
TOO_LARGE = "the body is larger than any command"


class Gate:
    """Stands before the application. One pass over the headers: every ticket goes through here.

    A page of another site that points its own name at this machine must not read the floor, hence the host. The
    announced length is refused before an endpoint runs: one that reads no body would carry out its command first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        host, length = b"", None
        for name, value in scope["headers"]:
            if name == b"host":
                host = value
            elif name == b"content-length":
                length = value
        if _without_port(host) not in HOSTS:
            refused = problem(400, "foreign_host", "the request names another host than this hub")
            await refused(scope, receive, send)
            return
        most_bytes = MAX_SITE_BODY_BYTES if scope["path"].startswith(LONG_PATHS) else MAX_BODY_BYTES
        if length is None:
            await self._app(scope, _counted(receive, most_bytes), send)
        elif _bytes(length) > most_bytes:
            await problem(413, "body_too_large", TOO_LARGE)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _without_port(host: bytes) -> bytes:
    name, _, port = host.rpartition(b":")
    return name.lower() if name and port.isdigit() else host.lower()


def _bytes(length: bytes) -> int:
    # What is no plain number, the server's parser has refused before.
    return int(length) if len(length) < 19 else MAX_SITE_BODY_BYTES + 1


def _counted(receive: Receive, most_bytes: int) -> Receive:
    """A body that comes in pieces of unknown number, refused as soon as it is too large."""
    received = 0

    async def receive_counted() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most_bytes:
            raise HTTPException(413, TOO_LARGE)
        return message

    return receive_counted
