pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One tap is one contact without a ticket; it shows how many there were today.
PressButton {
    id: root

    required property string contact
    required property string label
    required property int count
    required property string key

    Accessible.description: qsTr("%1 aujourd’hui").arg(count)
    Accessible.name: label
    objectName: "contact-" + contact

    background: Rectangle {
        border.color: Theme.line
        border.width: 1
        color: root.down ? Theme.pressedTint : root.hovered ? Theme.tint : Theme.card
        radius: 14

        FocusRing {
            radius: 18
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        NumberText {
            id: number

            Accessible.ignored: true
            anchors.horizontalCenter: parent.horizontalCenter
            color: root.enabled ? Theme.primary : Theme.softInk
            size: 23
            text: root.count
            y: 7
        }

        BodyText {
            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 9
            anchors.top: parent.top
            anchors.topMargin: 8
            size: 12
            soft: true
            text: root.key
        }

        BodyText {
            Accessible.ignored: true
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 7
            anchors.top: number.bottom
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 0.95
            minimumPixelSize: 12
            size: 15
            text: root.label
            verticalAlignment: Text.AlignVCenter
            width: parent.width - 12
            x: 6
        }
    }
}
