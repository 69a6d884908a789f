"""Qt for Python must not eat constants of the interpreter, nor screens: a window ends in an abort or a crash."""

from __future__ import annotations

import ast
import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tests.tools.hub import CHECKOUT


class Bell(QObject):
    rung = Signal()

    @Slot()
    def hear(self) -> None:
        pass


def test_ringing_a_bell_all_day_leaves_as_many_references_as_before(qapp: object) -> None:
    bell, timer = Bell(), QTimer()

    def counted() -> tuple[int, int, int]:
        return sys.getrefcount(True), sys.getrefcount(False), sys.getrefcount(None)

    before = counted()
    for _ in range(200):
        bell.rung.connect(bell.hear)
        bell.rung.emit()
        bell.rung.disconnect(bell.hear)
        timer.start(1000)
        timer.stop()
    assert all(now - then > -50 for then, now in zip(before, counted(), strict=True))


def test_no_window_is_asked_for_its_screen() -> None:
    """PySide6 6.11.3 may delete that screen with what is left of a closed window; the next window then crashes."""
    trees = {file: ast.parse(file.read_text("utf-8")) for file in (CHECKOUT / "cdm_kiosk").rglob("*.py")}
    asked = [
        f"{file}:{node.lineno}"
        for file, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "screen"
    ]
    assert asked == []
