import QtQuick
import Cdm.Controls

// How long a theme waits now: how many, and the band of somebody who would come now.
Item {
    id: root

    required property string label
    required property string colour
    required property bool served
    required property bool full
    required property int waiting
    required property string bandText

    readonly property string waitText: {
        if (full)
            return qsTr("complet");
        if (!served)
            return qsTr("pas reçu");
        if (bandText !== "")
            return bandText;
        return waiting > 0 ? qsTr("%1 en attente").arg(waiting) : qsTr("personne");
    }

    Accessible.name: label + ", " + waitText
    Accessible.role: Accessible.ListItem
    implicitHeight: Math.max(31, name.implicitHeight + 8)

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: root.colour
        height: 12
        radius: 3
        width: 12
        x: 16
    }

    BodyText {
        id: name

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: 36
        anchors.right: wait.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        lineHeight: 0.95
        maximumLineCount: 2
        size: 15
        soft: !root.served
        text: root.label
    }

    BodyText {
        id: wait

        Accessible.ignored: true
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        color: root.full ? Theme.alarm : root.served ? Theme.ink : Theme.softInk
        size: 15
        strong: root.full
        text: root.waitText
        wrapMode: Text.NoWrap
    }
}
