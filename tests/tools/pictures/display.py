"""Pictures of the call display."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from cdm_kiosk.domain import commands as c
from cdm_kiosk.domain.site import Counter, Site
from cdm_kiosk.domain.tempo import Tempo
from tests.tools.display_window import call, call_hub, new_display
from tests.tools.fake_hub import FakeHub, FakeLine
from tests.tools.house_variants import LONGEST_MESSAGE, arabic_first, house_of_zones, long_labels
from tests.tools.pictures.album import Album
from tests.tools.sizes import HALL, Size


def display_pictures(album: Album, site: Site) -> None:
    """The second screen: what was called before, and what is called while one looks."""

    def take(
        state: str,
        calls: int = 0,
        during: Callable[[FakeHub, FakeLine], object] = lambda hub, line: None,
        size: Size = HALL,
        number: int = 34,
        at: Site = site,
        zone: str = "",
        before: Callable[[FakeHub], object] = lambda hub: None,
        in_a_quiet_room: bool = False,
    ) -> None:
        if not album.claims():
            return
        hub = call_hub(at, number, calls)
        before(hub)
        display = new_display(hub, zone, in_a_quiet_room)
        during(hub, display.line)
        album.photograph(display.station, "display", state, "fr", size)

    def announce(hub: FakeHub, _line: FakeLine) -> None:
        call(hub, "4")

    def recall(hub: FakeHub, _line: FakeLine) -> None:
        hub.do(c.Recall("3"))

    def recalled_before(hub: FakeHub) -> None:
        hub.do(c.Recall("2"), minutes_ago=10)
        call(hub, "1", minutes_ago=9)

    def message(hub: FakeHub, _line: FakeLine | None = None) -> None:
        hub.do(c.PostMessage({"fr": "L’atelier CV commence à 15 h, salle B, au premier étage."}))

    def pause(hub: FakeHub, _line: FakeLine | None = None) -> None:
        hub.do(c.PauseTheme("creation", {"fr": "de retour à 15 h"}))

    def much(hub: FakeHub) -> None:
        message(hub)
        pause(hub)
        hub.do(c.CloseEntry())

    def long_message(hub: FakeHub) -> None:
        hub.do(c.PostMessage({"fr": LONGEST_MESSAGE}))

    def arabic(hub: FakeHub, line: FakeLine) -> None:
        hub.do(
            c.PostMessage(
                {"fr": "Atelier CV à 15 h, salle B", "ar": "ورشة السيرة الذاتية في الساعة 15:00، القاعة B"}
            )
        )

    def too_much(hub: FakeHub) -> None:
        long_message(hub)
        hub.do(c.PauseTheme("creation", {"fr": LONGEST_MESSAGE}))

    def together(hub: FakeHub, _line: FakeLine | None = None, visitors: int = 3) -> None:
        for _ in range(visitors):
            hub.issue("creation")
        several = tuple(ticket.id for ticket in hub.floor.waiting() if ticket.theme == "creation")
        hub.do(c.CallTogether("6", several))

    def twelve(hub: FakeHub, line: FakeLine) -> None:
        together(hub, line, 12)

    def thirty(hub: FakeHub, line: FakeLine) -> None:
        together(hub, line, 30)

    def together_before(hub: FakeHub) -> None:
        together(hub)
        call(hub, "1")

    def thirty_before(hub: FakeHub, calls: int = 1) -> None:
        together(hub, None, 30)
        for counter in ("1", "2", "3")[:calls]:
            call(hub, counter)

    def rehearse(hub: FakeHub) -> None:
        hub.house.tempo = Tempo(hub.now, hub.now, 20)

    upright = Size(1080, 1920, 1.58)
    upstairs, everywhere = house_of_zones(site, 2), house_of_zones(site, 3)
    in_arabic = replace(site, languages=(*site.languages, "ar"))
    tables = tuple(Counter(f"{at}", f"Table {at}0", "accueil") for at in range(1, 7))
    tens = replace(site, counters=tables, desk=None, rota=())
    take("nobody_called")
    take("one_call", 1)
    take("many_calls", 6)
    take("announcing", 5, announce)
    take("recalled", 4, recall)
    take("recalled_before", 4, before=recalled_before)
    take("lost", 6, lambda hub, line: line.lose())
    take("lost_before_any_call", 0, lambda hub, line: line.lose())
    take("closed", 3, lambda hub, line: hub.do(c.CloseDay()))
    take("zone", 6, at=upstairs, zone="etage:up")
    take("zone_gone", 6, at=upstairs, zone="etage,annexe")
    take("all_zones", 6, at=upstairs)
    take("table_of_tens", 6, at=tens, number=95)
    take("long_places", 6, at=long_labels(site))
    take("one_digit", 1, number=1)
    take("three_digits", 6, number=104)
    take("four_digits", 6, number=1229)
    for state, calls in (("nobody_called", 0), ("one_call", 1), ("many_calls", 6)):
        take(state, calls, size=upright)
    take("announcing", 5, announce, size=upright)
    take("long_places", 6, size=upright, at=long_labels(site))
    for size in (Size(1024, 768, 2.6), Size(3840, 2160, 3.16), Size(2160, 3840, 3.16)):
        take("many_calls", 6, size=size)
        take("two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=size)
    for size in (HALL, upright):
        take("two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_announcing", 5, announce, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_one_silent", 1, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("two_zones_message", 6, message, at=upstairs, zone="accueil:left,etage:up", size=size)
        take("three_zones", 7, at=everywhere, zone="accueil:left,etage:up,annexe:down", size=size)
        take("three_zones_recalled", 7, recall, at=everywhere, zone="accueil,etage,annexe", size=size)
        take("three_zones_long_places", 7, at=long_labels(everywhere), zone="accueil,etage,annexe", size=size)
        take("documentation", 7, at=everywhere, in_a_quiet_room=True, size=size)
        take("documentation_nobody_called", 0, in_a_quiet_room=True, size=size)
        take("arabic_notice", 6, arabic, size=size, at=in_arabic)
        take("arabic_first_nobody_called", 0, at=arabic_first(site), size=size)
        take("arabic_first_many_calls", 6, arabic, at=arabic_first(site), size=size)
        take("arabic_first_recalled", 4, recall, at=arabic_first(site), size=size)
        take("arabic_first_two_zones", 6, at=arabic_first(upstairs), zone="accueil:left,etage:up", size=size)
        take("near", 6, size=replace(size, per_mm=0.9))
        take("near_two_zones", 6, at=upstairs, zone="accueil:left,etage:up", size=replace(size, per_mm=0.9))
        # Of the size of a desk's screen, read from four metres: as large as it goes.
        take("small_screen", 6, size=replace(size, per_mm=3.61))
    take("message", 6, message)
    take("message_before_any_call", 0, message)
    take("pause", 6, pause)
    take("entry_closed", 6, before=lambda hub: hub.do(c.CloseEntry()))
    take("entry_closed_before_any_call", 0, before=lambda hub: hub.do(c.CloseEntry()))
    take("together", 3, together)
    take("together_twelve", 3, twelve)
    take("together_before", 3, before=together_before)
    take("rehearsal", 6, before=rehearse)
    take("rehearsal", 6, before=rehearse, size=upright)
    for size in (HALL, upright, Size(1024, 768, 2.6)):
        take("message_and_notices", 6, before=much, size=size)
        take("long_message", 6, before=long_message, size=size)
        take("too_much", 6, before=too_much, size=size, at=long_labels(site))
    take("together_twelve", 3, twelve, size=upright)
    for size in (HALL, upright):
        take("together_thirty", 3, thirty, size=size)
        take("together_thirty_before", 0, before=thirty_before, size=size)
        take("together_thirty_and_three", 2, before=partial(thirty_before, calls=3), size=size, number=104)
        take(
            "together_thirty_three_zones",
            3,
            before=thirty_before,
            size=size,
            at=everywhere,
            zone="accueil,etage,annexe",
        )
        take("arabic_first_together_thirty", 2, before=thirty_before, size=size, at=arabic_first(site))
