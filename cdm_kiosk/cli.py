"""The commands that people type; each hands over to one composition root.

argparse, because every window pays for this module before its first frame (docs/performance.md).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date as Date
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from cdm_kiosk import __version__, console
from cdm_kiosk.client.qt import load_qt
from cdm_kiosk.domain.orders import GRANTED_ROLES, PAIRED_ROLES
from cdm_kiosk.domain.sentence_fault import SentenceFault

if TYPE_CHECKING:
    from cdm_kiosk.domain.orders import Role
    from cdm_kiosk.domain.tempo import Tempo
    from cdm_kiosk.options import DisplayOptions, HubOptions, KioskOptions

DEFAULT_PORT = 8080
DEFAULT_HUB = f"http://127.0.0.1:{DEFAULT_PORT}"
LOOPBACK = "127.0.0.1"
DEFAULT_VISITORS_PORT = 8081
CANNOT_START = 2
INTERRUPTED = 130
PRINTER_HELP = "none, tcp://HOST:PORT, serial:PORT, usb:VENDOR:PRODUCT, queue:NAME, file:PATH or pdf:FOLDER."

Start = Callable[[argparse.Namespace], int]


def _run(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.run import main as start
    from cdm_kiosk.options import RunOptions

    kiosk = _kiosk_options(asked, "--kiosk-diagonal", asked.kiosk_diagonal, asked.kiosk_name, asked.kiosk_screen)
    shown = asked.display_diagonal, asked.display_name, asked.display_screen
    display = _display_options(asked, "--display-diagonal", *shown)
    also = tuple(name.strip() for name in asked.also.split(",") if name.strip())
    speed = asked.speed if asked.rehearsal else None
    return start(RunOptions(hub_options(asked), kiosk, display, also, asked.windowed, speed))


def _hub(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.hub import main as start

    return start(hub_options(asked))


def hub_options(asked: argparse.Namespace) -> HubOptions:
    """What a hub was asked for on the command line."""
    from cdm_kiosk.options import HubOptions, VisitorsListener

    named = asked.visitors_host, asked.visitors_port, asked.visitors_certificate, asked.visitors_key
    return HubOptions(
        asked.site,
        asked.data,
        asked.host,
        asked.port,
        VisitorsListener(*named),
        asked.until_parent_leaves,
        asked.tempo,
        grants=tuple(asked.grant),
        takes_grants=asked.takes_grants,
        certificate=asked.certificate,
        key=asked.key,
    )


def _kiosk(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.kiosk import main as start

    given = _kiosk_options(asked, "--diagonal", asked.diagonal, asked.name, asked.screen)
    return start(replace(given, hub_url=asked.hub, windowed=asked.windowed, token_file=asked.token_file))


def _kiosk_options(
    asked: argparse.Namespace, diagonal_option: str, diagonal: str, name: str, screen: str
) -> KioskOptions:
    from cdm_kiosk.options import DIAGONALS_INCH, HEIGHTS_MM, KioskOptions, measure

    code = "bad_kiosk_option"
    return KioskOptions(
        printer=asked.printer,
        keypad=asked.keypad,
        diagonal_inch=measure(code, diagonal_option, diagonal, DIAGONALS_INCH, "inches"),
        height_mm=measure(code, "--height-mm", asked.height_mm, HEIGHTS_MM, "millimetres"),
        name=name,
        data=asked.data,
        screen=screen,
    )


def _display(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.display import main as start

    given = _display_options(asked, "--diagonal", asked.diagonal, asked.name, asked.screen)
    return start(replace(given, hub_url=asked.hub, windowed=asked.windowed, token_file=asked.token_file))


def _display_options(
    asked: argparse.Namespace, diagonal_option: str, diagonal: str, name: str, screen: str
) -> DisplayOptions:
    from cdm_kiosk.options import DIAGONALS_INCH, DISTANCES_M, DisplayOptions, is_quiet_room, measure, shown_zones

    code = "bad_display_option"
    return DisplayOptions(
        zones=shown_zones(asked.zone),
        diagonal_inch=measure(code, diagonal_option, diagonal, DIAGONALS_INCH, "inches"),
        distance_m=measure(code, "--viewing-distance-m", asked.viewing_distance_m, DISTANCES_M, "metres"),
        in_a_quiet_room=is_quiet_room(asked.room),
        name=name,
        data=asked.data,
        screen=screen,
    )


def _doctor(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.doctor import main as start
    from cdm_kiosk.options import DoctorOptions

    named = asked.hub, asked.role, asked.printer, asked.token_file, asked.data, asked.as_json
    return start(DoctorOptions(*named))


def _simulate(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.simulate import AskedWrongly, Drawn, SimulateOptions
    from cdm_kiosk.apps.simulate import main as start

    about_days = {name: getattr(asked, name) for name in ("seed", "first", "days", "tickets")}
    chosen = {name: value for name, value in about_days.items() if value is not None}
    if chosen and not asked.generate:
        raise AskedWrongly("--seed, --from, --days and --tickets are about drawn visits: expected --generate too.")
    drawn = Drawn(**chosen) if asked.generate else None
    # Each once, in the order named.
    policies = tuple(dict.fromkeys(name.strip() for name in asked.compare.split(",") if name.strip()))
    return start(
        SimulateOptions(asked.site, asked.visits, asked.out, drawn, asked.bands, policies, tuple(asked.what_if))
    )


def _calls(root: str, *names: str) -> Start:
    """A command that calls a composition root, "advisor.main", with these of its arguments."""
    module, _, function = root.partition(".")

    def start(asked: argparse.Namespace) -> int:
        # Loaded only now: every other command does without it.
        called = getattr(import_module(f"cdm_kiosk.apps.{module}"), function)
        return int(called(*(getattr(asked, name) for name in names)))

    return start


def _with_qt(start: Start) -> Start:
    """A command that shows windows: Qt is loaded first, and Python's own import kept."""

    def begin(asked: argparse.Namespace) -> int:
        load_qt()
        return start(asked)

    return begin


