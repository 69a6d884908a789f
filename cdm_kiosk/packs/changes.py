"""What another site would change in this one, as data, and one readable English line for each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby, zip_longest
from typing import Any, Literal

from cdm_kiosk.domain.site import Site

NAMES = {
    "themes": "id",
    "zones": "id",
    "counters": "id",
    "messages": "id",
    "services": "kind",
    "rota": "counter",
    "exceptions": "date",
}
"""What tells the entries of a list apart; where several share it, they are compared in their order."""
LONGEST = 70

Step = tuple[str, str]
"""A key like ``themes.emploi`` or ``label.fr``, and what people call the entry there, "" where it has no label."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two sites: ``steps`` lead there, ``before`` and ``after`` are what stands there.

    Nothing stood before what is added, nothing stands after what is removed; "reordered" has the ids in ``after``,
    "replaced" is a picture of the same name.
    """

    kind: Literal["added", "removed", "changed", "reordered", "replaced"]
    steps: tuple[Step, ...]
    before: Any = None
    after: Any = None

    @property
    def is_entry(self) -> bool:
        """Whether a whole entry of a list comes, goes or is another."""
        name, _, own = self.steps[-1][0].partition(".")
        return name in NAMES and bool(own)


def changes(before: Site, after: Site) -> list[Change]:
    """What leads from one site to the other."""
    return list(_between((), "", _plain(before), _plain(after)))


def picture_changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Change]:
    """The same for pictures, by file name."""
    found = []
    for name in sorted({*before, *after}):
        steps = ((f"pictures/{name}", ""),)
        if name not in before:
            found.append(Change("added", steps))
        elif name not in after:
            found.append(Change("removed", steps))
        elif before[name] != after[name]:
            found.append(Change("replaced", steps))
    return found


def lines(changed: Iterable[Change], said: Callable[[Change, int], str] | None = None, depth: int = 0) -> list[str]:
    """A line for each change; several in one entry stand indented below a line of its own.

    ``said`` makes the line of a change from a step on; without it the line is English: ``+ key label`` for what is
    added, ``- key label`` for what goes, ``~ key: from → to`` for what changes.
    """
    say = said or _in_english
    found: list[str] = []
    for _, group in groupby(changed, key=lambda each: each.steps[depth]):
        held = [*group]
        if len(held) > 1 and all(len(each.steps) > depth + 1 for each in held):
            found.append(say(Change("changed", held[0].steps[: depth + 1]), depth))
            found += [f"    {line}" for line in lines(held, say, depth + 1)]
        else:
            found += [say(each, depth) for each in held]
    return found


def _plain(site: Site) -> dict[str, Any]:
    plain = asdict(site)
    if plain["public_holidays"]:
        # They follow from the country and the region.
        del plain["public_holidays"]["dates"]
    return plain


def _between(above: tuple[Step, ...], key: str, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    steps = (*above, (key, ""))
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _between(above, f"{key}.{name}" if key else name, before.get(name), after.get(name))
    elif _are_entries(before) and _are_entries(after) and (before or after):
        yield from _between_entries(above, key, before, after)
    elif _is_nothing(before):
        yield Change("added", steps, after=after)
    elif _is_nothing(after):
        yield Change("removed", steps, before=before)
    else:
        yield Change("changed", steps, before, after)


def _between_entries(
    above: tuple[Step, ...], key: str, before: tuple[Any, ...], after: tuple[Any, ...]
) -> Iterator[Change]:
    name = NAMES[key.rpartition(".")[2]]
    old = [entry for entry in before if entry not in after]
    new = [entry for entry in after if entry not in before]
    for value in dict.fromkeys(entry[name] for entry in (*old, *new)):
        pairs = zip_longest(*([entry for entry in entries if entry[name] == value] for entries in (old, new)))
        for was, now in pairs:
            steps = (*above, (f"{key}.{value}", _label(now or was)))
            if was is None:
                yield Change("added", steps, after=now)
            elif now is None:
                yield Change("removed", steps, before=was)
            elif "label" in now:
                yield from _between(steps, "", was, now)
            else:
                yield Change("changed", steps, was, now)
    if name == "id":
        ids, other_ids = ([entry["id"] for entry in entries] for entries in (before, after))
        staying = tuple(own for own in other_ids if own in ids)
        if tuple(own for own in ids if own in other_ids) != staying:
            yield Change("reordered", (*above, (key, "")), after=staying)


def _label(entry: Mapping[str, Any]) -> str:
    label = entry.get("label")
    return str(next(iter(label.values()), "") if isinstance(label, Mapping) else label or "")


def _in_english(change: Change, depth: int) -> str:
    sign = {"added": "+", "removed": "-"}.get(change.kind, "~")
    where = " ".join(f'{key} "{label}"' if label else key for key, label in change.steps[depth:])
    return f"{sign} {where}{_about(change)}"


def _about(change: Change) -> str:
    if change.kind == "reordered":
        return f": in another order ({', '.join(change.after)})"
    if change.kind == "replaced":
        return ": another picture"
    found = [each for each in (change.before, change.after) if each is not None]
    if change.is_entry:
        called = " → ".join(map(_called, found)) if not change.steps[-1][1] else ""
        return f": {called}" if len(found) > 1 and called else f" {called}".rstrip()
    return f": {' → '.join(map(_short, found))}" if found else ""


def _called(entry: Mapping[str, Any]) -> str:
    """An entry without a label, by all it says."""
    if "counter" in entry:
        hours = ", ".join(entry["hours"]) or "opening hours"
        themes = ", ".join((*entry["themes"], *(f"({theme})" for theme in entry["overflow"])))
        return f"[{' '.join(entry['days'])}, {hours}: {themes}; {' '.join(entry['languages'])}]"
    rest = _short({key: value for key, value in entry.items() if key != "date"})
    return f"[{', '.join(filter(None, ('hours none' if entry.get('hours') == () else '', rest)))}]"


def _are_entries(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(each, dict) for each in value)


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or value == () or value == {}


def _short(value: Any) -> str:
    if isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, tuple | list):
        text = ", ".join(_short(each) if isinstance(each, dict) else str(each) for each in value) or "none"
    elif isinstance(value, Mapping):
        text = ", ".join(f"{key} {_short(each)}" for key, each in value.items() if not _is_nothing(each))
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    else:
        text = str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
