pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// How long a theme waits now: how many, and the band of somebody who would come now. A touch pauses it.
PressButton {
    id: root

    required property string themeId
    required property string label
    required property string colour
    required property bool served
    required property bool full
    required property bool paused
    required property string pausedText
    required property int waiting
    required property string bandText

    readonly property string waitText: {
        if (paused)
            return qsTr("en pause");
        if (full)
            return qsTr("complet");
        if (!served)
            return qsTr("pas reçu");
        if (bandText !== "")
            return bandText;
        return waiting > 0 ? qsTr("%1 en attente").arg(waiting) : qsTr("personne");
    }

    Accessible.description: paused ? qsTr("Reprendre ce sujet ou changer son message") : qsTr("Mettre ce sujet en pause")
    Accessible.name: [label, waitText, pausedText].filter(part => part !== "").join(", ")
    implicitHeight: Math.max(33, words.height + 9)
    objectName: "theme-" + themeId
    settleMs: 0

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: 4
        anchors.rightMargin: 4
        border.color: Theme.focus
        border.width: root.visualFocus ? 2 : 0
        color: root.down ? Theme.pressedTint : root.hovered ? Theme.tint : "transparent"
        radius: 8
    }
    contentItem: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: root.colour
            height: 12
            radius: 3
            width: 12
            x: 16
        }

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: 36
            anchors.right: wait.left
            anchors.rightMargin: 8
            anchors.verticalCenter: parent.verticalCenter

            BodyText {
                Accessible.ignored: true
                elide: Text.ElideRight
                lineHeight: 0.95
                maximumLineCount: 2
                size: 15
                soft: !root.served || root.paused
                text: root.label
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                elide: Text.ElideRight
                maximumLineCount: 1
                size: 13
                soft: true
                text: root.pausedText
                visible: text !== ""
                width: parent.width
            }
        }

        BodyText {
            id: wait

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            color: root.full || root.paused ? Theme.alarm : root.served ? Theme.ink : Theme.softInk
            size: 15
            strong: root.full || root.paused
            text: root.waitText
            wrapMode: Text.NoWrap
        }
    }
}
