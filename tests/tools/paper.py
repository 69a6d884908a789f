"""A printer for the tests: takes bytes on a real socket, and draws the paper that a thermal printer would.

It shares nothing with the code it judges: the commands are read from the printers' side of ESC/POS.
"""

import contextlib
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from PIL import Image

ESC, GS, FS, DLE = 0x1B, 0x1D, 0x1C, 0x10
LINE_FEED, CARRIAGE_RETURN = 0x0A, 0x0D
DEFAULT_LINE_DOTS: Final = 34
"""One sixth of an inch at 203 dpi, the line spacing after a reset."""

# Bytes that follow each command, for those that set a state which a drawn ticket does not depend on.
SETTINGS: Final[dict[tuple[int, int], int]] = {
    (ESC, ord("!")): 1,  # print mode
    (ESC, ord("-")): 1,  # underline
    (ESC, ord("=")): 1,  # select peripheral
    (ESC, ord("E")): 1,  # bold
    (ESC, ord("G")): 1,  # double strike
    (ESC, ord("M")): 1,  # font
    (ESC, ord("R")): 1,  # international characters
    (ESC, ord("c")): 2,  # paper sensors, panel buttons
    (ESC, ord("p")): 3,  # cash drawer
    (ESC, ord("t")): 1,  # code page
    (ESC, ord("{")): 1,  # upside down
    (GS, ord("!")): 1,  # character size
    (GS, ord("B")): 1,  # white on black
    (GS, ord("W")): 2,  # width of the printing area
    (GS, ord("a")): 1,  # automatic status
    (GS, ord("r")): 1,  # status
    (FS, ord("&")): 0,  # kanji on
    (FS, ord(".")): 0,  # kanji off
    (DLE, 0x04): 1,  # real-time status
}


