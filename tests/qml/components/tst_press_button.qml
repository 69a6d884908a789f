pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Cdm.Controls

TestCase {
    id: root

    function shown(more: var): var {
        const button = createTemporaryObject(buttons, root, Object.assign({
            text: "Imprimer",
            detail: "Un ticket"
        }, more));
        taps.target = button;
        taps.clear();
        return button;
    }
    function atRest(more: var): var {
        const button = shown(more);
        tryCompare(button, "settling", false);
        return button;
    }
    function touch(button: var): void {
        touchEvent(button).press(0, button).commit();
        touchEvent(button).release(0, button).commit();
    }
    function init(): void {
        read.clear();
    }
    function cleanup(): void {
        Reading.active = false;
    }

    function test_a_tap_on_what_just_appeared_does_nothing(): void {
        const button = shown({
            settleMs: 60000
        });
        mouseClick(button);
        touch(button);
        verify(button.settling);
        compare(taps.count, 0);
    }
    function test_a_button_that_comes_back_waits_again(): void {
        const button = atRest({
            settleMs: 1
        });
        button.visible = false;
        tryCompare(button, "settling", false);
        button.settleMs = 60000;
        button.visible = true;
        verify(button.settling);
        mouseClick(button);
        compare(taps.count, 0);
    }
    function test_the_keyboard_need_not_wait(): void {
        const button = shown({
            settleMs: 60000
        });
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(taps.count, 1);
        keyClick(Qt.Key_Enter);
        compare(taps.count, 2);
    }
    function test_a_busy_button_keeps_the_focus(): void {
        const button = atRest({});
        button.forceActiveFocus();
        button.busy = true;
        keyClick(Qt.Key_Return);
        mouseClick(button);
        verify(button.activeFocus);
        compare(taps.count, 0);
        button.busy = false;
        keyClick(Qt.Key_Return);
        compare(taps.count, 1);
    }
    function test_a_touch_alone_does_not_turn_it_on(): void {
        const button = atRest({
            checkable: true
        });
        mouseClick(button);
        compare(taps.count, 1);
        verify(!button.checked);
        button.isOn = true;
        verify(button.checked);
        mouseClick(button);
        compare(taps.count, 2);
        verify(button.checked);
        button.isOn = false;
        verify(!button.checked);
    }
    function test_in_the_speech_mode_the_first_touch_reads_and_the_second_chooses(): void {
        const button = atRest({});
        Reading.active = true;
        touch(button);
        compare(taps.count, 0);
        compare(read.count, 1);
        compare(read.signalArguments[0][0], "Imprimer");
        compare(read.signalArguments[0][1], "Un ticket");
        touch(button);
        compare(read.count, 1);
        compare(taps.count, 1);
    }
    function test_in_the_speech_mode_the_keyboard_chooses_at_once(): void {
        const button = atRest({});
        Reading.active = true;
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(taps.count, 1);
    }
    function test_a_touch_elsewhere_is_read_anew(): void {
        const first = atRest({});
        const second = createTemporaryObject(buttons, root, {
            text: "Annuler",
            y: 150
        });
        tryCompare(second, "settling", false);
        read.clear();
        Reading.active = true;
        touch(first);
        touch(second);
        touch(first);
        compare(read.signalArguments.map(each => each[0]), ["Imprimer", "Annuler", "Imprimer"]);
        compare(taps.count, 0);
    }
    function test_what_was_only_read_can_still_be_pressed_by_an_assistive_technology(): void {
        const button = atRest({});
        Reading.active = true;
        touch(button);
        compare(taps.count, 0);
        button.click();
        compare(taps.count, 1);
    }
    function test_who_ends_the_speech_mode_is_not_asked_twice(): void {
        const button = atRest({});
        Reading.active = true;
        touch(button);
        Reading.active = false;
        verify(Reading.control === null);
        touch(button);
        compare(taps.count, 1);
    }

    height: 300
    name: "PressButton"
    visible: true
    when: windowShown
    width: 400

    Component {
        id: buttons

        PressButton {
            height: 100
            width: 200
        }
    }

    SignalSpy {
        id: taps

        signalName: "activated"
    }

    SignalSpy {
        id: read

        signalName: "read"
        target: Reading
    }
}
