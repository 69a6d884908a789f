"""Pictures of the site's settings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QUrl

from cdm_kiosk import __version__, wire
from cdm_kiosk.domain.site import Site
from cdm_kiosk.domain.stations import Paper, StationRole, Stations, Trial
from cdm_kiosk.domain.stations import Station as MetStation
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.viewmodels.administration import site_draft as drafts
from tests.tools.administration_window import Office, new_office, office_content
from tests.tools.fake_hub import NOW, PIN
from tests.tools.house_variants import long_labels
from tests.tools.hub import DEMO_SITE
from tests.tools.paired_stations import hear_paired
from tests.tools.pictures.album import Album, picture_at_rest
from tests.tools.sizes import LYING, OFFICE, SMALL, Size
from tests.tools.windows import ready, rest, touch, wait_until

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><circle cx="10" cy="10" r="9" fill="#B5541C"/>'
    b'<rect x="22" y="3" width="16" height="14" rx="3" fill="#0F4C5C"/></svg>'
)


def _printers(office: Office) -> None:
    queue, usb = "queue:Accueil", "usb:04b8:0e15"
    first = MetStation(
        "Borne 1", StationRole.KIOSK, paper=Paper.NEAR_END, printer=usb, found=(usb, queue), trial=Trial.CAME
    )
    second = MetStation("Borne 2", StationRole.KIOSK, away_since=NOW)
    office.line.hear("stations", wire.STATIONS.dump_json(Stations((first, second))))
    office.enter("printers")


def _stations(office: Office, *seen: MetStation, version: str = __version__) -> None:
    hear_paired(
        office.line,
        ("reception", "Accueil", ""),
        ("kiosk", "Borne 1", ""),
        ("kiosk", "Borne du rez-de-jardin", ""),
        ("display", "Écran Atrium", ""),
        ("advisor", "Table 1", "1"),
        ("advisor", "Table 2", "12"),
        version=version,
    )
    office.line.hear("stations", wire.STATIONS.dump_json(Stations(seen)))
    office.enter("stations")


def _stations_well(office: Office) -> None:
    _stations(
        office,
        MetStation("Accueil", StationRole.RECEPTION, version=__version__),
        MetStation("Borne 1", StationRole.KIOSK, paper=Paper.READY, version=__version__),
        MetStation("Table 1", StationRole.ADVISOR, version=__version__),
        MetStation("Borne d’essai", StationRole.KIOSK, version=__version__),
    )
    office.vm.stations.choose("station-1")


def _stations_wrong(office: Office) -> None:
    gone = NOW - timedelta(hours=5, minutes=40)
    _stations(
        office,
        MetStation("Accueil", StationRole.RECEPTION, version="0.1.0"),
        MetStation("Borne 1", StationRole.KIOSK, paper=Paper.PAPER_OUT, version="0.2.0"),
        MetStation("Borne du rez-de-jardin", StationRole.KIOSK, away_since=gone, version="0.2.0"),
        MetStation("Écran Atrium", StationRole.DISPLAY, version="0.3.0"),
        version="0.2.0",
    )


def _stations_renamed(office: Office) -> None:
    _stations_well(office)
    office.vm.stations.type("Table 1")
    office.line.is_slow = True
    touch(office.window, "renameStation")
    office.line.answer(409, {"code": "station_name_taken", "values": {"name": "Table 1"}})


def _stations_table(office: Office) -> None:
    _stations_well(office)
    touch(office.window, "station-Table 1")


def _stations_struck(office: Office) -> None:
    _stations_well(office)
    office.vm.stations.choose("station-0")
    touch(office.window, "strikeOff")


def _stations_none(office: Office) -> None:
    hear_paired(office.line)
    office.enter("stations")


def _pin_wrong(office: Office) -> None:
    for _ in range(3):
        office.vm.door.enterPin("1111")
        for _ in range(3):
            office.hub.now += timedelta(seconds=1)
            office.vm.tick()
    office.vm.door.enterPin("1111")


def _pin_again(office: Office) -> None:
    office.vm.door.enterPin(PIN)
    office.vm.door.enterPin("1357")


def _faulty(office: Office) -> None:
    office.enter("themes")
    office.vm.select("themes.1")
    office.vm.setText("themes.1.label.fr", "")
    office.vm.setNumber("themes.1.interview_min", "900")
    office.vm.setHours("monday", "9h-8h")


def _faulty_rota(office: Office) -> None:
    office.enter()
    office.vm.week.chooseCell("4/monday")
    office.vm.week.addStretch(False)
    office.vm.week.setStretchHours("10:00-11:00")
    office.vm.week.chooseCell("")


def _cell(office: Office) -> None:
    office.enter()
    touch(office.window, "cell-4/thursday")


def _exception(office: Office) -> None:
    office.enter()
    office.vm.select("exceptions.1")
    date = ready(office.window, "exceptionHours")
    date.forceActiveFocus()


def _exception_cell(office: Office) -> None:
    _exception(office)
    touch(office.window, "added-5/exceptions.1")


def _seasonal(office: Office) -> None:
    office.enter("themes")
    office.vm.select("themes.4")
    office.vm.setDate("themes.4.from_date", "01/09/2026")
    office.vm.setDate("themes.4.until_date", "31/08/2026")
    wait_until(lambda: office.vm.draft.faultCount == 1, "the fault")
    ready(office.window, "themeUntil").forceActiveFocus()


def _sound(office: Office) -> None:
    office.enter("sound")
    office.vm.sound.setQuiet("12h-13h30")
    office.vm.sound.addHours()
    office.vm.sound.setHours(0, "17:30-19:00")


def _sound_faulty(office: Office) -> None:
    _sound(office)
    office.vm.sound.setVolume("150")
    office.vm.sound.setQuiet("midi")
    office.vm.sound.addHours()
    wait_until(lambda: office.vm.draft.faultCount, "the fault")


def _look_faulty(office: Office) -> None:
    office.enter("look")
    office.vm.setText("accent", "#FFD28A")
    office.vm.setText("name", "")
    wait_until(lambda: office.vm.draft.faultCount == 2, "the faults")


def _look_below(office: Office) -> None:
    office.enter("look")
    with tempfile.TemporaryDirectory() as folder:
        logo = Path(folder) / "cite.svg"
        logo.write_bytes(LOGO)
        office.vm.pictures.bring("logo", QUrl.fromLocalFile(str(logo)))
        ready(office.window, "nextPin").forceActiveFocus()
        rest(office.window, office.vm)


def _bare(content: drafts.Draft) -> drafts.Draft:
    """A site that has hardly begun."""
    few = {key: value for key, value in content.items() if key not in ("exceptions", "messages", "services")}
    few = {**few, "rota": [], "counters": content["counters"][:1], "themes": content["themes"][:1]}
    return {**few, "desk": content["counters"][0]["id"]}


def _conflict(office: Office) -> None:
    office.enter("themes")
    office.vm.setText("themes.0.label.en", "Find my way")
    other = drafts.with_text(office.hub.content, "themes.2.label.fr", "Chercher un emploi")
    office.hub.put_by_another(drafts.with_number(other, "overflow_after_min", "15"))
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()


def _saved(office: Office) -> None:
    office.enter("themes")
    office.vm.setText("themes.0.label.en", "Find my way")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()


def _kept_versions(office: Office) -> None:
    _saved(office)
    office.vm.setNumber("overflow_after_min", "15")
    wait_until(lambda: office.vm.draft.canSave, "the draft to be sound")
    office.vm.draft.save()
    office.hub.date_versions()
    office.vm.chooseSection("versions")


def _large_english_ticket(office: Office) -> None:
    office.enter("ticket")
    office.vm.setTruth("ticket.theme", True)
    office.vm.setText("ticket.words.fr", "Entrez donc, vous êtes chez vous.")
    shown = office.vm.ticket
    shown.chooseLanguage("en")
    shown.setLarge(True)


def _leaving(office: Office) -> None:
    office.enter("rules")
    office.vm.setNumber("manners.grace_min", "20")
    touch(office.window, "close")


def administration_pictures(album: Album, _site: Site) -> None:
    """The site's settings: the door, every section, and what opens above them."""
    ordinary: dict[str, Callable[[Office], object]] = {
        "pin": lambda office: None,
        "pin_wrong": _pin_wrong,
        "rota": Office.enter,
        "rota_cell": _cell,
        "rota_exception": _exception,
        "rota_exception_cell": _exception_cell,
        "rota_fault": _faulty_rota,
        "themes": lambda office: office.enter("themes"),
        "themes_dates": _seasonal,
        "services": lambda office: office.enter("services"),
        "places": lambda office: office.enter("places"),
        "hours": lambda office: office.enter("hours"),
        "rules": lambda office: office.enter("rules"),
        "messages": lambda office: office.enter("messages"),
        "sound": _sound,
        "sound_fault": _sound_faulty,
        "ticket": lambda office: office.enter("ticket"),
        "ticket_large_english": _large_english_ticket,
        "printers": _printers,
        "printers_none": lambda office: office.enter("printers"),
        "stations": _stations_well,
        "stations_wrong": _stations_wrong,
        "stations_name_taken": _stations_renamed,
        "stations_table": _stations_table,
        "stations_strike_off": _stations_struck,
        "stations_none": _stations_none,
        "look": lambda office: office.enter("look"),
        "look_below": _look_below,
        "look_fault": _look_faulty,
        "versions": _kept_versions,
        "versions_none": lambda office: office.enter("versions"),
        "fault": _faulty,
        "saved": _saved,
        "conflict": _conflict,
        "leaving": _leaving,
    }
    content = office_content()
    labels = long_labels(read_site(DEMO_SITE))
    wordy = content
    for at, theme in enumerate(labels.themes):
        wordy = drafts.with_text(wordy, f"themes.{at}.label.fr", theme.label["fr"][:60])
    for at, counter in enumerate(labels.counters):
        wordy = drafts.with_text(wordy, f"counters.{at}.label", counter.label)

    def take(state: str, scene: Callable[[Office], object], at: drafts.Draft, size: Size, pin: str = PIN) -> None:
        if not album.claims():
            return
        with tempfile.TemporaryDirectory() as folder:
            office = new_office(Path(folder), at, pin)
            office.window.resize(size.width, size.height)
            scene(office)
            picture = picture_at_rest(office.window, office.vm)
            album.keep(picture, album.path("administration", state, "fr", size))
            office.station.close()

    for size in (OFFICE, LYING):
        for state, scene in ordinary.items():
            take(state, scene, content, size)
        take("pin_first", lambda office: None, content, size, pin="")
        take("pin_differs", _pin_again, content, size, pin="")
        for state in ("rota", "rota_cell", "themes", "places"):
            take(f"{state}_long_labels", ordinary[state], wordy, size)
        for state in ("rota", "themes", "services", "messages"):
            take(f"{state}_empty", ordinary[state], _bare(content), size)
    take("rota", Office.enter, content, SMALL)
