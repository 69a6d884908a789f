"""The pictures of the gallery, one module per role."""

from cdm_kiosk.client.qt import load_qt

load_qt()  # before anything here imports pydantic
