"""What another site would change in this one, one readable line for each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import zip_longest
from typing import Any

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


def changes(before: Site, after: Site) -> list[str]:
    """``+ key label`` for what is added, ``- key label`` for what goes, ``~ key: from → to`` for what changes.

    Several changes of one entry stand indented below it.
    """
    return list(_between("", _plain(before), _plain(after)))


def picture_changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The same for pictures, by file name."""
    told = []
    for name in sorted({*before, *after}):
        if name not in before:
            told.append(f"+ pictures/{name}")
        elif name not in after:
            told.append(f"- pictures/{name}")
        elif before[name] != after[name]:
            told.append(f"~ pictures/{name}: another picture")
    return told


def _plain(site: Site) -> dict[str, Any]:
    plain = asdict(site)
    if plain["public_holidays"]:
        # They follow from the country and the region.
        del plain["public_holidays"]["dates"]
    return plain


def _between(key: str, before: Any, after: Any) -> Iterator[str]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys((*before, *after)):
            yield from _between(f"{key}.{name}" if key else name, before.get(name), after.get(name))
    elif _are_entries(before) and _are_entries(after) and (before or after):
        yield from _between_entries(key, before, after)
    elif _is_nothing(before):
        yield f"+ {key}: {_short(after)}"
    elif _is_nothing(after):
        yield f"- {key}: {_short(before)}"
    else:
        yield f"~ {key}: {_short(before)} → {_short(after)}"


def _between_entries(key: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[str]:
    name = NAMES[key.rpartition(".")[2]]
    old = [entry for entry in before if entry not in after]
    new = [entry for entry in after if entry not in before]
    for told in dict.fromkeys(entry[name] for entry in (*old, *new)):
        where = f"{key}.{told}"
        pairs = zip_longest(*([entry for entry in entries if entry[name] == told] for entries in (old, new)))
        for was, now in pairs:
            if was is None:
                yield f"+ {where} {_called(now)}"
            elif now is None:
                yield f"- {where} {_called(was)}"
            elif "label" in now:
                yield from _grouped(f"{where} {_called(now)}", list(_between("", was, now)))
            else:
                yield f"~ {where}: {_called(was)} → {_called(now)}"
    if name == "id":
        ids, other_ids = ([entry["id"] for entry in entries] for entries in (before, after))
        staying = [own for own in other_ids if own in ids]
        if [own for own in ids if own in other_ids] != staying:
            yield f"~ {key}: in another order ({', '.join(staying)})"


def _grouped(title: str, inside: list[str]) -> Iterator[str]:
    if len(inside) == 1:
        sign, _, rest = inside[0].partition(" ")
        yield f"{sign} {title} {rest}"
    else:
        yield f"~ {title}"
        yield from (f"    {line}" for line in inside)


def _called(entry: Mapping[str, Any]) -> str:
    """How people know it: by its label in the first language, or by all it says where it has none."""
    label = entry.get("label")
    if isinstance(label, Mapping):
        label = next(iter(label.values()), "")
    if label:
        return f'"{label}"'
    if "counter" in entry:
        hours = ", ".join(entry["hours"]) or "opening hours"
        themes = ", ".join((*entry["themes"], *(f"({theme})" for theme in entry["overflow"])))
        return f"[{' '.join(entry['days'])}, {hours}: {themes}; {' '.join(entry['languages'])}]"
    return f"[{_short({key: value for key, value in entry.items() if key != 'date'})}]"


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
