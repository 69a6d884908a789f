"""The commands that people type; each hands over to one composition root.

argparse, because every window pays for this module before its first frame (docs/performance.md).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

DEFAULT_HUB = "http://127.0.0.1:8080"
DEFAULT_PORT = 8080
CANNOT_START = 2
SITE_HELP = "Site file (TOML); the sample site without it."

Start = Callable[[argparse.Namespace], int]


def _run(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.run import main as start

    also = tuple(name.strip() for name in asked.also.split(",") if name.strip())
    return start(asked.site, asked.data, asked.port, asked.printer, also)


def _hub(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.hub import main as start

    return start(asked.site, asked.data, asked.host, asked.port, asked.until_parent_leaves)


def _kiosk(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.kiosk import main as start

    return start(asked.hub, asked.printer, asked.windowed)


def _display(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.display import main as start

    return start(asked.hub, asked.zone, asked.windowed)


def _advisor(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.advisor import main as start

    return start(asked.hub, asked.counter)


def _reception(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.reception import main as start

    return start(asked.hub)


def _replay(asked: argparse.Namespace) -> int:
    from cdm_kiosk.apps.replay import main as start

    return start(asked.log, asked.site, asked.out)


def parser() -> argparse.ArgumentParser:
    """Every command with its options; the command's ``start`` composes and runs it."""
    whole = argparse.ArgumentParser("cdm-kiosk", description="Receives the public of a Cité des métiers.")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, start: Start, meaning: str) -> argparse.ArgumentParser:
        # No abbreviations: an option added later must not change what a script of today means.
        made = commands.add_parser(name, help=meaning, description=meaning, allow_abbrev=False)
        made.set_defaults(start=start)
        return made

    run = command("run", _run, "Everything on this machine: the hub, the kiosk, the display, and more if asked.")
    _add_house(run)
    _add_printer(run)
    also_help = "Further windows: reception, advisor, or both with a comma."
    run.add_argument("--with", dest="also", default="", metavar="WINDOWS", help=also_help)

    hub = command("hub", _hub, "The hub alone: it decides, keeps the log and tells the stations.")
    _add_house(hub)
    hub.add_argument("--host", default="127.0.0.1", help="Address to listen on: this machine only.")
    hub.add_argument("--until-parent-leaves", action="store_true", help=argparse.SUPPRESS)

    kiosk = command("kiosk", _kiosk, "The touchscreen where visitors take a number.")
    _add_hub_url(kiosk)
    _add_printer(kiosk)
    _add_windowed(kiosk)

    display = command("display", _display, "The second screen, where numbers are called.")
    _add_hub_url(display)
    display.add_argument("--zone", default="", help="Show the calls of one zone only.")
    _add_windowed(display)

    advisor = command("advisor", _advisor, "An advisor's small window.")
    _add_hub_url(advisor)
    advisor.add_argument("--counter", default="", help="Counter to begin with.")

    reception = command("reception", _reception, "The reception desk's overview.")
    _add_hub_url(reception)

    replay = command("replay", _replay, "Play a written day again through the rules, on a virtual clock.")
    replay.add_argument("log", type=Path, metavar="LOG.jsonl", help="One command a line.")
    replay.add_argument("--site", type=Path, metavar="FILE", help=SITE_HELP)
    out_help = "One result a line; appears whole or not at all."
    replay.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help=out_help)
    return whole


def _add_house(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site", type=Path, metavar="FILE", help=SITE_HELP)
    command.add_argument("--data", type=Path, metavar="DIR", help="Data folder; this user's own without it.")
    port_help = "Port of the hub; 0 picks a free one."
    command.add_argument("--port", type=_port, default=DEFAULT_PORT, metavar="N", help=port_help)


def _add_hub_url(command: argparse.ArgumentParser) -> None:
    command.add_argument("--hub", default=DEFAULT_HUB, metavar="URL", help="Address of the hub.")


def _add_printer(command: argparse.ArgumentParser) -> None:
    command.add_argument("--printer", default="none", help="none, tcp://HOST:PORT, file:PATH or pdf:FOLDER.")


def _add_windowed(command: argparse.ArgumentParser) -> None:
    command.add_argument("--windowed", action="store_true", help="In a window rather than on the full screen.")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is not a port. Expected a number from 0 to 65535.')
    return int(text)


def main() -> None:
    """The console script. A fault that has a sentence for people is that sentence, never a traceback."""
    if len(sys.argv) == 1:
        parser().print_help()
        sys.exit(CANNOT_START)
    asked = parser().parse_args()
    start: Start = asked.start
    try:
        code = start(asked)
    except Exception as error:
        sentence = getattr(error, "sentence", None)
        if not isinstance(sentence, str):
            raise
        print(sentence, file=sys.stderr)  # noqa: T201
        code = CANNOT_START
    sys.exit(code)
