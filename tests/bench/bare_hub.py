"""The reference: FastAPI under uvicorn as the hub runs it, one durable SQLite insert a request and nothing else.

``python -m tests.bench.bare_hub FOLDER PORT`` prints a line once it answers.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel


class Body(BaseModel):
    theme: str
    language: str | None = None


def application(folder: Path) -> FastAPI:
    """One endpoint. The insert runs on the event loop: measured faster than a thread pool at 1 and 8 clients."""
    app = FastAPI()
    log = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None, check_same_thread=False)
    log.execute("PRAGMA journal_mode = WAL")
    log.execute("PRAGMA synchronous = FULL")
    log.execute("CREATE TABLE IF NOT EXISTS ticket (number INTEGER PRIMARY KEY, theme TEXT, language TEXT)")

    @app.post("/api/v1/tickets", status_code=201)
    async def issue(body: Body) -> dict[str, int]:
        row = log.execute("INSERT INTO ticket (theme, language) VALUES (?, ?)", (body.theme, body.language))
        return {"number": row.lastrowid or 0}

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
