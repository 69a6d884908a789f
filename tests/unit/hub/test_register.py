"""The register: who was paired is known again, by a token that is written nowhere, and struck off at once."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain.errors import Conflict, Invalid, Unknown
from cdm_kiosk.domain.orders import GRANTED_ROLES, PAIRED_ROLES, Principal, Role
from cdm_kiosk.hub.register import Register
from cdm_kiosk.store.errors import StoreFault

TODAY = date(2026, 11, 24)


def register(folder: Path) -> Register:
    return Register(folder, lambda: TODAY)


def id_of(known: Register, name: str) -> str:
    return next(each.id for each in known.stations if each.name == name)


def test_a_paired_station_is_known_by_its_token_after_a_restart_too(tmp_path: Path) -> None:
    token = register(tmp_path).pair(Role.KIOSK, "Borne 1", "hall")
    again = register(tmp_path)
    assert again.principal(token) == Principal(Role.KIOSK, "Borne 1")
    (known,) = again.stations
    assert (known.role, known.name, known.place, known.paired_on) == (Role.KIOSK, "Borne 1", "hall", TODAY)


def test_what_is_kept_of_a_token_is_its_hash_in_a_file_of_the_owner(tmp_path: Path) -> None:
    known = register(tmp_path)
    token = known.pair(Role.DISPLAY, "Écran Atrium")
    file = tmp_path / "stations.json"
    assert token not in file.read_text("utf-8")
    assert len(token) == 43
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert known.stations[0].token_sha256 not in repr(known.stations)


def test_a_file_that_stands_open_is_closed_when_it_is_read(tmp_path: Path) -> None:
    register(tmp_path).pair(Role.DISPLAY, "Écran")
    file = tmp_path / "stations.json"
    file.chmod(0o644)
    register(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("token", ["", "x", "é", "\udcff", "A" * 43, "A" * 100_000])
def test_a_token_that_nobody_was_given_is_nobodys(tmp_path: Path, token: str) -> None:
    known = register(tmp_path)
    known.pair(Role.KIOSK, "Borne 1")
    known.grant(Role.RECEPTION)
    assert known.principal(token) is None


def test_the_name_of_a_paired_station_is_the_registers_whatever_it_calls_itself(tmp_path: Path) -> None:
    known = register(tmp_path)
    token = known.pair(Role.KIOSK, "Borne 1")
    assert known.principal(token, "Accueil") == Principal(Role.KIOSK, "Borne 1")


def test_windows_that_share_a_grant_say_their_names_unless_it_has_one(tmp_path: Path) -> None:
    known = register(tmp_path)
    assert known.principal(known.grant(Role.KIOSK), "Borne 2") == Principal(Role.KIOSK, "Borne 2")
    assert known.principal(known.grant(Role.KIOSK, "Borne 1"), "Borne 2") == Principal(Role.KIOSK, "Borne 1")


def test_a_grant_ends_with_the_hubs_process_and_is_no_paired_station(tmp_path: Path) -> None:
    known = register(tmp_path)
    tokens = {role: known.grant(role) for role in GRANTED_ROLES}
    assert {role: known.principal(token) for role, token in tokens.items()} == {
        role: Principal(role) for role in GRANTED_ROLES
    }
    assert known.stations == ()
    assert not [*tmp_path.iterdir()]
    assert register(tmp_path).principal(tokens[Role.KIOSK]) is None


@pytest.mark.parametrize("role", Role)
def test_only_the_kinds_of_stations_that_there_are_can_be_paired(tmp_path: Path, role: Role) -> None:
    known = register(tmp_path)
    if role in PAIRED_ROLES:
        assert known.pair(role, "Poste")
        return
    with pytest.raises(Invalid) as caught:
        known.pair(role, "Poste")
    assert (caught.value.code, caught.value.field) == ("role_not_for_stations", "role")
    assert known.stations == ()
    if role not in GRANTED_ROLES:
        with pytest.raises(Invalid):
            known.grant(role)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x00", "\u202eBorne", "a" * 41, "\ufeff"])
def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path, name: str) -> None:
    known = register(tmp_path)
    with pytest.raises(Invalid) as caught:
        known.pair(Role.KIOSK, name)
    assert (caught.value.code, caught.value.field) == ("bad_station_name", "name")
    assert not (tmp_path / "stations.json").exists()


@pytest.mark.parametrize("second", ["Écran", "écran", "E\u0301cran", " ÉCRAN "])
def test_two_stations_never_have_one_name(tmp_path: Path, second: str) -> None:
    known = register(tmp_path)
    first = known.pair(Role.DISPLAY, "Écran")
    with pytest.raises(Conflict) as caught:
        known.pair(Role.KIOSK, second)
    assert (caught.value.code, caught.value.field) == ("station_name_taken", "name")
    other = known.pair(Role.KIOSK, "Borne")
    with pytest.raises(Conflict):
        known.rename(id_of(known, "Borne"), second)
    assert known.principal(first) == Principal(Role.DISPLAY, "Écran")
    assert known.principal(other) == Principal(Role.KIOSK, "Borne")


def test_a_broken_machine_is_replaced_only_where_somebody_says_so(tmp_path: Path) -> None:
    known = register(tmp_path)
    broken = known.pair(Role.KIOSK, "Borne 1", "hall")
    fresh = known.pair(Role.KIOSK, "Borne 1", "hall", replace=id_of(known, "Borne 1"))
    assert known.principal(broken) is None
    assert known.principal(fresh) == Principal(Role.KIOSK, "Borne 1")
    assert len(register(tmp_path).stations) == 1
    with pytest.raises(Unknown):
        known.pair(Role.KIOSK, "Borne 2", replace="nobody")


def test_a_station_that_was_struck_off_is_nobody_at_once_and_after_a_restart(tmp_path: Path) -> None:
    known = register(tmp_path)
    lost, kept = known.pair(Role.ADVISOR, "Table 4", "4"), known.pair(Role.ADVISOR, "Table 5", "5")
    known.remove(id_of(known, "Table 4"))
    for each in (known, register(tmp_path)):
        assert each.principal(lost) is None
        assert each.principal(kept) == Principal(Role.ADVISOR, "Table 5")


def test_a_station_is_renamed_and_moved_and_stays_paired(tmp_path: Path) -> None:
    known = register(tmp_path)
    token = known.pair(Role.ADVISOR, "Table 4", "4")
    known.rename(id_of(known, "Table 4"), " Table du fond ")
    known.move(id_of(known, "Table du fond"), "7")
    assert known.principal(token) == Principal(Role.ADVISOR, "Table du fond")
    assert [(each.name, each.place) for each in register(tmp_path).stations] == [("Table du fond", "7")]
    for act in (known.remove, lambda each: known.rename(each, "x"), lambda each: known.move(each, "x")):
        with pytest.raises(Unknown) as caught:
            act("nobody")
        assert (caught.value.code, caught.value.field) == ("not_paired", "station")


def test_each_change_is_told_and_what_another_program_wrote_is_taken(tmp_path: Path) -> None:
    known, told = register(tmp_path), list[int]()
    known.on_change(lambda: told.append(len(known.stations)))
    token = known.pair(Role.KIOSK, "Borne 1")
    elsewhere = register(tmp_path)
    elsewhere.remove(id_of(elsewhere, "Borne 1"))
    known.read_again()
    known.read_again()
    assert told == [1, 0]
    assert known.principal(token) is None


def test_a_reception_can_say_yes_where_one_was_paired_or_granted(tmp_path: Path) -> None:
    known = register(tmp_path)
    known.grant(Role.KIOSK)
    assert not known.has_reception
    known.pair(Role.RECEPTION, "Accueil")
    assert known.has_reception
    granted = register(tmp_path / "other")
    granted.grant(Role.RECEPTION)
    assert granted.has_reception


def damaged(folder: Path) -> dict[str, Any]:
    register(folder).pair(Role.KIOSK, "Borne 1")
    content: dict[str, Any] = json.loads((folder / "stations.json").read_text("utf-8"))
    return content


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"{}",
        b'{"format": 1}',
        b'{"format": "1", "stations": []}',
        b'{"format": 0, "stations": []}',
        b'{"format": 1, "stations": [{"id": "x"}]}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_a_fault_and_never_unpairs_everybody(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "stations.json"
    file.write_bytes(written)
    with pytest.raises(StoreFault) as caught:
        register(tmp_path)
    assert caught.value.code == "stations_unreadable"
    assert str(file) in caught.value.sentence
    assert file.read_bytes() == written


@pytest.mark.parametrize("same", ["id", "name", "token_sha256"])
def test_a_file_with_two_stations_of_one_name_or_token_is_damaged(tmp_path: Path, same: str) -> None:
    content = damaged(tmp_path)
    first = content["stations"][0]
    content["stations"].append({name: value if name == same else f"{value}" for name, value in first.items()})
    content["stations"][1].update(
        {name: f"{first[name]}2" for name in ("id", "name", "token_sha256") if name != same}
    )
    (tmp_path / "stations.json").write_text(json.dumps(content))
    with pytest.raises(StoreFault):
        register(tmp_path)


def test_a_file_of_a_newer_program_is_left_alone_and_says_what_to_do(tmp_path: Path) -> None:
    content = damaged(tmp_path) | {"format": 2, "stations": {"another": "form"}}
    file = tmp_path / "stations.json"
    file.write_text(json.dumps(content))
    before = file.read_bytes()
    with pytest.raises(StoreFault) as caught:
        register(tmp_path)
    assert caught.value.code == "stations_newer"
    assert "update" in caught.value.sentence
    assert file.read_bytes() == before


def test_a_running_hub_that_meets_a_damaged_file_goes_on_with_whom_it_knows(tmp_path: Path) -> None:
    known = register(tmp_path)
    token = known.pair(Role.KIOSK, "Borne 1")
    (tmp_path / "stations.json").write_bytes(b"{")
    with pytest.raises(StoreFault):
        known.read_again()
    assert known.principal(token) == Principal(Role.KIOSK, "Borne 1")


def test_what_the_disk_does_not_take_has_not_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = register(tmp_path)
    token = known.pair(Role.KIOSK, "Borne 1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cdm_kiosk.store.register.write_whole", full)
    with pytest.raises(StoreFault) as caught:
        known.remove(id_of(known, "Borne 1"))
    assert caught.value.code == "data_unwritable"
    assert known.principal(token) == Principal(Role.KIOSK, "Borne 1")
