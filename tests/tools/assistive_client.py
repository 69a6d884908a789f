"""What an assistive technology sees and does: run by the system's own Python, it knows nothing of this project.

Reads one request a line (JSON) and answers each with one line: ``{"see": PID}`` with the windows of that process
as a tree, or null while it shows none; with ``"window": AT`` the one that stands there among them;
``{"press": PID, "at": PATH}`` with whether it pressed what lies at that path of child indices;
``{"touch": [[X, Y], …]}`` touches the screen there, one after the other; ``{"key": KEYSYM}`` presses and releases
a key of the keyboard.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi.repository.GLib  # type: ignore[import-not-found]  # comes with the system, for the system's Python
import pyatspi  # type: ignore[import-not-found]  # the same

MAX_DEPTH = 40


def application(pid: int) -> Any:
    """The application of that process on the bus, or None."""
    desktop = pyatspi.Registry.getDesktop(0)
    # What is remembered is only true while events are read, and this client reads none.
    desktop.setCacheMask(pyatspi.cache.NONE)
    for each in desktop:
        if each is not None and each.get_process_id() == pid:
            each.setCacheMask(pyatspi.cache.NONE)
            return each
    return None


def seen(item: Any, depth: int = 0) -> dict[str, Any]:
    """One accessible object with all below it: name, description, role, states, actions, place in screen pixels."""
    children = [item.getChildAtIndex(at) for at in range(item.childCount)] if depth < MAX_DEPTH else []
    return {
        "name": item.name,
        "description": item.description,
        "role": item.getRoleName(),
        "states": sorted(pyatspi.stateToString(state) for state in item.getState().getStates()),
        "actions": actions(item),
        "box": box(item),
        "children": [seen(child, depth + 1) for child in children if child is not None],
    }


def one_window(app: Any, at: int) -> dict[str, Any] | None:
    """An application with one of its windows alone; None while it has none there."""
    window = app.getChildAtIndex(at) if at < app.childCount else None
    if window is None:
        return None
    shell = {"name": app.name, "description": "", "role": "", "states": [], "actions": [], "box": []}
    return {**shell, "children": [{**seen(window), "at": at}]}


def actions(item: Any) -> list[str]:
    """The names of what can be done with an object."""
    try:
        action = item.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(at) for at in range(action.nActions)]


def box(item: Any) -> list[int]:
    """x, y, width, height on the screen; empty for what has no place."""
    try:
        extents = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return []
    return [extents.x, extents.y, extents.width, extents.height]


def press(item: Any, path: list[int]) -> bool:
    """Press the object at the path of child indices below ``item``; False when it cannot be pressed."""
    for at in path:
        item = item.getChildAtIndex(at)
        if item is None:
            return False
    names = actions(item)
    return "Press" in names and bool(item.queryAction().doAction(names.index("Press")))


def answer(request: dict[str, Any]) -> object:
    """What a request asks for, or null when what it looks at goes away meanwhile."""
    if "touch" in request:
        for x, y in request["touch"]:
            pyatspi.Registry.generateMouseEvent(x, y, "b1c")
        return True
    if "key" in request:
        pyatspi.Registry.generateKeyboardEvent(request["key"], None, pyatspi.KEY_SYM)
        return True
    try:
        found = application(request["see"] if "see" in request else request["press"])
        if found is None or not found.childCount:
            return None
        if "press" in request:
            return press(found, request["at"])
        return one_window(found, request["window"]) if "window" in request else seen(found)
    except gi.repository.GLib.GError:
        return None


def main() -> None:
    """Answer until the requests end."""
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
