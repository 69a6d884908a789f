pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A large choice that is not a theme: pictogram, what one says, what happens.
PressButton {
    id: root

    required property KioskMetrics metrics
    required property url pictogram
    property bool emphasised: false
    property real fontSize: metrics.text(38)
    readonly property color ground: {
        if (emphasised)
            return down || busy ? Theme.primaryPressed : Theme.primary;
        return down || busy ? Theme.pressedTint : Theme.card;
    }

    horizontalPadding: metrics.u(30)
    implicitHeight: Math.max(metrics.atLeastTarget(150), implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(24)

    background: Rectangle {
        border.color: root.emphasised ? root.ground : Theme.primary
        border.width: Math.round(root.metrics.lineWidth)
        color: root.ground
        radius: root.metrics.cornerRadius

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        implicitHeight: Math.max(words.implicitHeight, tile.height)
        implicitWidth: root.metrics.largeText ? tile.width + root.metrics.u(26) + label.implicitWidth : root.metrics.u(360)

        PictogramTile {
            id: tile

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            color: root.emphasised ? Theme.primaryPressed : Theme.primary
            pictogram: root.pictogram
            side: root.fontSize * (root.emphasised ? 2.5 : 2.3)
        }

        Column {
            id: words

            anchors.left: tile.right
            anchors.leftMargin: root.metrics.u(26)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: root.metrics.u(4)

            BodyText {
                id: label

                Accessible.ignored: true
                color: root.emphasised ? Theme.onPrimary : Theme.primary
                horizontalAlignment: Text.AlignLeft
                lineHeight: 0.94
                size: root.fontSize
                strong: true
                text: root.text
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                color: root.emphasised ? Theme.softInkOnPrimary : Theme.softInk
                horizontalAlignment: Text.AlignLeft
                size: Math.max(root.fontSize * 0.76, root.metrics.leastText)
                text: root.detail
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
