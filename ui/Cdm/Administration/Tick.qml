pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Something that is so or not; a tick says it, not the colour alone. `isRound` where one of several holds.
PressButton {
    id: root

    property bool ticked: false
    property bool isRound: false
    property string name: ""

    checkable: true
    isOn: ticked
    Accessible.role: isRound ? Accessible.RadioButton : Accessible.CheckBox
    implicitHeight: Math.max(42, words.implicitHeight + 14)
    implicitWidth: words.implicitWidth + 54
    objectName: name

    background: Rectangle {
        border.color: root.ticked ? Theme.primary : Theme.line
        border.width: root.ticked ? 2 : 1
        color: root.down ? Theme.pressedTint : root.hovered && root.enabled ? Theme.tint : Theme.card
        radius: 10

        FocusRing {
            radius: 14
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: box

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.ticked ? Theme.primary : Theme.softInk
            border.width: 1
            color: root.ticked ? Theme.primary : "transparent"
            height: 18
            radius: root.isRound ? 9 : 5
            width: 18
            x: 12

            Rectangle {
                anchors.centerIn: parent
                color: Theme.inkOnPrimary
                height: 8
                radius: root.isRound ? 4 : 2
                visible: root.ticked
                width: 8
            }
        }

        BodyText {
            id: words

            Accessible.ignored: true
            anchors.left: box.right
            anchors.leftMargin: 9
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            size: 16
            soft: !root.enabled
            text: root.text
        }
    }
}
