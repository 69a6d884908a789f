pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The calls before the newest one, newest first; they stay in view for whoever missed theirs.
Rectangle {
    id: root

    required property ZoneCalls calls
    required property CallsPlan plan
    required property real unit

    readonly property real margin: 6 * unit
    readonly property bool mirrored: LayoutMirroring.enabled

    color: Theme.displayPanel

    Text {
        id: title

        Accessible.name: text
        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.leftMargin: root.margin
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4 * root.unit)
        text: qsTr("Derniers appels")
        textFormat: Text.PlainText
        y: 3.6 * root.unit
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.left: list.left
        anchors.right: list.right
        anchors.top: list.top
        anchors.topMargin: 3 * root.unit
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4.6 * root.unit)
        horizontalAlignment: Text.AlignLeft
        text: qsTr("Les numéros déjà appelés resteront affichés ici.")
        textFormat: Text.PlainText
        visible: rows.count === 0
        wrapMode: Text.Wrap
    }

    // Newest first, down the first column, then down the next; what has no room is not there.
    Item {
        id: list

        readonly property real rowHeight: Math.floor(height / root.plan.rows)
        readonly property real columnWidth: Math.floor((width - (root.plan.columns - 1) * root.margin) / root.plan.columns)

        Accessible.role: Accessible.List
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * root.unit
        anchors.left: parent.left
        anchors.leftMargin: root.margin
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.top: title.bottom
        anchors.topMargin: 1.4 * root.unit

        // A place and the number beside it belong to two calls.
        Rectangle {
            color: Theme.displayLine
            height: Math.min(rows.count, root.plan.rows) * list.rowHeight
            visible: root.plan.columns > 1 && rows.count > root.plan.rows
            width: Math.max(2, Math.round(root.unit * 0.4))
            x: list.columnWidth + (root.margin - width) / 2
        }

        Repeater {
            id: rows

            model: root.calls.calls

            delegate: CallRow {
                readonly property real start: Math.floor(index / root.plan.rows) * (list.columnWidth + root.margin)

                height: list.rowHeight
                size: Math.floor(root.plan.rowSize)
                unit: root.unit
                visible: index < root.plan.rows * root.plan.columns
                width: list.columnWidth
                x: root.mirrored ? list.width - start - width : start
                y: index % root.plan.rows * list.rowHeight
            }
        }
    }
}
