pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Who is at the table: a number and what the visitor comes for. Empty, it says that the table is free.
Card {
    id: root

    required property string heading
    required property string number
    required property string detail
    required property string remark
    required property real unit

    readonly property bool free: number === ""
    readonly property bool crowded: detailText.lineCount > 1 && remark !== ""

    Accessible.name: [heading, number, detail, remark].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.Grouping
    radius: 18 * unit

    Column {
        anchors.centerIn: parent
        width: parent.width - 24 * root.unit

        BodyText {
            Accessible.ignored: true
            bottomPadding: (root.free ? 8 : 6) * root.unit
            horizontalAlignment: Text.AlignHCenter
            size: (root.free ? 22 : 16) * root.unit
            soft: !root.free
            strong: root.free
            text: root.heading
            width: parent.width
        }

        FittedNumber {
            height: (root.crowded ? 58 : 68) * root.unit
            objectName: "number"
            text: root.number
            visible: !root.free
            width: parent.width
        }

        BodyText {
            id: detailText

            Accessible.ignored: true
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: root.free ? 3 : 2
            size: 16 * root.unit
            soft: root.free
            text: root.detail
            topPadding: root.free ? 0 : (root.crowded ? 8 : 12) * root.unit
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignHCenter
            size: 14 * root.unit
            soft: true
            text: root.remark
            visible: text !== ""
            width: parent.width
        }
    }
}
