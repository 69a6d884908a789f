"""Pictures of the advisor's window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Site
from tests.tools.advisor_window import Table, new_table
from tests.tools.house_variants import long_labels
from tests.tools.pictures.album import Album
from tests.tools.sizes import COMPACT, STRIP, Size, resize
from tests.tools.windows import key, rest, touch, wait_until


def _choose_shift(table: Table) -> None:
    for theme, touches in (("orientation", 1), ("emploi", 1), ("formation", 2)):
        for _ in range(touches):
            table.vm.cycleTheme(theme)
    table.vm.toggleLanguage("en")


def _together(table: Table) -> None:
    table.open_shift(c.CallTogether("4", tuple(ticket.id for ticket in table.hub.floor.waiting()[:3])))


def _who_is_absent(table: Table) -> None:
    _together(table)
    touch(table.station.window, "noShow")


def _hand_over(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    touch(table.station.window, "handOver")


def _on_break(table: Table) -> None:
    table.open_shift()
    table.hub.do(c.TakeBreak("4"))
    table.hub.now += timedelta(minutes=6)


def _shift_over(table: Table, *acts: c.Command) -> None:
    themes = ("orientation", "emploi")
    table.hub.do(c.OpenShift("4", themes, (), ("fr",), table.hub.now + timedelta(minutes=8)))
    for act in acts:
        table.hub.do(act)
    table.hub.now += timedelta(minutes=9)
    table.vm.tick()


def _shift_closed_by_the_hour(table: Table) -> None:
    _shift_over(table)
    rest(table.station.window)
    table.hub.do(c.CloseShift("4"))


def _refused(table: Table) -> None:
    table.open_shift(c.CallNext("4"))
    table.vm.callNext()


def _lost_while_receiving(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    table.line.lose()


def _park(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    touch(table.station.window, "park")


def _who_was_parked(table: Table) -> None:
    for minutes in (10, 15):
        table.open_shift(c.CallNext("4"), c.Park("4", minutes))


def _to_a_table(table: Table) -> None:
    _hand_over(table)
    touch(table.station.window, "choice-all")


def _more(table: Table) -> None:
    table.open_shift(c.CallNext("4"))
    touch(table.station.window, "more")


def _keys(table: Table) -> None:
    table.open_shift()
    key(table.station.window, Qt.Key.Key_F1)


def _asks_for_reception(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"), c.AskHelp("4"))


def _leave(table: Table) -> None:
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    wait_until(lambda: table.vm.stage == "receiving", "the visitor at the table")
    rest(table.station.window)
    table.station.window.close()


def _half_done(table: Table) -> None:
    """Finishing went well, calling did not: reception has closed the shift in between."""
    table.open_shift(c.CallNext("4"), c.StartInterview("4"))
    table.line.is_slow = True
    table.vm.finishAndCallNext()
    table.hub.do(c.FinishInterview("4"))
    table.line.answer(200)
    table.line.answer(0)


TableScene = Callable[[Table], object]


def advisor_pictures(album: Album, site: Site) -> None:
    """The small window beside other work, and the same over a whole screen."""

    def take(
        state: str,
        scene: TableScene = lambda table: None,
        waiting: int = 3,
        counter: str = "4",
        at: Site = site,
        sizes: Sequence[Size] = (COMPACT, Size(1280, 900)),
        after_s: float = 0,
    ) -> None:
        for size in sizes:
            if not album.claims():
                continue
            table = new_table(at, counter, waiting)
            resize(table.station, size)
            scene(table)
            table.hub.now += timedelta(seconds=after_s)
            table.vm.tick()
            album.photograph(table.station, "advisor", state, "fr", size)

    def receive(table: Table) -> None:
        table.open_shift(c.CallNext("4"), c.StartInterview("4"))

    take("choose", counter="")
    take("off")
    take("off_chosen", _choose_shift)
    take("free_nobody_waits", Table.open_shift, waiting=0)
    take("free_one_waits", Table.open_shift, waiting=1)
    take("free_three_wait", Table.open_shift)
    take("called", lambda table: table.open_shift(c.CallNext("4")))
    take("recalled", lambda table: table.open_shift(c.CallNext("4"), c.Recall("4"), c.Recall("4")))
    take("receiving", receive)
    take("receiving_last", receive, waiting=1)
    take("too_late_to_undo", lambda table: table.open_shift(c.CallNext("4"), c.Recall("4")), after_s=40)
    take("together", _together, waiting=5)
    take("who_is_absent", _who_is_absent, waiting=5)
    take("hand_over", _hand_over)
    take("on_break", _on_break)
    take("on_break_nobody_waits", _on_break, waiting=0)
    take("shift_over", _shift_over)
    take("shift_over_receiving", lambda table: _shift_over(table, c.CallNext("4"), c.StartInterview("4")))
    take("shift_closed_by_the_hour", _shift_closed_by_the_hour)
    take("notice", _refused)
    take("lost", _lost_while_receiving)
    take("too_late_to_undo_together", _together, waiting=5, sizes=[COMPACT], after_s=40)
    take("park", _park)
    take("parked_one", lambda table: table.open_shift(c.CallNext("4"), c.Park("4", 10)))
    take("parked_two", _who_was_parked, sizes=[COMPACT])
    take("hand_over_to_a_table", _to_a_table)
    take("more", _more)
    take("keys", _keys)
    take("help_asked", _asks_for_reception)
    take("leave", _leave)
    take("half_done", _half_done, sizes=[COMPACT])
    strips: dict[str, TableScene] = {
        "free": Table.open_shift,
        "called": lambda table: table.open_shift(c.CallNext("4")),
        "receiving": receive,
        "break": _on_break,
        "over": _shift_over,
        "help_asked": _asks_for_reception,
        "notice": _refused,
        "lost": _lost_while_receiving,
    }
    wordy = long_labels(site)
    for state, scene in {**strips, "long_labels": receive}.items():

        def in_a_strip(table: Table, scene: TableScene = scene) -> None:
            scene(table)
            table.vm.habits.setCompact(True)

        take(f"strip_{state}", in_a_strip, at=wordy if state == "long_labels" else site, sizes=[STRIP])
    take("choose_long_labels", counter="", at=wordy, sizes=[COMPACT])
    take("off_long_labels", _choose_shift, at=wordy, sizes=[COMPACT])
    take("receiving_long_labels", receive, at=wordy, sizes=[COMPACT])
    take("hand_over_long_labels", _hand_over, at=wordy, sizes=[COMPACT])