class _Commands:
    """The commands of ``cdm-kiosk``, or of a group of them like ``cdm-kiosk site``."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(self, name: str, start: Start, meaning: str) -> argparse.ArgumentParser:
        made = self._named(name, meaning)
        made.set_defaults(start=start)
        return made

    def group(self, name: str, meaning: str) -> _Commands:
        return _Commands(self._named(name, meaning))

    def _named(self, name: str, meaning: str) -> argparse.ArgumentParser:
        # No abbreviations: an option added later must not change what a script of today means.
        return self._commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)


def parser() -> argparse.ArgumentParser:
    """Every command with its options; the command's ``start`` composes and runs it."""
    whole = argparse.ArgumentParser("cdm-kiosk", description="Receives the public of a Cité des métiers.")
    whole.add_argument(
        "--version", action="version", version=f"%(prog)s {__version__}", help="Say which one it is."
    )
    commands = _Commands(whole)
    command = commands.add

    run = command(
        "run", _with_qt(_run), "Everything on this machine: the hub, the kiosk, the display, and more if asked."
    )
    _add_house(run)
    _add_kiosk(run, "kiosk-")
    _add_display(run, "display-")
    windowed_help = "In windows rather than on the full screens: nothing is locked."
    run.add_argument("--windowed", action="store_true", help=windowed_help)
    run.set_defaults(until_parent_leaves=False, tempo=None, certificate=None, key=None, takes_grants=False)
    also_help = "Further windows: reception, advisor, or both with a comma."
    run.add_argument("--with", dest="also", default="", metavar="WINDOWS", help=also_help)
    rehearsal_help = "A day played by itself, on a data folder that is thrown away: to learn, and to look."
    run.add_argument("--rehearsal", action="store_true", help=rehearsal_help)
    speed_help = "How many times faster than real the rehearsed day runs: 20 without it."
    run.add_argument("--speed", type=_speed, default=20.0, metavar="N", help=speed_help)

    hub = command("hub", _hub, "The hub alone: it decides, keeps the log and tells the stations.")
    _add_house(hub)
    certificate_help = (
        "A certificate of the site's own CA for stations (PEM, up to the CA); the hub's own without it."
    )
    hub.add_argument("--certificate", type=Path, metavar="FILE", help=certificate_help)
    hub.add_argument("--key", type=Path, metavar="FILE", help="Its private key (PEM).")
    hub.add_argument("--until-parent-leaves", action="store_true", help=argparse.SUPPRESS)
    hub.add_argument("--takes-grants", action="store_true", help=argparse.SUPPRESS)
    hub.add_argument("--tempo", type=_tempo, help=argparse.SUPPRESS)

    kiosk = command("kiosk", _with_qt(_kiosk), "The touchscreen where visitors take a number.")
    _add_hub_url(kiosk)
    _add_token_file(kiosk)
    _add_data(kiosk)
    _add_kiosk(kiosk)

    display = command("display", _with_qt(_display), "The second screen, where numbers are called.")
    _add_hub_url(display)
    _add_token_file(display)
    _add_data(display)
    _add_display(display)
    for station in (kiosk, display):
        station.add_argument("--windowed", action="store_true", help="In a window rather than on the full screen.")

    advisor = command(
        "advisor",
        _with_qt(_calls("advisor.main", "hub", "counter", "token_file", "data")),
        "An advisor's small window.",
    )
    _add_hub_url(advisor)
    _add_token_file(advisor)
    _add_data(advisor)
    advisor.add_argument("--counter", default="", help="Counter to begin with.")

    reception = command(
        "reception",
        _with_qt(_calls("reception.main", "hub", "token_file", "data")),
        "The reception desk's overview.",
    )
    _add_hub_url(reception)
    _add_token_file(reception)
    _add_data(reception)

    doctor = command("doctor", _doctor, "Look at this station, its way to the hub, and what phones can reach.")
    hub_help = f"Address of the hub; that of this machine's pairing, else {DEFAULT_HUB}, without it."
    _add_hub_url(doctor, "", hub_help)
    _add_token_file(doctor)
    _add_data(doctor)
    role_help = "Which station: kiosk, display, advisor or reception; the one that is paired here without it."
    doctor.add_argument("--role", default="", choices=[*map(str, PAIRED_ROLES)], metavar="ROLE", help=role_help)
    doctor.add_argument("--printer", default="", metavar="PRINTER", help=PRINTER_HELP)
    doctor.add_argument("--json", dest="as_json", action="store_true", help="For programs (docs/network.md).")

    meaning = "Make this machine a station of a hub: show six digits, and wait for reception."
    pair = command("pair", _calls("pair.main", "hub", "role", "name", "data"), meaning)
    pair.add_argument("--hub", required=True, metavar="HOST[:PORT]", help="Where the hub is.")
    pair.add_argument(
        "--role",
        choices=[*map(str, PAIRED_ROLES)],
        default="kiosk",
        help="What the station is for: a kiosk without it.",
    )
    name_help = "What reception calls it, like 'Borne 1'; reception may choose another."
    pair.add_argument("--name", type=_station_name, default="", metavar="NAME", help=name_help)
    _add_data(pair)

    replay = command(
        "replay",
        _calls("replay.main", "log", "site", "out"),
        "Play a written day again through the rules, on a virtual clock.",
    )
    replay.add_argument("log", type=Path, metavar="LOG.jsonl", help="One command a line.")
    _add_site(replay)
    out_help = "One result a line; appears whole or not at all."
    replay.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help=out_help)

    simulate = command("simulate", _simulate, "Rehearse days: visits meet the house's rules and rota.")
    _add_site(simulate)
    visits_help = "One visit a line; with --generate, where to write those that were drawn."
    simulate.add_argument("--visits", type=Path, metavar="VISITS.jsonl", help=visits_help)
    results_help = "One result a line, in the order of arrival; appears whole or not at all."
    simulate.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help=results_help)
    simulate.add_argument("--generate", action="store_true", help="Draw plausible visits for the site's rota.")
    simulate.add_argument("--seed", type=_count, metavar="N", help="Other visits for another seed (1).")
    from_help = "First day to draw (2026-11-23)."
    simulate.add_argument("--from", dest="first", type=_date, metavar="DATE", help=from_help)
    simulate.add_argument("--days", type=_positive, metavar="N", help="Open days to draw (1).")
    tickets_help = "Tickets a day; as many as the rota can take without it."
    simulate.add_argument("--tickets", type=_positive, metavar="N", help=tickets_help)
    bands_help = "Forecast no waits: faster."
    simulate.add_argument("--no-bands", dest="bands", action="store_false", help=bands_help)
    compare_help = (
        "Compare policies, in a table and a picture beside OUT: fair, first-come, own-themes, priority-first."
    )
    simulate.add_argument("--compare", default="", metavar="POLICY,…", help=compare_help)
    what_if_help = (
        "Compare with a permanence more, like 'shift 4 wednesday 09:00-12:30 orientation,emploi'; repeatable."
    )
    simulate.add_argument("--what-if", action="append", default=[], metavar="SHIFT", help=what_if_help)

    _add_site_commands(commands)
    _add_day_commands(commands)
    _add_certificate_commands(commands)
    _add_printer_commands(commands)
    _add_stations_commands(commands)
    return whole


