"""Where the hub is asked for each thing: a method and a path under /api/v1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

IN_PATH = re.compile(r"\{(\w+)\}")
STATION = "/stations/{station}"

HUBS_OWN = {
    "alive": f"POST {STATION}/alive",
    "know": "POST /trust",
    "errands": f"POST {STATION}/errands/fetch",
    "station-paper": f"PUT {STATION}/paper",
    "trial-came": f"PUT {STATION}/trial",
    "print": "POST /tickets/{ticket}/print",
    "entrance": "GET /admin/session",
    "enter": "POST /admin/session",
    "change-pin": "PUT /admin/pin",
    "site": "GET /admin/site",
    "check-site": "POST /admin/site/check",
    "versions": "GET /admin/versions",
    "restore": "POST /admin/versions/{version}/restore",
    "bring-picture": "POST /admin/pictures",
    "use-printer": f"POST /admin{STATION}/printer",
    "try-printer": f"POST /admin{STATION}/trial",
    "accept-station": "POST /stations/pairing/{pairing}/accept",
    "refuse-station": "POST /stations/pairing/{pairing}/refuse",
    "change-station": f"PATCH {STATION}",
    "strike-off": f"DELETE {STATION}",
}
"""What no rule of the house decides: stations and the administration ask the hub itself."""


@cache
def addresses() -> Mapping[str, str]:
    """The address of each verb, and of what the hub itself is asked.

    The table of verbs loads with the first order, after a window has shown its first frame.
    """
    from cdm_kiosk.domain.verbs import VERBS

    return {verb.name: verb.address for verb in VERBS if verb.address} | HUBS_OWN


def addressed(verb: str, values: Mapping[str, Any]) -> tuple[str, str, Mapping[str, Any] | None]:
    """The method, the path, and the body: what the path does not hold, None where nothing is left."""
    method, _, path = addresses()[verb].partition(" ")
    held = IN_PATH.findall(path)
    body = {name: value for name, value in values.items() if name not in held}
    return method, IN_PATH.sub(lambda found: quote(str(values[found[1]]), safe=""), path), body or None
