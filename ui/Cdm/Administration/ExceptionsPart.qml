pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What is different on some days: closed, other hours, tables that are absent.
Item {
    id: root

    required property AdministrationViewModel vm

    readonly property string key: vm.selected
    readonly property bool chosen: key.startsWith("exceptions.")
    readonly property string mode: vm.values[key + ".mode"] ?? ""

    signal cellAsked(string cell)
    signal removeAsked(string key)

    Connections {
        function onEntryAdded(): void {
            Qt.callLater(firstDay.takeFocus);
        }

        target: root.vm
    }

    implicitHeight: Math.max(list.height, chosen ? one.height + 32 : 0)

    EntryList {
        id: list

        addText: qsTr("Ajouter une exception")
        entries: root.vm.exceptions
        list: "exceptions"
        ordered: false
        title: qsTr("Exceptions\u00a0: fermetures, autres horaires, tables absentes")
        vm: root.vm
        width: Math.round(Math.max(280, parent.width * 0.4))

        onRemoveAsked: key => root.removeAsked(key)
    }

    Card {
        anchors.left: list.right
        anchors.leftMargin: 20
        anchors.right: parent.right
        height: one.height + 32
        visible: root.chosen

        Column {
            id: one

            spacing: 12
            width: parent.width - 32
            x: 16
            y: 16

            Row {
                spacing: 12

                Field {
                    id: firstDay

                    fault: root.vm.draft.faults[root.key + ".date"] ?? ""
                    label: qsTr("Le, ou du")
                    name: "exceptionDate"
                    placeholder: qsTr("24/12/2026")
                    value: root.vm.values[root.key + ".date"] ?? ""
                    width: (one.width - 12) / 2

                    onTyped: text => root.vm.setDate(root.key + ".date", text)
                }

                Field {
                    fault: root.vm.draft.faults[root.key + ".last_date"] ?? ""
                    label: qsTr("au (si plusieurs jours)")
                    name: "exceptionLastDate"
                    value: root.vm.values[root.key + ".last_date"] ?? ""
                    width: (one.width - 12) / 2

                    onTyped: text => root.vm.setDate(root.key + ".last_date", text)
                }
            }

            Flow {
                spacing: 8
                width: parent.width

                Tick {
                    isRound: true
                    name: "exceptionClosed"
                    text: qsTr("Fermé")
                    ticked: root.mode === "closed"

                    onActivated: root.vm.setExceptionHours(root.key, "")
                }

                Tick {
                    isRound: true
                    name: "exceptionOther"
                    text: qsTr("Autres horaires")
                    ticked: root.mode === "other"

                    onActivated: root.vm.setExceptionHours(root.key, "09:00-12:30")
                }

                Tick {
                    isRound: true
                    name: "exceptionUsual"
                    text: qsTr("Horaires habituels")
                    ticked: root.mode === "usual"

                    onActivated: root.vm.keepHours(root.key)
                }
            }

            Field {
                fault: root.vm.draft.faults[root.key + ".hours"] ?? ""
                hint: qsTr("Par exemple 09:00-12:30, 13:30-17:30")
                label: qsTr("Horaires ces jours-là")
                name: "exceptionHours"
                value: root.vm.values[root.key + ".hours"] ?? ""
                visible: root.mode === "other" || input.activeFocus
                width: parent.width

                onTyped: text => root.vm.setExceptionHours(root.key, text)
            }

            BodyText {
                size: 15
                soft: true
                text: qsTr("Tables absentes")
                visible: root.mode !== "closed"
            }

            Flow {
                spacing: 8
                visible: root.mode !== "closed"
                width: parent.width

                Repeater {
                    model: root.vm.absent

                    delegate: Tick {
                        required property var model

                        name: "absent-" + model.choiceId
                        text: model.label
                        ticked: model.level === 1

                        onActivated: root.vm.setAbsent(root.key, model.choiceId, !ticked)
                    }
                }
            }

            BodyText {
                size: 15
                soft: true
                text: qsTr("Permanences de ces jours-là, à la place de celles de la semaine")
                visible: root.mode !== "closed"
                width: parent.width
            }

            Flow {
                spacing: 8
                visible: root.mode !== "closed"
                width: parent.width

                Repeater {
                    model: root.vm.added

                    delegate: ActionButton {
                        required property var model

                        Accessible.description: model.level === 1 ? "" : qsTr("comme la semaine")
                        fontSize: 15
                        objectName: "added-" + model.choiceId
                        text: model.level === 1 ? model.label : "+ " + model.label

                        onActivated: root.cellAsked(model.choiceId)
                    }
                }
            }
        }
    }
}