def _add_site_commands(commands: _Commands) -> None:
    site = commands.group("site", "A site as a file: look at it, hand it on, take one in, begin one.")
    meaning = "Say everything that is wrong with a site, and what is worth a look."
    check = site.add("check", _calls("site.check", "file"), meaning)
    check.add_argument("file", type=Path, metavar="FILE", help="A site file (TOML) or a pack.")

    meaning = "Make one pack of a site and its pictures, to hand to another Cité."
    export = site.add("export", _calls("site.export", "site", "out", "data"), meaning)
    _add_site(export, "Site file; this machine's own without it.")
    export.add_argument("out", type=Path, metavar="OUT.zip", help="The pack to write.")
    _add_data(export)

    meaning = "Show what a pack would change here, ask, and change it."
    taking_in = site.add("import", _calls("site.import_", "pack", "yes", "data"), meaning)
    taking_in.add_argument("pack", type=Path, metavar="PACK", help="A pack, or a site file (TOML).")
    taking_in.add_argument("--yes", action="store_true", help="Do not ask.")
    _add_data(taking_in)

    new = site.add("new", _calls("site.new", "out"), "Begin a site with a few questions.")
    out_help = "The site file to write: site.toml without it."
    new.add_argument("out", type=Path, nargs="?", default=Path("site.toml"), metavar="OUT.toml", help=out_help)


