#!/usr/bin/env bash
# holidays 0.109: the names of Belgium's public holidays follow the LANG of the process when no language is named,
# and also when the language named does not exist. Under LANG=C they are Dutch, under uk_UA Ukrainian.
#
# Expected: a fixed default language, and an error for a language that the country does not have.
# Seen: "Nieuwjaar" under C, "Новий рік" under uk_UA, "Nouvel An" under fr_FR; language="xx" gives the same three.
# The same plan printed on two machines has two languages: always name one that `supported_languages` lists.
#
# Installs holidays 0.109 in a temporary folder. Ends with 0 while it behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109
cat > "$work/names.py" <<'PY'
import sys
from datetime import date

import holidays

names = [holidays.country_holidays("BE", years=2026, **named)[date(2026, 1, 1)] for named in ({}, {"language": "xx"})]
print(" | ".join(names))
sys.exit(0 if names == [sys.argv[1]] * 2 else 1)
PY
failed=0
while read -r lang expected; do
    printf '%s: ' "$lang"
    env -u LANGUAGE -u LC_ALL -u LC_MESSAGES LANG="$lang" PYTHONIOENCODING=utf-8 PYTHONUTF8=1 \
        "$work/venv/bin/python" "$work/names.py" "$expected" || failed=1
done <<'CASES'
C Nieuwjaar
uk_UA.UTF-8 Новий рік
fr_FR.UTF-8 Nouvel An
CASES
exit "$failed"
