"""The pictures of the gallery, one module per role."""

from cdm_kiosk.client.schemas import load_schemas

load_schemas()  # before anything here imports pydantic: Qt's import hook is at work already
