"""A sound server of one's own whose loudspeaker is a tap: everything real but the air."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

WITHIN_S = 60.0
LOUD = 200
HALL = "hall"


class SoundServer:
    """A PulseAudio daemon; ``environment`` leads programs to it, whichever daemon stands there just then."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._socket = folder / "native"
        own = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "runtime")}
        self.environment: Mapping[str, str] = {"PULSE_SERVER": f"unix:{self._socket}"}
        self._environment = {**os.environ, **own, **self.environment}
        self._process: subprocess.Popen[bytes] | None = None

    @staticmethod
    def is_installed() -> bool:
        return all(shutil.which(program) for program in ("pulseaudio", "pactl", "parec"))

    def start(self) -> None:
        """Start the daemon and wait until it answers."""
        modules = (
            f"module-null-sink sink_name={HALL}",
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        )
        loads = [part for module in modules for part in ("-L", module)]
        self._process = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", *loads],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + WITHIN_S
        while subprocess.run(["pactl", "info"], env=self._environment, capture_output=True, check=False).returncode:
            assert time.monotonic() < deadline, "the sound server does not answer"

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(WITHIN_S)
            self._process = None

    def listen(self) -> Ear:
        """Begin to listen at the loudspeaker."""
        return Ear(self._environment)


class Ear:
    """What comes out of the loudspeaker from now on; close it when it has heard enough."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [
            *("parec", "-d", f"{HALL}.monitor", "--format=s16le"),
            *("--rate=8000", "--channels=1", "--latency-msec=50"),
        ]
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
        # Silence comes too: from here on nothing is missed.
        assert self._read(WITHIN_S), "the loudspeaker gives nothing"

    def hears_something(self, within_s: float) -> bool:
        deadline = time.monotonic() + within_s
        while (left_s := deadline - time.monotonic()) > 0:
            raw = self._read(left_s)
            if any(abs(sample) > LOUD for sample in memoryview(raw[: len(raw) // 2 * 2]).cast("h")):
                return True
        return False

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self, within_s: float) -> bytes:
        pipe = self._process.stdout
        assert pipe is not None
        ready, _, _ = select.select([pipe], [], [], within_s)
        return os.read(pipe.fileno(), 4096) if ready else b""