def _add_day_commands(commands: _Commands) -> None:
    day = commands.group("day", "The day on the disk: is all of it there, and what to do where it is not.")
    meaning = "Say whether all that was acknowledged is there; leaves with 1 where it is not."
    check = day.add("check", _calls("day.check", "site", "data"), meaning)
    meaning = "Keep a copy of a damaged day, and go on with what can be read of it."
    rescue = day.add("rescue", _calls("day.rescue", "site", "data", "above", "yes"), meaning)
    for command in (check, rescue):
        _add_site(command)
        _add_data(command)
    above_help = "Go on above this number: the highest that somebody holds, where nothing else tells it."
    rescue.add_argument("--above", type=_count, default=0, metavar="NUMBER", help=above_help)
    rescue.add_argument("--yes", action="store_true", help="Do not ask.")


def _add_certificate_commands(commands: _Commands) -> None:
    certificate = commands.group("certificate", "The certificate by which other machines know this hub.")
    meaning = "Make the hub's next certificate; the hub goes over to it once every paired station knows it."
    renew = certificate.add("renew", _calls("certificate.renew", "data", "now", "yes"), meaning)
    renew.add_argument("--data", type=Path, required=True, metavar="DIR", help="The hub's data folder.")
    renew.add_argument("--now", action="store_true", help="Use it at once, whoever does not know it yet.")
    renew.add_argument("--yes", action="store_true", help="Do not ask.")


