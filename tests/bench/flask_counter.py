"""A reference: a counter of tickets as many would write it, with Flask, waitress and SQLite, each ticket durable.

``python -m tests.bench.flask_counter FOLDER PORT`` prints a line once it answers.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any

import waitress
from flask import Flask, request

THREADS = 8


def application(folder: Path) -> Flask:
    """One endpoint that gives the next number."""
    app = Flask(__name__)
    path = folder / "counter.sqlite3"
    own = threading.local()

    def connection() -> sqlite3.Connection:
        if not hasattr(own, "connection"):
            own.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
            own.connection.execute("PRAGMA journal_mode = WAL")
            own.connection.execute("PRAGMA synchronous = FULL")
        opened: sqlite3.Connection = own.connection
        return opened

    connection().execute("CREATE TABLE ticket (number INTEGER PRIMARY KEY, theme TEXT, language TEXT)")

    @app.post("/tickets")
    def issue() -> tuple[dict[str, Any], int]:
        asked = request.get_json()
        log = connection()
        log.execute("BEGIN IMMEDIATE")
        last = log.execute("SELECT MAX(number) FROM ticket").fetchone()[0] or 0
        log.execute("INSERT INTO ticket VALUES (?, ?, ?)", (last + 1, asked["theme"], asked.get("language")))
        log.execute("COMMIT")
        return {"number": last + 1}, 201

    return app


def main() -> None:
    folder, port = Path(sys.argv[1]), int(sys.argv[2])
    server = waitress.create_server(application(folder), host="127.0.0.1", port=port, threads=THREADS)
    print("listening", flush=True)
    server.run()


if __name__ == "__main__":
    main()
