"""The kiosks' printers as administration chooses and tries them, at once and without leaving the desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Slot

from cdm_kiosk.client.hub import Reply
from cdm_kiosk.client.mirrors import StaffMirror
from cdm_kiosk.client.orders import NOTHING
from cdm_kiosk.domain.stations import Paper, Station, StationRole, Trial, on_roll, roll_of
from cdm_kiosk.viewmodels.administration.door import DoorViewModel
from cdm_kiosk.viewmodels.shared.fault_sentences import refusal
from cdm_kiosk.viewmodels.shared.shown import ViewModel, known_to_qml

NO_PRINTER = "none"


@dataclass(frozen=True, slots=True)
class KioskRow:
    name: str
    state_text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer that a kiosk could use, as a configuration names it, and in words."""

    printer: str
    label: str
    used: bool


@dataclass(frozen=True, slots=True)
class PrintersProps:
    kiosks: tuple[KioskRow, ...] = ()
    choices: tuple[PrinterRow, ...] = ()
    """What the chosen kiosk could print on: what was found at its machine, and nothing at all."""
    kiosk: str = ""
    """The kiosk that is looked at; "" where none was seen today."""
    is_there: bool = False
    printer: str = ""
    """The printer that was typed, else the one in use."""
    roll_mm: int = 0
    """How wide the paper of the printer in use is; 0 where none is in use."""
    fault: str = ""
    trial_text: str = ""
    is_trying: bool = False
    can_try: bool = False
    notice: str = ""


@known_to_qml
class PrintersViewModel(ViewModel[PrintersProps]):
    """What is chosen here takes effect at once: it belongs to a machine, not to the site and its versions."""

    def __init__(self, door: DoorViewModel, parent: QObject | None = None) -> None:
        super().__init__(PrintersProps(), parent)
        self._door = door
        self._mirror: StaffMirror | None = None
        self._is_printer: Callable[[str], bool] = bool
        self._kiosk = ""
        self._used = ""
        self._typed: str | None = None
        self._notice = ""

    def follow(self, mirror: StaffMirror, is_printer: Callable[[str], bool]) -> None:
        """Show the kiosks that ``mirror`` knows; ``is_printer`` tells whether a text names a printer."""
        self._mirror, self._is_printer = mirror, is_printer
        mirror.changed.connect(self._show)

    @Slot(str)
    def choose(self, kiosk: str) -> None:
        """Look at another kiosk."""
        self._kiosk, self._typed, self._notice = kiosk, None, ""
        self._show()

    @Slot(str)
    def type(self, printer: str) -> None:
        self._typed = printer.strip()
        self._show()

    @Slot(str)
    def use(self, printer: str) -> None:
        """Have the kiosk print there from now on."""
        if self._is_printer(printer):
            self._typed = None
            self._ask("use-printer", {"printer": printer})

    @Slot(int)
    def chooseRoll(self, roll_mm: int) -> None:
        """Have the kiosk print on paper of another width."""
        if self.props.roll_mm not in (0, roll_mm):
            self.use(on_roll(self._used, roll_mm))

    @Slot()
    def tryOut(self) -> None:
        """Have the kiosk print a trial."""
        if self.props.can_try:
            self._ask("try-printer")

    def _ask(self, verb: str, values: Mapping[str, str] = NOTHING) -> None:
        self._door.ask(verb, {"station": self.props.kiosk, **values}, self._answered)

    def _answered(self, reply: Reply) -> None:
        if reply.code not in ("pin_needed", "no_pin"):
            self._notice = refusal(reply.code, reply.values)
            self._show()

    @Slot()
    def _show(self) -> None:
        kiosks = [] if self._mirror is None else self._mirror.stations.seen
        kiosks = [each for each in kiosks if each.role is StationRole.KIOSK]
        looked_at = next((each for each in kiosks if each.name == self._kiosk), kiosks[0] if kiosks else None)
        self._used = "" if looked_at is None or looked_at.printer == NO_PRINTER else looked_at.printer
        shown = tuple(KioskRow(each.name, paper_text(each), each is looked_at) for each in kiosks)
        self._become(replace(self._derive(looked_at), kiosks=shown))

    def _derive(self, kiosk: Station | None) -> PrintersProps:
        if kiosk is None:
            return PrintersProps()
        typed = self._typed
        is_right = typed is None or self._is_printer(typed)
        fault = "" if is_right else _tr("Par exemple tcp://192.168.1.50:9100, ou usb:04b8:0e15.")
        return PrintersProps(
            choices=_choices(kiosk),
            kiosk=kiosk.name,
            is_there=kiosk.is_connected,
            printer=kiosk.printer if typed is None else typed,
            roll_mm=roll_of(self._used)[1] if self._used else 0,
            fault=fault,
            trial_text=_trial_text(kiosk.trial),
            is_trying=kiosk.trial is Trial.ASKED,
            can_try=kiosk.is_connected and self._used != "",
            notice=self._notice,
        )


def _choices(kiosk: Station) -> tuple[PrinterRow, ...]:
    """The one in use first, unless it is none."""
    used = [kiosk.printer] if kiosk.printer not in ("", NO_PRINTER) else []
    named = [*used, *(each for each in kiosk.found if each != roll_of(kiosk.printer)[0]), NO_PRINTER]
    return tuple(PrinterRow(each, _in_words(each), each == (kiosk.printer or NO_PRINTER)) for each in named)


def _in_words(printer: str) -> str:
    kind, _, rest = roll_of(printer)[0].partition(":")
    texts = {
        "tcp": _tr("Réseau : {address}").format(address=rest.strip("/")),
        "usb": _tr("USB : {device}").format(device=rest),
        "serial": _tr("Port série : {port}").format(port=rest),
        "queue": _tr("Imprimante du système : {name}").format(name=rest),
        **dict.fromkeys(("pdf", "file"), _tr("Fichiers : {place}").format(place=rest)),
    }
    return texts.get(kind) or _tr("Aucune : le numéro reste à l’écran")


def paper_text(kiosk: Station) -> str:
    """How a kiosk can print, in a few words."""
    if not kiosk.is_connected:
        return _tr("absente")
    states = {
        Paper.NONE: _tr("sans imprimante"),
        Paper.READY: _tr("prête à imprimer"),
        Paper.NEAR_END: _tr("bientôt plus de papier"),
        Paper.PAPER_OUT: _tr("plus de papier"),
        Paper.COVER_OPEN: _tr("capot ouvert"),
        Paper.ERROR: _tr("l’imprimante a un souci"),
        Paper.BUSY: _tr("l’imprimante sert une autre borne"),
    }
    return states.get(kiosk.paper) or _tr("l’imprimante ne répond pas")


def _trial_text(trial: Trial) -> str:
    texts = {
        Trial.NONE: "",
        Trial.ASKED: _tr("L’essai est en route…"),
        Trial.CAME: _tr("L’essai est sorti : regardez s’il est lisible."),
        Trial.FAILED: _tr("L’essai n’est pas sorti."),
    }
    return texts[trial]


def _tr(text: str) -> str:
    return QCoreApplication.translate("AdministrationViewModel", text)
