"""Writes docs/verbs.md from the table of verbs: ``python installer/verbs.py`` after changing a row."""

from __future__ import annotations

from dataclasses import Field
from pathlib import Path
from typing import Any

from cdm_kiosk import wire
from cdm_kiosk.domain.orders import Role
from cdm_kiosk.domain.verbs import VERBS, Verb

PAGE = Path(__file__).resolve().parent.parent / "docs" / "verbs.md"
HEAD = """# What can be asked of a site

Written by `python installer/verbs.py` from `cdm_kiosk/domain/verbs.py`; a test compares them. Addresses are
under `/api/v1`.

A station says what it is in two headers: `Cdm-Role` (`kiosk`, `display`, `advisor` or `reception`) and
`Cdm-Station`, its name in percent-encoded UTF-8. Each command has an `Idempotency-Key` of its own, kept when it
is sent again; verbs with ° may come without. What a kiosk kept while the hub did not answer (*away*) comes with
`Cdm-Made-At`, ISO 8601 with an offset: the visitor's place counts from then.

Who declares no role reads `/health`, `/openapi.json`, the site's pictures, and `/state` and `/events` of the
public; all else is refused with `role_needed`. What is not for a role is refused with `not_allowed`, and with
the field where one is at fault. Each role hears the feed of its own audience, `staff` for advisors and
reception, `kiosk` and `public` for the two others, or a narrower one. A visitor's phone has a listener of its
own and speaks for its own ticket. Administration is reception's, behind the PIN.

Fields in bold are needed.

| Verb | What is asked | Who | Address | Body | Away |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"{_line(verb)}\n" for verb in VERBS)


def _line(verb: Verb) -> str:
    roles = ", ".join(role for role in Role if role in verb.roles) or "the hub alone"
    name = verb.name if verb.needs_key else f"{verb.name}°"
    address = f"`{verb.address}`" if verb.address else ""
    cells = (name, verb.summary, roles, address, _body(verb), "yes" if verb.while_away else "")
    return f"| {' | '.join(cells)} |"


def _body(verb: Verb) -> str:
    if not verb.address or verb.answers == "site":
        return ""
    return ", ".join(_field(verb, each) for each in verb.in_body)


def _field(verb: Verb, each: Field[Any]) -> str:
    needed = wire.body_of(verb).model_fields[each.name].is_required()
    roles, _ = verb.reserved.get(each.name, ((), None))
    only = f" ({', '.join(role for role in Role if role in roles)} only)" if roles else ""
    return f"**{each.name}**{only}" if needed else f"{each.name}{only}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
