import QtQuick
import Cdm.Controls

// Sizes of the kiosk's composition: one unit follows the window, touch targets follow the real millimetres.
QtObject {
    id: root

    required property real windowWidth
    required property real windowHeight
    property bool largeText: false
    property bool lowReach: false
    // The lower edge of the screen above the floor.
    property real lowerEdgeMm: 800

    readonly property bool landscape: windowWidth > windowHeight
    // One unit is a pixel of the reference compositions: 1080 × 1800 upright, 1880 × 1250 lying.
    readonly property size reference: landscape ? Qt.size(1880, 1250) : Qt.size(1080, 1800)
    readonly property real wholeUnit: Math.min(windowWidth / reference.width, windowHeight / reference.height)
    // Less height makes the composition a little smaller; what still finds no room is scrolled to.
    readonly property real unit: lowReach ? Math.max(0.8 * wholeUnit, Math.min(wholeUnit, areaHeight / reference.height)) : wholeUnit
    readonly property real margin: Math.round(u(56))
    // The interface brief: what can be touched is at least 4 mm apart.
    readonly property real leastGap: Theme.mm(4)
    readonly property real gap: Math.round(Math.max(u(24), leastGap))
    // The interface brief: a touch target is at least 20 mm.
    readonly property real target: Theme.mm(20)
    // A screen so low that touch targets outgrow the composition: what only explains makes room for them.
    readonly property bool isLow: landscape && target > u(150)
    // There, and on the screens next to it, a small button has room for its pictogram only.
    readonly property bool isTight: landscape && target > 110 * wholeUnit
    // Too little height for generous buttons.
    readonly property bool isShort: target > u(110) || lowReach
    // Upright and large, a line holds few words.
    readonly property bool isNarrow: !landscape && windowWidth < 24 * leastText
    // So little room in large text that the page, not the bar below it, says where a person is.
    readonly property bool isCramped: largeText && (landscape || isNarrow || lowReach)
    // A hand that trembles taps again within this time.
    readonly property int settleMs: 450
    readonly property real cornerRadius: u(32)
    readonly property real lineWidth: Math.max(1, u(3))

    // Within reach from a wheelchair (EN 301 549 8.3, interface brief): above the floor, in millimetres.
    readonly property real reachFromMm: 900
    readonly property real reachToMm: 1220
    // Less than this holds no page: there the targets come as near to the reach as they can.
    readonly property real leastAreaHeight: Math.min(windowHeight, Theme.mm(120))
    // Both in pixels above the screen's lower edge.
    readonly property real reachBottom: onScreen((reachFromMm - lowerEdgeMm) * Theme.pixelsPerMm)
    readonly property real reachTop: onScreen((reachToMm - lowerEdgeMm) * Theme.pixelsPerMm)
    readonly property real lowAreaBottom: Math.min(reachBottom, Math.max(0, reachTop - leastAreaHeight))
    readonly property real lowAreaTop: Math.max(reachTop, lowAreaBottom + leastAreaHeight)
    // Where the targets are, in the window.
    readonly property real areaY: lowReach ? Math.ceil(windowHeight - lowAreaTop) : 0
    readonly property real areaHeight: lowReach ? Math.floor(lowAreaTop - lowAreaBottom) : windowHeight
    readonly property real roomBelow: windowHeight - areaY - areaHeight

    // A capital H of 7.3 mm is seen at 0.7° from 600 mm (EN 301 549 5.1.4); in Atkinson Hyperlegible it is 0.668 of
    // the type size.
    readonly property real leastText: largeText ? Math.ceil(7.3 * Theme.pixelsPerMm / 0.66) : 1
    // A title's capital is 4 mm high at least (23 minutes of arc from 600 mm), what stands below it 2.6 mm.
    readonly property real leastTitle: 4 * Theme.pixelsPerMm / 0.668
    readonly property real leastSmall: 2.6 * Theme.pixelsPerMm / 0.668
    // Whether two columns have room for their words.
    readonly property bool twoColumns: landscape && (!largeText || windowWidth > 45 * leastText)

    function u(units: real): real {
        return units * unit;
    }
    // The size of a text.
    function text(units: real): real {
        return largeText ? Math.max(u(units) * 1.25, leastText) : u(units);
    }
    // The size of what goes with something larger: in large text it grows to what must be, and no further.
    function noteText(units: real): real {
        return largeText ? Math.max(u(units), leastText) : u(units);
    }
    // The size of what explains, never under what is read with ease.
    function smallText(units: real): real {
        return Math.max(noteText(units), leastSmall);
    }
    function atLeastTarget(units: real): real {
        return Math.max(u(units), target);
    }
    function onScreen(pixels: real): real {
        return Math.max(0, Math.min(windowHeight, pixels));
    }
}
