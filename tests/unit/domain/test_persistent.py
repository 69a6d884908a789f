"""The day's registers and lines hold what a dict and a sorted list would, and those made from one stay apart."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cdm_kiosk.domain.persistent import PART, Line, Register


@dataclass(frozen=True)
class Thing:
    id: str
    word: int


Step = tuple[int, str, int]
"""Which of the registers so far is changed, and what it then has."""


def same(register: Register[Thing], expected: dict[str, Thing]) -> bool:
    found = [register.get(name) for name in expected]
    return [*register.items()] == [*expected.items()] and found == [*expected.values()] and register == expected


@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from("abcdefg"), st.integers(0, 9)), max_size=40))
def test_registers_made_from_one_another_never_see_each_other_s_things(steps: list[Step]) -> None:
    made: list[tuple[Register[Thing], dict[str, Thing]]] = [(Register(), {})]
    for which, name, word in steps:
        register, expected = made[which % len(made)]
        made.append((register.having(Thing(name, word)), {**expected, name: Thing(name, word)}))
    assert all(same(register, expected) for register, expected in made)
    assert all("h" not in register for register, _ in made)
    assert all((name in register) == (name in expected) for register, expected in made for name in "abcdefg")


def test_a_register_that_only_got_more_is_told_from_one_in_which_something_changed() -> None:
    register: Register[Thing] = Register()
    steps = [register := register.having(Thing(str(at), at)) for at in range(2 * PART + 2)]
    for at, before in enumerate(steps):
        assert all(after.only_adds_to(before) for after in steps[at:])
        assert not any(after.only_adds_to(before) for after in steps[:at])
    changed = register.having(Thing("3", -1))
    assert [changed.only_adds_to(before) for before in steps] == [at < 3 for at in range(len(steps))]
    assert register.only_adds_to(Register())


def test_a_register_of_many_parts_keeps_the_order_in_which_things_came() -> None:
    register: Register[Thing] = Register()
    for at in range(3 * PART + 1):
        register = register.having(Thing(str(at), at))
    changed = register.having(Thing(str(PART), -1))
    assert [thing.word for thing in register.values()] == [*range(3 * PART + 1)]
    assert [thing.word for thing in changed.values()][PART - 1 : PART + 2] == [PART - 1, -1, PART + 1]
    assert changed != register
    assert Register(changed.values()) == changed


@given(st.lists(st.integers(0, 500), unique=True, max_size=400), st.lists(st.integers(0, 500), max_size=100))
def test_a_line_is_a_sorted_list(members: list[int], asked: list[int]) -> None:
    line: Line[tuple[int]] = Line()
    for member in members:
        line = line.joined((member,))
    assert [*line] == [(member,) for member in sorted(members)]
    assert line == Line((member,) for member in members)
    left = [*members]
    for at in asked:
        assert line.before((at,)) == sum(member < at for member in left)
        assert [*line.since((at,))] == [(member,) for member in sorted(left) if member >= at]
        if at in left:
            before = line
            line = line.left((at,))
            left.remove(at)
            assert [*before] == [(member,) for member in sorted([*left, at])]
        assert len(line) == len([*line]) == len(left)
