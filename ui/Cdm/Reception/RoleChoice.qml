pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What a new station is; a dot says which one is chosen.
PressButton {
    id: root

    required property string role
    required property string label
    required detail
    required property bool chosen

    checkable: true
    isOn: chosen
    Accessible.role: Accessible.RadioButton
    implicitHeight: Math.max(62, words.implicitHeight + 18)
    objectName: "role-" + role
    text: label

    background: Rectangle {
        border.color: root.chosen ? Theme.primary : Theme.line
        border.width: root.chosen ? 2 : 1
        color: root.down ? Theme.pressedTint : root.chosen || root.hovered ? Theme.tint : Theme.card
        radius: 12

        FocusRing {
            radius: 16
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: tile

            anchors.verticalCenter: parent.verticalCenter
            color: root.chosen ? Theme.primary : Theme.tint
            height: 40
            radius: 10
            width: 40
            x: 12

            RoleSign {
                anchors.centerIn: parent
                color: root.chosen ? Theme.inkOnPrimary : Theme.primary
                role: root.role
            }
        }

        Column {
            id: words

            anchors.left: tile.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter

            BodyText {
                Accessible.ignored: true
                size: 17
                strong: true
                text: root.label
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                lineHeight: 0.95
                size: 14
                soft: true
                text: root.detail
                width: parent.width
            }
        }
    }
}
