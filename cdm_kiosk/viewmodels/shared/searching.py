"""What every station says until it has heard its hub once."""

from __future__ import annotations

from cdm_kiosk.client.hub import HubClient


def searching_text(client: HubClient) -> str:
    """Which address is tried; "" once the hub was heard.

    French alone: nothing is known of the site's languages yet.
    """
    return "" if client.met else f"Je cherche le serveur à {client.address}"
