"""Checks that the screens are formatted, and that every name they bind to exists, with the view models' real types.

``python installer/qml_check.py`` changes nothing and fails on any unformatted file, any warning of qmllint and any
function or signal that takes or returns one of our own components by type; ``--fix`` formats first. The Qt Quick
Tests of components are held to the same.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI = Path("ui")
TESTS = Path("tests", "qml", "components")
DESCRIBE = ROOT / "installer" / "qml_types.py"
INLINE = re.compile(r"\bcomponent\s+([A-Z]\w*)\s*:")
ANNOTATED = (
    re.compile(r"\bfunction\b\s*\w*\s*\([^()]*\)(?:\s*:\s*[\w.<>]+)?"),
    re.compile(r"\bsignal\s+\w+\s*\([^()]*\)"),
    re.compile(r"\([^()]*\)(?:\s*:\s*[\w.<>]+)?\s*=>"),
)
"""Where the types of parameters and answers are written."""
FILLED_LATER = re.compile(r"\bproperty\s+list<([\w.]+)>\s+\w+\b(?!\s*:\s*\[\s*[\w.]+\s*\{)")
"""A list property whose objects are not written in place."""
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


class ToolFault(Exception):
    """A tool of Qt did not do its work; the message is what it said."""


def main(arguments: list[str]) -> int:
    """Return 0 when the screens are in order, 1 otherwise; 2 for arguments that mean nothing."""
    if arguments not in ([], ["--fix"]):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments:
        format_files(qml_files(ROOT))
    faults = [*check(ROOT)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def check(root: Path) -> Iterator[str]:
    """What is wrong with the screens below ``root``: a sentence for each file, or what qmllint says."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        files = [file.relative_to(root) for file in qml_files(root)]
        for file in files:
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / file, copy / file)
        format_files(qml_files(copy))
        for file in files:
            if (root / file).read_bytes() != (copy / file).read_bytes():
                yield f"{file.as_posix()}: not formatted; run python installer/qml_check.py --fix"
    yield from typed_by_our_components(root)
    with tempfile.TemporaryDirectory() as folder:
        # In a process that has done nothing else: elsewhere, Qt for Python may have deleted what describes a class.
        _done([sys.executable, str(DESCRIBE), folder])
        yield from _lint(root, Path(folder))


def typed_by_our_components(root: Path) -> Iterator[str]:
    """Each place below ``root`` where a function, a signal or a list names a component of ours as a type.

    Qt 6.10 to 6.12 give such a parameter or answer as null, and leave such a list empty, in every QML engine of the
    process but the newest.
    """
    texts = {file: COMMENT.sub(_blank, file.read_text(encoding="utf-8")) for file in qml_files(root)}
    ours = {name for text in texts.values() for name in INLINE.findall(text)}
    for described in (root / UI).rglob("qmldir"):
        listed = described.read_text(encoding="utf-8").split()
        ours.update(file.stem for file in described.parent.glob("*.qml") if file.name in listed)
    for file, text in texts.items():
        for found in (found for each in (*ANNOTATED, FILLED_LATER) for found in each.finditer(text)):
            named = sorted(ours.intersection(re.findall(r"\b[A-Z]\w*", found[0])))
            if named:
                place = f"{file.relative_to(root).as_posix()}:{text.count(chr(10), 0, found.start()) + 1}"
                yield (
                    f"{place}: {named[0]} is a component of ours: as the type of a parameter, an answer or a list "
                    "it is lost where a process has several engines; use Item or var"
                )


def _blank(comment: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", comment[0])


def qml_files(root: Path) -> list[Path]:
    """The files of the screens and of their components' tests, in order."""
    return sorted(file for folder in (UI, TESTS) for file in (root / folder).rglob("*.qml"))


def format_files(files: list[Path]) -> None:
    """Format files in place, all in one process."""
    # Settings in somebody's home must not decide what is right here.
    options = "--ignore-settings", "--newline", "unix", "--inplace"
    _done([_program("pyside6-qmlformat"), *options, *map(str, files)])


def _lint(root: Path, imports: Path) -> Iterator[str]:
    files = [str(file.relative_to(root)) for file in qml_files(root)]
    command = [_program("pyside6-qmllint"), "--max-warnings", "0", "--ignore-settings"]
    command += ["-I", str(imports), "-I", str(UI), *files]
    ended = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    # The launcher's own last line only repeats the command.
    lines = [line for line in (ended.stdout + ended.stderr).splitlines() if " returned " not in line]
    if ended.returncode or lines:
        yield "\n".join(lines)


def _program(tool: str) -> str:
    program = shutil.which(tool, path=str(Path(sys.executable).parent))
    if program is None:
        raise ToolFault(f"{tool} is missing beside {sys.executable}: run the set-up again")
    return program


def _done(command: list[str]) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise ToolFault(f"{Path(command[0]).name}: {(ended.stderr or ended.stdout).strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
