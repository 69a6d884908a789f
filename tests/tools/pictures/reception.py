"""Pictures of the reception."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from cdm_kiosk import wire
from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.events import Contact, Precedence
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Paper, StationRole, Stations
from cdm_kiosk.domain.stations import Station as MetStation
from tests.tools.house_variants import long_labels
from tests.tools.paired_stations import hear_new_station, hear_nobody_new, hear_paired
from tests.tools.pictures.album import Album
from tests.tools.reception_window import Desk, fill, new_desk
from tests.tools.sizes import DESK, Size, resize
from tests.tools.windows import key, ready, touch


def _desk_calls(desk: Desk, *acts: c.Command) -> None:
    desk.hub.do(c.CallNext("accueil"))
    for act in acts:
        desk.hub.do(act)


def _desk_receives(desk: Desk) -> None:
    _desk_calls(desk, c.StartInterview("accueil"))


def _desk_hands_over(desk: Desk) -> None:
    _desk_receives(desk)
    touch(desk.station.window, "deskHandOver")


def _desk_chooses_a_table(desk: Desk) -> None:
    _desk_hands_over(desk)
    touch(desk.station.window, "handOver-other")


def _full_panel(desk: Desk) -> None:
    fill(desk)
    _panel(desk)


def _anyway(desk: Desk) -> None:
    _full_panel(desk)
    touch(desk.station.window, "issue-formation")


def _breaks(desk: Desk) -> None:
    desk.hub.do(c.TakeBreak("3", 15))
    desk.hub.do(c.CallTogether("2", tuple(ticket.id for ticket in desk.hub.floor.waiting()[:3])))
    wish = c.IssueTicket("class", "formation", "en", people=12, precedence=Precedence.PRIORITY)
    desk.hub.do(wish)


def _absences(desk: Desk) -> None:
    for counter in ("2", "3"):
        desk.hub.do(c.CallNext(counter))
        desk.hub.do(c.MarkNoShow(counter))


def _alarms(desk: Desk) -> None:
    for counter in ("1", "2", "3", "4"):
        if counter not in desk.hub.floor.at_counter:
            desk.hub.do(c.CloseShift(counter))


def _panel(desk: Desk) -> None:
    touch(desk.station.window, "newTicket")


def _just_issued(desk: Desk) -> None:
    _panel(desk)
    touch(desk.station.window, "issue-emploi")


def _menu(desk: Desk) -> None:
    touch(desk.station.window, "rowMenu-42")


def _menu_print(desk: Desk) -> None:
    _stations_well(desk)
    first = next(iter(desk.vm.tickets.rows))
    desk.hub.do(c.TellPaper(first.ticket_id, False))
    _menu(desk)


def _absent_menu(desk: Desk) -> None:
    _absences(desk)
    desk.vm.show("away")
    touch(desk.station.window, "rowMenu-42")


def _confirm(desk: Desk) -> None:
    _menu(desk)
    touch(desk.station.window, "withdraw")


def _confirm_closing(desk: Desk) -> None:
    _day_panel(desk)
    touch(desk.station.window, "closeDay")


def _all_alarms(desk: Desk) -> None:
    desk.hub.do(c.CloseShift("3"))
    desk.line.lose()


def _stations_heard(desk: Desk, *seen: MetStation) -> None:
    desk.line.hear("stations", wire.STATIONS.dump_json(Stations(seen)))
    desk.vm.tick()


def _stations_well(desk: Desk) -> None:
    kiosk = MetStation("Borne 1", StationRole.KIOSK, paper=Paper.READY)
    _stations_heard(desk, kiosk, MetStation("Écran Atrium", StationRole.DISPLAY))


def _stations_away(desk: Desk) -> None:
    gone = desk.hub.now - timedelta(minutes=4)
    kiosk = MetStation("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT)
    _stations_heard(desk, kiosk, MetStation("Écran Atrium", StationRole.DISPLAY, away_since=gone))


def _stations_open(desk: Desk) -> None:
    _stations_away(desk)
    touch(desk.station.window, "alarms")


def _alarms_open(desk: Desk) -> None:
    _all_alarms(desk)
    touch(desk.station.window, "alarms")


def _help_asked(desk: Desk) -> None:
    desk.hub.do(c.AskHelp("3"), minutes_ago=2)
    desk.hub.do(c.AskHelp("1"))


def _told(desk: Desk) -> None:
    desk.hub.do(c.PostMessage({"fr": "L’atelier commence à 15 h 30", "en": "The workshop starts at 15:30"}))
    desk.hub.do(c.PauseTheme("creation", {"fr": "De retour à 16 h"}))
    for contact, times in zip(Contact, (34, 21, 9, 17, 2), strict=True):
        for _ in range(times):
            desk.hub.do(c.CountContact(contact))
    desk.vm.front.count("computers")


def _everything_at_once(desk: Desk) -> None:
    _told(desk)
    desk.hub.do(c.CloseEntry())
    _help_asked(desk)
    _absences(desk)


def _last_look(desk: Desk) -> None:
    desk.hub.change_site(hours={"every_day": ("09:00-14:30",)})
    desk.hub.do(c.CloseEntry())


def _close_at_last(desk: Desk) -> None:
    _last_look(desk)
    touch(desk.station.window, "banner-closing")


def _day_panel(desk: Desk) -> None:
    touch(desk.station.window, "day")


def _message_panel(desk: Desk) -> None:
    touch(desk.station.window, "message")
    touch(desk.station.window, "ready-event_at")


def _message_shown(desk: Desk) -> None:
    _told(desk)
    touch(desk.station.window, "message")


def _pause_panel(desk: Desk) -> None:
    desk.vm.front.begin("formation")
    key(desk.station.window, Qt.Key.Key_T)
    touch(desk.station.window, "pause-formation")
    touch(desk.station.window, "ready-back_at")


def _paused_panel(desk: Desk) -> None:
    _told(desk)
    key(desk.station.window, Qt.Key.Key_T)
    touch(desk.station.window, "pause-creation")


def _special_ticket(desk: Desk) -> None:
    _panel(desk)
    touch(desk.station.window, "peopleMore")
    touch(desk.station.window, "priorityOption")


def _paused_ticket(desk: Desk) -> None:
    _told(desk)
    _panel(desk)
    touch(desk.station.window, "issue-creation")


def _searched(desk: Desk) -> None:
    desk.vm.search("4")


def _park_panel(desk: Desk) -> None:
    _desk_receives(desk)
    touch(desk.station.window, "deskPark")


def _called_menu(desk: Desk) -> None:
    _desk_calls(desk)
    desk.vm.show("there")
    touch(desk.station.window, "rowMenu-40")


def _notice_at_desk(desk: Desk) -> None:
    _confirm(desk)
    desk.line.is_cut = True
    touch(desk.station.window, "confirm")


def _station_presents(desk: Desk, role: str = "kiosk") -> None:
    hear_paired(
        desk.line,
        ("reception", "Accueil", ""),
        ("kiosk", "Borne 1", ""),
        ("display", "Écran 1", ""),
        ("advisor", "Table 1", "1"),
        ("advisor", "Table 2", "2"),
    )
    hear_new_station(desk.line, role)
    desk.vm.tick()


def _station_presents_amid(desk: Desk) -> None:
    _everything_at_once(desk)
    _station_presents(desk)


def _station_before_opening(desk: Desk) -> None:
    desk.hub.do(c.CloseDay())
    _station_presents(desk)


def _new_station(desk: Desk, role: str = "kiosk") -> None:
    _station_presents(desk, role)
    touch(desk.station.window, "banner-station")


def _new_station_chosen(desk: Desk) -> None:
    _new_station(desk)
    touch(desk.station.window, "number-650971")


def _new_station_replaces(desk: Desk) -> None:
    _new_station_chosen(desk)
    touch(desk.station.window, "replace-Borne 1")


def _new_table(desk: Desk) -> None:
    _new_station(desk, "advisor")
    key(desk.station.window, Qt.Key.Key_3)


def _answered(desk: Desk, status: int, code: str, **values: str) -> None:
    _new_station_chosen(desk)
    desk.line.is_slow = True
    touch(desk.station.window, "acceptStation")
    desk.line.answer(status, {"code": code, "values": values})


def _new_station_welcome(desk: Desk) -> None:
    _new_station_chosen(desk)
    desk.line.is_slow = True
    touch(desk.station.window, "acceptStation")
    desk.line.answer(200, {"stations": []})


def _new_station_name_taken(desk: Desk) -> None:
    _answered(desk, 409, "station_name_taken", name="Borne 2")
    ready(desk.station.window, "newStationName").forceActiveFocus()


def _new_station_gone(desk: Desk) -> None:
    _new_station_chosen(desk)
    hear_nobody_new(desk.line)
    desk.vm.tick()


def _new_station_lost(desk: Desk) -> None:
    _new_station_chosen(desk)
    desk.line.lose()
    desk.vm.tick()


DeskScene = Callable[[Desk], object]


def reception_pictures(album: Album, site: Site) -> None:
    """The desk's overview, and everything that opens above it."""

    def take(
        state: str,
        scene: DeskScene = lambda desk: None,
        waiting: int = 7,
        at_reception: int = 2,
        at: Site = site,
        size: Size = DESK,
    ) -> None:
        if not album.claims():
            return
        desk = new_desk(at, waiting, at_reception)
        # What opens above is touched where it stands: the window has its size before.
        resize(desk.station, size)
        scene(desk)
        album.photograph(desk.station, "reception", state, "fr", size)

    scenes: dict[str, DeskScene] = {
        "waiting_7": lambda desk: None,
        "desk_called": _desk_calls,
        "desk_receiving": _desk_receives,
        "desk_hands_over": _desk_hands_over,
        "desk_chooses_a_table": _desk_chooses_a_table,
        "desk_closed": lambda desk: desk.hub.do(c.CloseShift("accueil")),
        "full": fill,
        "new_ticket_full": _full_panel,
        "give_anyway": _anyway,
        "breaks": _breaks,
        "absent": _absences,
        "alarms": _alarms,
        "alarms_open": _alarms_open,
        "new_ticket": _panel,
        "just_issued": _just_issued,
        "row_menu": _menu,
        "row_menu_absent": _absent_menu,
        "row_menu_print": _menu_print,
        "confirm": _confirm,
        "confirm_closing": _confirm_closing,
        "notice": _notice_at_desk,
        "help": _help_asked,
        "told": _told,
        "everything": _everything_at_once,
        "last_look": _last_look,
        "last_look_closing": _close_at_last,
        "day_panel": _day_panel,
        "message_panel": _message_panel,
        "message_shown": _message_shown,
        "pause_panel": _pause_panel,
        "paused_panel": _paused_panel,
        "special_ticket": _special_ticket,
        "paused_ticket": _paused_ticket,
        "searched": _searched,
        "park_panel": _park_panel,
        "row_menu_called": _called_menu,
        "lost": _all_alarms,
        "stations_well": _stations_well,
        "stations_away": _stations_away,
        "stations_away_open": _stations_open,
        "station_presents": _station_presents,
        "station_presents_amid": _station_presents_amid,
        "station_before_opening": _station_before_opening,
        "new_station": _new_station,
        "new_station_chosen": _new_station_chosen,
        "new_station_replaces": _new_station_replaces,
        "new_station_table": _new_table,
        "new_station_display": lambda desk: _new_station(desk, "display"),
        "new_station_reception": lambda desk: _new_station(desk, "reception"),
        "new_station_welcome": _new_station_welcome,
        "new_station_wrong": lambda desk: _answered(desk, 409, "wrong_digits"),
        "new_station_refused": lambda desk: _answered(desk, 409, "pairing_refused"),
        "new_station_gone": _new_station_gone,
        "new_station_name_taken": _new_station_name_taken,
        "new_station_lost": _new_station_lost,
        "closed": lambda desk: desk.hub.do(c.CloseDay()),
    }
    for size in (DESK, Size(1024, 768)):
        for state, scene in scenes.items():
            take(state, scene, size=size)
        take("empty", waiting=0, at_reception=0, size=size)
        take("waiting_500", waiting=500, size=size)
        take("without_desk", at=replace(site, desk=None, rota=site.rota[:-1]), at_reception=0, size=size)
        for state in ("waiting_7", "new_ticket", "alarms", "desk_called", "everything", "pause_panel"):
            take(f"{state}_long_labels", scenes[state], at=long_labels(site), size=size)
    take("waiting_7", size=Size(1920, 1080))
