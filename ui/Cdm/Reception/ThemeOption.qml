pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A theme to give a ticket for, with the key that chooses it.
PressButton {
    id: root

    required property int index
    required property string themeId
    required property string label
    required property color colour
    required property bool served
    required property int waiting
    required property bool full
    required property bool paused
    required property string bandText

    // What the button is for: it comes before the theme in its name for tests.
    property string purpose: "issue"

    readonly property string key: index < 9 ? String(index + 1) : ""
    readonly property string remark: {
        if (paused)
            return qsTr("en pause");
        if (!served)
            return qsTr("pas reçu en ce moment");
        if (full)
            return qsTr("complet aujourd’hui");
        const waits = waiting > 0 ? qsTr("%1 en attente").arg(waiting) : qsTr("personne n’attend");
        return bandText === "" ? waits : waits + " · " + bandText;
    }

    detail: remark
    text: label
    implicitHeight: 58
    objectName: purpose + "-" + themeId

    background: Rectangle {
        border.color: Theme.line
        border.width: 1
        color: root.down || root.busy ? Theme.pressedTint : root.hovered ? Theme.tint : Theme.card
        radius: 14

        FocusRing {
            radius: 18
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: keyMark

            anchors.verticalCenter: parent.verticalCenter
            border.color: Theme.line
            border.width: 1
            color: Theme.paper
            height: 30
            radius: 7
            visible: root.key !== ""
            width: 30
            x: 14

            NumberText {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: Theme.softInk
                size: 16
                text: root.key
            }
        }

        Rectangle {
            id: square

            anchors.verticalCenter: parent.verticalCenter
            color: root.colour
            height: 16
            radius: 4
            width: 16
            x: 58
        }

        BodyText {
            Accessible.ignored: true
            anchors.left: square.right
            anchors.leftMargin: 11
            anchors.right: remarkText.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            maximumLineCount: 2
            size: 18
            strong: root.served && !root.full && !root.paused
            text: root.label
        }

        BodyText {
            id: remarkText

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            color: root.full || root.paused ? Theme.alarm : Theme.softInk
            size: 15
            text: root.remark
            wrapMode: Text.NoWrap
        }
    }
}
