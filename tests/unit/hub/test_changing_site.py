"""A site that changes on a real log and file: the file first, then the event, and one truth after any crash."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain import events as e
from cdm_kiosk.domain.faults import Code
from cdm_kiosk.domain.floor import Floor
from cdm_kiosk.domain.orders import by_hub
from cdm_kiosk.domain.site import Site
from cdm_kiosk.hub import house as house_module
from cdm_kiosk.hub.feed import Audience
from cdm_kiosk.hub.house import Answer, House
from cdm_kiosk.hub.site_book import SiteBook
from cdm_kiosk.packs.site_file import read_site
from cdm_kiosk.packs.versions import fingerprint
from cdm_kiosk.store.day_log import DayLog
from cdm_kiosk.store.errors import StoreFault
from cdm_kiosk.wire import EVENT, SIGN, SITE
from tests.tools.hub import DEMO_SITE
from tests.tools.refusals import refused_with

NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
PATIENCE_S = 60.0
WITHOUT_TABLE_1 = '[[counters]]\nid = "1"\nlabel = "Table 1"\nzone = "accueil"\n'
PLAN_OF_TABLE_1 = (
    '[[rota]]\ncounter = "1"\nthemes = ["orientation", "formation"]\noverflow = ["emploi"]\n'
    'languages = ["fr", "en", "es"]\n'
)


class Place:
    """A data folder with a site file, and a clock; each ``house`` is a hub that starts there."""

    def __init__(self, folder: Path) -> None:
        self.now = NOON
        self.data = folder / "data"
        self.own = folder / "site.toml"
        self.own.write_bytes(DEMO_SITE.read_bytes())
        self.book = SiteBook(self.own, self.own, "demo")

    def house(self) -> House:
        return House(read_site(self.own), partial(DayLog, self.data), lambda: self.now)

    async def started(self) -> House:
        house = self.house()
        await house.open()
        async with asyncio.timeout(PATIENCE_S):
            while not house.floor.is_open:
                await asyncio.sleep(0.005)
        return house

    async def change(self, house: House, book: SiteBook | None = None, key: str | None = None, **to: Any) -> Answer:
        at = book or self.book
        sight = at.look()
        draft = at.draft({**sight.content, **to})
        beforehand = partial(at.replace, draft, sight.version)
        return await house.carry_out(by_hub(c.ChangeSite(draft.site), key), ok, beforehand)

    def without(self, theme: str) -> dict[str, Any]:
        """The themes and the plan that are left without one."""
        content = self.book.look().content
        rota = [
            {
                **shift,
                "themes": [each for each in shift["themes"] if each != theme],
                "overflow": [each for each in shift.get("overflow", []) if each != theme],
            }
            for shift in content["rota"]
        ]
        return {"themes": [each for each in content["themes"] if each["id"] != theme], "rota": rota}

    def logged(self) -> list[e.Event]:
        log = DayLog(self.data)
        events = [EVENT.validate_json(body) for _, body in log.events_after(0)]
        log.close()
        return events

    def by_hand(self, old: str, new: str) -> None:
        text = self.own.read_text()
        assert old in text
        self.own.write_text(text.replace(old, new))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr(house_module, "CARETAKER_PERIOD_S", 0.01)
    return Place(tmp_path)


def ok(_floor: Floor, event: e.Event) -> Answer:
    return Answer(200, event.kind)


def run(story: Coroutine[Any, Any, None]) -> None:
    asyncio.run(story)


async def told_to_newcomers(house: House, audience: Audience, kind: str) -> bytes:
    async with asyncio.timeout(PATIENCE_S):
        async for frame in house.feed.follow(audience, house.position):
            if frame.event == kind:
                assert frame.raw_data is not None
                return frame.raw_data.encode()
    raise AssertionError


def test_a_change_counts_at_once_and_after_a_restart(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        assert (await place.change(house, name="Autre")).body == "site_changed"
        assert house.floor.site == read_site(place.own)
        await house.close()
        house = await place.started()
        assert house.floor.site.name == "Autre"
        await house.close()

    run(story())
    assert [event.site.name for event in place.logged() if isinstance(event, e.SiteChanged)] == ["Autre"]


def test_a_crash_after_the_file_and_before_the_event_leaves_the_change(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        sight = place.book.look()
        place.book.replace(place.book.draft({**sight.content, "name": "Autre"}), sight.version)
        await house.close()  # the event never came
        house = await place.started()
        assert house.floor.site.name == "Autre" == read_site(place.own).name
        await house.close()

    run(story())


def test_a_crash_after_the_file_of_a_second_change_leaves_that_one(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        await place.change(house, name="Une")
        sight = place.book.look()
        place.book.replace(place.book.draft({**sight.content, "name": "Deux"}), sight.version)
        await house.close()
        house = await place.started()
        assert house.floor.site.name == "Deux"
        await house.close()

    run(story())
    # The log says it too: what is decided from here on is decided on that site.
    assert [event.site.name for event in place.logged() if isinstance(event, e.SiteChanged)] == ["Une", "Deux"]


def test_an_event_whose_file_was_put_back_gives_way_to_the_file(place: Place) -> None:
    async def story() -> None:
        before = place.own.read_bytes()
        house = await place.started()
        await place.change(house, name="Autre")
        await house.close()
        place.own.write_bytes(before)  # from a backup
        house = await place.started()
        assert house.floor.site == read_site(place.own)
        assert house.floor.site.name == "Cité des métiers"
        await house.close()

    run(story())


def test_an_event_that_cannot_be_written_leaves_file_and_floor_as_they_were(place: Place) -> None:
    async def story() -> None:
        before = place.own.read_bytes()
        house = await place.started()
        floor = house.floor
        next(place.data.glob("day.sqlite3")).rename(place.data / "moved.sqlite3")
        with pytest.raises(StoreFault) as caught:
            await place.change(house, name="Autre")
        assert caught.value.code == "data_gone"
        assert place.own.read_bytes() == before
        assert not place.own.with_name("site-1.toml").exists()
        assert house.floor is floor
        await house.close()

    run(story())


def test_a_file_that_cannot_be_written_is_no_trouble_of_a_visitor_who_comes_then(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        sight = place.book.look()
        draft = place.book.draft({**sight.content, "name": "Autre"})

        def full_disk() -> Any:
            raise StoreFault(Code.SITE_UNWRITABLE, path="site.toml", why="No space left on device")

        answers = await asyncio.gather(
            house.carry_out(by_hub(c.IssueTicket("before", "emploi")), ok),
            house.carry_out(by_hub(c.ChangeSite(draft.site)), ok, beforehand=full_disk),
            house.carry_out(by_hub(c.IssueTicket("after", "emploi")), ok),
            return_exceptions=True,
        )
        assert [type(answer) for answer in answers] == [Answer, StoreFault, Answer]
        assert (house.floor.last_number, house.floor.site.name) == (2, "Cité des métiers")
        await house.close()

    run(story())


def test_what_is_refused_never_reaches_the_file(place: Place) -> None:
    async def story() -> None:
        before = place.own.read_bytes()
        house = await place.started()
        await house.carry_out(by_hub(c.IssueTicket("waits", "creation")), ok)
        with refused_with(Code.IN_USE):
            await place.change(house, **place.without("creation"))
        assert place.own.read_bytes() == before
        assert not place.own.with_name("site-1.toml").exists()
        await house.close()

    run(story())


def test_a_visitor_at_another_hub_who_was_first_keeps_the_theme(place: Place) -> None:
    async def story() -> None:
        before = place.own.read_bytes()
        first, second = await place.started(), await place.started()
        await second.carry_out(by_hub(c.IssueTicket("waits", "creation")), ok)
        with refused_with(Code.IN_USE):
            await place.change(first, **place.without("creation"))
        assert place.own.read_bytes() == before
        await first.close()
        await second.close()

    run(story())


def test_another_hub_follows_the_change(place: Place) -> None:
    async def story() -> None:
        first, second = await place.started(), await place.started()
        await place.change(first, **place.without("creation"))
        with refused_with(Code.UNKNOWN_THEME):
            await second.carry_out(by_hub(c.IssueTicket("late", "creation")), ok)
        await second.carry_out(by_hub(c.IssueTicket("comes", "emploi")), ok)
        assert second.floor.site == first.floor.site
        await first.close()
        await second.close()

    run(story())


def test_the_same_key_is_one_change(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        sight = place.book.look()
        draft = place.book.draft({**sight.content, "name": "Autre"})
        beforehand = partial(place.book.replace, draft, sight.version)
        for _ in range(2):
            answer = await house.carry_out(by_hub(c.ChangeSite(draft.site), "key"), ok, beforehand)
            assert answer == Answer(200, "site_changed")
        await house.close()

    run(story())
    assert sum(isinstance(event, e.SiteChanged) for event in place.logged()) == 1
    assert not place.own.with_name("site-2.toml").exists()


def test_a_counter_taken_out_by_hand_leaves_no_shift_that_keeps_the_day_from_closing(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        assert "1" in house.floor.shifts
        await house.carry_out(by_hub(c.IssueTicket("waits", "orientation")), ok)
        await house.carry_out(by_hub(c.CallNext("1")), ok)
        await house.close()
        place.by_hand(WITHOUT_TABLE_1, "")
        place.by_hand(PLAN_OF_TABLE_1, "")
        house = await place.started()
        assert "1" not in house.floor.shifts
        place.now = MIDNIGHT
        await house.carry_out(by_hub(c.Withdraw("waits")), ok)
        async with asyncio.timeout(PATIENCE_S):
            while house.floor.date != MIDNIGHT.date().replace(day=3):
                await asyncio.sleep(0.005)
        await house.close()

    run(story())


def test_whoever_comes_back_after_a_restart_is_told_the_site_of_now(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        await house.close()
        place.by_hand('name = "Cité des métiers"', 'name = "Par la main"')
        house = await place.started()
        for audience in (Audience.STAFF, Audience.KIOSK):
            told: Site = SITE.validate_json(await told_to_newcomers(house, audience, "site"))
            assert told == house.floor.site == read_site(place.own)
        sign = SIGN.validate_json(await told_to_newcomers(house, Audience.PUBLIC, "sign"))
        assert sign.name == "Par la main"
        await house.close()

    run(story())


def test_the_public_is_told_the_sign_and_nothing_of_who_is_where(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        await place.change(house, name="Autre")
        told = await told_to_newcomers(house, Audience.PUBLIC, "sign")
        for hidden in (b"rota", b"counters", b"themes", b"manners"):
            assert hidden not in told
        await house.close()

    run(story())


def test_the_day_that_closes_takes_the_change_out_of_the_log_and_not_out_of_the_house(place: Place) -> None:
    async def story() -> None:
        house = await place.started()
        await place.change(house, name="Autre")
        await house.carry_out(by_hub(c.CloseDay()), ok)
        await house.close()
        house = place.house()
        await house.open()
        assert house.floor.site.name == "Autre"
        await house.close()

    run(story())
    assert not any(isinstance(event, e.SiteChanged) for event in place.logged())


def test_the_version_before_is_what_the_change_was_based_on(place: Place) -> None:
    async def story() -> None:
        before = place.own.read_bytes()
        house = await place.started()
        await place.change(house, name="Autre")
        assert fingerprint(place.own.with_name("site-1.toml").read_bytes()) == fingerprint(before)
        assert replace(house.floor.site, name="Cité des métiers") == read_site(place.own.with_name("site-1.toml"))
        await house.close()

    run(story())
