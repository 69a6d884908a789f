import QtQuick

// What a station is, drawn: a kiosk on its foot, a screen, two people at a table, a desk with its bell.
Image {
    id: root

    // "kiosk", "display", "advisor" or "reception".
    required property string role
    property real size: 26
    property color color: Theme.primary
    // On a grid of 32.
    readonly property string path: {
        switch (role) {
        case "display":
            return "M4 6 H28 V22 H4 Z M9 27 H23 M8 11 H14 M8 16 H14 M18 14 H24 M21.5 11 L24.5 14 L21.5 17";
        case "advisor":
            return "M6.5 8 A3.5 3.5 0 1 1 13.5 8 A3.5 3.5 0 1 1 6.5 8 M18.5 8 A3.5 3.5 0 1 1 25.5 8 A3.5 3.5 0 1 1 18.5 8 M4 21 C4 12.5 15 12.5 15.5 18 M16.5 18 C17 12.5 28 12.5 28 21 M3 21 H29 M7 21 V28 M25 21 V28";
        case "reception":
            return "M6 21 A10 10 0 0 1 26 21 Z M3 26 H29 M16 11 V8 M13 7 H19";
        default:
            return "M9 3 H23 V21 H9 Z M16 21 V28 M9 28 H23 M13 16 H19";
        }
    }

    Accessible.ignored: true
    height: size
    source: "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="${color}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`)
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    width: size
}
