import QtQuick
import Cdm.Controls

// A large sign for eyes that do not read: a network, somebody who waits, a tick, a clock, a way that is closed.
Image {
    id: root

    required property string kind
    required property real size
    property color color: Theme.primary
    // On a grid of 32.
    readonly property string path: {
        switch (kind) {
        case "accepted":
            return "M4 16 A12 12 0 1 1 28 16 A12 12 0 1 1 4 16 M10.5 16.5 L14.5 20.5 L22 12";
        case "expired":
            return "M4 16 A12 12 0 1 1 28 16 A12 12 0 1 1 4 16 M16 9 V16 L21 19";
        case "refused":
            return "M4 16 A12 12 0 1 1 28 16 A12 12 0 1 1 4 16 M10 16 H22";
        case "fault":
            return "M4 16 A12 12 0 1 1 28 16 A12 12 0 1 1 4 16 M16 9.5 V17 M16 22 V22.1";
        case "connecting":
            return "M2 9 H11 V20 H2 Z M6.5 20 V24 M3 24 H10 M21 7 H30 V24 H21 Z M24 12 H27 M24 16 H27 M13.3 15 H13.4 M16 15 H16.1 M18.6 15 H18.7";
        default:
            return "M4 13 C11 6 21 6 28 13 M8.5 17.5 C13 13.3 19 13.3 23.5 17.5 M12.8 21.8 C14.8 20.2 17.2 20.2 19.2 21.8 M16 26 V26.1";
        }
    }

    Accessible.ignored: true
    height: size
    source: "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="${color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" d="${path}"/></svg>`)
    sourceSize: Qt.size(Math.round(size), Math.round(size))
    width: size
}
