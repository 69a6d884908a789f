pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One language of the shift to open, spoken or not; a tick says so, not the colour alone.
PressButton {
    id: root

    required property int index
    required property string choiceId
    required property string label
    required property bool chosen
    required property real unit

    checkable: true
    isOn: chosen
    Accessible.name: label
    Accessible.role: Accessible.CheckBox
    implicitHeight: 40 * unit
    implicitWidth: implicitContentWidth
    objectName: "languageChoice-" + choiceId

    background: Rectangle {
        border.color: root.chosen ? Theme.primary : Theme.line
        border.width: root.chosen ? Math.max(2, Math.round(1.5 * root.unit)) : 1
        color: root.down ? Theme.pressedTint : root.hovered && root.enabled ? Theme.tint : Theme.card
        radius: 11 * root.unit

        FocusRing {
            radius: parent.radius + 2 * thickness
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        implicitWidth: word.implicitWidth + 40 * root.unit

        // The box and its tick.
        Rectangle {
            id: box

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.chosen ? Theme.primary : Theme.softInk
            border.width: Math.max(1, Math.round(1.3 * root.unit))
            color: root.chosen ? Theme.primary : "transparent"
            height: 16 * root.unit
            radius: 4 * root.unit
            width: height
            x: 10 * root.unit

            Rectangle {
                color: "white"
                height: 2 * root.unit
                rotation: 45
                visible: root.chosen
                width: 6 * root.unit
                x: 2.2 * root.unit
                y: 8.2 * root.unit
            }

            Rectangle {
                color: "white"
                height: 2 * root.unit
                rotation: -50
                visible: root.chosen
                width: 10 * root.unit
                x: 4.9 * root.unit
                y: 6.8 * root.unit
            }
        }

        BodyText {
            id: word

            Accessible.ignored: true
            anchors.left: box.right
            anchors.leftMargin: 6 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            size: 15 * root.unit
            soft: !root.chosen
            text: root.label
            wrapMode: Text.NoWrap
        }
    }
}
