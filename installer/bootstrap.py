"""Brings a machine that has nothing but Python to a running cdm-kiosk, or to its tests.

    python3 installer/bootstrap.py setup          prepare everything, start nothing
    python3 installer/bootstrap.py setup test     the same, with what the tests and checks need
    python3 installer/bootstrap.py run ...        prepare what lacks, then "cdm-kiosk run ..."
    python3 installer/bootstrap.py test ...       prepare what lacks, then "pytest ..." (all tests by default)

Standard library only, no shell. It says what it does while it works and says nothing when all is there.
Exit codes: that of the program started; 1 when the machine lacks something, with one sentence on what to do;
2 for a wrong command line; 130 when interrupted.
"""

# An older Python must get as far as main() to be told its age: no syntax and no module-level import here
# that Python 3.7 does not know.
from __future__ import annotations

import contextlib
import ctypes
import errno
import glob
import hashlib
import importlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import BinaryIO

CHECKOUT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
COMMANDS = ("setup", "run", "test")
KITS = {"run": "requirements.txt", "test": "requirements-test.txt"}
USAGE = "usage: python3 installer/bootstrap.py setup [run|test] | run [arguments] | test [arguments]"


class Refusal(Exception):
    """Something that only the person at the keyboard can mend; the message is the sentence to show."""


# ----- the request


@dataclass(frozen=True)
class Request:
    """What was asked on the command line: a command, the kit it needs, the words passed on to the program."""

    command: str
    kit: str
    arguments: tuple[str, ...] = ()


def read_request(words: Sequence[str]) -> Request | None:
    """The request that the words make (without the script's own name), or None when they make none."""
    if not words or words[0] not in COMMANDS:
        return None
    command, arguments = words[0], tuple(words[1:])
    if command != "setup":
        return Request(command, kit=command, arguments=arguments)
    if len(arguments) > 1 or any(argument not in KITS for argument in arguments):
        return None
    return Request(command, kit=arguments[0] if arguments else "run")


def age_fault(version: tuple[int, int]) -> str | None:
    """The sentence for a Python that is too old, or None."""
    if version >= OLDEST_PYTHON:
        return None
    return (
        "cdm-kiosk needs Python {}.{} or newer and this is Python {}.{}. "
        "Debian 12 and 13, Ubuntu 24.04 and python.org have one.".format(*OLDEST_PYTHON, *version)
    )


# ----- what Qt takes from the system


@dataclass(frozen=True)
class Need:
    """A thing of the system that a part of the program uses.

    `kind` is "library" (soname), "program" (on the PATH), "file" (glob pattern) or "module" (of Python);
    one of `any_of` is enough. `packages` are the Debian and Ubuntu names it goes by, newest name first.
    """

    part: str
    kind: str
    any_of: tuple[str, ...]
    packages: tuple[str, ...]


def library(part: str, soname: str, *packages: str) -> Need:
    """A shared library that Qt's own files name (their DT_NEEDED entries; a unit test compares)."""
    return Need(part, "library", (soname,), packages)


