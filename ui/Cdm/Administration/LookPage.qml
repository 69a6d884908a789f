pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// How the site is called, and in which languages it speaks.
PageScroll {
    id: root

    required property AdministrationViewModel vm

    Field {
        fault: root.vm.draft.faults["name"] ?? ""
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
            color: root.vm.draft.faults["languages"] ? Theme.alarm : Theme.softInk
            size: 14
            text: root.vm.draft.faults["languages"] ?? root.vm.draft.hints["languages"] ?? ""
            visible: text !== ""
            width: parent.width
        }
    }

    Column {
        spacing: 6
        visible: order.count > 1
        width: parent.width

        BodyText {
            size: 15
            soft: true
            text: qsTr("Leur ordre, à la borne et sur les écrans")
        }

        Flow {
            spacing: 8
            width: parent.width

            Repeater {
                id: order

                model: root.vm.languages

                delegate: ActionButton {
                    required property var model
                    required property int index

                    Accessible.name: qsTr("Avancer %1").arg(model.label)
                    enabled: index > 0
                    fontSize: 15
                    objectName: "forward-" + model.choiceId
                    text: index === 0 ? qsTr("1. %1").arg(model.label) : qsTr("← %1. %2").arg(index + 1).arg(model.label)

                    onActivated: root.vm.moveEntry("languages." + index, -1)
                }
            }
        }
    }

    Colours {
        label: qsTr("Couleur du site")
        place: "accent"
        vm: root.vm
        width: parent.width
    }

    Column {
        spacing: 6
        width: parent.width

        BodyText {
            size: 15
            soft: true
            text: qsTr("Logo de la Cité, jamais celui d’une institution")
        }

        Row {
            spacing: 12

            Rectangle {
                border.color: Theme.line
                border.width: 1
                color: Theme.card
                height: 84
                radius: 10
                visible: logo.source.toString() !== ""
                width: 168

                Image {
                    id: logo

                    Accessible.name: qsTr("Logo")
                    Accessible.role: Accessible.Graphic
                    anchors.centerIn: parent
                    asynchronous: true
                    fillMode: Image.PreserveAspectFit
                    height: 68
                    source: root.vm.values["logo.url"] ?? ""
                    sourceSize: Qt.size(2 * width, 2 * height)
                    width: 152
                }
            }

            ChoosePicture {
                anchors.verticalCenter: parent.verticalCenter
                name: "chooseLogo"
                text: qsTr("Choisir une image…")

                onChosen: url => root.vm.pictures.bring("logo", url)
            }

            ActionButton {
                anchors.verticalCenter: parent.verticalCenter
                fontSize: 15
                objectName: "removeLogo"
                text: qsTr("Retirer")
                visible: (root.vm.values["logo"] ?? "") !== ""

                onActivated: root.vm.setOptional("logo", "")
            }
        }

        BodyText {
            color: root.vm.draft.faults["logo"] ? Theme.alarm : Theme.softInk
            size: 14
            text: root.vm.draft.faults["logo"] ?? qsTr("SVG simple ou PNG, 500 Ko au plus.")
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
            enabled: former.input.text !== "" && next.input.text !== "" && next.fault === "" && !root.vm.door.busy
            fontSize: 15
            objectName: "changePin"
            text: qsTr("Changer le code")

            onActivated: {
                root.vm.door.changePin(former.input.text, next.input.text);
                former.input.clear();
                next.input.clear();
            }
        }
    }
}
