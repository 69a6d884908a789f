"""The kiosk's lock as visitors, children, dirt on the glass and the administration's people meet it."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QPointingDevice
from PySide6.QtTest import QTest

from cdm_kiosk.apps.kiosk import KioskStation
from cdm_kiosk.options import KioskOptions
from cdm_kiosk.station.kiosk_errors import Recovery
from cdm_kiosk.station.kiosk_lock import KioskLock
from cdm_kiosk.station.kiosk_pin import KioskPin
from cdm_kiosk.station.kiosk_touch import TouchGuard
from cdm_kiosk.station.voice import READY_WITHIN_MS
from cdm_kiosk.viewmodels.kiosk.leave import LeaveViewModel
from tests.tools.dispatcher import silent_dispatcher
from tests.tools.hub import RunningHub, ask
from tests.tools.sizes import LYING, SMALL, UPRIGHT, Size, resize
from tests.tools.windows import items, key, ready, shown, touch, wait_until

PIN = "2468"
LEAVE_KEYS = (
    Qt.Key.Key_F2,
    Qt.Key.Key_F2,
    Qt.Key.Key_F4,
    Qt.Key.Key_F4,
    Qt.Key.Key_F3,
    Qt.Key.Key_F3,
    Qt.Key.Key_F1,
)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


class LockedKiosk:
    """A kiosk that nobody gets out of without the PIN."""

    def __init__(self, hub: RunningHub, folder: Path) -> None:
        self.station = KioskStation(KioskOptions(), hub.membership("kiosk"))
        self.clock = Clock()
        self.leave: LeaveViewModel = self.station.lock(folder, self.clock)
        self.vm = self.station.view_model
        self.window = self.station.window
        self.station.client.start()
        resize(self.station, UPRIGHT)
        wait_until(lambda: self.window.contentItem().width() == UPRIGHT.width, "the size")
        # Open or closed for the public: the sample site's hours decide, and the lock holds in both.
        wait_until(lambda: self.station.client.connected and self.vm.page != "starting", "the welcome")

    def corners(self, *names: str) -> None:
        for name in names:
            x = 20 if name == "left" else self.window.width() - 20
            QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, 20))

    def ask(self) -> None:
        # Long after whatever was touched before.
        self.clock.now_s += 60
        self.corners("left", "right", "left", "right", "left")
        assert self.leave.stage == "pin"

    def enter(self, pin: str) -> None:
        for digit in pin:
            self.clock.now_s += 0.3
            touch(self.window, f"digit{digit}")
        touch(self.window, "enterLeavePin")


def choose_pin(hub: RunningHub) -> None:
    answer = ask("PUT", f"{hub.api}/admin/pin", {"Idempotency-Key": "k"}, json={"pin": PIN, "former": None})
    assert answer.status_code == 200


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    """A hub whose PIN nobody mistakes."""
    with RunningHub(tmp_path_factory.mktemp("house")) as running:
        choose_pin(running)
        yield running


@pytest.fixture
def kiosk(house: RunningHub, tmp_path: Path) -> Iterator[LockedKiosk]:
    locked = LockedKiosk(house, tmp_path / "kiosk")
    yield locked
    locked.station.close()


@pytest.fixture
def kiosk_of_its_own(hub: RunningHub, tmp_path: Path) -> Iterator[LockedKiosk]:
    """For a hub that is killed, or a PIN that is mistaken."""
    choose_pin(hub)
    locked = LockedKiosk(hub, tmp_path / "kiosk")
    yield locked
    locked.station.close()


def test_who_asks_for_the_pin_by_ear_goes_on_by_ear(
    house: RunningHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with silent_dispatcher(tmp_path / "speech") as told:
        for name, value in told.items():
            monkeypatch.setenv(name, value)
        kiosk = LockedKiosk(house, tmp_path / "kiosk")
        with closing(kiosk.station):
            wait_until(lambda: kiosk.station.speech.speaks("fr"), "a voice", READY_WITHIN_MS)
            kiosk.vm.prefer(replace(kiosk.vm.comfort, speech=True, high_contrast=True))
            kiosk.ask()
            assert (kiosk.vm.speech, kiosk.vm.highContrast) == (True, False)
            wait_until(lambda: shown(kiosk.window, "digit1"), "the digits")
            kiosk.leave.stay()
            wait_until(lambda: not kiosk.vm.speech, "the next visitor's kiosk to be silent")


def test_the_window_stays_on_top_and_does_not_close(kiosk: LockedKiosk) -> None:
    assert kiosk.window.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()


@pytest.mark.parametrize(
    ("pressed", "modifiers"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.MetaModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_HomePage, Qt.KeyboardModifier.NoModifier),
    ],
    ids=str,
)
def test_keys_of_the_system_reach_nothing(
    kiosk: LockedKiosk, pressed: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    before = kiosk.window.activeFocusItem()
    volume = kiosk.vm.volume
    QTest.keyClick(kiosk.window, pressed, modifiers)
    assert kiosk.window.isVisible()
    assert kiosk.window.activeFocusItem() is before
    assert kiosk.vm.volume == volume


def test_arrows_still_lead_from_choice_to_choice(kiosk: LockedKiosk) -> None:
    key(kiosk.window, Qt.Key.Key_Down)
    assert kiosk.window.activeFocusItem().inherits("QQuickAbstractButton")


def test_corners_in_turn_ask_for_the_pin_and_leave_nothing_of_the_visitor(kiosk: LockedKiosk) -> None:
    kiosk.vm.toggleHighContrast()
    kiosk.vm.chooseLanguage("en")
    kiosk.ask()
    assert kiosk.vm.language == "fr"
    assert not kiosk.vm.highContrast
    ready(kiosk.window, "digit1")
    inside = [item for item in items(kiosk.window) if item.inherits("QQuickAbstractButton") and item.isEnabled()]
    names = {item.objectName() for item in inside}
    assert names == {*(f"digit{at}" for at in range(10)), "eraseDigit", "enterLeavePin", "leaveBack"}


@pytest.mark.parametrize(
    "corners",
    [
        ("left", "right", "left", "right"),
        ("left", "left", "right", "left", "right"),
        ("right", "left", "right", "left", "right"),
    ],
)
def test_other_corners_ask_for_nothing(kiosk: LockedKiosk, corners: tuple[str, ...]) -> None:
    kiosk.corners(*corners)
    assert kiosk.leave.stage == ""


def test_corners_touched_too_slowly_ask_for_nothing(kiosk: LockedKiosk) -> None:
    clock = Clock()
    asked: list[bool] = []
    lock = KioskLock(kiosk.window, kiosk.station.keys, lambda: UPRIGHT.per_mm, clock)
    lock.asked.connect(lambda: asked.append(True))
    for at, name in enumerate(("left", "right", "left", "right", "left")):
        clock.now_s = 100.0 + at * 1.6
        kiosk.corners(name)
    assert not asked
    kiosk.corners("right", "left", "right", "left")
    assert not asked
    clock.now_s += 10
    kiosk.corners("left", "right", "left", "right", "left")
    assert asked


def test_the_right_pin_of_the_administration_lets_out(kiosk: LockedKiosk) -> None:
    left: list[bool] = []
    kiosk.leave.leaving.connect(lambda: left.append(True))
    kiosk.ask()
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")
    touch(kiosk.window, "leaveKiosk")
    assert left
    assert kiosk.window.close()


def test_who_stays_finds_the_welcome_locked_again(kiosk: LockedKiosk) -> None:
    kiosk.ask()
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")
    touch(kiosk.window, "stayHere")
    wait_until(lambda: shown(kiosk.window, "stayHere") is None, "the welcome")
    assert not kiosk.window.close()
    kiosk.leave.leave()
    assert not kiosk.window.close()


def test_a_wrong_pin_makes_wait_says_so_and_goes_back_to_the_welcome(kiosk_of_its_own: LockedKiosk) -> None:
    kiosk = kiosk_of_its_own
    kiosk.ask()
    kiosk.enter("1357")
    wait_until(lambda: kiosk.leave.problem == "wrong", "the answer")
    first_s = kiosk.leave.retryS
    assert first_s >= 1
    notice = ready(kiosk.window, "leaveNotice").property("text")
    assert str(first_s) in notice
    digit = shown(kiosk.window, "digit1")
    assert digit is not None
    assert not digit.isEnabled()
    for _ in range(5):
        kiosk.leave.tick()
    assert kiosk.leave.stage == ""
    wait_until(lambda: shown(kiosk.window, "digit1") is None, "the welcome")


def test_twenty_seconds_without_a_touch_go_back_to_the_welcome(kiosk: LockedKiosk) -> None:
    kiosk.ask()
    for _ in range(19):
        kiosk.leave.tick()
    assert kiosk.leave.stage == "pin"
    touch(kiosk.window, "digit1")
    for _ in range(19):
        kiosk.leave.tick()
    assert kiosk.leave.typed == 1
    kiosk.leave.tick()
    assert kiosk.leave.stage == ""
    assert kiosk.leave.typed == 0


def test_the_keypad_alone_leads_out(kiosk: LockedKiosk) -> None:
    for each in LEAVE_KEYS:
        key(kiosk.window, each)
    wait_until(lambda: kiosk.leave.stage == "pin", "the PIN page")
    ready(kiosk.window, "digit1")
    for digit in PIN:
        key(kiosk.window, getattr(Qt.Key, f"Key_{digit}"))
    assert kiosk.leave.typed == 4
    key(kiosk.window, Qt.Key.Key_Return)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")
    ready(kiosk.window, "stayHere")
    for _ in range(4):
        focus = kiosk.window.activeFocusItem()
        if focus is not None and focus.objectName() == "leaveKiosk":
            break
        key(kiosk.window, Qt.Key.Key_Down)
    left: list[bool] = []
    kiosk.leave.leaving.connect(lambda: left.append(True))
    key(kiosk.window, Qt.Key.Key_Return)
    assert left


def test_arrows_and_enter_type_a_digit(kiosk: LockedKiosk) -> None:
    kiosk.ask()
    ready(kiosk.window, "digit1")
    key(kiosk.window, Qt.Key.Key_Down)
    key(kiosk.window, Qt.Key.Key_Return)
    assert kiosk.leave.typed == 1


def test_while_the_hub_is_away_the_last_right_pin_opens(
    kiosk_of_its_own: LockedKiosk, hub: RunningHub, tmp_path: Path
) -> None:
    kiosk = kiosk_of_its_own
    kiosk.ask()
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")
    kept = tmp_path / "kiosk" / "kiosk.pin"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_text().startswith("$argon2")
    kiosk.leave.stay()
    hub.kill()
    wait_until(lambda: not kiosk.station.client.connected, "the hub to be missed")
    kiosk.ask()
    kiosk.enter("1357")
    assert kiosk.leave.problem == "wrong"
    assert kiosk.leave.retryS == 1
    kiosk.clock.now_s += 1
    kiosk.leave.tick()
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")


def test_without_a_hub_a_kiosk_that_never_saw_a_pin_says_that_it_cannot_check(
    kiosk_of_its_own: LockedKiosk, hub: RunningHub
) -> None:
    kiosk = kiosk_of_its_own
    hub.kill()
    wait_until(lambda: not kiosk.station.client.connected, "the hub to be missed")
    kiosk.ask()
    kiosk.enter(PIN)
    assert kiosk.leave.problem == "unknown"


def test_a_house_without_a_pin_lets_nobody_out(hub: RunningHub, tmp_path: Path) -> None:
    kiosk = LockedKiosk(hub, tmp_path / "kiosk")
    kiosk.ask()
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.problem == "no_pin", "the answer")
    assert not kiosk.window.close()
    kiosk.station.close()


def test_the_kept_pins_delay_grows_and_outlives_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    kept = KioskPin(tmp_path, clock)
    kept.keep(PIN)
    delays = []
    for _ in range(3):
        delays.append(kept.try_pin("1357").retry_s)
        assert not kept.try_pin(PIN).opens
        clock.now_s += delays[-1]
    assert delays == [1, 2, 4]
    again = KioskPin(tmp_path, clock)
    assert again.try_pin(PIN).retry_s == 4
    clock.now_s += 4
    assert again.try_pin(PIN).opens
    assert again.try_pin("1357").retry_s == 1


@pytest.mark.parametrize("size", [UPRIGHT, LYING, SMALL], ids=str)
def test_every_control_of_the_way_out_is_named_and_large_enough(kiosk: LockedKiosk, size: Size) -> None:
    resize(kiosk.station, size)
    wait_until(lambda: kiosk.window.contentItem().width() == size.width, "the size")
    kiosk.leave.open()
    ready(kiosk.window, "digit1")
    pin_page = _controls(kiosk, size)
    kiosk.enter(PIN)
    wait_until(lambda: kiosk.leave.stage == "choice", "the choice")
    ready(kiosk.window, "leaveKiosk")
    assert len(pin_page) == 13
    assert _controls(kiosk, size) == {"stayHere", "leaveKiosk"}


def _controls(kiosk: LockedKiosk, size: Size) -> set[str]:
    names = set()
    for item in items(kiosk.window):
        if not item.inherits("QQuickAbstractButton") or not item.isEnabled():
            continue
        name = item.objectName()
        assert min(item.width(), item.height()) / size.per_mm >= 20, name
        place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        assert QRectF(0, 0, size.width, size.height).contains(place), name
        spoken = QAccessible.queryAccessibleInterface(item)
        assert spoken.text(QAccessible.Text.Name), name
        assert spoken.role() == QAccessible.Role.Button, name
        names.add(name)
    return names


# ----- touches of nobody


@pytest.fixture(scope="module")
def touchscreen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_a_finger_on_the_glass_still_chooses(kiosk: LockedKiosk, touchscreen: QPointingDevice) -> None:
    kiosk.leave.open()
    digit = ready(kiosk.window, "digit1")
    middle = digit.mapToScene(QRectF(0, 0, digit.width(), digit.height()).center()).toPoint()
    QTest.touchEvent(kiosk.window, touchscreen).press(0, middle, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, touchscreen).release(0, middle, kiosk.window).commit()
    wait_until(lambda: kiosk.leave.typed == 1, "the digit")


def test_beside_a_touch_that_does_not_end_a_finger_still_chooses(
    kiosk: LockedKiosk, touchscreen: QPointingDevice
) -> None:
    clock = Clock()
    lock = KioskLock(kiosk.window, kiosk.station.keys, lambda: UPRIGHT.per_mm, clock)
    kiosk.leave.open()
    digit = ready(kiosk.window, "digit1")
    middle = digit.mapToScene(QRectF(0, 0, digit.width(), digit.height()).center()).toPoint()
    dirt = QPoint(400, 1800)
    QTest.touchEvent(kiosk.window, touchscreen).press(0, dirt, kiosk.window).commit()
    clock.now_s += 11
    lock.tick()
    QTest.touchEvent(kiosk.window, touchscreen).stationary(0).press(1, middle, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, touchscreen).stationary(0).release(1, middle, kiosk.window).commit()
    wait_until(lambda: kiosk.leave.typed == 1, "the digit")
    QTest.touchEvent(kiosk.window, touchscreen).release(0, dirt, kiosk.window).commit()


def test_a_button_held_for_too_long_is_not_chosen(kiosk: LockedKiosk) -> None:
    clock = Clock()
    lock = KioskLock(kiosk.window, kiosk.station.keys, lambda: UPRIGHT.per_mm, clock)
    kiosk.leave.open()
    digit = ready(kiosk.window, "digit1")
    middle = digit.mapToScene(QRectF(0, 0, digit.width(), digit.height()).center()).toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(kiosk.window, left, none, middle)
    assert digit.property("pressed")
    clock.now_s += 11
    lock.tick()
    assert not digit.property("pressed")
    QTest.mouseRelease(kiosk.window, left, none, middle)
    assert kiosk.leave.typed == 0


def test_ghost_touches_keep_no_page_from_being_wiped(kiosk: LockedKiosk) -> None:
    clock = Clock()
    KioskLock(kiosk.window, kiosk.station.keys, lambda: UPRIGHT.per_mm, clock)
    kiosk.vm.toggleHighContrast()
    beside, left, none = QPoint(540, 1915), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for _ in range(13):
        QTest.mouseClick(kiosk.window, left, none, beside)
        clock.now_s += 0.1
    for _ in range(200):
        clock.now_s += 0.5
        QTest.mouseClick(kiosk.window, left, none, beside)
        kiosk.vm.tick()
        if not kiosk.vm.highContrast:
            return
    pytest.fail("the page of the visitor before is still there")


class Glass:
    """A guard and the touches on it."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.guard = TouchGuard(self.clock)

    def after(self, seconds: float) -> Glass:
        self.clock.now_s += seconds
        return self

    def tap(self, point: int = 0) -> bool:
        """Whether a person's hand would do so."""
        self.guard.pressed(point)
        taken = self.guard.ignores(point)
        self.guard.released(point)
        return not taken


