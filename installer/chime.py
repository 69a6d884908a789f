"""Makes resources/sounds/chime.wav: two soft notes, a fourth apart, that ask for an eye and startle nobody.

Run by hand when the sound should change: ``python installer/chime.py``. Standard library only.
"""

import math
import struct
import wave
from pathlib import Path

TARGET = Path(__file__).parent.parent / "resources" / "sounds" / "chime.wav"

RATE_HZ = 44_100
LENGTH_S = 1.2
PEAK = 0.5

# When each note begins, its pitch and how loud it is beside the other: E5, then the B4 beneath it.
NOTES = ((0.0, 659.26, 1.0), (0.28, 493.88, 0.9))
# A struck bar's partials: multiple of the pitch, share, and time in which it falls to a third.
PARTIALS = ((1.0, 1.0, 0.34), (2.0, 0.22, 0.2), (3.0, 0.06, 0.1))
ATTACK_S = 0.012
FADE_S = 0.15


def amplitude_at(moment_s: float) -> float:
    """The sound's height at a moment, before it is brought to ``PEAK``."""
    total = 0.0
    for start_s, pitch_hz, share in NOTES:
        age_s = moment_s - start_s
        if age_s < 0:
            continue
        rise = math.sin(math.pi / 2 * min(1.0, age_s / ATTACK_S)) ** 2
        for multiple, weight, decay_s in PARTIALS:
            tone = math.sin(2 * math.pi * pitch_hz * multiple * age_s)
            total += share * rise * weight * math.exp(-age_s / decay_s) * tone
    return total * min(1.0, (LENGTH_S - moment_s) / FADE_S)


def main() -> None:
    """Write the sound, 16-bit mono; raises OSError when the folder cannot be written."""
    heights = [amplitude_at(index / RATE_HZ) for index in range(round(LENGTH_S * RATE_HZ))]
    scale = PEAK * 32767 / max(abs(height) for height in heights)
    with wave.open(str(TARGET), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(b"".join(struct.pack("<h", round(height * scale)) for height in heights))


if __name__ == "__main__":
    main()
