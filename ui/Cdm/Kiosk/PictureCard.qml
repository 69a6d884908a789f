pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A choice for who does not read: a large pictogram, one or two words, and small below what readers get.
PressButton {
    id: root

    required property KioskMetrics metrics
    required property url pictogram
    required property string word
    // A theme's own; what has none wears the house's.
    property color colour: Theme.primary
    required property real wordSize
    readonly property string title: word !== "" ? word : text

    required property real pictureSide
    readonly property alias wordsHeight: words.implicitHeight

    horizontalPadding: metrics.u(10)
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(16)

    background: Rectangle {
        border.color: root.down ? Theme.primary : Theme.line
        border.width: Math.round(root.metrics.lineWidth)
        color: root.down ? Theme.pressedTint : Theme.card
        radius: root.metrics.cornerRadius

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        PictogramTile {
            id: tile

            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.highContrast ? Theme.primary : root.colour
            pictogram: root.pictogram
            side: root.pictureSide
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: tile.bottom
            anchors.topMargin: root.metrics.u(10)
            spacing: root.metrics.u(6)

            BodyText {
                Accessible.ignored: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.92
                size: root.wordSize
                strong: true
                text: root.title
                width: parent.width
                wrapMode: Text.WordWrap
            }

            BodyText {
                Accessible.ignored: true
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 0.92
                size: root.metrics.smallText(27)
                text: root.word !== "" ? root.text : ""
                visible: text !== ""
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.smallText(27)
                soft: true
                text: root.detail
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
