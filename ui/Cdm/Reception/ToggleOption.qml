pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Something that is so or not; a tick says which.
PressButton {
    id: root

    required property bool chosen
    property string shortcutText: ""

    checkable: true
    isOn: chosen
    Accessible.role: Accessible.CheckBox
    implicitHeight: 46
    implicitWidth: implicitContentWidth

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
        implicitWidth: word.implicitWidth + key.implicitWidth + 68

        Rectangle {
            id: box

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.chosen ? Theme.primary : Theme.softInk
            border.width: 2
            color: root.chosen ? Theme.primary : "transparent"
            height: 20
            radius: 5
            width: 20
            x: 14

            Rectangle {
                color: Theme.onPrimary
                height: 3
                radius: 1.5
                rotation: 45
                visible: root.chosen
                width: 7
                x: 3
                y: 10
            }

            Rectangle {
                color: Theme.onPrimary
                height: 3
                radius: 1.5
                rotation: -50
                visible: root.chosen
                width: 11
                x: 6.5
                y: 8
            }
        }

        BodyText {
            id: word

            Accessible.ignored: true
            anchors.left: box.right
            anchors.leftMargin: 9
            anchors.verticalCenter: parent.verticalCenter
            size: 17
            text: root.text
            wrapMode: Text.NoWrap
        }

        BodyText {
            id: key

            Accessible.ignored: true
            anchors.left: word.right
            anchors.leftMargin: 9
            anchors.verticalCenter: parent.verticalCenter
            size: 12
            soft: true
            text: root.shortcutText
            wrapMode: Text.NoWrap
        }
    }
}
