pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What the list can be narrowed to, and how many it would show.
PressButton {
    id: root

    required property string filterId
    required property string label
    required property int count
    required property bool chosen

    checkable: true
    isOn: chosen
    Accessible.name: label + ", " + count
    Accessible.role: Accessible.RadioButton
    implicitHeight: 44
    implicitWidth: implicitContentWidth
    objectName: "filter-" + filterId

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
        implicitWidth: word.implicitWidth + number.implicitWidth + 34

        BodyText {
            id: word

            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            size: 15
            strong: root.chosen
            text: root.label
            wrapMode: Text.NoWrap
            x: 13
        }

        NumberText {
            id: number

            Accessible.ignored: true
            anchors.left: word.right
            anchors.leftMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            color: root.chosen ? Theme.primary : Theme.softInk
            size: 15
            text: root.count
        }
    }
}
