pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Counts those who need no ticket, one tap each; the last tap can be taken back.
Item {
    id: root

    required property ReceptionViewModel vm

    Accessible.name: title.text
    Accessible.role: Accessible.Grouping
    implicitHeight: 118

    BodyText {
        id: title

        Accessible.role: Accessible.Heading
        anchors.verticalCenter: undo.verticalCenter
        size: 16
        soft: true
        text: qsTr("Sans ticket aujourd’hui")
    }

    ActionButton {
        id: undo

        anchors.right: parent.right
        enabled: root.vm.connected
        fontSize: 14
        height: 34
        implicitHeight: 34
        objectName: "undoContact"
        settleMs: 0
        shortcutText: qsTr("Ctrl Z")
        text: qsTr("Annuler\u00a0: %1").arg(root.vm.front.lastContact)
        verticalPadding: 0
        visible: root.vm.front.lastContact !== ""

        onActivated: root.vm.front.undoCount()
    }

    Row {
        anchors.bottom: parent.bottom
        height: 76
        spacing: 8
        width: parent.width

        Repeater {
            id: buttons

            model: root.vm.front.contacts

            delegate: ContactButton {
                enabled: root.vm.connected
                height: 76
                settleMs: 0
                width: (root.width - 8 * (buttons.count - 1)) / Math.max(1, buttons.count)

                onActivated: root.vm.front.count(contact)
            }
        }
    }
}