def _add_printer_commands(commands: _Commands) -> None:
    printer = commands.group("printer", "The printer of the tickets: find it, try it, ask how it is.")
    printer.add("list", _calls("printer.show"), "Show what could print tickets here.")
    test = printer.add("test", _calls("printer.test", "printer"), "Print a trial ticket and say what came of it.")
    meaning = "Say how the printer is; leaves with 1 when it cannot print."
    for command in (test, printer.add("status", _calls("printer.status", "printer"), meaning)):
        command.add_argument("--printer", required=True, metavar="PRINTER", help=PRINTER_HELP)


def _add_stations_commands(commands: _Commands) -> None:
    stations = commands.group("stations", "The stations that are paired with the hub of this machine.")
    meaning = "Show who is paired: name, role, place, and since when."
    showing = stations.add("list", _calls("stations.show", "data"), meaning)
    meaning = "Strike a station off: its line ends within a second."
    removing = stations.add("remove", _calls("stations.remove", "name", "data"), meaning)
    removing.add_argument("name", metavar="NAME", help="The station, as the list calls it.")
    for command in (showing, removing):
        _add_data(command)


def _add_site(
    command: argparse.ArgumentParser, meaning: str = "Site file (TOML); the sample site without it."
) -> None:
    command.add_argument("--site", type=Path, metavar="FILE", help=meaning)


def _add_house(command: argparse.ArgumentParser) -> None:
    _add_site(command)
    _add_data(command)
    host_help = (
        "Address that stations on other machines reach: 0.0.0.0 is every one of this machine, and beyond it all is "
        "encrypted; without it, this machine alone."
    )
    command.add_argument("--host", default=LOOPBACK, help=host_help)
    port_help = "Port of the hub; 0 picks a free one."
    command.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help=port_help)
    pages_help = "Port of the ticket pages that phones open; 0 picks a free one."
    command.add_argument("--visitors-port", type=_port, default=DEFAULT_VISITORS_PORT, metavar="N", help=pages_help)
    host_help = "Address of this machine that phones reach: 0.0.0.0 is every one, 127.0.0.1 none."
    command.add_argument("--visitors-host", default="0.0.0.0", metavar="HOST", help=host_help)
    certificate_help = "The site's own certificate for the ticket pages (PEM); without it they travel plain."
    command.add_argument("--visitors-certificate", type=Path, metavar="FILE", help=certificate_help)
    command.add_argument("--visitors-key", type=Path, metavar="FILE", help="Its private key (PEM).")
    grant_help = (
        "Write a fresh token to FILE, for a station of that role (kiosk, display, advisor, reception, metrics) as "
        "long as this hub runs; repeatable."
    )
    command.add_argument("--grant", action="append", default=[], type=_grant, metavar="ROLE=FILE", help=grant_help)


def _add_data(command: argparse.ArgumentParser) -> None:
    data_help = "Folder that holds everything of the house; this user's own without it."
    command.add_argument("--data", type=Path, metavar="DIR", help=data_help)


def _add_hub_url(
    command: argparse.ArgumentParser,
    default: str = "",
    meaning: str = "Address of the hub; that of its pairing without it, else it is looked for.",
) -> None:
    command.add_argument("--hub", type=_hub_url, default=default, metavar="URL", help=meaning)


def _add_token_file(command: argparse.ArgumentParser) -> None:
    token_help = "File that holds this station's token; the one from its pairing without it."
    command.add_argument("--token-file", type=Path, metavar="FILE", help=token_help)


def _add_kiosk(command: argparse.ArgumentParser, prefix: str = "") -> None:
    """The kiosk's own options; ``prefix`` goes before the names that the display has, too."""
    command.add_argument("--printer", default="none", help=PRINTER_HELP)
    keypad_help = "Other keys for the audio keypad (docs/kiosk.md)."
    command.add_argument("--keypad", type=Path, metavar="FILE", help=keypad_help)
    kiosk_help = "Diagonal of the kiosk's screen in inches, so that sizes in millimetres are exact."
    command.add_argument(f"--{prefix}diagonal", default="", metavar="INCHES", help=kiosk_help)
    height_help = "How high the lower edge of the screen is above the floor, in millimetres; 800 without it."
    command.add_argument("--height-mm", default="", metavar="MM", help=height_help)
    _add_name(command, "Borne 1", prefix)
    _add_screen(command, prefix)