def test_five_fingers_are_a_hand_and_six_are_not() -> None:
    glass = Glass()
    for point in range(5):
        glass.guard.pressed(point)
    assert not any(glass.guard.ignores(point) for point in range(5))
    glass.guard.pressed(5)
    assert all(glass.guard.ignores(point) for point in range(6))
    for point in range(6):
        glass.guard.released(point)
    assert not glass.after(0.9).tap()
    assert glass.after(1.0).tap()


def test_twelve_taps_in_two_seconds_are_an_impatient_person_and_thirteen_are_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    glass = Glass()
    assert all(glass.after(0.1).tap() for _ in range(12))
    assert not any(glass.after(0.1).tap() for _ in range(30))
    assert len(caplog.records) == 1
    assert glass.after(1.0).tap()


def test_slow_taps_are_never_ignored() -> None:
    glass = Glass()
    assert all(glass.after(0.2).tap() for _ in range(200))


def test_a_touch_that_does_not_end_is_ignored_until_it_was_gone_for_a_second(
    caplog: pytest.LogCaptureFixture,
) -> None:
    glass = Glass()
    glass.guard.pressed(7)
    assert not glass.after(10).guard.look()
    assert glass.after(0.1).guard.look()
    assert not glass.after(60).guard.look()
    assert len(caplog.records) == 1
    assert glass.guard.ignores(7)
    assert glass.tap(1)
    glass.guard.released(7)
    assert not glass.after(0.5).tap(7)
    assert glass.after(1.0).tap(7)


# ----- errors that nobody foresaw


def test_an_error_on_the_screen_brings_back_the_welcome(
    kiosk: LockedKiosk, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk.vm.toggleHighContrast()
    with kiosk.station.recovery.watching():
        error = LookupError("what nobody foresaw")
        sys.excepthook(LookupError, error, None)
    wait_until(lambda: not kiosk.vm.highContrast, "the welcome")
    assert "what nobody foresaw" in caplog.text


def test_errors_begin_a_new_visit_at_most_once_a_second(kiosk: LockedKiosk) -> None:
    clock = Clock()
    resets: list[float] = []
    recovery = Recovery(kiosk.station.engine, clock, kiosk.window)
    recovery.needed.connect(lambda: resets.append(clock.now_s))
    for _ in range(3):
        recovery.count()
    wait_until(lambda: resets, "the new visit")
    recovery.count()
    assert 500 < recovery.due_ms <= 1_000
    assert len(resets) == 1
