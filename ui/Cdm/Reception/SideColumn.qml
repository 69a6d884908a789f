pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What reception does most, and how each table stands.
Rectangle {
    id: root

    required property ReceptionViewModel vm

    readonly property int margin: width < 380 ? 18 : 22

    signal newTicketAsked
    signal closeDayAsked

    color: Theme.card

    Rectangle {
        color: Theme.line
        height: parent.height
        width: 1
    }

    ActionButton {
        id: newTicket

        detail: root.vm.doorsOpen ? "" : qsTr("Les portes sont fermées")
        enabled: root.vm.connected && root.vm.doorsOpen
        fontSize: 19
        height: 62
        kind: "primary"
        objectName: "newTicket"
        shortcutText: "N"
        text: qsTr("Nouveau ticket")
        width: parent.width - 2 * root.margin
        x: root.margin
        y: 22

        onActivated: root.newTicketAsked()
    }

    BodyText {
        id: title

        Accessible.role: Accessible.Heading
        anchors.top: newTicket.bottom
        anchors.topMargin: 20
        size: 16
        soft: true
        text: qsTr("Tables")
        x: root.margin
    }

    Chip {
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: title.verticalCenter
        text: qsTr("Site d’exemple")
        visible: root.vm.sample
    }

    ListView {
        id: counters

        Accessible.name: title.text
        Accessible.role: Accessible.List
        anchors.bottom: day.top
        anchors.bottomMargin: 14
        anchors.top: title.bottom
        anchors.topMargin: 10
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.vm.counters
        spacing: 10
        width: parent.width - 2 * root.margin
        x: root.margin

        delegate: CounterRow {
            width: counters.width
        }
    }

    Item {
        id: day

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 22
        height: 52
        width: parent.width - 2 * root.margin
        x: root.margin

        ActionButton {
            anchors.fill: parent
            enabled: root.vm.connected
            kind: "secondary"
            objectName: "openDay"
            text: qsTr("Ouvrir la journée")
            visible: !root.vm.doorsOpen

            onActivated: root.vm.openDay()
        }

        ActionButton {
            anchors.fill: parent
            enabled: root.vm.connected
            objectName: "closeDay"
            text: qsTr("Fermer la journée")
            visible: root.vm.doorsOpen

            onActivated: root.closeDayAsked()
        }
    }
}
