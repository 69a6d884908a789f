"""The line between a station and its hub, which can die without saying so, as a cable does."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from types import TracebackType
from typing import Self


class Line:
    """Passes bytes on from ``url`` to the hub's port; ``die`` and ``revive`` it.

    What was connected when it died, or tried to connect meanwhile, hears nothing ever again: no byte, no goodbye.
    """

    def __init__(self, hub_port: int) -> None:
        self._hub_port = hub_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._ours, self._theirs = socket.socketpair()
        self._selector.register(self._ours, selectors.EVENT_READ)
        self._others: dict[socket.socket, socket.socket] = {}
        self._dead: list[socket.socket] = []
        self._is_dead = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._pass_on)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._theirs.close()
        self._thread.join()
        for each in (self._listener, self._ours, *self._others, *self._dead):
            each.close()
        self._selector.close()

    def die(self) -> None:
        """From now on, nothing comes through."""
        with self._lock:
            self._is_dead = True
            for each in self._others:
                self._selector.unregister(each)
            self._dead += [*self._others]
            self._others.clear()

    def revive(self) -> None:
        """Whoever connects from now on is heard; what is dead stays dead."""
        with self._lock:
            self._is_dead = False

    def _pass_on(self) -> None:
        while True:
            for key, _ in self._selector.select():
                here = key.fileobj
                assert isinstance(here, socket.socket)
                if here is self._ours:
                    return
                with self._lock:
                    if here is self._listener:
                        self._connect()
                    elif here in self._others:
                        self._carry(here)

    def _connect(self) -> None:
        station, _ = self._listener.accept()
        if self._is_dead:
            self._dead.append(station)
            return
        try:
            hub = socket.create_connection(("127.0.0.1", self._hub_port))
        except OSError:
            station.close()
            return
        self._others |= {station: hub, hub: station}
        for each in (station, hub):
            self._selector.register(each, selectors.EVENT_READ)

    def _carry(self, here: socket.socket) -> None:
        there = self._others[here]
        with contextlib.suppress(OSError):
            if content := here.recv(65536):
                there.sendall(content)
                return
        for each in (here, there):
            self._selector.unregister(each)
            del self._others[each]
            each.close()
