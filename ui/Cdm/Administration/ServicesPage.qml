pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// What needs no ticket, for everybody: "Je viens juste regarder".
Item {
    id: root

    required property AdministrationViewModel vm

    signal removeAsked(string key)

    Connections {
        function onEntryAdded(): void {
            Qt.callLater(fields.takeFocus);
        }

        target: root.vm
    }

    PageScroll {
        id: left

        height: parent.height
        width: Math.round(Math.max(250, parent.width * 0.34))

        EntryList {
            addText: qsTr("Ajouter")
            entries: root.vm.services
            list: "services"
            title: qsTr("«\u00a0Je viens juste regarder\u00a0»")
            vm: root.vm
            width: parent.width

            onRemoveAsked: key => root.removeAsked(key)
        }
    }

    PageScroll {
        anchors.left: left.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        height: parent.height
        visible: root.vm.selected.startsWith("services.")

        ServiceFields {
            id: fields

            place: root.vm.selected
            vm: root.vm
            width: parent.width
        }
    }
}
