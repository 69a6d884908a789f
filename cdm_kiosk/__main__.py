"""``python -m cdm_kiosk`` is the same as ``cdm-kiosk``."""

from cdm_kiosk.cli import main

main()
