"""From a finger on a choice, in the speech mode, to the engine's word that it speaks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.bench.processes import child, hear_json
from tests.bench.report import Figure, at_most, quantile, spread
from tests.tools.dispatcher import silent_dispatcher
from tests.tools.hub import RunningHub


def touch_to_speech(folder: Path, quick: bool) -> Figure:
    """Touches at a real kiosk window; hub, kiosk, its voice and speech-dispatcher are processes of their own."""
    touches = 8 if quick else 60
    seen: list[dict[str, Any]] = []
    with (
        silent_dispatcher(folder / "speech") as told,
        RunningHub(folder / "data") as hub,
        patch.dict(os.environ, told),
        child("-m", "tests.bench.speech_probe", *hub.place("kiosk"), str(touches)) as kiosk,
    ):
        for _ in range(touches + 1):
            seen.append(hear_json(kiosk))
    heard = [touch["heard_s"] for touch in seen[1:]]
    return {
        "to_text_given": spread([touch["given_s"] for touch in seen[1:]]),
        "to_engine_speaking": spread(heard),
        "speaking_p99_ms": at_most(1000 * quantile(heard, 0.99), 300),
    }
