"""The states of a kiosk that pictures and tests show, by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.bands import Outlook
from cdm_kiosk.domain.site import RotaShift
from cdm_kiosk.domain.tempo import Tempo
from cdm_kiosk.viewmodels.kiosk.comfort import Comfort
from cdm_kiosk.viewmodels.kiosk.visit import ASK_AFTER_S
from tests.tools.house_variants import LONGEST_MESSAGE
from tests.tools.kiosk_window import Kiosk, ask_to_leave


def _full(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("2"))
    soon = kiosk.hub.now + timedelta(minutes=10)
    kiosk.hub.do(c.OpenShift("2", ("emploi",), (), ("fr", "en"), soon))
    kiosk.vm.chooseTheme("emploi")


def _just_full(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.line.is_slow = True
    kiosk.vm.takeTicket()
    kiosk.line.answer(409, {"code": "full_today"})


def _pause(kiosk: Kiosk, theme: str = "emploi", **message: str) -> None:
    kiosk.hub.do(c.PauseTheme(theme, message))


def _paused(kiosk: Kiosk) -> None:
    _pause(kiosk, fr="De retour à 15 h.", en="Back at 3 p.m.", es="Volvemos a las 15:00.")
    kiosk.vm.chooseTheme("emploi")


def _paused_at_length(kiosk: Kiosk) -> None:
    _pause(kiosk, fr=LONGEST_MESSAGE)
    kiosk.vm.chooseTheme("emploi")


def _paused_without_words(kiosk: Kiosk) -> None:
    _pause(kiosk)
    kiosk.vm.chooseTheme("emploi")


def _just_paused(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    kiosk.line.is_slow = True
    kiosk.vm.takeTicket()
    kiosk.line.answer(409, {"code": "theme_paused"})


def _entry_closed_by_the_hours(kiosk: Kiosk) -> None:
    kiosk.hub.change_site(hours={"every_day": ("09:00-14:30",)})
    kiosk.hub.do(c.CloseEntry())


def _entry_rests(kiosk: Kiosk) -> None:
    kiosk.hub.change_site(hours={"every_day": ("09:00-14:30", "15:30-18:00")})
    kiosk.hub.do(c.CloseEntry())


def _rehearsal(kiosk: Kiosk) -> None:
    kiosk.hub.house.tempo = Tempo(kiosk.hub.now, kiosk.hub.now, 20)
    kiosk.line.start()


def _later_today(kiosk: Kiosk) -> None:
    site = kiosk.hub.floor.site
    later = RotaShift("4", ("creation",), (), site.languages, ("sunday",), ("16:30-18:00",))
    kiosk.hub.change_site(rota=(*site.rota, later))
    kiosk.hub.foresee(kiosk.hub.outlook)
    kiosk.vm.chooseTheme("creation")


def _unserved_empty_desk(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("accueil"))
    kiosk.vm.chooseTheme("creation")


def _help_empty_desk(kiosk: Kiosk) -> None:
    kiosk.hub.do(c.CloseShift("accueil"))
    kiosk.vm.showHelp()


def _desk_ticket(kiosk: Kiosk) -> None:
    kiosk.vm.showHelp()
    kiosk.vm.takeDeskTicket()


def _without_forecast(kiosk: Kiosk) -> None:
    kiosk.hub.foresee(Outlook(kiosk.hub.now))


def _theme_without_forecast(kiosk: Kiosk) -> None:
    _without_forecast(kiosk)
    kiosk.vm.chooseTheme("emploi")


def _ticket_without_forecast(kiosk: Kiosk) -> None:
    _without_forecast(kiosk)
    kiosk.take_ticket()


def printing(kiosk: Kiosk) -> None:
    kiosk.take_ticket()
    kiosk.vm.printTicket()


def _printed(kiosk: Kiosk) -> None:
    printing(kiosk)
    kiosk.vm.paperCame(kiosk.papers[-1].ticket)


def _print_failed(kiosk: Kiosk) -> None:
    printing(kiosk)
    kiosk.vm.paperFailed(kiosk.papers[-1].ticket)


def _paper_low(kiosk: Kiosk) -> None:
    kiosk.vm.paperIs("", True)
    kiosk.take_ticket()


def _paper_missing(kiosk: Kiosk) -> None:
    kiosk.vm.paperIs("paper_out", False)
    kiosk.take_ticket()


def _issuing(kiosk: Kiosk) -> None:
    kiosk.line.is_slow = True
    kiosk.take_ticket()


def _notice(kiosk: Kiosk) -> None:
    kiosk.line.is_cut = True
    kiosk.take_ticket()


def _still_there(kiosk: Kiosk) -> None:
    kiosk.vm.chooseTheme("emploi")
    for _ in range(ASK_AFTER_S + 3):
        kiosk.vm.tick()


KioskScene = Callable[[Kiosk], object]


KIOSK_MAIN: dict[str, KioskScene] = {
    "themes": lambda kiosk: None,
    "theme": lambda kiosk: kiosk.vm.chooseTheme("emploi"),
    "theme_unserved": lambda kiosk: kiosk.vm.chooseTheme("creation"),
    "theme_full": _full,
    "theme_paused": _paused,
    "entry_closed": lambda kiosk: kiosk.hub.do(c.CloseEntry()),
    "help": lambda kiosk: kiosk.vm.showHelp(),
    "look": lambda kiosk: kiosk.vm.showLook(),
    "ticket": Kiosk.take_ticket,
    "print_failed": _print_failed,
    "paper_low": _paper_low,
    "paper_missing": _paper_missing,
    "still_there": _still_there,
}
KIOSK_MORE: dict[str, KioskScene] = {
    "theme_without_wait": lambda kiosk: kiosk.vm.chooseTheme("evolution"),
    "theme_just_full": _just_full,
    "theme_just_paused": _just_paused,
    "theme_paused_at_length": _paused_at_length,
    "theme_paused_without_words": _paused_without_words,
    "themes_paused": _pause,
    "theme_later_today": _later_today,
    "theme_unserved_empty_desk": _unserved_empty_desk,
    "themes_without_forecast": _without_forecast,
    "theme_without_forecast": _theme_without_forecast,
    "help_empty_desk": _help_empty_desk,
    "issuing": _issuing,
    "ticket_next": lambda kiosk: kiosk.take_ticket("evolution"),
    "ticket_at_desk": _desk_ticket,
    "ticket_without_forecast": _ticket_without_forecast,
    "printing": printing,
    "printed": _printed,
    "notice": _notice,
    "closed": lambda kiosk: kiosk.hub.do(c.CloseDay()),
    "entry_closed_for_today": _entry_closed_by_the_hours,
    "entry_rests": _entry_rests,
    "offline": lambda kiosk: kiosk.line.lose(),
    "rehearsal": _rehearsal,
}


def _leave_typing(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "24":
        leave.type(digit)


def _leave_wrong(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "1111":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(403, {"code": "wrong_pin", "retry_after_s": 4})


def _leave_without_pin(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "1111":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(409, {"code": "no_pin"})


def _leave_choice(kiosk: Kiosk) -> None:
    leave = ask_to_leave(kiosk)
    for digit in "2468":
        leave.type(digit)
    leave.enter()
    kiosk.line.answer(200)


KIOSK_LEAVE: dict[str, KioskScene] = {
    "leave": _leave_typing,
    "leave_wrong": _leave_wrong,
    "leave_without_pin": _leave_without_pin,
    "leave_choice": _leave_choice,
}
"""The way out, for who looks after the kiosk: in the site's first language alone."""
KIOSK_WISHES = {
    "listening": Comfort(speech=True),
    "large": Comfort(large_text=True),
    "contrast": Comfort(high_contrast=True),
    "low": Comfort(low_reach=True),
    "pictures": Comfort(pictures_first=True),
    "all": Comfort(speech=True, large_text=True, high_contrast=True, low_reach=True, pictures_first=True),
}
