"""A station's engine: one for each window, or one that several have in turn; and what moves in a window."""

from __future__ import annotations

from PySide6.QtCore import QSize

from cdm_kiosk.domain.site import Site
from tests.qml.conftest import Show, ShowKiosk
from tests.tools.advisor_window import new_table
from tests.tools.kiosk_window import new_kiosk
from tests.tools.sizes import UPRIGHT
from tests.tools.windows import moving


def test_an_engine_that_was_given_outlives_its_window(site: Site) -> None:
    first = new_kiosk(site).station
    first.close()
    second = new_kiosk(site, size=UPRIGHT.pixels).station
    assert second.engine is first.engine
    assert second.engine.rootObjects() == [second.window]
    assert second.window.size() == QSize(1080, 1920)
    second.close()
    assert second.engine.rootObjects() == []


def test_windows_that_are_open_together_have_engines_of_their_own(site: Site, show_kiosk: ShowKiosk) -> None:
    table = new_table(site).station
    stations = [show_kiosk(UPRIGHT).station, show_kiosk(UPRIGHT).station, table]
    assert len({id(each.engine) for each in stations}) == 3
    table.close()


def test_what_moves_is_found_but_for_a_button_s_own_pause(show: Show) -> None:
    window = show(
        """
        NumberAnimation { objectName: "moves"; running: true; duration: 60000 }
        NumberAnimation { running: false }
        Item {
            visible: false
            Timer { running: true; interval: 60000 }
        }
        Item {
            Timer { objectName: "pauses"; running: true; interval: 60000 }
            Timer { running: true; repeat: true; interval: 60000 }
            Item {
                property int settleMs: 60000
                Timer { running: true; interval: 60000 }
            }
        }
        """
    )
    assert {each.objectName() for each in moving(window)} == {"moves", "pauses"}
