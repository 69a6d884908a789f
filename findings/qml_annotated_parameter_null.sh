#!/usr/bin/env bash
# Qt 6.11.3: a QML function whose parameter is annotated with a component of its own module receives null in
# every QML engine of the process but the newest. No warning is printed. An annotation with a Qt Quick type
# (Item) is not affected.
#
# Expected: a type annotation either holds in every engine or raises an error.
# Seen: with three engines, the typed call got "null", "null", "bread"; the call typed as Item got "bread" each time.
# A program with one engine per window never sees it in its tests of single windows.
#
# Installs PySide6-Essentials 6.11.3 in a temporary folder. Ends with 0 while Qt behaves so, with 1 once it changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3

mkdir -p "$work/qml/Shop"
cat > "$work/qml/Shop/qmldir" <<'QMLDIR'
module Shop
Labelled 1.0 Labelled.qml
Main 1.0 Main.qml
QMLDIR
cat > "$work/qml/Shop/Labelled.qml" <<'QML'
import QtQuick
Item { property string label: "bread" }
QML
cat > "$work/qml/Shop/Main.qml" <<'QML'
import QtQuick
import Shop
Item {
    property string typed: ""
    property string asItem: ""
    Labelled { id: goods }
    function take(what: Labelled) { typed = what === null ? "null" : what.label }
    function takeItem(what: Item) { asItem = what === null ? "null" : what.label }
    function run() { take(goods); takeItem(goods) }
}
QML
cat > "$work/engines.py" <<'PY'
import sys

from PySide6.QtCore import QMetaObject, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

app = QGuiApplication([])
kept = []
for _ in range(3):
    engine = QQmlEngine()
    engine.addImportPath(sys.argv[1])
    component = QQmlComponent(engine)
    component.loadFromModule("Shop", "Main")
    root = component.create()
    assert root is not None, component.errorString()
    kept.append((engine, component, root))
typed, as_item = [], []
for _, _, root in kept:
    QMetaObject.invokeMethod(root, "run")
    typed.append(root.property("typed"))
    as_item.append(root.property("asItem"))
print(f"Qt {qVersion()}: annotated with the module's own component: {typed}; annotated with Item: {as_item}")
sys.exit(0 if (typed, as_item) == (["null", "null", "bread"], ["bread"] * 3) else 1)
PY
QT_QPA_PLATFORM=offscreen QML_DISABLE_DISK_CACHE=1 "$work/venv/bin/python" "$work/engines.py" "$work/qml"
