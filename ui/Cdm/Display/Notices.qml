pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What everybody is told, below the calls: the house's message, and a quieter line whose texts take turns.
// Nothing is cut off: two long texts take turns where both would crowd the calls out.
Rectangle {
    id: root

    required property string message
    required property string notice
    required property bool messageTurn
    required property bool messageRightToLeft
    required property bool noticeRightToLeft
    required property real unit
    // How high both together may stand.
    required property real most

    readonly property bool hasRoom: words.height + column.spacing + quiet.height + 2 * padding <= most
    readonly property bool showsMessage: message !== "" && (hasRoom || messageTurn || notice === "")
    readonly property bool showsNotice: notice !== "" && (hasRoom || !messageTurn || message === "")
    readonly property real smallest: 5.6 * unit
    readonly property real padding: 2.6 * unit

    color: Theme.displayLine
    height: showsMessage || showsNotice ? Math.round(column.height + 2 * padding) : 0
    visible: height > 0

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: 6 * root.unit
        anchors.right: parent.right
        anchors.rightMargin: 6 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.4 * root.unit

        Text {
            id: words

            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            // Its own language says where a text begins.
            LayoutMirroring.enabled: false
            color: Theme.displayInk
            font.bold: true
            font.family: Theme.textFamily
            font.pixelSize: Math.round(text.length > 80 ? root.smallest : 6 * root.unit)
            horizontalAlignment: root.messageRightToLeft ? Text.AlignRight : Text.AlignLeft
            objectName: "message"
            text: root.message
            textFormat: Text.PlainText
            visible: root.showsMessage
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            id: quiet

            Accessible.name: text
            Accessible.role: Accessible.StaticText
            LayoutMirroring.enabled: false
            color: Theme.displayInk
            font.family: Theme.textFamily
            font.pixelSize: Math.round(root.smallest)
            horizontalAlignment: root.noticeRightToLeft ? Text.AlignRight : Text.AlignLeft
            objectName: "notice"
            text: root.notice
            textFormat: Text.PlainText
            visible: root.showsNotice
            width: parent.width
            wrapMode: Text.Wrap

            onTextChanged: turn.restart()
        }
    }

    NumberAnimation {
        id: turn

        duration: Theme.motionMs
        from: 0
        property: "opacity"
        target: quiet
        to: 1
    }
}