def _add_display(command: argparse.ArgumentParser, prefix: str = "") -> None:
    """The display's own options; ``prefix`` goes before the names that the kiosk has, too."""
    zone_help = "Show these zones only, up to three, each by itself; with where it lies, like hall:left,etage:up."
    command.add_argument("--zone", default="", metavar="ZONE,…", help=zone_help)
    diagonal_help = "Diagonal of the display in inches; what the screen says of itself, else 24, without it."
    command.add_argument(f"--{prefix}diagonal", default="", metavar="INCHES", help=diagonal_help)
    distance_help = "How far the farthest reader sits, in metres: the numbers are as large as that needs."
    command.add_argument("--viewing-distance-m", default="", metavar="METRES", help=distance_help)
    room_help = "documentation: all calls, compact, with a soft chime and no voice."
    command.add_argument("--room", default="", metavar="ROOM", help=room_help)
    _add_name(command, "Écran Atrium", prefix)
    _add_screen(command, prefix)


LONGEST_STATION_NAME = 40


def _add_name(command: argparse.ArgumentParser, example: str, prefix: str = "") -> None:
    text = f'What reception calls it when it is away, such as "{example}".'
    command.add_argument(f"--{prefix}name", default="", type=_station_name, help=text)


def _add_screen(command: argparse.ArgumentParser, prefix: str = "") -> None:
    text = (
        "Screen to fill: its connector's name, which doctor lists, or its number from 1. Remembered for the next "
        "starts; auto forgets it."
    )
    command.add_argument(f"--{prefix}screen", default="", metavar="NAME|N", help=text)


def _station_name(text: str) -> str:
    if len(text) > LONGEST_STATION_NAME or not text.isprintable():
        raise argparse.ArgumentTypeError(f"expected up to {LONGEST_STATION_NAME} letters that can be shown")
    return text.strip()


def _hub_url(text: str) -> str:
    return text.strip().rstrip("/")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port. Expected a number from 0 to 65535.')
    return int(text)


def _speed(text: str) -> float:
    try:
        speed = float(text.replace(",", "."))
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= 200:
        raise argparse.ArgumentTypeError(f'"{text}" is not a speed. Expected a number from 1 to 200.')
    return speed


def _grant(text: str) -> tuple[Role, Path]:
    role, _, file = text.partition("=")
    if role not in GRANTED_ROLES or not file:
        roles = ", ".join(GRANTED_ROLES)
        raise argparse.ArgumentTypeError(f'"{text}" is no grant. Expected ROLE=FILE with a role among {roles}.')
    return next(each for each in GRANTED_ROLES if each == role), Path(file)


def _tempo(text: str) -> Tempo:
    from cdm_kiosk.domain.tempo import Tempo

    real, shown, speed = text.split("/")
    return Tempo(datetime.fromisoformat(real), datetime.fromisoformat(shown), float(speed))


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(f'"{text}" is not a whole number of at most nine digits.')
    return int(text)


def _positive(text: str) -> int:
    number = _count(text)
    if number == 0:
        raise argparse.ArgumentTypeError("expected at least 1.")
    return number


def _date(text: str) -> Date:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date like "2026-11-23".') from None


def main() -> None:
    """The console script. A fault that has a sentence for people is that sentence, never a traceback."""
    console.set_up()
    if len(sys.argv) == 1:
        parser().print_help()
        sys.exit(CANNOT_START)
    asked = parser().parse_args()
    start: Start = asked.start
    try:
        code = start(asked)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SentenceFault as fault:
        print(fault.sentence, file=sys.stderr)  # noqa: T201
        code = CANNOT_START
    sys.exit(code)
