pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Where people are received, and where they wait.
Item {
    id: root

    required property AdministrationViewModel vm

    readonly property string key: vm.selected
    readonly property bool isCounter: key.startsWith("counters.")
    readonly property bool isZone: key.startsWith("zones.")
    readonly property string counterId: vm.values[key + ".id"] ?? ""
    readonly property bool isDesk: isCounter && vm.values["desk"] === counterId

    signal removeAsked(string key)

    Connections {
        function onEntryAdded(key: string): void {
            Qt.callLater(key.startsWith("zones.") ? zoneLabel.takeFocus : counterLabel.takeFocus);
        }

        target: root.vm
    }

    PageScroll {
        id: left

        height: parent.height
        width: Math.round(Math.max(250, parent.width * 0.34))

        EntryList {
            addText: qsTr("Ajouter")
            entries: root.vm.counters
            list: "counters"
            title: qsTr("Tables")
            vm: root.vm
            width: parent.width

            onRemoveAsked: key => root.removeAsked(key)
        }

        EntryList {
            addText: qsTr("Ajouter")
            entries: root.vm.zones
            list: "zones"
            title: qsTr("Zones d’attente")
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
        visible: root.isCounter

        Field {
            id: counterLabel

            fault: root.vm.draft.faults[root.key + ".label"] ?? ""
            hint: root.vm.draft.hints[root.key + ".label"] ?? qsTr("Ce qui est appelé à l’écran et à voix haute\u00a0: «\u00a0Table 4\u00a0». Jamais un nom de personne.")
            label: qsTr("Nom")
            name: "field-" + root.key + ".label"
            value: root.vm.values[root.key + ".label"] ?? ""
            width: parent.width

            onTyped: text => root.vm.setText(root.key + ".label", text)
        }

        Column {
            spacing: 6
            width: parent.width

            BodyText {
                size: 15
                soft: true
                text: qsTr("On attend dans")
            }

            Repeater {
                model: root.vm.zones

                delegate: Tick {
                    required property var model

                    isRound: true
                    name: "zone-" + model.entryId
                    text: model.label
                    ticked: root.vm.values[root.key + ".zone"] === model.entryId
                    width: parent?.width ?? 0

                    onActivated: root.vm.setText(root.key + ".zone", model.entryId)
                }
            }

            BodyText {
                color: Theme.alarm
                size: 14
                text: root.vm.draft.faults[root.key + ".zone"] ?? ""
                visible: text !== ""
                width: parent.width
            }
        }

        Tick {
            name: "accessible"
            text: qsTr("Accessible en fauteuil roulant")
            ticked: root.vm.values[root.key + ".accessible"] ?? true
            width: parent.width

            onActivated: root.vm.setTruth(root.key + ".accessible", !ticked)
        }

        Tick {
            name: "desk"
            text: qsTr("C’est la table de l’accueil\u00a0: on y vient quand on ne sait pas à qui parler")
            ticked: root.isDesk
            width: parent.width

            onActivated: root.vm.setDesk(ticked ? "" : root.counterId)
        }

        BodyText {
            size: 14
            soft: true
            text: root.vm.draft.hints[root.key] ?? ""
            visible: text !== ""
            width: parent.width
        }
    }

    PageScroll {
        anchors.left: left.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        height: parent.height
        visible: root.isZone

        Translations {
            id: zoneLabel

            help: qsTr("Complète «\u00a0Attendez dans…\u00a0» sur le ticket.")
            label: qsTr("Nom")
            place: root.key + ".label"
            vm: root.vm
            width: parent.width
        }
    }
}
