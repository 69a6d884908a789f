pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// What one service without a ticket is, how it is called, and where it is.
Column {
    id: root

    required property AdministrationViewModel vm
    required property string place

    readonly property string kind: vm.values[place + ".kind"] ?? ""

    function takeFocus(): void {
        names.takeFocus();
    }

    spacing: 10

    Flow {
        spacing: 8
        width: parent.width

        Kind {
            text: qsTr("Documentation")
            value: "documentation"
        }

        Kind {
            text: qsTr("Ordinateurs")
            value: "computers"
        }

        Kind {
            text: qsTr("Ateliers et rencontres")
            value: "events"
        }
    }

    Translations {
        id: names

        label: qsTr("Nom")
        place: root.place + ".label"
        vm: root.vm
        width: parent.width
    }

    Translations {
        label: qsTr("Où c’est")
        place: root.place + ".place"
        vm: root.vm
        width: parent.width
    }

    component Kind: Tick {
        required property string value

        isRound: true
        name: "kind-" + root.place + "-" + value
        ticked: root.kind === value

        onActivated: root.vm.setText(root.place + ".kind", value)
    }
}
