pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The hour, the doors, how many; alarms at the right, first in sight.
Rectangle {
    id: root

    required property ReceptionViewModel vm

    readonly property bool givesNumbers: vm.doorsOpen && vm.front.entryOpen
    readonly property bool tight: width < 1200
    readonly property int gap: tight ? 16 : 26

    color: Theme.card

    Row {
        id: facts

        anchors.verticalCenter: parent.verticalCenter
        spacing: root.gap
        x: 24

        BodyText {
            Accessible.role: Accessible.Heading
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.primary
            size: 21
            strong: true
            text: qsTr("Accueil")
        }

        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            size: 17
            text: root.vm.clock
        }

        Row {
            Accessible.name: root.vm.dayText
            Accessible.role: Accessible.StaticText
            anchors.verticalCenter: parent.verticalCenter
            spacing: 7

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: root.givesNumbers ? Theme.goodInk : Theme.softInk
                border.width: 2
                color: root.givesNumbers ? Theme.goodInk : "transparent"
                height: 9
                radius: 4.5
                width: 9
            }

            BodyText {
                Accessible.ignored: true
                color: root.givesNumbers ? Theme.goodInk : Theme.softInk
                size: 17
                text: root.vm.dayText
            }
        }

        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            size: 17
            soft: true
            text: [qsTr("%1 en attente").arg(root.vm.waiting), qsTr("%1 en entretien").arg(root.vm.receiving), qsTr("%n reçus", "", root.vm.received)].join(" · ")
        }
    }

    BodyText {
        anchors.right: settings.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        objectName: "stationsText"
        size: 16
        soft: true
        text: root.vm.stationsText
        visible: text !== "" && !alarms.visible && implicitWidth <= alarms.maximumWidth
        wrapMode: Text.NoWrap
    }

    AlarmBadge {
        id: alarms

        anchors.right: settings.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        maximumWidth: settings.x - 12 - facts.x - facts.width - root.gap
        vm: root.vm
    }

    ActionButton {
        id: settings

        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        fontSize: 16
        lineWidth: 0
        objectName: "settings"
        text: qsTr("Réglages")

        onActivated: root.vm.askAdministration()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: 1
        width: parent.width
    }
}
