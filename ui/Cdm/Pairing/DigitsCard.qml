pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Six digits in two groups of three, as large as the card: one above the other, or side by side where that is larger.
Card {
    id: root

    required property string digits
    property real padding: 24
    readonly property real roomWidth: Math.max(1, width - 2 * padding)
    readonly property real roomHeight: Math.max(1, height - 2 * padding)
    // A group is three digits wide; a digit is 0.652 of its size wide and 0.7 high. Between the groups a third of it.
    readonly property real sizeAbove: Math.min(roomHeight / (2 * 0.7 + 0.24), roomWidth / (3 * 0.652))
    readonly property real sizeBeside: Math.min(roomHeight / 0.7, roomWidth / (6 * 0.652 + 0.33))
    readonly property bool beside: sizeBeside > sizeAbove
    readonly property real size: Math.max(sizeAbove, sizeBeside)

    Accessible.name: digits.split("").join(" ")
    Accessible.role: Accessible.StaticText

    Group {
        text: root.digits.slice(0, 3)
        x: root.beside ? (root.width - 2 * width - 0.33 * root.size) / 2 : (root.width - width) / 2
        y: root.beside ? (root.height - height) / 2 : root.height / 2 - 0.12 * root.size - height
    }

    Group {
        text: root.digits.slice(3)
        x: root.beside ? (root.width + 0.33 * root.size) / 2 : (root.width - width) / 2
        y: root.beside ? (root.height - height) / 2 : root.height / 2 + 0.12 * root.size
    }

    component Group: FittedNumber {
        Accessible.ignored: true
        height: 0.7 * root.size
        width: 3 * 0.652 * root.size
    }
}
