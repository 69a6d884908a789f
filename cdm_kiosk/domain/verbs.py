"""The table of verbs: everything that can be asked of the house, one row each, and who may ask it.

The hub's routes and their description, the lines of a replay, and ``docs/verbs.md`` are made from these rows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from typing import Any, Literal

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.events import Precedence
from cdm_kiosk.domain.orders import Order, Role

Answers = Literal["issued", "ticket", "tickets", "shift", "front", "day", "site", "nothing"]
"""What the hub answers with: a new ticket, the ticket or tickets meant, a counter's shift, the front, the day…"""

IN_PATH = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, eq=False)
class Verb:
    """One row: a command, who may say it, and its address: a method and a path under /api/v1, "" where it has none.

    ``reserved`` names the fields that only some of these roles may give, with the value that anybody gives;
    ``made`` the one that no station gives, because the hub fills it in; ``proposed`` the one that the hub fills in
    where the station does not give it. ``while_away``: a kiosk may say it while the hub does not answer.
    """

    name: str
    command: type[c.Command]
    roles: frozenset[Role]
    address: str = ""
    answers: Answers = "nothing"
    reserved: Mapping[str, tuple[frozenset[Role], object]] = field(default_factory=dict)
    made: str = ""
    proposed: str = ""
    while_away: bool = False

    @property
    def method(self) -> str:
        return self.address.partition(" ")[0]

    @property
    def path(self) -> str:
        return self.address.partition(" ")[2]

    @property
    def about(self) -> str:
        """What kind of thing it is about, as the API's description groups it."""
        return self.answers if self.answers in ("day", "front") else self.path.split("/")[1]

    @property
    def summary(self) -> str:
        """What is asked, in one sentence."""
        return (self.command.__doc__ or "").partition("\n")[0]

    @cached_property
    def in_path(self) -> tuple[str, ...]:
        """The fields that the path holds."""
        return tuple(IN_PATH.findall(self.path))

    @cached_property
    def in_body(self) -> tuple[Field[Any], ...]:
        """The fields that whoever asks gives beside the path."""
        return tuple(each for each in fields(self.command) if each.name not in (*self.in_path, self.made))

    @cached_property
    def identifying(self) -> tuple[str, ...]:
        """The fields that tell one such order from another."""
        return tuple(each.name for each in fields(self.command) if each.name not in (self.made, self.proposed))

    @cached_property
    def may_say_nothing(self) -> bool:
        """Whether the body could only say which one, or how long, and may be left out."""
        return [each.default for each in self.in_body] == [None]


K = frozenset({Role.KIOSK})
A = frozenset({Role.ADVISOR})
R = frozenset({Role.RECEPTION})
V = frozenset({Role.VISITOR})
HUB_ALONE: frozenset[Role] = frozenset()

COUNTER = "/counters/{counter}"
TICKET = "/tickets/{ticket}"
RECEPTIONS = {"people": (R, 1), "precedence": (R, Precedence.NONE), "anyway": (R, False)}

# fmt: off
VERBS = (
    Verb("issue", c.IssueTicket, K | R, "POST /tickets", "issued", RECEPTIONS, proposed="ticket", while_away=True),

    # Reception receives at its own desk, which is a counter too.
    Verb("shift", c.OpenShift, A | R, f"PUT {COUNTER}/shift", "shift"),
    Verb("end-shift", c.CloseShift, A | R, f"DELETE {COUNTER}/shift", "shift"),
    Verb("break", c.TakeBreak, A | R, f"POST {COUNTER}/break", "shift"),
    Verb("back-to-work", c.EndBreak, A | R, f"POST {COUNTER}/back-to-work", "shift"),
    Verb("call-next", c.CallNext, A | R, f"POST {COUNTER}/call-next", "ticket"),
    Verb("call", c.CallTicket, A | R, f"POST {COUNTER}/call", "ticket"),
    Verb("call-together", c.CallTogether, A | R, f"POST {COUNTER}/call-together", "tickets"),
    Verb("undo", c.UndoCall, A | R, f"POST {COUNTER}/undo", "ticket"),
    Verb("recall", c.Recall, A | R, f"POST {COUNTER}/recall", "ticket"),
    Verb("start", c.StartInterview, A | R, f"POST {COUNTER}/start", "ticket"),
    Verb("finish", c.FinishInterview, A | R, f"POST {COUNTER}/finish", "ticket"),
    Verb("no-show", c.MarkNoShow, A | R, f"POST {COUNTER}/no-show", "ticket"),
    Verb("hand-over", c.HandOver, A | R, f"POST {COUNTER}/hand-over", "ticket"),
    Verb("park", c.Park, A | R, f"POST {COUNTER}/park", "ticket"),

    Verb("back", c.BringBack, A | R | V, f"POST {TICKET}/back", "ticket"),
    Verb("precedence", c.GivePrecedence, R, f"POST {TICKET}/precedence", "ticket"),
    Verb("correct", c.CorrectTicket, R, f"POST {TICKET}/correct", "ticket"),
    Verb("paper", c.TellPaper, K, f"POST {TICKET}/paper", "ticket", while_away=True),
    Verb("withdraw", c.Withdraw, K | R | V, f"POST {TICKET}/withdraw", "ticket", while_away=True),
    Verb("more-time", c.TakeTime, V, answers="ticket"),

    Verb("open-day", c.OpenDay, R, "POST /day/open", "day", made="date"),
    Verb("close-day", c.CloseDay, R, "POST /day/close", "day", made="date"),

    Verb("close-entry", c.CloseEntry, R, "POST /entry/close", "front"),
    Verb("open-entry", c.OpenEntry, R, "POST /entry/open", "front"),
    Verb("pause", c.PauseTheme, R, "POST /themes/{theme}/pause", "front"),
    Verb("resume", c.ResumeTheme, R, "POST /themes/{theme}/resume", "front"),
    Verb("message", c.PostMessage, R, "PUT /message", "front"),
    Verb("contact", c.CountContact, R, "POST /contacts", "front"),
    Verb("help", c.AskHelp, A | R, f"POST {COUNTER}/help", "front"),
    Verb("help-came", c.EndHelp, A | R, f"POST {COUNTER}/help-came", "front"),

    # Behind the PIN, and answered by administration: a file and its versions hang on it.
    Verb("change-site", c.ChangeSite, R, "PUT /admin/site", "site"),
    Verb("check-clock", c.CheckClock, HUB_ALONE),
)
# fmt: on

OF_COMMAND: Mapping[type[c.Command], Verb] = {verb.command: verb for verb in VERBS}


def fingerprint(order: Order) -> str:
    """What tells an order from another under the same key: who asks, and all that was given."""
    verb = OF_COMMAND[type(order.command)]
    given = [repr(getattr(order.command, name)) for name in verb.identifying]
    return sha256("\n".join((order.by.role, verb.name, *given)).encode()).hexdigest()
