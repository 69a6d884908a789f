"""Makes and checks the locked requirements that bootstrap.py installs.

    python3 installer/lock.py            a maintainer, by hand, after a change of pyproject.toml (needs uv)
    python3 installer/lock.py --upgrade  the same, with the newest versions that pyproject.toml allows
    python3 installer/lock.py --check    without a network: are both files complete, hashed, free of addresses?

One lock serves every platform and every Python from 3.11 on; which package index is used is the affair of the
machine that installs, so none is named.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
TESTS = "requirements-test.txt"
# The tests' lock comes first and holds the other to its versions: one environment serves both.
LOCKS = {TESTS: ("build", "test"), "requirements.txt": ("build",)}
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;]+)\s*(?:;\s*(?P<marker>.+))?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True)
class Pin:
    """One entry of a lock: normalised name, exact version, environment marker ("" for always), hashes."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]


def normalised(name: str) -> str:
    """A distribution's name as indexes compare it (PyPA, names and normalization)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(text: str) -> tuple[list[Pin], list[str]]:
    """The pins of a lock file, and the lines in it that are anything but a pin, its hashes or a comment."""
    pins: list[Pin] = []
    strange: list[str] = []
    for entry in text.replace("\\\n", " ").splitlines():
        words = re.sub(r"(^|\s)#.*", "", entry).strip()
        hashes = tuple(HASH.findall(words))
        match = PIN.fullmatch(HASH.sub("", words).strip())
        if match:
            pins.append(Pin(normalised(match["name"]), match["version"], match["marker"] or "", hashes))
        elif words:
            strange.append(words)
    return pins, strange


def named_requirements(project: Mapping[str, Any], extras: Sequence[str]) -> list[str]:
    """The requirement strings of pyproject.toml's [project] table that a lock with these extras answers for."""
    optional = project.get("optional-dependencies", {})
    return [*project.get("dependencies", []), *(line for extra in extras for line in optional[extra])]


def lock_faults(name: str, requirements: Sequence[str], text: str) -> list[str]:
    """What is wrong with one lock, a sentence each."""
    pins, strange = read_lock(text)
    versions: dict[str, set[str]] = {}
    for pin in pins:
        versions.setdefault(pin.name, set()).add(pin.version)
    faults = [f"{name}: not a pinned version with hashes: {line[:80]}" for line in strange]
    faults += [f"{name}: {pin.name} has no hash" for pin in pins if not pin.hashes]
    # A comment can give an address away as well.
    faults += [f"{name}: names an address: {line.strip()}" for line in text.splitlines() if "://" in line]
    for requirement in requirements:
        parts = re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*(==\s*([^\s;,]+))?.*", requirement)
        wanted = normalised(parts[1]) if parts else requirement
        if wanted not in versions:
            faults.append(f"{name}: {wanted} is named in pyproject.toml and not locked")
        elif parts and parts[3] and versions[wanted] != {parts[3]}:
            locked = ", ".join(sorted(versions[wanted]))
            faults.append(f"{name}: {wanted} is locked at {locked}, pyproject.toml says {parts[3]}")
    return faults


def all_faults(project: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """What is wrong with the locks (file name: text), each alone and both together."""
    faults = [
        fault
        for name, extras in LOCKS.items()
        for fault in lock_faults(name, named_requirements(project, extras), texts[name])
    ]
    tests, program = ({(p.name, p.version, p.marker) for p in read_lock(texts[name])[0]} for name in LOCKS)
    faults += [
        f"requirements.txt: {name} {version} is not so in {TESTS}" for name, version, _ in sorted(program - tests)
    ]
    return faults


def compile_command(uv: str, name: str, extras: Sequence[str], options: Sequence[str]) -> list[str]:
    """The command that makes one lock file."""
    command = [uv, "pip", "compile", "pyproject.toml", "--output-file", f"installer/{name}", "--quiet"]
    command += ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header"]
    command += ["--python-version", "3.11", *options]
    return [*command, *(word for extra in extras for word in ("--extra", extra))]


def make(options: Sequence[str]) -> list[str]:
    """Write both lock files with uv; returns what went wrong."""
    uv = shutil.which("uv")
    if uv is None:
        return ["Making the locks needs uv on the PATH: python3 -m pip install uv"]
    for name, extras in LOCKS.items():
        held = [] if name == TESTS else ["--constraint", f"installer/{TESTS}", "--no-annotate"]
        command = compile_command(uv, name, extras, [*options, *held])
        if subprocess.run(command, cwd=CHECKOUT, check=False).returncode != 0:
            return [f"uv could not make installer/{name}: the lines above say why."]
    return []


def check() -> list[str]:
    """What is wrong with the locks as they are in the checkout."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    return all_faults(project, {name: (CHECKOUT / "installer" / name).read_text("utf-8") for name in LOCKS})


def main(words: Sequence[str]) -> int:
    """Make or check; returns the exit code."""
    if list(words) not in ([], ["--upgrade"], ["--check"]):
        sys.stderr.write("usage: python3 installer/lock.py [--upgrade | --check]\n")
        return 2
    faults = [] if "--check" in words else make(words)
    faults = faults or check()
    sys.stdout.write("\n".join(faults or ["Both locks are complete."]) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
