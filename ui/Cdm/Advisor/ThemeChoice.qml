pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One theme of the shift to open; each touch goes on: not received, first choice, to help out.
PressButton {
    id: root

    required property int index
    required property string choiceId
    required property string label
    required property color colour
    required property int level
    required property real unit

    readonly property string levelText: level === 1 ? qsTr("premier choix") : level === 2 ? qsTr("en renfort") : qsTr("non")

    checkable: true
    isOn: level > 0
    Accessible.description: qsTr("Change à chaque appui\u00a0: premier choix, en renfort, non")
    Accessible.name: label + " : " + levelText
    Accessible.role: Accessible.CheckBox
    implicitHeight: 43 * unit
    objectName: "themeChoice-" + choiceId

    background: Rectangle {
        border.color: root.level > 0 ? Theme.primary : Theme.line
        border.width: root.level > 0 ? Math.max(2, Math.round(1.5 * root.unit)) : 1
        color: root.down ? Theme.pressedTint : root.hovered && root.enabled ? Theme.tint : Theme.card
        radius: 11 * root.unit

        FocusRing {
            radius: parent.radius + 2 * thickness
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: square

            anchors.verticalCenter: parent.verticalCenter
            color: root.colour
            height: 14 * root.unit
            radius: 4 * root.unit
            width: height
            x: 12 * root.unit
        }

        BodyText {
            Accessible.ignored: true
            anchors.left: square.right
            anchors.leftMargin: 9 * root.unit
            anchors.right: levelChip.left
            anchors.rightMargin: 6 * root.unit
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2 * root.unit
            anchors.top: parent.top
            anchors.topMargin: 2 * root.unit
            elide: Text.ElideRight
            fontSizeMode: Text.Fit
            lineHeight: 0.95
            minimumPixelSize: Math.round(10 * root.unit)
            size: 15 * root.unit
            soft: root.level === 0
            text: root.label
            verticalAlignment: Text.AlignVCenter
        }

        Rectangle {
            id: levelChip

            anchors.right: parent.right
            anchors.rightMargin: 7 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            border.color: root.level === 2 ? Theme.primary : "transparent"
            border.width: Math.max(1, Math.round(root.unit))
            color: root.level === 1 ? Theme.primary : "transparent"
            height: 27 * root.unit
            radius: 8 * root.unit
            width: 104 * root.unit

            BodyText {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: root.level === 1 ? "white" : root.level === 2 ? Theme.primary : Theme.softInk
                size: 13.5 * root.unit
                strong: root.level > 0
                text: root.levelText
            }
        }
    }
}
