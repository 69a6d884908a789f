pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A pictogram with its word below, small; what is on says so by a tick and by its ground.
PressButton {
    id: root

    required property KioskMetrics metrics
    required property url pictogram
    property bool withWord: true
    property real wordSize: metrics.text(26)
    // From line to line, and of the highest of all words that stand in a row.
    property real wordHeight: wordSize * 1.16
    property real wordsHeight: wordHeight
    readonly property real side: {
        // By itself the picture is all that there is to see.
        if (!withWord)
            return Math.min(metrics.target, width, height) * 0.6;
        return Math.max(metrics.u(56), Math.min(metrics.u(72), height - wordsHeight - metrics.u(28)));
    }
    readonly property color inkColor: {
        if (!enabled)
            return Theme.softInk;
        return isOn ? Theme.onPrimary : Theme.ink;
    }

    Accessible.description: ""
    horizontalPadding: metrics.u(6)
    implicitHeight: metrics.target
    implicitWidth: metrics.target
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(8)

    background: Rectangle {
        border.color: root.enabled ? Theme.primary : Theme.line
        border.width: Math.round(root.metrics.lineWidth)
        color: {
            if (root.isOn)
                return root.down ? Theme.primaryPressed : Theme.primary;
            return root.down ? Theme.pressedTint : Theme.card;
        }
        radius: root.metrics.u(20)

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        PictogramTile {
            id: tile

            opacity: root.enabled ? 1 : 0.4
            pictogram: root.pictogram
            side: root.side
            x: (content.width - width) / 2
            y: (content.height - height - (word.visible ? word.height + root.metrics.u(4) : 0)) / 2
        }

        Rectangle {
            color: Theme.onPrimary
            height: width
            objectName: "tick"
            radius: width / 2
            visible: root.checkable && root.isOn
            width: Math.round(root.side * 0.46)
            x: tile.x + tile.width - width * 0.45
            y: tile.y - height * 0.12

            LineIcon {
                anchors.centerIn: parent
                color: Theme.primary
                kind: "tick"
                penWidth: 5
                size: Math.round(parent.width * 0.62)
            }
        }

        BodyText {
            id: word

            Accessible.ignored: true
            color: root.inkColor
            horizontalAlignment: Text.AlignHCenter
            lineHeight: root.wordHeight
            lineHeightMode: Text.FixedHeight
            size: root.wordSize
            text: root.text
            visible: root.withWord
            width: content.width
            wrapMode: Text.WordWrap
            y: tile.y + tile.height + root.metrics.u(4)
        }
    }
}
