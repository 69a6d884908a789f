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

    Accessible.name: [heading, number, detail, remark].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.Grouping
    radius: 18 * unit

    BodyText {
        id: headingText

        Accessible.ignored: true
        anchors.top: parent.top
        anchors.topMargin: (root.number === "" ? 50 : 14) * root.unit
        horizontalAlignment: Text.AlignHCenter
        size: (root.number === "" ? 22 : 16) * root.unit
        soft: root.number !== ""
        strong: root.number === ""
        text: root.heading
        width: parent.width - 24 * root.unit
        x: 12 * root.unit
    }

    NumberText {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 72 * root.unit
        objectName: "number"
        size: 94 * root.unit
        text: root.number
        visible: text !== ""
        y: 35 * root.unit
    }

    Column {
        anchors.top: root.number === "" ? headingText.bottom : undefined
        anchors.topMargin: 8 * root.unit
        spacing: 2 * root.unit
        width: parent.width - 24 * root.unit
        x: 12 * root.unit
        y: 112 * root.unit

        BodyText {
            Accessible.ignored: true
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: root.number === "" ? 3 : 2
            size: 16 * root.unit
            soft: root.number === ""
            text: root.detail
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignHCenter
            size: 13 * root.unit
            soft: true
            text: root.remark
            visible: text !== ""
            width: parent.width
        }
    }
}
