"""Every fault names what its sentence needs, wherever it is raised."""

from __future__ import annotations

import ast
import string

from cdm_kiosk.domain.errors import Conflict, Forbidden, Invalid, Refusal, Unknown
from cdm_kiosk.domain.faults import Code, Fault
from cdm_kiosk.paths import PACKAGE


def named_in(sentence: str) -> set[str]:
    """The values that a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def codes_in(node: ast.AST) -> list[Code]:
    """The codes that are written in a piece of the program: ``Code.MISSING``."""
    return [
        Code[each.attr]
        for each in ast.walk(node)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "Code"
    ]


def test_a_code_is_refused_in_one_way_only() -> None:
    kinds = {kind.__name__ for kind in (Refusal, Forbidden, Unknown, Invalid, Conflict)}
    found: dict[Code, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args:
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                if name in kinds:
                    found.setdefault(codes_in(call.args[0])[0], set()).add(name)
    assert len(found) > 40
    assert {code: names for code, names in found.items() if len(names) > 1} == {}


def test_a_code_is_called_as_it_travels() -> None:
    assert [code for code in Code if code.value != code.name.lower()] == []


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
