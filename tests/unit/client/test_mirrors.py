"""What a station believes after it listened again."""

from __future__ import annotations

import pytest

from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.domain.bands import Band, Outlook
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.paths import SAMPLE_SITE
from tests.tools.fake_hub import NOW, FakeHub, dispose
from tests.tools.paired_stations import hear_new_station, hear_nobody_new


@pytest.mark.usefixtures("qapp")
def test_a_station_that_listens_again_forgets_the_waits_that_the_hub_no_longer_tells() -> None:
    hub = FakeHub(read_site(SAMPLE_SITE))
    hub.open_day()
    line = hub.line("reception")
    mirror = StaffMirror(line)
    line.start()
    hub.foresee(Outlook(NOW, themes={"emploi": Band(20, 30)}))
    assert mirror.outlook.themes
    # As after a night: the hub was started again, and nothing is foreseen.
    line.snapshotReceived.emit(hub.snapshot("staff"))
    assert not mirror.outlook.themes
    dispose(mirror, line)


@pytest.mark.usefixtures("qapp")
def test_reception_hears_who_wants_to_be_paired_and_that_nobody_does() -> None:
    hub = FakeHub(read_site(SAMPLE_SITE))
    line = hub.line("reception")
    mirror = StaffMirror(line)
    line.start()
    shown = hear_new_station(line)
    assert mirror.pending is not None
    assert (mirror.pending.id, mirror.pending.numbers) == (shown.id, shown.numbers)
    hear_nobody_new(line)
    assert mirror.pending is None
    dispose(mirror, line)
