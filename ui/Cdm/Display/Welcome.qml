pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What stands there when no number does: the house's name and a kind word, never an empty screen.
Item {
    id: root

    required property string siteName
    required property string title
    required property string text
    required property real unit

    Accessible.name: [siteName, title, text].join(". ")
    Accessible.role: Accessible.StaticText

    Column {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4 * root.unit
        width: root.width - 14 * root.unit
        x: 7 * root.unit

        Text {
            Accessible.ignored: true
            color: Theme.displaySoftInk
            font.family: Theme.textFamily
            font.pixelSize: Math.round(4.6 * root.unit)
            horizontalAlignment: Text.AlignLeft
            text: root.siteName
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            Accessible.ignored: true
            color: Theme.displayInk
            font.bold: true
            font.family: Theme.textFamily
            font.pixelSize: Math.round(Math.min(14 * root.unit, width / 7))
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.02
            text: root.title
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.WordWrap
        }

        Text {
            Accessible.ignored: true
            color: Theme.displayPlace
            font.family: Theme.textFamily
            font.pixelSize: Math.round(6.4 * root.unit)
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.12
            text: root.text
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
