"""What a request must be before any endpoint sees it: whole, and no longer than a command."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cdm_kiosk.hub.problems import problem
from cdm_kiosk.hub.rate_limit import LONGEST_WAIT_S, RateLimit

MAX_BODY_BYTES = 64 * 1024
MAX_SITE_BODY_BYTES = 1_100_000
"""A site file of the largest size, and what is said around it."""
LONG_PATHS = ("/api/v1/admin/site", "/api/v1/admin/pictures")
"""Where a whole site comes, or a picture in base64."""
MAX_FORM_BYTES = 1024
"""A button of the ticket page says nothing more than its address."""
CLOSE = (b"connection", b"close")
WRONG = frozenset({400, 401, 403, 404, 405, 413})
"""Answers to what no station asks: they come slowly, and whoever gets one begins again on a new line."""
TOO_OFTEN = 429
WRONG_PER_S = 100.0


def of_a_command(path: str) -> int:
    """How long what a station says may be, in bytes."""
    return MAX_SITE_BODY_BYTES if path.startswith(LONG_PATHS) else MAX_BODY_BYTES


def of_a_form(_path: str) -> int:
    """How long what a phone says may be, in bytes."""
    return MAX_FORM_BYTES


class Gate:
    """Stands before the application: an endpoint that reads no body would carry out its command before the end.

    One request is read whole, up to ``most_bytes`` for its path, before anything is done about it.
    """

    def __init__(self, app: ASGIApp, most_bytes: Callable[[str], int]) -> None:
        self._app = app
        self._most_bytes = most_bytes
        self._wrong_answers = RateLimit(WRONG_PER_S)
        self._too_large = problem(413, "body_too_large", "the body is larger than any command")
        self._too_large.raw_headers.append(CLOSE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            body = await _whole(scope, receive, self._most_bytes(scope["path"]))
            if body is None:
                await self._too_large(scope, receive, send)
                return
            if body["type"] == "http.disconnect":
                return
            receive = _first(body, receive)
        await self._app(scope, receive, self._closing(send))

    def _closing(self, send: Send) -> Send:
        """``send``, with an end of the line behind each wrong request."""

        async def send_and_close(message: Message) -> None:
            status = message.get("status") if message["type"] == "http.response.start" else None
            if status in WRONG:
                message["headers"] = [*message.get("headers", ()), CLOSE]
            # Who asks too often is kept waiting on the same line: a new one would cost the hub a handshake.
            if (status in WRONG or status == TOO_OFTEN) and not await self._wrong_answers.wait():
                await asyncio.sleep(LONGEST_WAIT_S)
            await send(message)

        return send_and_close


async def _whole(scope: Scope, receive: Receive, most_bytes: int) -> Message | None:
    """The whole body as one message, or that the client went away; ``None`` as soon as it is too large."""
    for name, value in scope["headers"]:
        # What is no plain number, the server's parser has refused before.
        if name == b"content-length" and (len(value) > 18 or int(value) > most_bytes):
            return None
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        body += message.get("body", b"")
        if len(body) > most_bytes:
            return None
        if not message.get("more_body", False):
            return {"type": "http.request", "body": bytes(body), "more_body": False}


def _first(message: Message, receive: Receive) -> Receive:
    """``receive`` with ``message`` before all others."""
    waiting: list[Message] = [message]

    async def receive_first() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_first
