"""Composes the command that renews the hub's own certificate without a walk to the stations."""

from __future__ import annotations

from pathlib import Path

from cdm_kiosk import console, logs
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.hub.certificate import FOLDER, change_over, make_next, next_certificate, own_certificate
from cdm_kiosk.hub.encryption import would_be_lost
from cdm_kiosk.hub.faults import HubFault

NOT_DONE = 2


def renew(data: Path, now: bool, yes: bool) -> int:
    """Make the hub's next certificate, and say who has yet to hear of it; ``now``, use it all the same.

    Raises faults that have a ``sentence``.
    """
    logs.set_up("certificate")
    if not (data / FOLDER).is_dir():
        raise HubFault(Code.NO_OWN_CERTIFICATE, folder=str(data))
    own_certificate(data)
    try:
        make_next(data)
        following = next_certificate(data)
        if following is None:
            # The hub was quicker: everybody knows it.
            _say("Done: every paired station knows the new certificate, and the hub shows it.")
            return 0
        lost = would_be_lost(data, following)
        _say(f"The hub's next certificate is {following.fingerprint}.")
        if not now:
            _say(_waiting(lost))
            return 0
        if lost:
            _say(f"These stations do not know it yet, and must be paired again: {', '.join(lost)}.")
            if not yes and not console.agreed("Go on so?"):
                return NOT_DONE
        change_over(data)
    except OSError as error:
        raise HubFault(Code.DATA_UNWRITABLE, path=str(data), why=str(error.strerror)) from None
    _say("Done: the hub shows it from now on.")
    return 0


def _waiting(lost: list[str]) -> str:
    if not lost:
        return "Every paired station knows it: the hub goes over to it within a second, or when it starts."
    return (
        f"The hub goes over to it once these stations have heard of it: {', '.join(lost)}. They do as soon as they "
        "run. Not to wait for them: say --now."
    )


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201
