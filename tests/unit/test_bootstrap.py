"""Set-up from nothing: what it decides, what it says, and what it leaves behind when cut short."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from installer import bootstrap, lock
from installer.bootstrap import NEEDS, Need, Plan, Refusal, Request, Stamp, Venv

SCRIPT = Path(bootstrap.__file__)
GLIB = next(need for need in NEEDS if "libglib-2.0.so.0" in need.any_of)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="asks a Linux machine")


def of_part(*parts: str) -> list[Need]:
    return [need for need in NEEDS if need.part in parts]


def start(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    screenless = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, env={**screenless, **environment}, check=False
    )


# ----- the request


def test_a_command_and_its_arguments_pass_through_untouched() -> None:
    assert bootstrap.read_request(["run", "--with", "reception"]) == Request("run", "run", ("--with", "reception"))
    assert bootstrap.read_request(["test", "-k", "ticket"]) == Request("test", "test", ("-k", "ticket"))


def test_set_up_prepares_the_program_unless_the_tests_are_asked_for() -> None:
    assert bootstrap.read_request(["setup"]) == Request("setup", "run")
    assert bootstrap.read_request(["setup", "test"]) == Request("setup", "test")


@pytest.mark.parametrize("words", [[], ["start"], ["setup", "all"], ["setup", "run", "test"], ["--run"]])
def test_an_unknown_command_is_no_request(words: list[str]) -> None:
    assert bootstrap.read_request(words) is None


def test_tests_need_no_screen_unless_one_is_asked_for() -> None:
    tests, run = Request("test", "test"), Request("run", "run")
    assert bootstrap.program_environment(tests, {})["QT_QPA_PLATFORM"] == "offscreen"
    assert bootstrap.program_environment(tests, {"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"
    assert bootstrap.program_environment(run, {"HOME": "/h"}) == {"HOME": "/h"}


def test_without_arguments_all_tests_are_run() -> None:
    venv = Venv(Path("v"))
    python = str(venv.python)
    assert bootstrap.program(Request("test", "test"), venv) == [python, "-m", "pytest", "tests"]
    assert bootstrap.program(Request("test", "test", ("-x",)), venv) == [python, "-m", "pytest", "-x"]
    assert bootstrap.program(Request("run", "run", ("-v",)), venv) == [python, "-m", "cdm_kiosk", "run", "-v"]


# ----- what the system lacks


def test_the_window_systems_are_those_qt_would_try() -> None:
    assert bootstrap.screens({}) == ()
    assert bootstrap.screens({"DISPLAY": ":0"}) == ("xcb",)
    assert bootstrap.screens({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}) == ("wayland", "xcb")
    assert bootstrap.screens({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:configfile=two.json"}) == (
        "offscreen",
    )
    assert bootstrap.screens({"QT_QPA_PLATFORM": "wayland;xcb"}) == ("wayland", "xcb")


def test_only_what_this_machine_uses_is_wanted() -> None:
    def parts(kit: str, *screens: str, makes_venv: bool = False) -> set[str]:
        return {need.part for need in bootstrap.wanted_needs(kit, screens, makes_venv)}

    assert parts("run") == {"qt", "x11", "sound", "speech", "paper", "usb"}
    assert parts("run", "wayland") == {"qt", "x11", "wayland", "sound", "speech", "paper", "usb"}
    tested = {"screen", "assistive", "browser", "heard", "queue"}
    assert parts("test", "offscreen") == {"qt", "x11", "sound", "speech", "paper", "usb"} | tested
    assert "python" in parts("run", makes_venv=True)


def test_a_machine_without_sound_or_browser_still_starts() -> None:
    assert not bootstrap.blocks(of_part("sound", "speech", "paper", "usb", "queue", "screen", "browser"), ["xcb"])
    assert not bootstrap.blocks([], ["xcb"])


def test_a_machine_where_no_window_can_open_does_not_start() -> None:
    assert bootstrap.blocks([GLIB], ["offscreen"])
    assert bootstrap.blocks([bootstrap.VENV_MAKER], [])
    assert bootstrap.blocks(of_part("x11"), ["xcb"])


def test_one_window_system_out_of_two_is_enough() -> None:
    assert not bootstrap.blocks(of_part("x11"), ["wayland", "xcb"])
    assert not bootstrap.blocks(of_part("x11"), ["offscreen"])
    assert bootstrap.blocks(of_part("x11", "wayland"), ["wayland", "xcb"])


POLICY = """libglib2.0-0:
  Installed: (none)
  Candidate: {old}
  Version table:
libglib2.0-0t64:
  Installed: (none)
  Candidate: {new}
