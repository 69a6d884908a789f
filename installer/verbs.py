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

A station shows its token with every request, on the hub's own machine too: `Authorization: Bearer TOKEN`. It
got one when it was paired, or the hub wrote one for it (`cdm-kiosk hub --grant ROLE=FILE`). The token says
which role it has (`kiosk`, `display`, `advisor` or `reception`); a paired station's name is the one that
reception gave it, and stations that share a granted token say theirs in `Cdm-Station`, percent-encoded UTF-8.
Each command has an `Idempotency-Key` of its own, kept when it is sent again, and is carried out once. What a
kiosk kept while the hub did not answer (*away*) comes with `Cdm-Made-At`, ISO 8601 with an offset: the
visitor's place counts from then.

Without a token there is `GET /health` and nothing else: 401 `no_token`. What is not for a role is refused with
403 `not_yours`, and with the field where one is at fault. Each role hears the feed of its own audience, `staff`
for advisors and reception, `kiosk` and `public` for the two others, or a narrower one. A token for `metrics`
looks at the hub's health alone. A visitor's phone has a listener of its own and speaks for its own ticket.
Administration is reception's, behind the PIN.

Fields in bold are needed.

| Verb | What is asked | Who | Address | Body | Away |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return HEAD + "".join(f"{_line(verb)}\n" for verb in VERBS)


def _line(verb: Verb) -> str:
    roles = ", ".join(role for role in Role if role in verb.roles) or "the hub alone"
    address = f"`{verb.address}`" if verb.address else ""
    cells = (verb.name, verb.summary, roles, address, _body(verb), "yes" if verb.while_away else "")
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
