#!/usr/bin/env bash
# PySide6 6.11.3: the QScreen that QWindow.screen() returns becomes a child of that window in Python's eyes. Once the
# window is collected, the Python object of the application's own screen is invalid, although the screen is still there.
#
# Expected: a screen belongs to the application, whichever window was asked for it.
# Seen: shiboken6.dump() names the window as the screen's parent; after the window went, isValid(screen) is False:
# the object that primaryScreen() had given before is of no use any more.
# What our users would meet: a window that opens after another was closed; a station follows screenChanged instead.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while it behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat > "$work/screens.py" <<'PY'
import gc

import shiboken6
from PySide6.QtGui import QGuiApplication, QWindow

app = QGuiApplication(["screens"])
window = QWindow()
screen = app.primaryScreen()
window.screen()
print("parent:", "QWindow" if "parent............ <PySide6.QtGui.QWindow" in shiboken6.dump(screen) else "none")
del window
gc.collect()
print("valid afterwards:", shiboken6.isValid(screen))
PY
seen=$(QT_QPA_PLATFORM=offscreen "$work/venv/bin/python" "$work/screens.py")
echo "PySide6 6.11.3 said:"
echo "$seen"
[ "$seen" = $'parent: QWindow\nvalid afterwards: False' ]
