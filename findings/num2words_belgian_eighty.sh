#!/usr/bin/env bash
# num2words 0.5.14: "fr_BE" writes 80 without its final s, "fr" writes it with one.
#
# Expected: "quatre-vingts" in both; Belgium differs from France at 70 and 90 only.
# Seen: fr 80 -> "quatre-vingts", fr_BE 80 -> "quatre-vingt" (70 "septante" and 90 "nonante" are right). Nobody hears
# it, but a number that is written out on a screen or on paper has a spelling mistake in one country only.
#
# Installs num2words 0.5.14 in a temporary folder. Ends with 0 while it behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$work/venv/bin/python" - <<'PY'
import sys

from num2words import num2words

said = {lang: [num2words(number, lang=lang) for number in (70, 80, 90)] for lang in ("fr", "fr_BE")}
for lang, words in said.items():
    print(lang, words)
sys.exit(0 if (said["fr"][1], said["fr_BE"]) == ("quatre-vingts", ["septante", "quatre-vingt", "nonante"]) else 1)
PY
