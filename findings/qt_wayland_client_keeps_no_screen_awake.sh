#!/usr/bin/env bash
# Qt 6.11.3 (PySide6-Essentials): a Qt program on Wayland cannot ask for the screen to stay lit.
#
# Expected: Qt's Wayland client speaks zwp_idle_inhibit_manager_v1, or has a call for it, since Qt ships the protocol.
# Seen: only the library for *compositors* holds the protocol; the client library and the platform plugins do not.
# A call display on sway, weston or cage blanks after the session's delay: tell it to the session, not to the program.
#
# Installs PySide6-Essentials and PySide6-Addons 6.11.3 in a temporary folder. Ends with 0 while it is so, else with 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.11.3 PySide6-Addons==6.11.3
cd "$(dirname "$(find "$work/venv" -path '*/PySide6/Qt/lib' -type d)")"
find . \( -name 'libQt6WaylandClient*' -o -path './plugins/platforms/*wayland*' \) | grep -q . || { echo "no client"; exit 1; }
holders=$(grep -lr zwp_idle_inhibit . --include='*.so*' | sort)
printf 'libraries that hold zwp_idle_inhibit:\n%s\n' "$holders"
[ -n "$holders" ] && ! grep -vq WaylandCompositor <<< "$holders"
