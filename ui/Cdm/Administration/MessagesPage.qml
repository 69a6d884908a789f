pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What reception puts on the displays in one touch.
Item {
    id: root

    required property AdministrationViewModel vm

    readonly property string key: vm.selected
    readonly property bool chosen: key.startsWith("messages.")

    signal removeAsked(string key)

    Connections {
        function onEntryAdded(): void {
            Qt.callLater(label.takeFocus);
        }

        target: root.vm
    }

    PageScroll {
        id: left

        height: parent.height
        width: Math.round(Math.max(250, parent.width * 0.34))

        EntryList {
            addText: qsTr("Ajouter")
            entries: root.vm.messages
            list: "messages"
            title: qsTr("Messages prêts pour les écrans")
            vm: root.vm
            width: parent.width

            onRemoveAsked: key => root.removeAsked(key)
        }
    }

    BodyText {
        anchors.left: left.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        size: 16
        soft: true
        text: qsTr("Écrivez ici ce que l’accueil annonce souvent\u00a0: un appui suffira pour l’afficher sur les écrans.")
        visible: !root.chosen
        y: 4
    }

    PageScroll {
        anchors.left: left.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        height: parent.height
        visible: root.chosen

        Field {
            id: label

            fault: root.vm.draft.faults[root.key + ".label"] ?? ""
            hint: root.vm.draft.hints[root.key + ".label"] ?? qsTr("Ce que lit l’accueil sur le bouton\u00a0; personne d’autre ne le voit.")
            label: qsTr("Nom du message")
            name: "field-" + root.key + ".label"
            value: root.vm.values[root.key + ".label"] ?? ""
            width: parent.width

            onTyped: text => root.vm.setText(root.key + ".label", text)
        }

        Translations {
            help: qsTr("Ce qui est affiché à tout le monde\u00a0: aucun nom de personne.")
            label: qsTr("Texte")
            place: root.key + ".text"
            vm: root.vm
            width: parent.width
        }
    }
}
