"""Reception as pairing needs it: it hears who wants to be paired, and says yes or no. Without a window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from uuid import uuid4

import httpx

from tests.tools.hub import RunningHub, token_of


class PairingReception:
    """Speaks with the hub at ``url`` by reception's token."""

    def __init__(self, url: str, token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        # The token goes to a hub of this machine that the test has just started.
        self.client = httpx.Client(base_url=f"{url}/api/v1", headers=headers, verify=False, timeout=20)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    @contextmanager
    def hearing(self) -> Iterator[Iterator[dict[str, Any] | None]]:
        """Who wants to be paired, each time that it changes; what stands when it begins comes first."""
        with self.client.stream("GET", "/events", params={"audience": "staff"}) as feed:
            assert feed.status_code == 200, feed.read()
            yield self._heard(feed)

    def _heard(self, feed: httpx.Response) -> Iterator[dict[str, Any] | None]:
        kind = ""
        for line in feed.iter_lines():
            if line.startswith("event:"):
                kind = line.removeprefix("event:").strip()
            elif line.startswith("data:") and kind == "pairing":
                yield json.loads(line.removeprefix("data:"))["pending"]

    def pending(self) -> dict[str, Any]:
        """Wait until a station shows its digits."""
        with self.hearing() as heard:
            return next(each for each in heard if each is not None)

    def accept(self, pending: dict[str, Any], number: str, **otherwise: Any) -> httpx.Response:
        said = {"number": number, "role": pending["role"], "name": pending["name"], **otherwise}
        return self.say("POST", f"/stations/pairing/{pending['id']}/accept", said)

    def refuse(self, pending: dict[str, Any]) -> httpx.Response:
        return self.say("POST", f"/stations/pairing/{pending['id']}/refuse")

    def say(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        return self.client.request(method, path, json=body, headers={"Idempotency-Key": uuid4().hex})

    def stations(self) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = self.client.get("/stations").json()["stations"]
        return told


def reception_of(hub: RunningHub) -> PairingReception:
    """The reception of a hub of this machine alone."""
    return PairingReception(hub.url, token_of(hub.url, "reception"))