"""


@pytest.mark.parametrize(
    ("old", "new", "package"),
    [("2.74.6-2", "(none)", "libglib2.0-0"), ("(none)", "2.80.0-6", "libglib2.0-0t64")],
)
def test_a_library_is_installed_under_the_name_its_release_gives_it(old: str, new: str, package: str) -> None:
    known = bootstrap.known_packages(POLICY.format(old=old, new=new))
    assert bootstrap.packages_for([GLIB], known) == (package,)


def test_without_package_lists_the_name_every_release_understands_is_taken() -> None:
    assert bootstrap.packages_for([GLIB], frozenset()) == ("libglib2.0-0",)


def test_a_browser_that_apt_does_not_know_hinders_nothing_else() -> None:
    lacking = of_part("screen", "browser")
    assert bootstrap.packages_for(lacking, {"xvfb"}) == ("xvfb",)


def test_a_package_that_brings_two_things_is_named_once() -> None:
    twice = [Need("qt", "library", (soname,), ("libboth1",)) for soname in ("liba.so.1", "libb.so.1")]
    assert bootstrap.packages_for(twice, {"libboth1"}) == ("libboth1",)


def test_the_line_to_type_fits_a_machine_with_and_without_sudo() -> None:
    install = "apt-get install -y --no-install-recommends libpulse0"
    assert bootstrap.line_to_type(["libpulse0"], has_sudo=True) == f"sudo apt-get update && sudo {install}"
    assert bootstrap.line_to_type(["libpulse0"], has_sudo=False) == f"su -c 'apt-get update && {install}'"


def test_the_advice_says_what_does_not_work_and_what_to_type() -> None:
    lines = bootstrap.advice(of_part("sound"), "sudo apt-get install libpulse0").splitlines()
    assert "  The display cannot chime." in lines
    assert lines[-1] == "  sudo apt-get install libpulse0"


def test_the_advice_on_a_system_without_apt_names_the_things_themselves() -> None:
    assert "libpulse.so.0" in bootstrap.advice(of_part("sound"), None)


@on_linux
def test_a_library_counts_as_there_when_it_loads() -> None:
    assert bootstrap.is_there(Need("qt", "library", ("libc.so.6",), ("libc6",)))
    assert not bootstrap.is_there(Need("qt", "library", ("libnobody-has-this.so.9",), ("none",)))


def test_one_of_several_programs_files_or_modules_is_enough(tmp_path: Path) -> None:
    (tmp_path / "voice-1").touch()
    assert bootstrap.is_there(Need("browser", "program", ("no-such-browser", sys.executable), ("none",)))
    assert bootstrap.is_there(Need("speech", "file", ("/nowhere/*", f"{tmp_path}/voice-*"), ("none",)))
    assert not bootstrap.is_there(Need("python", "module", ("no_such_module",), ("none",)))


def needed_by(path: Path) -> list[str]:
    """The DT_NEEDED names of a 64-bit little-endian ELF file (System V ABI, chapter 5)."""
    data = path.read_bytes()
    (offset,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    sections = [struct.unpack_from("<IIQQQQIIQQ", data, offset + index * size) for index in range(count)]
    names = []
    for section in sections:
        if section[1] == 6:
            strings = sections[section[6]][4]
            for tag, value in struct.iter_unpack("<qQ", data[section[4] : section[4] + section[5]]):
                if tag == 1:
                    begin = strings + value
                    names.append(data[begin : data.index(b"\0", begin)].decode())
    return names


@on_linux
def test_every_system_library_that_our_qt_modules_name_is_on_the_list() -> None:
    # Debian's and Ubuntu's smallest systems hold these, or the package of a listed library brings them.
    always_there = {"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libm.so.6", "libdl.so.2"}
    always_there |= {"libpthread.so.0", "librt.so.1", "libresolv.so.2", "libgcc_s.so.1", "libstdc++.so.6"}
    always_there |= {"libz.so.1", "libbz2.so.1"}
    brought_along = {"libbrotlicommon.so.1", "libgthread-2.0.so.0", "libxcb.so.1"}
    folder = Path(PySide6.__file__).parent
    plugins = folder / "Qt" / "plugins"
    shipped = {path.name: path for path in (folder / "Qt" / "lib").iterdir()}
    waiting = [folder / f"Qt{name}.abi3.so" for name in ("Gui", "Network", "Qml", "Quick", "QuickControls2")]
    waiting += [folder / f"Qt{name}.abi3.so" for name in ("Multimedia", "TextToSpeech", "Svg")]
    waiting += [plugins / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb", "wayland")]
    for group in ("xcbglintegrations", "wayland-shell-integration", "wayland-graphics-integration-client"):
        waiting += (plugins / group).glob("*.so")
    waiting += (plugins / "multimedia").glob("*.so")
    waiting += (plugins / "texttospeech").glob("*.so")
    seen: set[str] = set()
    outside: set[str] = set()
    while waiting:
        for name in set(needed_by(waiting.pop())) - seen:
            seen.add(name)
            if name in shipped:
                waiting.append(shipped[name])
            elif not name.startswith(("libshiboken6", "libpyside6")):
                outside.add(name)
    ours = [need for need in NEEDS if need.kind == "library" and need.part not in ("browser", "paper", "usb")]
    listed = {soname for need in ours for soname in need.any_of}
    assert "libpulse.so.0" in outside
    assert outside - always_there - brought_along - listed == set()
    assert listed - outside == set()


# ----- the virtual environment


WANTED = Stamp("cpython-311 x86_64", "/srv/kiosk", {"run": "lock"}, "project")
FROM_SCRATCH = Plan(makes_venv=True, installs_lock=True, installs_project=True)


def test_a_second_start_does_nothing() -> None:
    assert bootstrap.plan(WANTED, WANTED, "run", is_usable=True, is_unfinished=False).is_nothing


def test_a_set_up_cut_short_is_begun_again() -> None:
    assert bootstrap.plan(WANTED, WANTED, "run", is_usable=True, is_unfinished=True) == FROM_SCRATCH


def test_an_environment_without_its_interpreter_is_made_again() -> None:
    assert bootstrap.plan(WANTED, WANTED, "run", is_usable=False, is_unfinished=False) == FROM_SCRATCH


@pytest.mark.parametrize(
    "found",
    [
        Stamp("cpython-312 x86_64", WANTED.checkout, WANTED.locks, WANTED.project),
        Stamp(WANTED.interpreter, "/home/paul/kiosk", WANTED.locks, WANTED.project),
    ],
)
def test_another_python_or_another_place_means_another_environment(found: Stamp) -> None:
    assert bootstrap.plan(WANTED, found, "run", is_usable=True, is_unfinished=False) == FROM_SCRATCH


def test_new_versions_are_installed_into_the_environment_that_is_there() -> None:
    found = Stamp(WANTED.interpreter, WANTED.checkout, {"run": "older"}, WANTED.project)
    assert bootstrap.plan(WANTED, found, "run", True, False) == Plan(
        False, installs_lock=True, installs_project=True
    )


def test_a_change_of_the_project_file_alone_installs_no_packages() -> None:
    found = Stamp(WANTED.interpreter, WANTED.checkout, WANTED.locks, "older")
    assert bootstrap.plan(WANTED, found, "run", True, False) == Plan(False, False, installs_project=True)


def test_an_environment_of_unknown_origin_is_completed_not_destroyed() -> None:
    assert bootstrap.plan(WANTED, None, "run", True, False) == Plan(False, True, True)


def test_the_tests_environment_serves_the_program_and_not_the_reverse() -> None:
    for_tests, for_run = (bootstrap.wanted_stamp(bootstrap.CHECKOUT, kit) for kit in ("test", "run"))
    assert bootstrap.plan(for_run, for_tests, "run", True, False).is_nothing
    assert bootstrap.plan(for_tests, for_run, "test", True, False).installs_lock


def test_the_stamp_is_written_last_and_takes_the_mark_of_the_unfinished_away(tmp_path: Path) -> None:
    venv = Venv(tmp_path)
    venv.unfinished.touch()
    assert venv.read_stamp() is None
    venv.write_stamp(WANTED)
    assert venv.read_stamp() == WANTED
    assert [path.name for path in tmp_path.iterdir()] == [venv.stamp.name]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"interpreter": "x"}', '{"checkouts": 1}'])
def test_a_damaged_stamp_is_no_stamp(tmp_path: Path, text: str) -> None:
    venv = Venv(tmp_path)
    venv.stamp.write_text(text, "utf-8")
    assert venv.read_stamp() is None


def test_an_interpreter_that_was_taken_away_is_noticed(tmp_path: Path) -> None:
    venv = Venv(tmp_path)
    assert not venv.is_usable(WANTED)
    venv.python.parent.mkdir()
    venv.python.symlink_to(tmp_path / "gone")
    assert not venv.is_usable(WANTED)
    venv.python.unlink()
    venv.python.symlink_to(sys.executable)
    assert not venv.is_usable(WANTED)
    venv.configuration.touch()
    assert venv.is_usable(WANTED)


def test_a_removed_environment_leaves_nothing_and_spares_what_a_link_points_to(tmp_path: Path) -> None:
    elsewhere, link = tmp_path / "elsewhere", tmp_path / ".venv"
    elsewhere.mkdir()
    link.symlink_to(elsewhere)
    (tmp_path / ".venv-old").mkdir()
    bootstrap.remove(link)
    assert list(tmp_path.iterdir()) == [elsewhere]
    bootstrap.remove(elsewhere)
    assert list(tmp_path.iterdir()) == []


def test_a_step_that_fails_ends_the_set_up_with_a_sentence() -> None:
    with pytest.raises(Refusal, match="It did not work: the lines above say why"):
        bootstrap.run_step([sys.executable, "-c", "raise SystemExit(3)"], "It did not work")


def test_two_set_ups_at_once_take_turns() -> None:
    hold = "from installer import bootstrap\nwith bootstrap.only_one(): print('held', flush=True); input()"
    with (
        SCRIPT.open("rb") as script,
        subprocess.Popen(
            [sys.executable, "-c", hold],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=bootstrap.CHECKOUT,
        ) as other,
    ):
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert not bootstrap.locks(script, waits=False)
        other.communicate("\n")
        assert bootstrap.locks(script, waits=True)


# ----- as a person meets it


@pytest.mark.parametrize("words", [["start"], ["setup", "everything"], []])
def test_a_wrong_command_line_answers_with_the_right_one(words: list[str]) -> None:
    result = start(str(SCRIPT), *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == bootstrap.USAGE + "\n"


def test_help_shows_the_commands() -> None:
    result = start(str(SCRIPT), "--help")
    assert result.returncode == 0
    assert "installer/bootstrap.py run" in result.stdout


def test_an_older_python_is_told_so_in_one_sentence() -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['bootstrap.py', 'run']; "
    result = start("-c", pretend + f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')")
    assert result.returncode == 1
    assert result.stderr.startswith("cdm-kiosk needs Python 3.11 or newer and this is Python 3.9.")
    assert result.stderr.count("\n") == 1


@on_linux
def test_a_start_without_a_screen_says_so_before_it_does_anything() -> None:
    result = start(str(SCRIPT), "run")
    assert (result.returncode, result.stdout) == (1, "")
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_programs_exit_code_is_the_scripts_own() -> None:
    give_way = "import os, sys; sys.path.insert(0, sys.argv[1]); import bootstrap; "
    give_way += "sys.exit(bootstrap.become([sys.executable, '-c', 'raise SystemExit(7)'], os.environ))"
    assert start("-c", give_way, str(SCRIPT.parent)).returncode == 7


# ----- the locks


HASHED = "--hash=sha256:" + 64 * "0"
PROJECT = {"dependencies": ["Pillow>=13", "uvloop>=0.23; sys_platform != 'win32'"]}
PROJECT_LOCK = f"""pillow==13.0.1 \\
    {HASHED} \\
    {HASHED}
    # via x
