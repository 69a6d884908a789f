"""Errors as people and programs read them: application/problem+json with a stable code (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from cdm_kiosk.domain import errors
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.packs.archive import printable
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.wire import Problem

logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"
KEY_HEADER = "Idempotency-Key"

DOCUMENTED: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {MEDIA_TYPE: {}}, "description": HTTPStatus(status).phrase}
    for status in (400, 401, 403, 404, 409, 413, 422, 503)
}


def problem(status: int, code: str, detail: str, field: str | None = None) -> Response:
    """One problem+json answer."""
    return as_response(
        Problem(title=HTTPStatus(status).phrase, status=status, code=code, field=field, detail=detail)
    )


def constant(status: int, code: str, detail: str) -> bytes:
    """One problem+json answer as it travels, for whoever is refused before there is a request; it ends the line."""
    answer = problem(status, code, detail)
    phrase = HTTPStatus(status).phrase
    headers = [(b"connection", b"close"), *answer.raw_headers]
    lines = [f"HTTP/1.1 {status} {phrase}".encode(), *(name + b": " + value for name, value in headers), b"", b""]
    return b"\r\n".join(lines) + bytes(answer.body)


def about(status: int, refusal: errors.Refusal) -> dict[str, Any]:
    """What every problem says of a refusal."""
    return {
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": refusal.code,
        "field": refusal.field,
        "values": refusal.values,
        "detail": refusal.message,
    }


def as_response(body: Problem) -> Response:
    """A problem that says more than most."""
    return Response(body.model_dump_json(), body.status, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make ``app`` answer every refusal, fault and bug as a problem."""

    async def handle(_request: Request, error: Exception) -> Response:
        return answer_to(error)

    for kind in (errors.Refusal, StoreFault, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, handle)


def answer_to(error: Exception) -> Response:
    """The problem that tells of ``error``, which goes to the hub's log where it is no fault of whoever asks."""
    match error:
        case errors.Refusal():
            return as_response(Problem(**about(_status(error), error)))
        case StoreFault():
            logger.error("%s: %s", error.code, error.sentence)
            return problem(503, error.code, "the hub cannot keep what it is told; nothing was changed")
        case RequestValidationError():
            return _invalid(error)
        case HTTPException():
            codes = {400: "invalid_json", 404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}
            answer = problem(error.status_code, codes.get(error.status_code, "http_error"), str(error.detail))
            answer.headers.update(error.headers or {})
            return answer
    logger.error("unexpected error", exc_info=error)
    return problem(500, "internal_error", "something went wrong in the hub; it was written to its log")


def _status(refusal: errors.Refusal) -> int:
    if refusal.code is Code.NO_TOKEN:
        return 401
    if isinstance(refusal, errors.Forbidden):
        return 403
    if isinstance(refusal, errors.Invalid):
        return 422
    if isinstance(refusal, errors.Unknown):
        # What the address names is not found; what the body names is not valid.
        return 404 if refusal.field in ("counter", "ticket", "version", "picture", "station") else 422
    return 409


def _invalid(error: RequestValidationError) -> Response:
    first = error.errors()[0]
    place, *path = first["loc"]
    # A key that nobody knows is whatever somebody sent.
    field = printable(".".join(str(part) for part in path)) or None
    if place == "header" and field is not None and field.lower() == KEY_HEADER.lower():
        detail = "each command needs a key of its own: 1 to 200 visible ASCII characters, kept when sent again"
        missing = first["type"] == "missing"
        return problem(400, "key_missing" if missing else "key_invalid", detail, KEY_HEADER)
    if first["type"] == "json_invalid":
        return problem(400, "invalid_json", "the body is not JSON")
    return problem(422, "invalid_field", first["msg"], field or str(place))
