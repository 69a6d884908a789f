"""Collections that never change: a changed copy shares almost all of its parts with the original.

A change copies one part of a few dozen members, and the list of parts: docs/decisions/0016.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, ValuesView
from itertools import chain
from operator import is_, itemgetter
from typing import Generic, Protocol, Self, TypeVar

PART = 64

FIRST_OF = itemgetter(0)


class Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)
T = TypeVar("T", bound=tuple[object, ...])


class Register(Mapping[str, N]):
    """Things by their id, in the order in which they came first.

    Where a thing stands never changes, so all registers made from one another share an index, which only grows. An
    entry that another of them added is not believed: the part says who stands there.
    """

    __slots__ = ("_index", "_size", "parts")

    def __init__(self, things: Iterable[N] = ()) -> None:
        listed = [*things]
        self._index = {thing.id: at for at, thing in enumerate(listed)}
        self.parts = tuple(tuple(listed[at : at + PART]) for at in range(0, len(listed), PART))
        self._size = len(listed)

    def having(self, thing: N) -> Self:
        """The same with ``thing``, in the place of the one of its id."""
        at = self._index.get(thing.id, self._size)
        made = type(self).__new__(type(self))
        made._index, made._size = self._index, self._size
        if not self._stands(thing.id, at):
            at = self._size
            made._size += 1
            if self._index.setdefault(thing.id, at) != at:
                # The same id stands elsewhere in a register that shares the index.
                made._index = {other.id: place for place, other in enumerate((*self.values(), thing))}
        part, within = divmod(at, PART)
        if part == len(self.parts):
            made.parts = (*self.parts, (thing,))
            return made
        before = self.parts[part]
        after = (*before[:within], thing, *before[within + 1 :])
        made.parts = (*self.parts[:part], after, *self.parts[part + 1 :])
        return made

    def values(self) -> ValuesView[N]:
        return _Values(self)

    def only_adds_to(self, before: Register[N]) -> bool:
        """Whether all that ``before`` has is in this one as it was."""
        *whole, last = before.parts or ((),)
        here = self.parts[len(whole)] if len(self.parts) > len(whole) else ()
        return all(map(is_, whole, self.parts)) and all(map(is_, last, here)) and len(before) <= len(self)

    def __getitem__(self, name: str) -> N:
        at = self._index[name]
        if not self._stands(name, at):
            raise KeyError(name)
        return self.parts[at // PART][at % PART]

    def __iter__(self) -> Iterator[str]:
        return (thing.id for thing in self.values())

    def __len__(self) -> int:
        return self._size

    def __getstate__(self) -> tuple[tuple[tuple[N, ...], ...], int]:
        return self.parts, self._size

    def __setstate__(self, state: tuple[tuple[tuple[N, ...], ...], int]) -> None:
        self.parts, self._size = state
        self._index = {thing.id: at for at, thing in enumerate(self.values())}

    def _stands(self, name: str, at: int) -> bool:
        return at < self._size and self.parts[at // PART][at % PART].id == name


class _Values(ValuesView[N]):
    def __init__(self, register: Register[N]) -> None:
        super().__init__(register)
        self._register = register

    def __iter__(self) -> Iterator[N]:
        return chain.from_iterable(self._register.parts)


class Line(Generic[T]):
    """Tuples in their order, each once."""

    __slots__ = ("_size", "parts")

    def __init__(self, members: Iterable[T] = ()) -> None:
        listed = sorted(members)
        self.parts = tuple(tuple(listed[at : at + PART]) for at in range(0, len(listed), PART))
        self._size = len(listed)

    def joined(self, member: T) -> Self:
        """The same with ``member``, which is not in it."""
        at = max(0, bisect_right(self.parts, member, key=FIRST_OF) - 1)
        part = [*self.parts[at]] if self.parts else []
        insort(part, member)
        # Who comes last, as most do, begins a part of its own: those before stay full.
        halves = len(part) - 1 if part[-1] is member else len(part) // 2
        parts = (tuple(part),) if len(part) <= PART else (tuple(part[:halves]), tuple(part[halves:]))
        return self._changed(at, parts, self._size + 1)

    def left(self, member: T) -> Self:
        """The same without ``member``, which is in it."""
        at = bisect_right(self.parts, member, key=FIRST_OF) - 1
        part = self.parts[at]
        within = bisect_left(part, member)
        rest = (*part[:within], *part[within + 1 :])
        return self._changed(at, (rest,) if rest else (), self._size - 1)

    def before(self, member: tuple[object, ...]) -> int:
        """How many stand before ``member``, whether it is in the line or not."""
        at = bisect_left(self.parts, member, key=FIRST_OF) - 1
        return 0 if at < 0 else sum(map(len, self.parts[:at])) + bisect_left(self.parts[at], member)

    def since(self, member: tuple[object, ...]) -> Iterator[T]:
        """Those that stand at ``member`` and behind it."""
        at = max(0, bisect_left(self.parts, member, key=FIRST_OF) - 1)
        first = self.parts[at] if self.parts else ()
        return chain(first[bisect_left(first, member) :], chain.from_iterable(self.parts[at + 1 :]))

    def _changed(self, at: int, parts: tuple[tuple[T, ...], ...], size: int) -> Self:
        made = type(self).__new__(type(self))
        made.parts = (*self.parts[:at], *parts, *self.parts[at + 1 :])
        made._size = size
        return made

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self.parts)

    def __len__(self) -> int:
        return self._size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and len(self) == len(other) and tuple(self) == tuple(other)
