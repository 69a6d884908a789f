"""A log line says where an error came from and of what kind it is; never what stood in a row, a body or a key."""

from __future__ import annotations

import asyncio
import io
import logging
import sqlite3
import subprocess
import sys
from collections.abc import Callable

import pytest

from cdm_kiosk.logs import Discreet
from cdm_kiosk.wire import EVENT
from tests.tools.hub import CHECKOUT

SECRET = "very-secret-token"


def a_body_that_makes_no_sense() -> None:
    EVENT.validate_json(f'{{"kind":"ticket_called","ticket":"{SECRET}"}}')


def a_ticket_that_is_not_there() -> None:
    {}[SECRET]


def a_text_that_is_none() -> None:
    sqlite3.connect(":memory:").execute(f"SELECT CAST(x'{SECRET.encode().hex()}ff' AS TEXT)").fetchall()


def one_out_of_another() -> None:
    try:
        a_ticket_that_is_not_there()
    except KeyError as error:
        raise RuntimeError(SECRET) from error


@pytest.mark.parametrize(
    ("fail", "kind"),
    [
        (a_body_that_makes_no_sense, "ValidationError"),
        (a_ticket_that_is_not_there, "KeyError"),
        (a_text_that_is_none, "sqlite3.OperationalError"),
        (one_out_of_another, "RuntimeError"),
    ],
)
def test_an_unexpected_error_is_told_without_its_words(fail: Callable[[], None], kind: str) -> None:
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(Discreet("%(message)s"))
    logger = logging.Logger("cdm_kiosk.test")
    logger.addHandler(handler)
    try:
        fail()
    except Exception:
        logger.exception("a batch of commands failed")
    assert SECRET not in told.getvalue()
    assert kind in told.getvalue()
    assert f"in {fail.__name__}" in told.getvalue()


def test_a_file_that_cannot_be_written_is_told_with_the_systems_reason() -> None:
    try:
        raise OSError(28, "No space left on device", "/somewhere")
    except OSError as error:
        caught = (type(error), error, error.__traceback__)
        assert "No space left on device" in Discreet().formatException(caught)


def test_the_event_loop_does_not_show_what_failed_in_it() -> None:
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.setFormatter(Discreet("%(message)s"))
    logger = logging.getLogger("asyncio")
    logger.addHandler(handler)

    async def story() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda secret: {}[secret], SECRET)
        loop.call_exception_handler({"message": f"never retrieved {SECRET}", "exception": KeyError(SECRET)})
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    try:
        asyncio.run(story())
    finally:
        logger.removeHandler(handler)
    assert "something in the event loop failed" in told.getvalue()
    assert SECRET not in told.getvalue()


@pytest.mark.parametrize("where", ["raise KeyError(secret)", "threading.Thread(target=lambda: {}[secret]).start()"])
def test_a_process_that_ends_with_an_error_tells_it_so_too(where: str) -> None:
    program = f"import threading; from cdm_kiosk import logs; logs.set_up('hub')\nsecret = '{SECRET}'[:]\n{where}"
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert "KeyError" in ended.stderr
    assert SECRET not in ended.stderr
