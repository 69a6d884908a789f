"""Which verb an address is, and who may say it."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.verbs import IN_PATH, VERBS


@cache
def role_for(method: str, url: str) -> str:
    """The station that may say what this address is for: reception where several may."""
    path = urlsplit(url).path.partition("/api/v1")[2]
    if path.startswith("/stations/"):
        return Role.KIOSK
    said = (verb for verb in VERBS if verb.method == method and re.fullmatch(IN_PATH.sub("[^/]+", verb.path), path))
    roles = next((verb.roles for verb in said), ())
    return next((role for role in Role if role in roles and Role.RECEPTION not in roles), Role.RECEPTION)
