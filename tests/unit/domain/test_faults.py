"""Every fault names what its sentence needs, wherever it is raised."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
from collections.abc import Iterator

import cdm_kiosk
from cdm_kiosk.domain.errors import Refusal
from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.paths import PACKAGE


def leaves(kind: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """The refusals of the whole program, by walking their tree."""
    for found in pkgutil.walk_packages(cdm_kiosk.__path__, "cdm_kiosk."):
        if found.name.startswith(("cdm_kiosk.domain", "cdm_kiosk.hub", "cdm_kiosk.store")):
            importlib.import_module(found.name)
    todo = [kind]
    while todo:
        each = todo.pop()
        todo += each.__subclasses__()
        if not each.__subclasses__() and each.__module__.startswith("cdm_kiosk."):
            yield each


def named_in(sentence: str) -> set[str]:
    """The values that a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_no_two_refusals_of_the_program_share_a_code() -> None:
    codes = [leaf.code for leaf in leaves()]
    assert len(codes) > 50
    assert len(codes) == len(set(codes))
    assert Refusal.code not in codes


def test_a_refusal_is_raised_with_what_its_sentence_names() -> None:
    kinds = {leaf.__name__: leaf for leaf in leaves() if leaf.__init__ is Refusal.__init__}
    raised = 0
    for file in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if name in kinds:
                raised += 1
                given = {each.arg for each in call.keywords}
                assert named_in(kinds[name].code.sentence) <= given, f"{file}:{call.lineno}"
    assert raised > 60


def codes_in(node: ast.AST) -> list[Code]:
    """The codes that are written in a piece of the program: ``Code.MISSING``."""
    return [
        Code[each.attr]
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Code"
    ]


def test_each_code_is_raised_somewhere() -> None:
    catalogues = ("faults.py", "fault_sentences.py")
    files = [file for file in PACKAGE.rglob("*.py") if file.name not in catalogues]
    raised = {code for file in files for code in codes_in(ast.parse(file.read_text("utf-8")))}
    assert set(Code) - raised == set()


def test_a_fault_is_made_with_what_its_sentence_names() -> None:
    made = 0
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
            codes = [code for part in parts if isinstance(part, ast.Attribute) for code in codes_in(part)]
            tables = [part for part in parts if isinstance(part, ast.Dict)]
            names = [part for part in parts[1:] if isinstance(part, ast.Name)]
            if len(codes) != 1 or names or not (tables or isinstance(node, ast.Call)):
                continue
            given = {ast.literal_eval(key) for table in tables for key in table.keys if key is not None}
            if isinstance(node, ast.Call):
                if getattr(node.func, "id", "") in ("Literal", "NotHours", "_themes_fault", "_plan_faults"):
                    continue
                given |= {keyword.arg for keyword in node.keywords}
            made += 1
            assert named_in(codes[0].sentence) <= given, f"{file}:{node.lineno}"
    assert made > 60


def test_a_sentence_is_written_with_its_values() -> None:
    fault = Fault("theme", Code.UNKNOWN_THEME, {"theme": "{jardin}"})
    assert fault.sentence == 'there is no theme "{jardin}" here'
