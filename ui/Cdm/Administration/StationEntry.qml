pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One paired station: what it is, whether it is there, and what is wrong with it.
PressButton {
    id: root

    required property string station
    required property string name
    required property string role
    required property string whatText
    required property string heardText
    required property bool isThere
    required property string trouble
    required property string advice
    required property bool chosen

    Accessible.description: [whatText, trouble === "" ? heardText : trouble + ", " + advice].join(", ")
    Accessible.role: Accessible.ListItem
    Accessible.selected: chosen
    implicitHeight: Math.max(64, words.implicitHeight + 20)
    objectName: "station-" + name
    text: name

    background: Rectangle {
        border.color: root.trouble !== "" ? Theme.alarm : root.chosen ? Theme.primary : Theme.line
        border.width: root.chosen ? root.trouble !== "" ? 3 : 2 : root.trouble !== "" ? 2 : 1
        color: root.trouble !== "" ? Theme.alarmPaper : root.down ? Theme.pressedTint : root.chosen || root.hovered ? Theme.tint : Theme.card
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
            color: root.chosen ? Theme.primary : root.trouble !== "" ? Theme.card : Theme.tint
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
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2

            BodyText {
                Accessible.ignored: true
                elide: Text.ElideRight
                maximumLineCount: 2
                size: 17
                strong: true
                text: root.name
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                color: root.trouble === "" && root.isThere ? Theme.goodInk : Theme.softInk
                size: 15
                text: root.trouble === "" ? root.whatText + " · " + root.heardText : root.whatText
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                color: Theme.alarm
                size: 15
                strong: true
                text: root.trouble
                visible: text !== ""
                width: parent.width
            }

            BodyText {
                Accessible.ignored: true
                size: 15
                text: root.advice
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
