import QtQuick
import Cdm.Controls

// A dot and a word: what the table is doing.
Row {
    id: root

    required property string text
    required property real unit
    property bool active: false

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    spacing: 6 * unit

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: root.active ? Theme.goodInk : Theme.softInk
        border.width: Math.max(1, Math.round(1.5 * root.unit))
        color: root.active ? Theme.goodInk : "transparent"
        height: 8 * root.unit
        radius: height / 2
        width: height
    }

    BodyText {
        Accessible.ignored: true
        color: root.active ? Theme.goodInk : Theme.softInk
        size: 16 * root.unit
        text: root.text
    }
}
