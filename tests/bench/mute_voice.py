"""An engine of speech that says everything at once and is not heard: what ``Voice`` starts where weeks go by.

It answers as ``cdm_kiosk.station.speech_engine`` does, and ends when its input does.
"""

from __future__ import annotations

import json
import sys

from cdm_kiosk.domain.languages import NAMES

ENGINE = (sys.executable, "-m", "tests.bench.mute_voice")


def _answer(**told: object) -> None:
    print(json.dumps(told), flush=True)


def main() -> None:
    _answer(voices=sorted(NAMES))
    for count, line in enumerate(sys.stdin, start=1):
        _answer(read=count)
        if "say" in json.loads(line):
            _answer(state="speaking")
            _answer(state="done")


if __name__ == "__main__":
    main()
