#!/usr/bin/env bash
# PySide6 6.11.3: once Qt for Python is loaded, every import statement reads the source of the module that it brings,
# also of modules that have nothing to do with Qt, and keeps that text in linecache for good.
#
# Expected: an import costs what Python's own costs (bytecode alone), unless `from __feature__ import …` is used.
# Seen: after `import PySide6.QtCore`, `import http.client` and the like leave their sources in linecache.cache, because
# builtins.__import__ is replaced by one that looks for the word "PySide6" in the text of each module.
# What our users would meet: a window of some 240 modules starts later and is 4 MB larger than it needs to be. Taking
# the former import back (builtins.__orig_import__, which the documentation of Qt for Python names) ends it.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while it behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat > "$work/imports.py" <<'PY'
import builtins
import linecache

import PySide6.QtCore
import wave

print("with the import of Qt for Python:", any(name.endswith("wave.py") for name in linecache.cache))
builtins.__import__ = builtins.__orig_import__
import netrc

print("with the import taken back:", any(name.endswith("netrc.py") for name in linecache.cache))
PY
seen=$("$work/venv/bin/python" "$work/imports.py")
echo "PySide6 6.11.3 said:"
echo "$seen"
[ "$seen" = $'with the import of Qt for Python: True\nwith the import taken back: False' ]
