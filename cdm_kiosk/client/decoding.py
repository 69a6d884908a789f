"""Makes what the hub sends into the house's own records again, as their types say.

No schema library loads for it: that takes a window's start a quarter of a second and 11 MB (docs/decisions/0028).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date as Date
from datetime import datetime
from enum import EnumType
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decode = Callable[[Any], Any]


def decoded(kind: Any, value: object) -> Any:
    """``value``, parsed JSON, as ``kind``, a type as annotations write it.

    Raises ValueError, TypeError or KeyError where it is none.

    What a newer hub says beside the fields of a record is left out.
    """
    return _decoder(kind)(value)


@cache
def _decoder(kind: Any) -> Decode:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _union(inner)
    if origin is Literal:
        return _literal(inner)
    if origin in (tuple, Iterable):
        each = _decoder(inner[0])
        return lambda value: tuple(map(each, _a(list, value)))
    if origin is Mapping:
        key, named = map(_decoder, inner)
        return lambda value: {key(name): named(one) for name, one in _a(dict, value).items()}
    if is_dataclass(kind):
        return _record(cast(type, kind))
    if kind in (datetime, Date):
        return cast(Decode, kind.fromisoformat)
    if kind is float:
        return lambda value: float(value if type(value) is int else _a(float, value))
    if isinstance(kind, EnumType):
        return cast(Decode, kind)
    return lambda value: _a(kind, value)


def _a(kind: type[T], value: object) -> T:
    if type(value) is not kind:
        raise TypeError(f"expected {kind.__name__}, got {value!r}")
    return value


def _literal(choices: tuple[object, ...]) -> Decode:
    def decode(value: object) -> object:
        if value not in choices:
            raise ValueError(f"expected one of {choices}, got {value!r}")
        return value

    return decode


def _union(kinds: tuple[Any, ...]) -> Decode:
    """Something or nothing; or one of several records, told apart by their ``kind``."""
    if NoneType in kinds:
        (some,) = (_decoder(kind) for kind in kinds if kind is not NoneType)
        return lambda value: None if value is None else some(value)
    records = {each.default: _decoder(kind) for kind in kinds for each in fields(kind) if each.name == "kind"}
    return lambda value: records[value["kind"]](value)


def _record(kind: type) -> Decode:
    kinds = get_type_hints(kind)
    decoders = [
        (each.name, _decoder(kinds[each.name]), each.default is MISSING and each.default_factory is MISSING)
        for each in fields(kind)
    ]

    def decode(value: Mapping[str, object]) -> object:
        return kind(**{name: part(value[name]) for name, part, needed in decoders if needed or name in value})

    return decode
