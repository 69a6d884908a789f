pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One of the numbers that a new station may show, as large as its card; a dot says which one is chosen.
PressButton {
    id: root

    required property int index
    required property string number
    required property string shown
    required property string said
    required property bool chosen

    checkable: true
    isOn: chosen
    Accessible.name: said
    Accessible.role: Accessible.RadioButton
    objectName: "number-" + number

    background: Rectangle {
        border.color: root.chosen ? Theme.primary : Theme.line
        border.width: root.chosen ? 3 : 1
        color: root.down ? Theme.pressedTint : root.chosen || root.hovered ? Theme.tint : Theme.card
        radius: 16

        FocusRing {
            radius: 20
            thickness: 3
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: ring

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.chosen ? Theme.primary : Theme.softInk
            border.width: 2
            color: "transparent"
            height: 22
            radius: 11
            width: 22
            x: 18

            Rectangle {
                anchors.centerIn: parent
                color: Theme.primary
                height: 12
                radius: 6
                visible: root.chosen
                width: 12
            }
        }

        NumberText {
            id: digits

            Accessible.ignored: true
            anchors.left: ring.right
            anchors.leftMargin: 10
            anchors.right: key.left
            anchors.rightMargin: 4
            height: parent.height
            // Seven signs, the widest 0.652 of the size; the space between is narrower.
            size: Math.min(parent.height * 0.72, width / 4.3)
            text: root.shown
        }

        BodyText {
            id: key

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            size: 13
            soft: true
            text: String(root.index + 1)
        }
    }
}