NEEDS = (
    library("qt", "libEGL.so.1", "libegl1"),
    library("qt", "libGL.so.1", "libgl1"),
    library("qt", "libX11.so.6", "libx11-6"),
    library("qt", "libbrotlidec.so.1", "libbrotli1"),
    library("qt", "libdbus-1.so.3", "libdbus-1-3"),
    library("qt", "libfontconfig.so.1", "libfontconfig1"),
    library("qt", "libfreetype.so.6", "libfreetype6"),
    library("qt", "libglib-2.0.so.0", "libglib2.0-0t64", "libglib2.0-0"),
    library("qt", "libgssapi_krb5.so.2", "libgssapi-krb5-2"),
    library("qt", "libxkbcommon.so.0", "libxkbcommon0"),
    library("qt", "libzstd.so.1", "libzstd1"),
    library("x11", "libX11-xcb.so.1", "libx11-xcb1"),
    library("x11", "libxcb-cursor.so.0", "libxcb-cursor0"),
    library("x11", "libxcb-glx.so.0", "libxcb-glx0"),
    library("x11", "libxcb-icccm.so.4", "libxcb-icccm4"),
    library("x11", "libxcb-image.so.0", "libxcb-image0"),
    library("x11", "libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("x11", "libxcb-randr.so.0", "libxcb-randr0"),
    library("x11", "libxcb-render-util.so.0", "libxcb-render-util0"),
    library("x11", "libxcb-render.so.0", "libxcb-render0"),
    library("x11", "libxcb-shape.so.0", "libxcb-shape0"),
    library("x11", "libxcb-shm.so.0", "libxcb-shm0"),
    library("x11", "libxcb-sync.so.1", "libxcb-sync1"),
    library("x11", "libxcb-util.so.1", "libxcb-util1"),
    library("x11", "libxcb-xfixes.so.0", "libxcb-xfixes0"),
    library("x11", "libxcb-xkb.so.1", "libxcb-xkb1"),
    library("x11", "libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    library("wayland", "libwayland-client.so.0", "libwayland-client0"),
    library("wayland", "libwayland-cursor.so.0", "libwayland-cursor0"),
    library("wayland", "libwayland-egl.so.1", "libwayland-egl1"),
    library("sound", "libXext.so.6", "libxext6"),
    library("sound", "libXrandr.so.2", "libxrandr2"),
    library("sound", "libdrm.so.2", "libdrm2"),
    library("sound", "libpulse.so.0", "libpulse0"),
    library("speech", "libspeechd.so.2", "libspeechd2"),
    Need("speech", "program", ("speech-dispatcher",), ("speech-dispatcher",)),
    Need(
        "speech",
        "file",
        (
            "/usr/lib*/speech-dispatcher-modules/sd_espeak-ng",
            "/usr/lib/*/speech-dispatcher-modules/sd_espeak-ng",
            "/var/lib/dpkg/info/speech-dispatcher-espeak-ng.list",
        ),
        ("speech-dispatcher-espeak-ng",),
    ),
    # Pillow brings all that shapes a line but this, which it looks for on the machine.
    Need("paper", "library", ("libfribidi.so.0",), ("libfribidi0",)),
    Need("usb", "library", ("libusb-1.0.so.0",), ("libusb-1.0-0",)),
    # A print server of the tests' own: the one of the system is left alone.
    Need("queue", "file", ("/usr/sbin/cupsd",), ("cups",)),
    Need("queue", "file", ("/usr/lib/cups/backend/cups-pdf",), ("printer-driver-cups-pdf",)),
    Need("heard", "program", ("espeak-ng",), ("espeak-ng",)),
    Need("screen", "program", ("Xvfb",), ("xvfb",)),
    Need("assistive", "program", ("dbus-daemon",), ("dbus-daemon", "dbus")),
    Need(
        "assistive",
        "file",
        ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"),
        ("at-spi2-core",),
    ),
    # Of the system's own Python, not of this one.
    Need("assistive", "file", ("/usr/lib/python3/dist-packages/pyatspi/__init__.py",), ("python3-pyatspi",)),
    # Ubuntu's chromium is a snap, which apt cannot bring to every machine: any browser found will do.
    Need(
        "browser",
        "program",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ("chromium",),
    ),
    # The program that drives the browser comes with the locked packages and needs this one library.
    library("browser", "libatomic.so.1", "libatomic1"),
)
VENV_MAKER = Need(
    "python",
    "module",
    ("ensurepip",),
    ("python{}.{}-venv".format(*sys.version_info[:2]), "python3-venv"),
)
CONSEQUENCES = {
    "python": "Python cannot make a virtual environment.",
    "qt": "No window can open.",
    "x11": "No window can open on an X11 screen.",
    "wayland": "No window can open on a Wayland screen.",
    "sound": "The display cannot chime.",
    "speech": "Nothing can be spoken.",
    "paper": "The letters of Arabic tickets do not join.",
    "usb": "Receipt printers on USB cannot be found.",
    "queue": "Tests with a print queue will be skipped.",
    "heard": "Tests of what is really heard will fail.",
    "screen": "Tests on a real X11 screen will be skipped.",
    "assistive": "Tests with an assistive technology will be skipped.",
    "browser": "Tests in a browser will be skipped.",
}


def screens(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The window systems Qt will try, in its order, by the names of its platform plugins; none: ()."""
    if environment.get("QT_QPA_PLATFORM"):
        return tuple(name.split(":")[0] for name in environment["QT_QPA_PLATFORM"].split(";"))
    wayland = ("wayland",) if environment.get("WAYLAND_DISPLAY") else ()
    return wayland + (("xcb",) if environment.get("DISPLAY") else ())


def screen_part(screen: str) -> str:
    """The part of the needs that a platform plugin stands on."""
    return {"xcb": "x11", "wayland": "wayland", "wayland-egl": "wayland"}.get(screen, "qt")


def wanted_needs(kit: str, tried_screens: Sequence[str], makes_venv: bool) -> tuple[Need, ...]:
    """The needs that matter for a kit on this machine."""
    parts = {"qt", "x11", "sound", "speech", "paper", "usb"}.union(map(screen_part, tried_screens))
    if kit == "test":
        parts |= {"screen", "assistive", "browser", "heard", "queue"}
    return ((VENV_MAKER,) if makes_venv else ()) + tuple(need for need in NEEDS if need.part in parts)


def blocks(lacking: Sequence[Need], tried_screens: Sequence[str]) -> bool:
    """True when the program cannot start at all, not merely without sound, speech or some tests."""
    parts = {need.part for need in lacking}
    window_parts = set(map(screen_part, tried_screens))
    return bool(parts & {"python", "qt"}) or (bool(window_parts) and window_parts <= parts)


def is_there(need: Need) -> bool:
    """Ask this machine: load the library, look for the program, the file or the module."""
    if need.kind == "library":
        return any(map(loads, need.any_of))
    if need.kind == "program":
        return any(shutil.which(name) for name in need.any_of)
    if need.kind == "file":
        return any(glob.glob(pattern) for pattern in need.any_of)
    importlib.invalidate_caches()
    return any(importlib.util.find_spec(name) for name in need.any_of)


def loads(soname: str) -> bool:
    """True when the dynamic linker finds and loads the library, as it would for Qt."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def packages_for(lacking: Sequence[Need], known: Collection[str]) -> tuple[str, ...]:
    """The packages to install, each once; `known` are the names apt can install, empty when it has no lists.

    A need none of whose names apt knows is left out: the rest must not fail for it.
    """
    chosen = {}
    for need in lacking:
        names = [name for name in need.packages if name in known] if known else [need.packages[-1]]
        chosen.update(dict.fromkeys(names[:1]))
    return tuple(chosen)


def known_packages(policy: str) -> frozenset[str]:
    """The names with a candidate in what `apt-cache policy NAME ...` prints in the C locale."""
    known, name = set(), ""
    for line in policy.splitlines():
        if not line.startswith(" "):
            name = line.rstrip(":")
        elif line.strip().startswith("Candidate:") and "(none)" not in line:
            known.add(name)
    return frozenset(known)


def apt_install(packages: Sequence[str]) -> list[str]:
    """The command that installs packages and nothing they merely recommend."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def line_to_type(packages: Sequence[str], has_sudo: bool) -> str:
    """What a person who may not install packages by themselves types, or asks an administrator to."""
    update, install = "apt-get update", " ".join(apt_install(packages))
    return f"sudo {update} && sudo {install}" if has_sudo else f"su -c '{update} && {install}'"


def advice(lacking: Sequence[Need], line: str | None) -> str:
    """What lacks, what that means, and what to do: type the line, or look for the things themselves."""
    parts = dict.fromkeys(need.part for need in lacking)
    sentences = ["This machine lacks system packages:", *(f"  {CONSEQUENCES[part]}" for part in parts)]
    if line:
        return "\n".join([*sentences, "To install them, type this line and start again:", f"  {line}"])
    things = " ".join(need.any_of[0] for need in lacking)
    return "\n".join([*sentences, f"Install what holds these with this system's package manager: {things}"])


# ----- apt, as far as it goes


def authority() -> list[str] | None:
    """The words before a command that make it root's: none for root, sudo's if it asks nothing; or None."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        trial = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        return ["sudo", "-n"] if trial.returncode == 0 else None
    return None


def as_root(words: Sequence[str], command: Sequence[str]) -> bool:
    """Run an apt command without questions, its output shown; True when it succeeded.

    A fresh machine often has its own updates under way: wait for their lock rather than fail.
    """
    apt, *rest = command
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-q", "-o", "DPkg::Lock::Timeout=300"]
    return subprocess.run([*words, *quiet, *rest], stdin=subprocess.DEVNULL, check=False).returncode == 0


def ask_apt(lacking: Sequence[Need]) -> tuple[str, ...]:
    """The packages for what lacks, by the names this release gives them."""
    names = [name for need in lacking for name in need.packages]
    answer = subprocess.run(
        ["apt-cache", "policy", *names],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return packages_for(lacking, known_packages(answer.stdout))


def apt_has_lists() -> bool:
    """False on an image whose package lists were removed: apt then knows only what is installed."""
    return bool(glob.glob("/var/lib/apt/lists/*_Packages*"))


def install_with_apt(lacking: Sequence[Need], words: Sequence[str]) -> None:
    """Install what lacks; whether that helped is seen by looking again."""
    fresh = not apt_has_lists() and as_root(words, ["apt-get", "update"])
    packages = ask_apt(lacking)
    say(f"Installing system packages: {' '.join(packages)}")
    if packages and not as_root(words, apt_install(packages)) and not fresh:
        as_root(words, ["apt-get", "update"])
        packages = ask_apt(lacking)
        if packages:
            as_root(words, apt_install(packages))


def prepare_system(wanted: Sequence[Need], tried_screens: Sequence[str]) -> None:
    """Make the system's libraries and programs be there, as far as this user may.

    Raises Refusal, with the line to type, when something lacks without which nothing can start.
    """
    lacking = [need for need in wanted if not is_there(need)]
    if not lacking:
        return
    has_apt = shutil.which("apt-get") is not None
    words = authority() if has_apt else None
    if words is not None:
        install_with_apt(lacking, words)
        lacking = [need for need in lacking if not is_there(need)]
        if not lacking:
            return
    packages = ask_apt(lacking) if has_apt else ()
    line = line_to_type(packages, shutil.which("sudo") is not None) if packages else None
    if blocks(lacking, tried_screens):
        raise Refusal(advice(lacking, line))
    say(advice(lacking, line))


# ----- the virtual environment


@dataclass(frozen=True)
class Stamp:
    """What an environment was made from: interpreter, folder, and digests of locks (by kit) and project."""

    interpreter: str
    checkout: str
    locks: dict[str, str]
    project: str


@dataclass(frozen=True)
class Plan:
    """What is to be done to the virtual environment; nothing when all three are False."""

    makes_venv: bool
    installs_lock: bool
    installs_project: bool

    @property
    def is_nothing(self) -> bool:
        """True when the program can start at once."""
        return not (self.makes_venv or self.installs_lock or self.installs_project)


def plan(wanted: Stamp, found: Stamp | None, kit: str, is_usable: bool, is_unfinished: bool) -> Plan:
    """What separates a virtual environment from what is wanted of it.

    `found` is None for one that bears no stamp; `is_usable` says that its interpreter runs and is the wanted
    one; `is_unfinished` that an earlier set-up was cut short, after which no file in it can be trusted.
    The project's own entry holds the folder's name, so a checkout that was moved or copied is made again.
    """
    moved = found is not None and (found.interpreter, found.checkout) != (wanted.interpreter, wanted.checkout)
    if is_unfinished or not is_usable or moved:
        return Plan(makes_venv=True, installs_lock=True, installs_project=True)
    installs_lock = found is None or found.locks.get(kit) != wanted.locks[kit]
    project_changed = found is None or found.project != wanted.project
    return Plan(False, installs_lock, installs_project=installs_lock or project_changed)


def wanted_stamp(checkout: Path, kit: str) -> Stamp:
    """The stamp of an environment made now; the tests' kit holds the program's, at the same versions."""
    kits = ("run", "test") if kit == "test" else (kit,)
    return Stamp(
        interpreter=f"{sys.implementation.cache_tag} {platform.machine()}",
        checkout=str(checkout),
        locks={name: digest(checkout / "installer" / KITS[name]) for name in kits},
        project=digest(checkout / "pyproject.toml"),
    )


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass(frozen=True)
class Venv:
    """Where things are in the virtual environment."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def configuration(self) -> Path:
        """The file that makes the folder an environment (PEP 405)."""
        return self.folder / "pyvenv.cfg"

    @property
    def stamp(self) -> Path:
        """Written last, when the set-up is complete."""
        return self.folder / "cdm-kiosk-set-up.json"

    @property
    def unfinished(self) -> Path:
        """There from a set-up's first step to its last: found at a start, it tells of one cut short."""
        return self.folder / "cdm-kiosk-set-up-unfinished"

    def read_stamp(self) -> Stamp | None:
        """The stamp, or None when there is none or it makes no sense."""
        try:
            return Stamp(**json.loads(self.stamp.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write_stamp(self, stamp: Stamp) -> None:
        """Put the stamp in place in one move, then take the mark of the unfinished away."""
        draft = self.stamp.with_suffix(".new")
        draft.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")
        draft.replace(self.stamp)
        self.unfinished.unlink()

    def is_usable(self, stamp: Stamp | None) -> bool:
        """True when its interpreter is there; without a stamp, when it is the wanted one and has pip."""
        # Without its configuration file the interpreter is the machine's own, and pip would install there.
        if not (self.python.exists() and self.configuration.exists()):
            return False
        if stamp is not None:
            return True
        tag = sys.implementation.cache_tag
        question = f"import pip, sys; sys.exit(sys.implementation.cache_tag != {tag!r})"
        answer = subprocess.run([str(self.python), "-c", question], capture_output=True, check=False)
        return answer.returncode == 0


def current_plan(venv: Venv, wanted: Stamp, kit: str) -> Plan:
    """The plan for the environment as it is now."""
    found = venv.read_stamp()
    return plan(wanted, found, kit, venv.is_usable(found), venv.unfinished.exists())


def carry_out(todo: Plan, venv: Venv, wanted: Stamp, checkout: Path, kit: str) -> None:
    """Do what the plan says and stamp the result; raises Refusal when a step fails."""
    started = time.monotonic()
    if todo.makes_venv:
        say("Making the virtual environment .venv")
        remove(venv.folder)
        venv.folder.mkdir()
    venv.unfinished.touch()
    if todo.makes_venv:
        # From inside an environment, sys.executable may be a file that was just removed.
        python = getattr(sys, "_base_executable", None) or sys.executable
        run_step([python, "-m", "venv", str(venv.folder)], "The virtual environment could not be made")
    if todo.installs_lock:
        lock = checkout / "installer" / KITS[kit]
        say(f"Installing the packages of installer/{KITS[kit]}; the first time takes some minutes")
        pip_install(venv, ["--require-hashes", "-r", str(lock)])
    if todo.installs_project:
        say("Installing cdm-kiosk itself")
        pip_install(venv, ["--no-deps", "--no-build-isolation", "--quiet", "-e", str(checkout)])
    question = "from PySide6 import QtGui, QtNetwork, QtQml, QtQuick"
    run_step([str(venv.python), "-c", question], "Qt is installed and does not load on this machine")
    venv.write_stamp(wanted)
    say(f"Ready after {time.monotonic() - started:.0f} s")


def pip_install(venv: Venv, arguments: Sequence[str]) -> None:
    """Let the environment's pip install, from wherever this machine's pip is set up to take packages."""
    pip = [str(venv.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    run_step([*pip, *arguments], "The packages could not be installed (is the network there?)")


def run_step(command: Sequence[str], fault: str) -> None:
    """Run a step with its output shown; raises Refusal with the fault when it fails."""
    if subprocess.run(command, check=False).returncode != 0:
        raise Refusal(f"{fault}: the lines above say why. Then start again.")


def remove(folder: Path) -> None:
    """Take an environment away, whole or broken, a link to one included.

    It changes its name first: cut short, this leaves no half of it under the name that is looked at.
    """
    leftover = folder.with_name(folder.name + "-old")
    if leftover.exists():
        shutil.rmtree(leftover)
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        folder.rename(leftover)
        shutil.rmtree(leftover)


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Hold this script's lock, so that two starts at the same time do not build over each other."""
    with open(__file__, "rb") as script:
        if not locks(script, waits=False):
            say("Another set-up is under way: waiting for it to finish")
            while not locks(script, waits=True):
                pass
        yield


def locks(file: BinaryIO, waits: bool) -> bool:
    """Take the lock of an open file, given back when it is closed; False when another process has it.

    On Windows waiting ends after ten seconds, also without success.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            # Windows' locks keep readers out as well: take one byte far behind the end.
            file.seek(1 << 30)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if waits else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except OSError as error:
        # Any other error: this file system knows no locks, and waiting would never end.
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


# ----- the start


def program(request: Request, venv: Venv) -> list[str]:
    """The command line that a request ends in."""
    if request.command == "test":
        return [str(venv.python), "-m", "pytest", *(request.arguments or ("tests",))]
    return [str(venv.python), "-m", "cdm_kiosk", "run", *request.arguments]


def program_environment(request: Request, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the program: tests draw without a screen unless told otherwise."""
    defaults = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    return {**(defaults if request.command == "test" else {}), **environment}


def become(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Give way to a program: this process turns into it, or on Windows waits and returns its exit code."""
    sys.stdout.flush()
    if sys.platform != "win32":
        os.execve(command[0], list(command), environment)
    child = subprocess.Popen(command, env=environment)
    while True:
        # Ctrl-C reaches the child too, and it is the child that decides what to do with it.
        with contextlib.suppress(KeyboardInterrupt):
            return child.wait()


def say(sentence: str) -> None:
    """One line of progress, ahead of what the next step prints."""
    sys.stdout.write(f"[cdm-kiosk] {sentence}\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Why there is no start."""
    sys.stderr.write(f"{sentence}\n")


def prepare(request: Request, environment: Mapping[str, str], venv: Venv) -> None:
    """Make the system and the virtual environment ready; returns at once when they are."""
    on_linux = sys.platform == "linux"
    tried = screens(environment)
    if request.command == "run" and on_linux and not tried:
        raise Refusal(
            "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set, so start this from the "
            "desktop (for a trial without a screen, set QT_QPA_PLATFORM=offscreen)."
        )
    wanted = wanted_stamp(CHECKOUT, request.kit)
    todo = current_plan(venv, wanted, request.kit)
    if on_linux:
        prepare_system(wanted_needs(request.kit, tried, todo.makes_venv), tried)
    if todo.is_nothing:
        return
    with only_one():
        todo = current_plan(venv, wanted, request.kit)
        if not todo.is_nothing:
            carry_out(todo, venv, wanted, CHECKOUT, request.kit)


def main(words: Sequence[str]) -> int:
    """Do what the words ask; returns the exit code (on POSIX, `run` and `test` do not return)."""
    fault = age_fault(sys.version_info[:2])
    if fault:
        complain(fault)
        return 1
    if words and words[0] in ("-h", "--help"):
        sys.stdout.write(__doc__)
        return 0
    request = read_request(words)
    if request is None:
        complain(USAGE)
        return 2
    venv = Venv(CHECKOUT / ".venv")
    environment = program_environment(request, os.environ)
    try:
        prepare(request, environment, venv)
        if request.command == "setup":
            return 0
        if request.command == "test":
            os.chdir(CHECKOUT)
        return become(program(request, venv), environment)
    except Refusal as refusal:
        complain(str(refusal))
    except OSError as error:
        complain(f"{error.strerror or error}: {error.filename}")
    except KeyboardInterrupt:
        complain("Stopped. The next start makes good what is unfinished.")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
