pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What visitors come for: the order of the kiosk at the left, one theme at the right.
Item {
    id: root

    required property AdministrationViewModel vm

    readonly property string key: vm.selected
    readonly property bool chosen: key.startsWith("themes.")

    signal removeAsked(string key)

    Connections {
        function onEntryAdded(key: string): void {
            if (!key.includes(".services."))
                Qt.callLater(names.takeFocus);
        }

        target: root.vm
    }

    PageScroll {
        id: left

        height: parent.height
        width: Math.round(Math.max(250, parent.width * 0.34))

        EntryList {
            addText: qsTr("Ajouter")
            entries: root.vm.themes
            list: "themes"
            title: qsTr("Dans l’ordre de la borne")
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
        visible: root.chosen

        BodyText {
            size: 15
            strong: true
            text: root.vm.draft.hints[root.key] ?? ""
            visible: text !== ""
            width: parent.width
        }

        Translations {
            id: names

            help: qsTr("Dans les mots des visiteurs, jamais ceux d’une institution.")
            label: qsTr("Nom")
            place: root.key + ".label"
            vm: root.vm
            width: parent.width
        }

        Column {
            spacing: 6
            width: parent.width

            BodyText {
                size: 15
                soft: true
                text: qsTr("Image")
            }

            Flow {
                Accessible.name: qsTr("Image")
                Accessible.role: Accessible.Grouping
                spacing: 8
                width: parent.width

                Repeater {
                    model: root.vm.pictograms

                    delegate: PressButton {
                        id: picture

                        required property var model

                        readonly property bool chosen: root.vm.values[root.key + ".pictogram"] === model.entryId

                        checkable: true
                        isOn: chosen
                        Accessible.role: Accessible.RadioButton
                        height: 56
                        objectName: "pictogram-" + model.entryId
                        text: model.label
                        width: 56

                        background: Rectangle {
                            border.color: picture.chosen ? Theme.primary : "transparent"
                            border.width: 3
                            color: "transparent"
                            radius: 14

                            FocusRing {
                                radius: 16
                                thickness: 2
                                visible: picture.visualFocus
                            }
                        }
                        contentItem: Item {
                            PictogramTile {
                                anchors.centerIn: parent
                                color: picture.chosen ? root.vm.values[root.key + ".colour"] ?? Theme.primary : Theme.softInk
                                pictogram: picture.model.pictogram
                                side: 44
                            }
                        }

                        onActivated: root.vm.setText(root.key + ".pictogram", model.entryId)
                    }
                }

                ChoosePicture {
                    name: "ownPictogram"
                    text: qsTr("Une autre…")

                    onChosen: url => root.vm.pictures.bring(root.key + ".pictogram", url)
                }
            }

            BodyText {
                color: Theme.alarm
                size: 14
                text: root.vm.draft.faults[root.key + ".pictogram"] ?? ""
                visible: text !== ""
                width: parent.width
            }
        }

        Colours {
            place: root.key + ".colour"
            vm: root.vm
            width: parent.width
        }

        Field {
            fault: root.vm.draft.faults[root.key + ".interview_min"] ?? ""
            hint: qsTr("Ce que dure un entretien d’habitude, tant que la maison ne l’a pas vu elle-même.")
            label: qsTr("Durée d’un entretien")
            name: "field-" + root.key + ".interview_min"
            unit: qsTr("min")
            value: String(root.vm.values[root.key + ".interview_min"] ?? "")
            width: Math.min(parent.width, 320)

            onTyped: text => root.vm.setNumber(root.key + ".interview_min", text)
        }

        Row {
            spacing: 12

            Field {
                fault: root.vm.draft.faults[root.key + ".from_date"] ?? ""
                hint: qsTr("Vide\u00a0: déjà")
                label: qsTr("Proposé à partir du")
                name: "themeFrom"
                value: root.vm.values[root.key + ".from_date"] ?? ""
                width: 210

                onTyped: text => root.vm.setDate(root.key + ".from_date", text)
            }

            Field {
                fault: root.vm.draft.faults[root.key + ".until_date"] ?? ""
                hint: qsTr("Vide\u00a0: toujours")
                label: qsTr("jusqu’au (compris)")
                name: "themeUntil"
                value: root.vm.values[root.key + ".until_date"] ?? ""
                width: 210

                onTyped: text => root.vm.setDate(root.key + ".until_date", text)
            }
        }

        BodyText {
            Accessible.role: Accessible.Heading
            size: 17
            strong: true
            text: qsTr("Sans attendre, pour ce sujet")
            topPadding: 8
        }

        Repeater {
            model: root.vm.themeServices

            delegate: Card {
                id: service

                required property var model

                Connections {
                    function onEntryAdded(key: string): void {
                        if (key === service.model.entryKey)
                            Qt.callLater(fields.takeFocus);
                    }

                    target: root.vm
                }

                height: inside.height + 32
                width: parent?.width ?? 0

                Column {
                    id: inside

                    spacing: 10
                    width: parent.width - 32
                    x: 16
                    y: 16

                    ServiceFields {
                        id: fields

                        place: service.model.entryKey
                        vm: root.vm
                        width: parent.width
                    }

                    ActionButton {
                        fontSize: 15
                        objectName: "remove-" + service.model.entryKey
                        text: qsTr("Retirer ce service")

                        onActivated: root.vm.removeEntry(service.model.entryKey)
                    }
                }
            }
        }

        ActionButton {
            fontSize: 15
            objectName: "addThemeService"
            text: qsTr("Ajouter un service sans ticket")

            onActivated: root.vm.addEntry(root.key + ".services")
        }
    }
}
