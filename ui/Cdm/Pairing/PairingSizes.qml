import QtQuick
import Cdm.Kiosk

// Sizes of a machine that is being paired: a kiosk's are millimetres and lie within reach, a display is read from
// afar, a desk's window is read up close.
QtObject {
    id: root

    required property string role
    required property real windowWidth
    required property real windowHeight
    property bool largeText: false
    // The lower edge of the screen above the floor.
    property real lowerEdgeMm: 800

    readonly property bool isKiosk: role === "kiosk"
    readonly property bool isDisplay: role === "display"
    readonly property bool lying: windowWidth > windowHeight
    readonly property KioskMetrics kiosk: KioskMetrics {
        largeText: root.largeText
        lowReach: true
        lowerEdgeMm: root.lowerEdgeMm
        windowHeight: root.windowHeight
        windowWidth: root.windowWidth
    }
    readonly property real unit: {
        if (isKiosk)
            return lying ? Math.min(kiosk.wholeUnit, kiosk.areaHeight / 900) : kiosk.wholeUnit;
        if (isDisplay)
            return lying ? Math.min(windowWidth / 1640, windowHeight / 920) : Math.min(windowWidth / 860, windowHeight / 1520);
        return 0.45 * Math.max(0.8, Math.min(1.5, windowWidth / 360, windowHeight / 640));
    }
    readonly property real margin: Math.round(u(isKiosk ? 56 : 44))
    readonly property real gap: Math.round(isKiosk ? Math.max(u(24), kiosk.leastGap) : u(24))
    readonly property real target: isKiosk ? Math.max(kiosk.target, u(110)) : Math.max(40, u(92))
    readonly property real key: isKiosk ? kiosk.target : Math.max(36, u(78))
    readonly property real radius: u(28)
    readonly property real lineWidth: Math.max(1, u(3))
    readonly property int settleMs: isKiosk ? kiosk.settleMs : 250
    // Where targets are: the whole window, or what is within reach from a wheelchair.
    readonly property real areaTop: isKiosk ? Math.max(kiosk.areaY, margin) : margin
    readonly property real areaBottom: isKiosk ? Math.min(kiosk.areaY + kiosk.areaHeight, windowHeight - margin) : windowHeight - margin

    // So little height within reach that every line counts.
    readonly property bool isShort: isKiosk && lying && kiosk.areaHeight < 8 * target
    // Below what is within reach there is room for what nobody touches.
    readonly property real footTop: areaBottom + gap
    readonly property bool hasFoot: isKiosk && !largeText && windowHeight - margin - footTop > u(110)

    function u(units: real): real {
        return units * unit;
    }
    // The size of a text.
    function text(units: real): real {
        return largeText ? Math.max(u(units) * 1.25, kiosk.leastText) : u(units);
    }
    // The size of what explains, never under what is read with ease.
    function smallText(units: real): real {
        const wished = largeText ? Math.max(u(units), kiosk.leastText) : u(units);
        return isKiosk ? Math.max(wished, kiosk.leastSmall) : Math.max(wished, 13);
    }
}
