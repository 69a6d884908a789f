"""The references: FastAPI under uvicorn as the hub runs it, one durable SQLite insert a request and nothing else.

Once inserted on the event loop, which is fastest and stops everybody while the disk is slow; once in FastAPI's
thread pool (a plain ``def`` endpoint), as its manual has it for work that blocks.

``python -m tests.bench.bare_hub FOLDER PORT`` prints a line once it answers.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel


class Body(BaseModel):
    theme: str
    language: str | None = None


def application(folder: Path) -> FastAPI:
    """The two endpoints."""
    app = FastAPI()
    log = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None, check_same_thread=False)
    log.execute("PRAGMA journal_mode = WAL")
    log.execute("PRAGMA synchronous = FULL")
    log.execute("CREATE TABLE IF NOT EXISTS ticket (number INTEGER PRIMARY KEY, theme TEXT, language TEXT)")

    one_at_a_time = threading.Lock()

    def insert(body: Body) -> dict[str, int]:
        row = log.execute("INSERT INTO ticket (theme, language) VALUES (?, ?)", (body.theme, body.language))
        return {"number": row.lastrowid or 0}

    @app.post("/loop", status_code=201)
    async def issue_on_loop(body: Body) -> dict[str, int]:
        return insert(body)

    @app.post("/threads", status_code=201)
    def issue_in_threads(body: Body) -> dict[str, int]:
        with one_at_a_time:
            return insert(body)

    return app


class _Server(uvicorn.Server):
    async def startup(self, sockets: object = None) -> None:
        await super().startup()
        print("listening", flush=True)


def main() -> None:
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    config = uvicorn.Config(
        application(folder),
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
    )
    _Server(config).run()


if __name__ == "__main__":
    main()
