pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One of several of which one is chosen; a dot says which.
PressButton {
    id: root

    required property bool chosen
    property real widest: Infinity

    checkable: true
    isOn: chosen
    Accessible.role: Accessible.RadioButton
    implicitHeight: 46
    implicitWidth: Math.min(widest, implicitContentWidth)

    background: Rectangle {
        border.color: root.chosen ? Theme.primary : Theme.line
        border.width: root.chosen ? 2 : 1
        color: root.down ? Theme.pressedTint : root.hovered ? Theme.tint : Theme.card
        radius: 12

        FocusRing {
            radius: 16
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        implicitWidth: word.implicitWidth + 58

        Rectangle {
            id: ring

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.chosen ? Theme.primary : Theme.softInk
            border.width: 2
            color: "transparent"
            height: 18
            radius: 9
            width: 18
            x: 14

            Rectangle {
                anchors.centerIn: parent
                color: Theme.primary
                height: 10
                radius: 5
                visible: root.chosen
                width: 10
            }
        }

        BodyText {
            id: word

            Accessible.ignored: true
            anchors.left: ring.right
            anchors.leftMargin: 9
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            size: 17
            text: root.text
            wrapMode: Text.NoWrap
        }
    }
}
