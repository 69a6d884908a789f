"""The pages on verbs say what the table and the code say."""

from __future__ import annotations

import re

from cdm_kiosk.paths import PACKAGE
from installer import verbs
from tests.tools.hub import CHECKOUT


def test_the_page_of_verbs_is_the_table() -> None:
    assert verbs.PAGE.read_text("utf-8") == verbs.page(), "run python installer/verbs.py"


def test_the_example_of_a_new_verb_stands_in_the_code() -> None:
    page = (CHECKOUT / "docs" / "adding-a-verb.md").read_text("utf-8")
    files = [*PACKAGE.rglob("*.py"), *(CHECKOUT / "tests" / "unit" / "domain").glob("*.py")]
    code = "\n".join(file.read_text("utf-8") for file in files)
    examples = re.findall(r"```(?:python)?\n(.+?)```", page, re.DOTALL)
    assert len(examples) == 6
    for example in examples:
        assert example in code
