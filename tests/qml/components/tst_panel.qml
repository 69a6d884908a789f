import QtQuick
import QtTest

TestCase {
    id: root

    readonly property Component panels: Qt.createComponent("../../../ui/Cdm/Reception/Panel.qml")

    function opened(): var {
        const panel = createTemporaryObject(panels, root, {
            x: 200,
            y: 200,
            width: 200
        });
        panel.open();
        tryCompare(panel, "opened", true);
        return panel;
    }

    function test_the_digits_are_typed_with_and_without_shift_on_a_french_keyboard(): void {
        const panel = createTemporaryObject(panels, root);
        [..."123456789"].forEach((key, at) => compare(panel.keyIndex(key), at));
        [..."&é\"'(-è_ç"].forEach((key, at) => compare(panel.keyIndex(key), at));
    }
    function test_other_keys_mean_no_row(): void {
        const panel = createTemporaryObject(panels, root);
        for (const key of ["", "0", "à", "a", " "])
            compare(panel.keyIndex(key), -1);
    }
    function test_escape_closes_it(): void {
        const panel = opened();
        keyClick(Qt.Key_Escape);
        tryCompare(panel, "opened", false);
    }
    function test_a_touch_beside_closes_it_and_reaches_nothing_below(): void {
        const panel = opened();
        presses.clear();
        mouseClick(below, 5, 5);
        tryCompare(panel, "opened", false);
        compare(presses.count, 0);
        mouseClick(below, 5, 5);
        compare(presses.count, 1);
    }
    function test_a_touch_on_it_leaves_it_open(): void {
        const panel = opened();
        mouseClick(below, 220, 220);
        wait(0);
        verify(panel.opened);
    }

    height: 600
    name: "Panel"
    visible: true
    when: windowShown
    width: 800

    MouseArea {
        id: below

        anchors.fill: parent
    }

    SignalSpy {
        id: presses

        signalName: "clicked"
        target: below
    }
}
