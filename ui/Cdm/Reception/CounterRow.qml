import QtQuick
import Cdm.Controls

// One table: whom it calls or receives, or that it is free or closed.
Card {
    id: root

    // The whole row at once, because one of its roles, "state", is a word that every Item has already.
    required property var model

    readonly property bool closed: model.state === "closed"
    readonly property bool free: model.state === "free"

    Accessible.name: [model.label, model.stateText].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.ListItem
    color: closed ? "transparent" : Theme.card
    implicitHeight: 40
    radius: 12

    BodyText {
        id: label

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 13
        size: 17
        soft: root.closed
        strong: true
        text: root.model.label
        width: Math.min(implicitWidth, Math.max(root.width * 0.55, root.width - 44 - what.implicitWidth))
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: what

        readonly property real room: root.width - 44 - label.width

        Accessible.ignored: true
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        color: root.free ? Theme.goodInk : root.closed ? Theme.softInk : Theme.ink
        fontSizeMode: Text.Fit
        height: parent.height - 6
        horizontalAlignment: Text.AlignRight
        lineHeight: 0.95
        minimumPixelSize: 12
        size: 16
        text: root.model.stateText
        verticalAlignment: Text.AlignVCenter
        width: Math.min(implicitWidth, room)
        wrapMode: Text.Wrap
    }
}
