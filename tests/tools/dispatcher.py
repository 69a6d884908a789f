"""A speech-dispatcher of one's own with espeak-ng and no sound card: everything real but the loudspeaker."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SOCKET_WITHIN_S = 60
CARD = "pcm.!default { type null }\nctl.!default { type null }\n"
SETTINGS = """
LogLevel 1
AudioOutputMethod "alsa"
AudioALSADevice "default"
"""
ESPEAK = """
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""
FEW = """
AddModule "few" "sd_generic" "few.conf"
DefaultModule few
"""


@contextmanager
def silent_dispatcher(folder: Path, voices: Sequence[str] = ()) -> Iterator[Mapping[str, str]]:
    """The environment in which speech goes to it; it ends with the context.

    With ``voices`` ("fr", "en-GB") it has these and no other, and each sentence takes no time.
    """
    program = shutil.which("speech-dispatcher")
    assert program is not None, "speech-dispatcher is missing: run the set-up again"
    (folder / "modules").mkdir(parents=True)
    shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", folder / "modules")
    few = "".join(f'AddVoice "{each}" "MALE1" "of-{each}"\n' for each in voices)
    (folder / "modules" / "few.conf").write_text(f'GenericExecuteSynth "true"\n{few}')
    (folder / "speechd.conf").write_text(SETTINGS + (FEW if voices else ESPEAK))
    card, socket = folder / "asound.conf", folder / "socket"
    card.write_text(CARD)
    process = subprocess.Popen(
        [program, "-s", "-C", folder, "-L", folder, "-P", folder / "pid", "-c", "unix_socket", "-S", socket],
        env={"ALSA_CONFIG_PATH": str(card), "PATH": "/usr/bin:/bin", "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(socket, process)
        yield {"SPEECHD_ADDRESS": f"unix_socket:{socket}"}
    finally:
        process.terminate()
        try:
            process.wait(SOCKET_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(20 * SOCKET_WITHIN_S):
        if socket.exists():
            return
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError("speech-dispatcher does not start")
