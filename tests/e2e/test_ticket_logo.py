"""A site's own logo, all the way: from beside its file through the hub to the dots of a ticket."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps
from pytestqt.qtbot import QtBot

from cdm_kiosk.apps.kiosk import PaperMaker
from cdm_kiosk.client.mirrors import KioskMirror
from cdm_kiosk.printing.dots import draw_ticket
from cdm_kiosk.printing.escpos import escpos_bytes
from cdm_kiosk.printing.layout import TicketPaper
from cdm_kiosk.station import station
from cdm_kiosk.station.hub_pictures import HubPictures
from cdm_kiosk.viewmodels.shared.paper import TicketFacts
from tests.tools.fake_hub import NOW, dispose
from tests.tools.hub import DEMO_SITE, RunningHub
from tests.tools.paper import read_papers


def test_the_logo_beside_the_site_file_is_on_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    own = tmp_path / "site.toml"
    text = DEMO_SITE.read_text("utf-8").replace("sample = true", 'logo = "cite"')
    own.write_text(f"{text}\n[ticket]\nlogo = true\n", "utf-8")
    (tmp_path / "site.pictures").mkdir()
    Image.new("RGB", (300, 100), "black").save(tmp_path / "site.pictures" / "cite.png")
    with RunningHub(tmp_path / "data", own) as hub:
        client = hub.client("kiosk")
        mirror = KioskMirror(client)
        pictures = HubPictures(client)
        maker = PaperMaker(mirror, pictures.url)
        pictures.came.connect(maker.look_again)
        client.start()
        qtbot.waitUntil(lambda: mirror.site is not None, timeout=60_000)

        def paper() -> TicketPaper:
            site = mirror.site
            assert site is not None
            zone = site.zones[0].id
            return maker.paper(TicketFacts(site, 42, "emploi", zone, None, None, f"{hub.url}/t/1", "ar", NOW))

        qtbot.waitUntil(lambda: paper().logo != "", timeout=60_000)
        (sheet,) = read_papers(escpos_bytes(draw_ticket(paper(), station.faces())))
        client.stop()
        dispose(mirror, client)
    head = ImageOps.invert(sheet.crop((0, 0, sheet.width, 17 * 8)).convert("L")).getbbox()
    assert head is not None
    left, top, right, bottom = head
    # Two millimetres from the edge, in the middle, three times as wide as it is tall: as it was drawn.
    assert (top, right - left) == (16, 336)
    assert (left + right) / 2 == sheet.width / 2
    assert bottom - top == 112
