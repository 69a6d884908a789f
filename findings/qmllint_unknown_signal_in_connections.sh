#!/usr/bin/env bash
# Qt 6.11.3: qmllint says nothing of a Connections handler for a signal that its target does not have, not even with
# every warning turned into an error and the target's type known. The program warns when it runs.
#
# Expected: a warning, as for a binding to a property that does not exist.
# Seen: exit status 0 and no output; at run time "no signal of the target matches the name".
# What our users would meet: a screen that no longer hears its view model after a signal was renamed; tests must run
# each handler, and fail on Qt's warnings.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while it behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

cat > "$work/Doorbell.qml" <<'QML'
import QtQuick
Item {
    id: root
    signal rung()
    property int heard: 0
    Connections {
        target: root
        function onRung() { root.heard += 1 }
        function onKnocked() { root.heard += 1 }
    }
}
QML
cat > "$work/load.py" <<'PY'
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

app = QGuiApplication(["doorbell"])
engine = QQmlEngine()
made = QQmlComponent(engine, QUrl.fromLocalFile(sys.argv[1])).create()
PY
status=0
linted=$("$work/venv/bin/pyside6-qmllint" --max-warnings 0 --ignore-settings "$work/Doorbell.qml" 2>&1) || status=$?
ran=$(QT_QPA_PLATFORM=offscreen "$work/venv/bin/python" "$work/load.py" "$work/Doorbell.qml" 2>&1)
echo "qmllint 6.11.3 ended with $status and said: ${linted:-nothing}"
echo "The program said: $ran"
[ "$status" = 0 ] && [ -z "$linted" ] && grep -q "no signal of the target matches" <<< "$ran"
