import QtQuick
import Cdm.Controls

// Sizes of the kiosk's composition: one unit follows the window, touch targets follow the real millimetres.
QtObject {
    required property real windowWidth
    required property real windowHeight
    readonly property bool landscape: windowWidth > windowHeight
    // One unit is a pixel of the reference compositions: 1080 × 1800 upright, 1880 × 1250 lying.
    readonly property size reference: landscape ? Qt.size(1880, 1250) : Qt.size(1080, 1800)
    readonly property real unit: Math.min(windowWidth / reference.width, windowHeight / reference.height)
    readonly property real margin: u(56)
    readonly property real gap: Math.max(u(24), Theme.mm(4))
    // The interface brief: a touch target is at least 20 mm.
    readonly property real target: Theme.mm(20)
    // A screen so low that touch targets outgrow the composition: what only explains makes room for them.
    readonly property bool isLow: landscape && target > u(150)
    // A hand that trembles taps again within this time.
    readonly property int settleMs: 450
    readonly property real cornerRadius: u(32)
    readonly property real lineWidth: Math.max(1, u(3))

    function u(units: real): real {
        return units * unit;
    }
    function atLeastTarget(units: real): real {
        return Math.max(u(units), target);
    }
}