uvloop==0.23.0 ; sys_platform != 'win32' \\
    {HASHED}
"""


def test_the_locks_of_this_checkout_are_complete() -> None:
    result = start(str(SCRIPT.with_name("lock.py")), "--check")
    assert (result.returncode, result.stdout) == (0, "Both locks are complete.\n")


def test_a_complete_lock_has_no_fault() -> None:
    assert lock.lock_faults("r.txt", PROJECT["dependencies"], PROJECT_LOCK) == []


@pytest.mark.parametrize(
    ("requirements", "text", "fault"),
    [
        (["rich>=15"], PROJECT_LOCK, "r.txt: rich is named in pyproject.toml and not locked"),
        (["Pillow==13.0.0"], PROJECT_LOCK, "r.txt: pillow is locked at 13.0.1, pyproject.toml says 13.0.0"),
        ([], "rich==15.0.0\n", "r.txt: rich has no hash"),
        ([], "rich>=15\n", "r.txt: not a pinned version with hashes: rich>=15"),
        ([], "--pre\n", "r.txt: not a pinned version with hashes: --pre"),
        (
            [],
            "# from https://packages.example/simple\n",
            "r.txt: names an address: # from https://packages.example/simple",
        ),
    ],
)
def test_a_lock_that_would_not_hold_is_refused(requirements: list[str], text: str, fault: str) -> None:
    assert lock.lock_faults("r.txt", requirements, text) == [fault]


def test_the_program_runs_on_the_versions_it_was_tested_with() -> None:
    tested = {lock.TESTS: PROJECT_LOCK, "requirements.txt": PROJECT_LOCK.replace("13.0.1", "13.0.2")}
    project = {**PROJECT, "optional-dependencies": {"build": [], "test": []}}
    assert lock.all_faults(project, tested) == [
        "requirements.txt: pillow 13.0.2 is not so in requirements-test.txt"
    ]
