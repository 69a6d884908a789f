pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// All languages in one button: the current one by name, and below it some of the others as who reads them writes them.
PressButton {
    id: root

    required property KioskMetrics metrics
    // Others by name, and how many there are beside these.
    property string names: ""
    property int unnamed: 0
    readonly property string others: {
        if (names === "")
            return "";
        // The line runs as the page does, whatever script it begins with.
        const start = mirrored ? "\u200f" : "\u200e";
        return start + (unnamed > 0 ? names + " · " + start + qsTr("et %n autres", "", unnamed) : names);
    }

    Accessible.name: qsTr("Changer de langue")
    horizontalPadding: metrics.u(22)
    implicitHeight: Math.max(metrics.atLeastTarget(106), implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(metrics.target, implicitContentWidth + leftPadding + rightPadding)
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(12)

    background: Rectangle {
        border.color: Theme.primary
        border.width: Math.round(root.metrics.lineWidth)
        color: root.down ? Theme.pressedTint : Theme.card
        radius: root.metrics.u(28)

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        implicitHeight: Math.max(tile.height, words.implicitHeight)
        implicitWidth: tile.width + words.wish + chevron.width + root.metrics.u(44)

        PictogramTile {
            id: tile

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/langues.svg")
            side: root.metrics.u(76)
        }

        Column {
            id: words

            readonly property real wish: Math.ceil(Math.max(current.implicitWidth, others.visible ? others.implicitWidth : 0))

            anchors.left: tile.right
            anchors.leftMargin: root.metrics.u(22)
            anchors.right: chevron.left
            anchors.rightMargin: root.metrics.u(22)
            anchors.verticalCenter: parent.verticalCenter

            BodyText {
                id: current

                Accessible.ignored: true
                color: Theme.primary
                size: root.metrics.text(36)
                strong: true
                text: root.text
                width: parent.width
            }

            BodyText {
                id: others

                Accessible.ignored: true
                size: root.metrics.smallText(28)
                soft: true
                text: root.others
                visible: text !== ""
                width: parent.width
            }
        }

        LineIcon {
            id: chevron

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.primary
            kind: "more"
            penWidth: 4
            size: root.metrics.text(30)
        }
    }
}
