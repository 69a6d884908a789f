pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What is open to everybody without a ticket, and where it is. Nothing here is to be touched.
Card {
    id: root

    required property QtObject services
    required property KioskMetrics metrics
    property real rowPadding: metrics.u(32)
    property bool picturesFirst: false
    readonly property int count: rows.count

    border.width: Math.round(metrics.lineWidth)
    implicitHeight: column.implicitHeight
    implicitWidth: metrics.u(600)
    radius: metrics.cornerRadius
    visible: count > 0

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right

        Repeater {
            id: rows

            model: root.services

            delegate: Item {
                id: row

                required property int index
                required property string label
                required property string word
                required property string place
                required property url pictogram

                Accessible.name: label + ", " + place
                Accessible.role: Accessible.StaticText
                height: Math.max(tile.height, words.height) + root.rowPadding * 2
                width: column.width

                Rectangle {
                    anchors.left: parent.left
                    anchors.leftMargin: root.metrics.u(36)
                    anchors.right: parent.right
                    anchors.rightMargin: root.metrics.u(36)
                    color: Theme.line
                    height: Math.max(1, Math.round(root.metrics.u(2)))
                    visible: row.index > 0
                }

                PictogramTile {
                    id: tile

                    anchors.left: parent.left
                    anchors.leftMargin: root.metrics.u(36)
                    anchors.verticalCenter: parent.verticalCenter
                    pictogram: row.pictogram
                    side: root.metrics.u(root.picturesFirst ? 168 : 112)
                }

                Column {
                    id: words

                    anchors.left: tile.right
                    anchors.leftMargin: root.metrics.u(30)
                    anchors.right: parent.right
                    anchors.rightMargin: root.metrics.u(36)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: root.metrics.u(4)

                    BodyText {
                        Accessible.ignored: true
                        size: root.metrics.text(56)
                        strong: true
                        text: row.word
                        visible: root.picturesFirst
                        width: parent.width
                    }

                    BodyText {
                        Accessible.ignored: true
                        horizontalAlignment: Text.AlignLeft
                        size: root.metrics.text(root.picturesFirst ? 34 : 44)
                        strong: !root.picturesFirst
                        text: row.label
                        width: parent.width
                    }

                    BodyText {
                        Accessible.ignored: true
                        horizontalAlignment: Text.AlignLeft
                        size: root.metrics.text(36)
                        soft: true
                        text: row.place
                        visible: text !== ""
                        width: parent.width
                    }
                }
            }
        }
    }
}
