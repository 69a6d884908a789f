import QtQuick
import Cdm.Controls

// A small sign beside words, in their colour: a wait (somebody who sits beside a clock), a tick, a day, a pause…
Image {
    id: root

    required property string kind
    required property real size
    property color color: Theme.softInk
    property real penWidth: 2.6
    // On a grid of 32.
    readonly property string path: {
        switch (kind) {
        case "tick":
            return "M5 17 L13 25 L28 8";
        case "more":
            return "M6 11 L16 21 L26 11";
        case "later":
            return "M7 7 H25 A3 3 0 0 1 28 10 V25 A3 3 0 0 1 25 28 H7 A3 3 0 0 1 4 25 V10 A3 3 0 0 1 7 7 M4 14 H28 M10 3 V9 M22 3 V9";
        case "paused":
            return "M11 6 V26 M21 6 V26";
        case "wait":
            return "M4.5 6 A3 3 0 1 1 10.5 6 A3 3 0 1 1 4.5 6 M5.5 13 V22 H14.5 V29 M5.5 22 V29 M5.5 16 H12 M15.5 11 A7.5 7.5 0 1 1 30.5 11 A7.5 7.5 0 1 1 15.5 11 M23 7 V11 H26";
        default:
            return "M4 16 A12 12 0 1 1 28 16 A12 12 0 1 1 4 16 M10 16 H22";
        }
    }

    height: size
    source: "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="${color}" stroke-width="${penWidth}" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`)
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    width: size
}
