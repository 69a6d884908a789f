"""The commands that people type; each hands over to one composition root."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

# Plain help text: rich's markup would cost every window a tenth of a second at start.
app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Receives the public of a Cité des métiers.",
)

DEFAULT_HUB = "http://127.0.0.1:8080"
CANNOT_START = 2

SiteFile = Annotated[Path | None, typer.Option("--site", help="Site file (TOML); the sample site without it.")]
DataFolder = Annotated[Path | None, typer.Option("--data", help="Data folder; this user's own without it.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 picks a free one.")]
HubUrl = Annotated[str, typer.Option("--hub", help="Address of the hub.")]
Printer = Annotated[str, typer.Option("--printer", help="none, tcp://HOST:PORT, file:PATH or pdf:FOLDER.")]
Windowed = Annotated[bool, typer.Option("--windowed", help="In a window rather than on the full screen.")]
CounterId = Annotated[str, typer.Option("--counter", help="Counter to begin with.")]
Zone = Annotated[str, typer.Option("--zone", help="Show the calls of one zone only.")]


@app.command()
def run(
    site: SiteFile = None,
    data: DataFolder = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port of the hub.")] = 8080,
    printer: Printer = "none",
    also: Annotated[
        str, typer.Option("--with", help="Further windows: reception, advisor, or both with a comma.")
    ] = "",
) -> None:
    """Everything on this machine: the hub, the kiosk, the display, and more windows if asked."""
    from cdm_kiosk.apps.run import main as start

    _finish(lambda: start(site, data, port, printer, tuple(name for name in also.split(",") if name)))


@app.command()
def hub(
    site: SiteFile = None,
    data: DataFolder = None,
    port: Port = 8080,
    host: Annotated[str, typer.Option("--host", help="Address to listen on: this machine only.")] = "127.0.0.1",
    until_parent_leaves: Annotated[
        bool, typer.Option("--until-parent-leaves", hidden=True, help="Stop when standard input ends.")
    ] = False,
) -> None:
    """The hub alone: it decides, keeps the log and tells the stations."""
    from cdm_kiosk.apps.hub import main as start

    _finish(lambda: start(site, data, host, port, until_parent_leaves))


@app.command()
def kiosk(hub: HubUrl = DEFAULT_HUB, printer: Printer = "none", windowed: Windowed = False) -> None:
    """The touchscreen where visitors take a number."""
    from cdm_kiosk.apps.kiosk import main as start

    _finish(lambda: start(hub, printer, windowed))


@app.command()
def display(hub: HubUrl = DEFAULT_HUB, zone: Zone = "", windowed: Windowed = False) -> None:
    """The second screen, where numbers are called."""
    from cdm_kiosk.apps.display import main as start

    _finish(lambda: start(hub, zone, windowed))


@app.command()
def advisor(hub: HubUrl = DEFAULT_HUB, counter: CounterId = "") -> None:
    """An advisor's small window."""
    from cdm_kiosk.apps.advisor import main as start

    _finish(lambda: start(hub, counter))


@app.command()
def reception(hub: HubUrl = DEFAULT_HUB) -> None:
    """The reception desk's overview."""
    from cdm_kiosk.apps.reception import main as start

    _finish(lambda: start(hub))


def _finish(start: Callable[[], int]) -> None:
    """Run to the end; a fault that has a sentence for people is that sentence, never a traceback."""
    try:
        code = start()
    except Exception as error:
        sentence = getattr(error, "sentence", None)
        if not isinstance(sentence, str):
            raise
        typer.echo(sentence, err=True)
        code = CANNOT_START
    sys.exit(code)


def main() -> None:
    """The console script."""
    app()