FORGET: Final = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""Drop what was received and not printed (DLE DC4 8)."""


class PaperError(Exception):
    """The bytes are nothing that a thermal printer would draw."""


class PaperReader:
    """Feeds on a printer's bytes, in pieces of any size, and cuts papers.

    `papers` are the pieces cut off so far, one bit per dot, black on white, `width_dots` wide.
    """

    def __init__(self, width_dots: int = 576, when_asked: Callable[[], None] = lambda: None) -> None:
        self._when_asked = when_asked
        self.papers: list[Image.Image] = []
        self.resets = 0
        self.tallest_raster_dots = 0
        self._width = width_dots
        self._waiting = b""
        self._rows = bytearray()
        self._line_dots = DEFAULT_LINE_DOTS
        self._align = 0
        self._margin = 0

    def feed(self, received: bytes) -> None:
        """Take more bytes; what is not yet a whole command waits for the next ones."""
        self._waiting += received
        while self._waiting:
            taken = self._command(self._waiting)
            if taken == 0:
                return
            self._waiting = self._waiting[taken:]

    def finish(self) -> list[Image.Image]:
        """Say that no more will come; the papers, or PaperError when a command or a paper is unfinished."""
        if self._waiting:
            raise PaperError(f"the job ends within a command: {self._waiting[:16]!r}")
        if self._rows:
            raise PaperError(f"{self._height} rows of dots were never cut off")
        return self.papers

    def forget(self) -> None:
        """Power comes and goes: an unfinished command is lost, and a person tears off an unfinished strip."""
        self._waiting = b""
        self._rows.clear()

    @property
    def _row_bytes(self) -> int:
        return self._width // 8

    @property
    def _height(self) -> int:
        return len(self._rows) // self._row_bytes

    def _command(self, at: bytes) -> int:
        """Carry out the command at the start of `at`; how many bytes it took, 0 while it is incomplete."""
        if at[0] == LINE_FEED:
            self._blank(self._line_dots)
            return 1
        if at[0] == CARRIAGE_RETURN:
            return 1
        if at[0] not in (ESC, GS, FS, DLE):
            raise PaperError(f"unknown byte 0x{at[0]:02X} before {at[1:9]!r}")
        if len(at) < 2:
            return 0
        settings = SETTINGS.get((at[0], at[1]))
        if (at[0], at[1]) == (GS, ord("r")) and len(at) >= 3:
            self._when_asked()
        if (at[0], at[1]) == (DLE, 0x14):
            return len(FORGET) if len(at) >= len(FORGET) else 0
        if settings is not None:
            return 2 + settings if len(at) >= 2 + settings else 0
        if at[0] == ESC:
            return self._escape(at)
        if at[0] == GS:
            return self._group(at)
        raise PaperError(f"unknown command {at[:2]!r}")

    def _escape(self, at: bytes) -> int:
        name = chr(at[1])
        if name == "@":
            self.resets += 1
            self._line_dots, self._align, self._margin = DEFAULT_LINE_DOTS, 0, 0
            return 2
        if name == "2":
            self._line_dots = DEFAULT_LINE_DOTS
            return 2
        if name not in "3Jda":
            raise PaperError(f"unknown command {at[:2]!r}")
        if len(at) < 3:
            return 0
        if name == "3":
            self._line_dots = at[2]
        elif name == "J":
            self._blank(at[2])
        elif name == "d":
            self._blank(at[2] * self._line_dots)
        else:
            self._align = at[2] % 48
        return 3

    def _group(self, at: bytes) -> int:
        name = chr(at[1])
        if name == "V":
            return self._cut(at)
        if name == "v":
            return self._raster(at)
        if name == "L":
            if len(at) < 4:
                return 0
            (self._margin,) = struct.unpack("<H", at[2:4])
            return 4
        raise PaperError(f"unknown command {at[:2]!r}")

    def _cut(self, at: bytes) -> int:
        if len(at) < 3:
            return 0
        if at[2] in (0, 1, 48, 49):
            taken = 3
        elif at[2] in (65, 66):
            if len(at) < 4:
                return 0
            self._blank(at[3])
            taken = 4
        else:
            raise PaperError(f"unknown cut {at[:3]!r}")
        size = (self._width, self._height)
        inverted = bytes(byte ^ 0xFF for byte in self._rows)
        self.papers.append(Image.frombytes("1", size, inverted) if size[1] else Image.new("1", (self._width, 1), 1))
        self._rows.clear()
        return taken

    def _raster(self, at: bytes) -> int:
        if len(at) < 8:
            return 0
        zero, mode, row_bytes, height = struct.unpack("<2xBBHH", at[:8])
        if zero != ord("0") or mode % 48 > 3:
            raise PaperError(f"unknown raster {at[:4]!r}")
        end = 8 + int(row_bytes) * int(height)
        if len(at) < end:
            return 0
        data = bytes(byte ^ 0xFF for byte in at[8:end])
        image = Image.frombytes("1", (row_bytes * 8, height), data)
        across, down = 1 + mode % 2, 1 + mode % 48 // 2
        image = image.resize((image.width * across, image.height * down), Image.Resampling.NEAREST)
        spare = self._width - self._margin - image.width
        if spare < 0:
            raise PaperError(f"{image.width} dots after a margin of {self._margin} on {self._width} dots of paper")
        paper = Image.new("1", (self._width, image.height), 1)
        paper.paste(image, (self._margin + spare * self._align // 2, 0))
        self._rows += bytes(byte ^ 0xFF for byte in paper.tobytes())
        self.tallest_raster_dots = max(self.tallest_raster_dots, image.height)
        return end

    def _blank(self, dots: int) -> None:
        self._rows += bytes(self._row_bytes * dots)


def read_papers(job: bytes, width_dots: int = 576) -> list[Image.Image]:
    """The papers that one whole job makes a printer cut off."""
    reader = PaperReader(width_dots)
    reader.feed(job)
    return reader.finish()


QUESTIONS: Final = (b"\x10\x04\x01\x10\x04\x02\x10\x04\x04",)


def _received(connection: socket.socket, most: int) -> bytes:
    """The next bytes; none when the line ended, in whatever way."""
    try:
        return connection.recv(max(most, len(QUESTIONS[0])))
    except ConnectionError:
        return b""


def _send(connection: socket.socket, said: bytes) -> None:
    """Say something to whoever may have gone meanwhile."""
    with contextlib.suppress(OSError):
        connection.sendall(said)


class FakeTcpPrinter:
    """A network printer on 127.0.0.1, alive within a `with` block.

    `hang_up_after` bytes of each job it loses its power; with `refuses` nobody listens at its port;
    with `never_hangs_up` it keeps the connection after the other side said goodbye. It answers for its state as
    `paper_out`, `near_end` and `cover_open` say at that moment; `is_silent` takes all and says nothing,
    `says_garbage` answers noise, `runs_out_after` so many bytes the roll ends, and nothing is said to be done
    before `may_finish` is set. `papers` are the papers that lie there. Unasked it says `greets_with` at each
    connection and `says_in_ticket` once in each ticket; `says_done` is what it answers when it is done, and
    `goes_silent_in_ticket` it answers nothing any more once the ticket came. With `turns_away` it hangs up on
    whoever comes while that is set, as printers do that serve somebody else.
    """

    def __init__(
        self, *, hang_up_after: int | None = None, refuses: bool = False, never_hangs_up: bool = False
    ) -> None:
        self.paper_out = self.near_end = self.cover_open = self.is_silent = self.says_garbage = False
        self.turns_away = self.goes_silent_in_ticket = False
        self.greets_with = self.says_in_ticket = b""
        self.says_done: Callable[[], bytes] = lambda: b"\x00"
        self.runs_out_after: int | None = None
        self.may_finish = threading.Event()
        self.may_finish.set()
        self._unprinted = b""
        self._reader = PaperReader(576, self._say_done)
        self._connection: socket.socket | None = None
        self.hang_up_after = hang_up_after
        self._refuses = refuses
        self._never_hangs_up = never_hangs_up
        self._jobs: list[bytes] = []
        self._first_bytes_at: list[float] = []
        self._connections = 0
        self._changed = threading.Condition()
        self._leaving = threading.Event()
        self._listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self._thread = threading.Thread(target=self._serve, name="fake printer")

    def __enter__(self) -> Self:
        self._listener.bind(("127.0.0.1", 0))
        self.host, self.port = self._listener.getsockname()
        if not self._refuses:
            self._listener.listen()
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leaving.set()
        if self._thread.is_alive():
            # A blocked accept() does not wake up when its socket is closed: knock once more.
            with socket.create_connection((self.host, self.port)):
                self._thread.join()
        self._listener.close()

    @property
    def url(self) -> str:
        """As a printer is written in the configuration."""
        return f"tcp://{self.host}:{self.port}"

    @property
    def jobs(self) -> tuple[bytes, ...]:
        """What each finished or broken connection with a ticket brought, in order."""
        with self._changed:
            return tuple(self._jobs)

    @property
    def papers(self) -> list[Image.Image]:
        """What was printed and cut off."""
        with self._changed:
            return list(self._reader.papers)

    def refill(self) -> None:
        """A person changes the roll and tears the strip off: what was not dropped is printed on."""
        with self._changed:
            self.paper_out, self.runs_out_after = False, None
            self._reader = PaperReader(576, self._say_done)
            self._print(b"")

    @property
    def connections(self) -> int:
        """How often somebody connected."""
        with self._changed:
            return self._connections

    @property
    def first_bytes_at(self) -> tuple[float, ...]:
        """When each job's first byte came, by `time.perf_counter()`."""
        with self._changed:
            return tuple(self._first_bytes_at)

    def wait_until(self, condition: Callable[["FakeTcpPrinter"], bool], timeout_s: float = 5.0) -> None:
        """Return once `condition` holds for this printer; AssertionError when it does not in time."""
        with self._changed:
            met = self._changed.wait_for(lambda: condition(self), timeout_s)
        if not met:
            raise AssertionError(f"the printer got {self.connections} connections, {len(self.jobs)} jobs")

    def wait_for_jobs(self, count: int, timeout_s: float = 5.0) -> tuple[bytes, ...]:
        """The first `count` jobs, once they have come."""
        self.wait_until(lambda printer: len(printer.jobs) >= count, timeout_s)
        return self.jobs[:count]

    def _answer(self, connection: socket.socket, piece: bytes) -> None:
        """Say what is asked at once, as printers do even within a ticket's data, and print the rest."""
        with self._changed:
            self._connection = connection
            if b"\x1b@" in piece:
                _send(connection, self.says_in_ticket)
                self.is_silent = self.is_silent or self.goes_silent_in_ticket
            if not self.is_silent:
                asked = [kind for kind in (1, 2, 4) if bytes((DLE, 4, kind)) in piece]
                told = bytes(
                    b"\x55\xaa\x55"[at] if self.says_garbage else self._told(kind) for at, kind in enumerate(asked)
                )
                if told:
                    _send(connection, told)
                self._print(piece)
            if FORGET in piece:
                self._unprinted = b""
            self._changed.notify_all()

    def _told(self, kind: int) -> int:
        is_offline = self.paper_out or self.cover_open
        if kind == 1:
            return 0x12 | is_offline << 3
        if kind == 2:
            return 0x12 | self.cover_open << 2 | self.paper_out << 5
        return 0x12 | (self.near_end or self.paper_out) * 0x0C | self.paper_out * 0x60

    def _print(self, piece: bytes) -> None:
        self._unprinted += piece
        if self.paper_out or self.cover_open:
            return
        if self.runs_out_after is not None:
            part, self._unprinted = self._unprinted[: self.runs_out_after], self._unprinted[self.runs_out_after :]
            self.runs_out_after -= len(part)
            self._reader.feed(part)
            self.paper_out = self.runs_out_after == 0
        else:
            part, self._unprinted = self._unprinted, b""
            self._reader.feed(part)

    def _say_done(self) -> None:
        if self.may_finish.is_set() and self._connection is not None:
            _send(self._connection, self.says_done())
        else:
            threading.Thread(target=self._say_done_later, args=[self._connection], daemon=True).start()

    def _say_done_later(self, connection: socket.socket) -> None:
        self.may_finish.wait()
        _send(connection, self.says_done())

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                if self._leaving.is_set():
                    return
                if self.turns_away:
                    with self._changed:
                        self._connections += 1
                        self._changed.notify_all()
                else:
                    _send(connection, self.greets_with)
                    self._receive(connection)

    def _receive(self, connection: socket.socket) -> None:
        with self._changed:
            self._connections += 1
            self._changed.notify_all()
        # A client that forgets to close would keep the test waiting for ever.
        connection.settimeout(20)
        job = b""
        left = self.hang_up_after or sys.maxsize
        while left > 0 and (piece := _received(connection, min(left, 65536))):
            if b"\x1b@" in piece and b"\x1b@" not in job:
                with self._changed:
                    self._first_bytes_at.append(time.perf_counter())
                    self._changed.notify_all()
            # What is asked before a ticket is no part of it.
            if not (piece in QUESTIONS and job.count(b"\x1b@") == 0):
                left -= len(piece)
            job += piece
            self._answer(connection, piece)
        if left <= 0:
            # Power gone: the line is reset, nothing says goodbye.
            with self._changed:
                self._unprinted = b""
                self._reader.forget()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        with self._changed:
            # A look at the printer's state is no job.
            if job not in (b"", *QUESTIONS):
                self._jobs.append(job)
            self._changed.notify_all()
        if self._never_hangs_up:
            self._leaving.wait()
