"""The hub's administration without process, network or disk: its contract, with the real judgement of sites."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from cdm_kiosk.client.hub import ENTRIES, Reply, Request
from cdm_kiosk.domain.site import Site
from cdm_kiosk.packs import site_file
from cdm_kiosk.packs.advice import advice
from cdm_kiosk.packs.changes import changes
from cdm_kiosk.packs.pictures import faults_of
from cdm_kiosk.packs.site_file import described
from tests.tools.fake_hub import FakeHub, FakeLine

TOKEN = "a-session"
SPOKEN = frozenset({"fr", "en", "es"})


class FakeAdministration:
    """Answers as the hub's administration does. ``content`` is what is in force, ``pin`` "" before the first.

    ``asked`` is what kiosks were asked for.
    """

    def __init__(self, content: Mapping[str, Any], pin: str = "2468") -> None:
        self.content: Mapping[str, Any] = content
        self.pin = pin
        self.wrong = 0
        self.saves = 0
        self.checks = 0
        self.kept: list[Mapping[str, Any]] = []
        self.is_session_open = False
        self.in_use = False
        self.pictures: dict[str, bytes] = {}
        self.asked: list[tuple[str, Mapping[str, Any] | None]] = []

    def put_by_another(self, content: Mapping[str, Any]) -> None:
        """Another reception saves."""
        self.kept.append(self.content)
        self.content = content
        self.saves += 1

    def answer(self, method: str, path: str, body: Mapping[str, Any] | None, session: str) -> Reply:
        """What the hub's API would answer."""
        given = body or {}
        if path == "/admin/session":
            return self._session(str(given["pin"]))
        if path == "/admin/pin":
            if self.pin and given["former"] != self.pin:
                return Reply(403, {"code": "wrong_pin", "retry_after_s": 1})
            self.pin = str(given["pin"])
            return self._session(self.pin)
        if not self.pin:
            return Reply(409, {"code": "no_pin"})
        if session != TOKEN or not self.is_session_open:
            return Reply(401, {"code": "pin_needed"})
        if path.startswith("/admin/stations/"):
            self.asked.append((path, body))
            return Reply(202)
        if path == "/admin/site/check":
            self.checks += 1
            return Reply(200, self._judged(given["site"]))
        if path == "/admin/pictures":
            return self._take_picture(str(given["name"]), base64.b64decode(given["content"]))
        if path == "/admin/versions":
            return Reply(200, {ENTRIES: self._versions()})
        if found := re.fullmatch(r"/admin/versions/(\d+)/restore", path):
            return self._put(str(given["based_on"]), self.kept[int(found[1])])
        if method == "PUT":
            return self._put(str(given["based_on"]), given["site"])
        return self._site()

    def _session(self, pin: str) -> Reply:
        if not self.pin:
            return Reply(409, {"code": "no_pin"})
        if pin != self.pin:
            self.wrong += 1
            return Reply(403, {"code": "wrong_pin", "retry_after_s": 2 ** (self.wrong - 1)})
        self.is_session_open = True
        return Reply(200, {"token": TOKEN, "expires_s": 900})

    def _take_picture(self, name: str, content: bytes) -> Reply:
        for wrong in faults_of(name, content):
            return Reply(422, {"code": "bad_picture", "field": "content", "values": {"fault": wrong.code}})
        self.pictures[name] = content
        return Reply(200, {"name": name.partition(".")[0]})

    def _site(self) -> Reply:
        told = self._judged(self.content)["advice_data"]
        return Reply(200, {"version": f"v{self.saves}", "site": self.content, "advice_data": told})

    def _put(self, based_on: str, content: Mapping[str, Any]) -> Reply:
        if self.in_use:
            return Reply(409, {"code": "in_use", "field": "themes"})
        faults = self._judged(content)["faults_data"]
        if faults:
            return Reply(422, {"code": "bad_site", "faults_data": faults})
        if based_on != f"v{self.saves}":
            told = as_json(changes(site_of(self.kept[int(based_on[1:])]), site_of(self.content)))
            return Reply(409, {"code": "site_changed", "changes_data": told, "version": f"v{self.saves}"})
        self.put_by_another(content)
        return self._site()

    def _judged(self, content: Mapping[str, Any]) -> dict[str, Any]:
        return judged(content, self.pictures)

    def _versions(self) -> list[dict[str, Any]]:
        following = [*self.kept, self.content][1:]
        return [
            {
                "version": at,
                "at": f"2026-11-{10 + at}T14:30:00+00:00",
                "changes_to_next_data": as_json(changes(site_of(before), site_of(after))),
            }
            for at, (before, after) in enumerate(zip(self.kept, following, strict=True))
        ]


def site_of(content: Mapping[str, Any]) -> Site:
    """The site of a sound content."""
    site, found = described(content)
    assert site is not None, found
    return site


def judged(content: Mapping[str, Any], pictures: Mapping[str, bytes]) -> dict[str, Any]:
    """What the check answers."""
    site, found = site_file.judged(content, pictures)
    told = [*advice(site, SPOKEN)] if site is not None and not found else []
    return {"faults_data": as_json(found), "advice_data": as_json(told)}


def as_json(data: Any) -> Any:
    """Faults or changes as they travel."""
    return json.loads(to_json(data))


class AdministrationLine(FakeLine):
    """A reception's line whose hub has an administration too."""

    def __init__(self, hub: FakeHub, administration: FakeAdministration) -> None:
        super().__init__(hub, "reception")
        self.administration = administration

    def answer_of(self, asked: Request) -> Reply:
        if not asked.path.startswith("/admin"):
            return super().answer_of(asked)
        return self.administration.answer(asked.method, asked.path, asked.body, asked.session)
