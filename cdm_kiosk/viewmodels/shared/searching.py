"""What every station says until it has heard its hub once."""

from __future__ import annotations

from cdm_kiosk.client.hub import HubClient


def searching_text(client: HubClient) -> str:
    """Which address is tried, or that the hub there does not know this station; "" once it was heard.

    French alone: nothing is known of the site's languages yet.
    """
    if client.met:
        return ""
    if client.unknown:
        return f"Ce poste n’est pas encore associé au serveur à {client.address}"
    return f"Je cherche le serveur à {client.address}"
