"""A thousand phones follow their own ticket while people are called: is every page right in time, at what cost?"""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.bench.processes import Caller, child, hear, hear_json, say
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.hub import RunningHub

PHONES = 1000
CALL_EVERY_S = 6.0
ISSUE_EVERY_S = 0.25
RIGHT_WITHIN_S = 0.2
SETTLED_S = 2.0
NO_SLOWER = 1.5
COUNTER = "2"


def phones(folder: Path, quick: bool) -> Figure:
    """Ten calls a minute, with the phones and without; a phone is right once it says how many are before it now."""
    how_many, calls = (100, 3) if quick else (PHONES, 10)
    with RunningHub(folder / "alone") as hub:
        caller = Caller(hub.port)
        _issued(caller, how_many)
        alone = _day(caller, calls)
        caller.close()
    with RunningHub(folder / "followed") as hub, child("-m", "tests.bench.phones_probe") as probe:
        caller = Caller(hub.port)
        tickets = _issued(caller, how_many)
        say(probe, json.dumps({"port": hub.visitors_port, "tickets": tickets}))
        hear(probe)
        followed = _day(caller, calls)
        time.sleep(SETTLED_S)
        say(probe, "enough")
        heard = hear_json(probe)
        caller.close()
    late = []
    for at, called in enumerate(followed["called_at"], 1):
        # The visitor with rank n (the first has 0) has n − at people before after call number ``at``.
        late += [heard[rank].get(str(rank - at), called + 60) - called for rank in range(at + 1, how_many)]
    return {
        "phones": how_many,
        "calls_a_minute": 60 / CALL_EVERY_S,
        "right_after": spread(late),
        "right_p99_ms": at_most(1000 * quantile(late, 0.99), 1000 * RIGHT_WITHIN_S),
        "issue_alone": spread(alone["issue_s"]),
        "issue_followed": spread(followed["issue_s"]),
        "issue_p50_ratio": at_most(quantile(followed["issue_s"], 0.5) / quantile(alone["issue_s"], 0.5), NO_SLOWER),
        "issue_p99_ratio": at_most(
            quantile(followed["issue_s"], 0.99) / quantile(alone["issue_s"], 0.99), NO_SLOWER
        ),
        "call_p50_ratio": at_most(quantile(followed["call_s"], 0.5) / quantile(alone["call_s"], 0.5), NO_SLOWER),
    }


def _issued(caller: Caller, how_many: int) -> list[str]:
    caller("PUT", f"/counters/{COUNTER}/shift", {"themes": ["emploi"], "languages": ["fr"]})
    return [caller("POST", "/tickets", {"theme": "emploi"})["id"] for _ in range(how_many)]


def _day(caller: Caller, calls: int) -> dict[str, list[float]]:
    """Calls in their rhythm, numbers given in between; seconds of each, and when each call was answered."""
    issue_s, call_s, called_at = [], [], []
    begin = time.monotonic()
    for call in range(calls):
        while time.monotonic() < begin + (call + 0.5) * CALL_EVERY_S:
            asked = time.monotonic()
            caller("POST", "/tickets", {"theme": "formation"})
            issue_s.append(time.monotonic() - asked)
            time.sleep(max(0.0, ISSUE_EVERY_S - (time.monotonic() - asked)))
        asked = time.monotonic()
        caller("POST", f"/counters/{COUNTER}/call-next")
        called_at.append(time.monotonic())
        call_s.append(called_at[-1] - asked)
        caller("POST", f"/counters/{COUNTER}/start")
        caller("POST", f"/counters/{COUNTER}/finish")
    return {"issue_s": issue_s, "call_s": call_s, "called_at": called_at}
