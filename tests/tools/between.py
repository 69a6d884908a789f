"""Somebody between a station and its hub, who ends the encryption with a certificate of their own."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import socket
import ssl
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Self

import httpx

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.pairing import NONCE_BYTES, Terms, digits, hub_commitment, station_commitment
from cdm_kiosk.hub.certificate import own_certificate


class Between:
    """Listens at ``url`` with a certificate of its own; a subclass says what it makes of each connection."""

    def __init__(self, folder: Path, hub_port: int) -> None:
        self.hub_port = hub_port
        self.certificate = own_certificate(folder)
        self.contexts = [self.certificate.context()]
        """What encrypts the next connections; the last one all that follow."""
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._door.getsockname()[1])
        self.url = f"https://127.0.0.1:{self.port}"
        self._is_over = False

    def __enter__(self) -> Self:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over = True
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()

    def _serve(self) -> None:
        while not self._is_over:
            try:
                plain, _ = self._door.accept()
            except OSError:
                return
            try:
                context = self.contexts.pop(0) if len(self.contexts) > 1 else self.contexts[0]
                line = context.wrap_socket(plain, server_side=True)
            except OSError:
                # Whoever shakes no hands, or does not like the certificate.
                plain.close()
                continue
            threading.Thread(target=self._carry_and_close, args=(line,), daemon=True).start()

    def _carry_and_close(self, line: ssl.SSLSocket) -> None:
        with line:
            self.carry(line)

    def carry(self, line: ssl.SSLSocket) -> None:
        """What is done with a connection of the station."""
        raise NotImplementedError


class Relay(Between):
    """Passes on what each side says, and keeps all of it."""

    def __init__(self, folder: Path, hub_port: int) -> None:
        super().__init__(folder, hub_port)
        self.heard = bytearray()

    def carry(self, line: ssl.SSLSocket) -> None:
        trusting = ssl._create_unverified_context()
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", self.hub_port)) as plain,
            trusting.wrap_socket(plain) as hub,
        ):
            back = threading.Thread(target=self._pass, args=(hub, line), daemon=True)
            back.start()
            self._pass(line, hub)
            back.join()

    def _pass(self, source: ssl.SSLSocket, target: ssl.SSLSocket) -> None:
        with contextlib.suppress(OSError, ValueError):
            while said := source.recv(65536):
                self.heard += said
                target.sendall(said)
        for each in (source, target):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


class SpeaksForBoth(Between):
    """Plays a hub to the station and a station to the hub, each with a nonce of its own; passes the outcome on."""

    def __init__(self, folder: Path, hub_port: int) -> None:
        super().__init__(folder, hub_port)
        self.station_digits = ""
        self.hub_digits = ""
        self.given: dict[str, Any] = {}
        self._pairing = f"https://127.0.0.1:{hub_port}/api/v1/pairing"
        self._hub = httpx.Client(verify=False, timeout=30)
        self._as_hub, self._as_station = secrets.token_bytes(NONCE_BYTES), secrets.token_bytes(NONCE_BYTES)
        self._seen: Terms
        self._shown: Terms
        self._id = ""
        between = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self._answer(*(between.opens(said) if self.path.endswith("/nonce") else between.begins(said)))

            def do_GET(self) -> None:
                self._answer(*between.asks())

            def _answer(self, status: int, body: dict[str, Any]) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._handler: Callable[..., Any] = Handler

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._hub.close()

    def carry(self, line: ssl.SSLSocket) -> None:
        with contextlib.suppress(OSError):
            self._handler(line, ("127.0.0.1", 0), None)

    def begins(self, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        role, name = Role(said["role"]), said["name"]
        self._seen = Terms(role, name, bytes.fromhex(self.certificate.fingerprint))
        shown = ssl.get_server_certificate(("127.0.0.1", self.hub_port))
        self._shown = Terms(role, name, hashlib.sha256(ssl.PEM_cert_to_DER_cert(shown)).digest())
        begun = self._hub.post(
            self._pairing, json={**said, "commitment": station_commitment(self._shown, self._as_station).hex()}
        )
        self._id = begun.json()["id"]
        of_station = bytes.fromhex(said["commitment"])
        return 201, {"id": "x", "commitment": hub_commitment(self._seen, of_station, self._as_hub).hex()}

    def opens(self, said: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        told = self._hub.post(f"{self._pairing}/{self._id}/nonce", json={"nonce": self._as_station.hex()}).json()
        self.hub_digits = digits(self._shown, self._as_station, bytes.fromhex(told["nonce"]))
        self.station_digits = digits(self._seen, bytes.fromhex(said["nonce"]), self._as_hub)
        return 200, {"nonce": self._as_hub.hex()}

    def asks(self) -> tuple[int, dict[str, Any]]:
        answer = self._hub.get(f"{self._pairing}/{self._id}")
        self.given = answer.json()
        return answer.status_code, self.given
