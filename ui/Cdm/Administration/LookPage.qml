pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// How the site is called, and in which languages it speaks.
PageScroll {
    id: root

    required property AdministrationViewModel vm

    Field {
        fault: root.vm.faults["name"] ?? ""
        label: qsTr("Nom du site")
        name: "field-name"
        value: root.vm.values["name"] ?? ""
        width: parent.width

        onTyped: text => root.vm.setText("name", text)
    }

    Column {
        spacing: 6
        width: parent.width

        BodyText {
            size: 15
            soft: true
            text: qsTr("Langues (la première vaut quand un texte manque)")
        }

        Flow {
            spacing: 8
            width: parent.width

            Repeater {
                model: root.vm.offeredLanguages

                delegate: Tick {
                    required property var model

                    name: "language-" + model.choiceId
                    text: model.label
                    ticked: model.level === 1

                    onActivated: root.vm.setLanguage(model.choiceId, !ticked)
                }
            }
        }

        BodyText {
            color: root.vm.faults["languages"] ? Theme.alarm : Theme.softInk
            size: 14
            text: root.vm.faults["languages"] ?? root.vm.hints["languages"] ?? ""
            visible: text !== ""
            width: parent.width
        }
    }

    Translations {
        label: qsTr("Devise")
        place: "tagline"
        vm: root.vm
        width: parent.width
    }

    Translations {
        help: qsTr("Complète «\u00a0Adressez-vous…\u00a0».")
        label: qsTr("Où est l’accueil")
        place: "reception"
        vm: root.vm
        width: parent.width
    }

    BodyText {
        Accessible.role: Accessible.Heading
        size: 17
        strong: true
        text: qsTr("Changer le code des réglages")
        topPadding: 8
    }

    Flow {
        spacing: 12
        width: parent.width

        Field {
            id: former

            label: qsTr("Code d’aujourd’hui")
            name: "formerPin"
            secret: true
            width: 220
        }

        Field {
            id: next

            fault: input.text === "" || /^\d{4,12}$/.test(input.text) ? "" : qsTr("4 à 12 chiffres")
            label: qsTr("Nouveau code")
            name: "nextPin"
            secret: true
            width: 220
        }

        ActionButton {
            enabled: former.input.text !== "" && next.input.text !== "" && next.fault === "" && !root.vm.busy
            fontSize: 15
            objectName: "changePin"
            text: qsTr("Changer le code")

            onActivated: {
                root.vm.changePin(former.input.text, next.input.text);
                former.input.clear();
                next.input.clear();
            }
        }
    }
}
