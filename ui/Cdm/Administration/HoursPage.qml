pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// When the doors are open.
PageScroll {
    id: root

    required property AdministrationViewModel vm

    BodyText {
        size: 15
        soft: true
        text: qsTr("Par exemple 09:00-12:30, 13:30-17:30. Un jour sans horaires est fermé.")
        width: parent.width
    }

    Flow {
        id: panes

        readonly property bool beside: width >= 1180

        spacing: 32
        width: parent.width

        Column {
            spacing: 10
            width: Math.min(parent.width, 720)

            Repeater {
                model: root.vm.days

                delegate: Item {
                    id: each

                    required property var model

                    height: field.height
                    width: parent?.width ?? 0

                    BodyText {
                        Accessible.ignored: true
                        size: 17
                        strong: each.model.open
                        text: each.model.label
                        width: 110
                        y: 10
                    }

                    Field {
                        id: field

                        fault: root.vm.draft.faults[each.model.faultKey] ?? ""
                        input.Accessible.name: each.model.label
                        label: ""
                        name: "hours-" + each.model.day
                        placeholder: qsTr("fermé")
                        value: each.model.hoursText
                        width: parent.width - 120 - (copy.visible ? 210 : 0)
                        x: 120

                        onTyped: text => root.vm.setHours(each.model.day, text)
                    }

                    ActionButton {
                        id: copy

                        anchors.right: parent.right
                        fontSize: 14
                        height: 42
                        objectName: "copyHours"
                        text: qsTr("Pareil du lundi au vendredi")
                        visible: each.model.day === "monday"
                        width: 200

                        onActivated: root.vm.copyHours(each.model.day)
                    }
                }
            }
        }

        Column {
            spacing: 16
            width: panes.beside ? panes.width - 720 - panes.spacing : panes.width

            BodyText {
                Accessible.role: Accessible.Heading
                size: 17
                strong: true
                text: qsTr("Jours fériés")
                topPadding: 8
            }

            BodyText {
                size: 15
                soft: true
                text: qsTr("Ces jours-là, les portes restent fermées. Les autres fermetures s’écrivent dans «\u00a0Permanences\u00a0», exceptions.")
                width: parent.width
            }

            Row {
                spacing: 16

                Field {
                    id: country

                    fault: root.vm.draft.faults["public_holidays.country"] ?? root.vm.draft.faults["public_holidays"] ?? ""
                    hint: qsTr("FR, BE, CH… vide\u00a0: aucun")
                    label: qsTr("Pays")
                    name: "country"
                    value: root.vm.values["public_holidays.country"] ?? ""
                    width: Math.min(240, (panes.width - 16) / 2, panes.beside ? 230 : 240)

                    onTyped: text => root.vm.setHolidays(text, region.input.text)
                }

                Field {
                    id: region

                    enabled: country.input.text !== ""
                    hint: qsTr("GE, TI, 57… si elle a les siens")
                    label: qsTr("Région")
                    name: "region"
                    value: root.vm.values["public_holidays.region"] ?? ""
                    width: Math.min(240, (panes.width - 16) / 2, panes.beside ? 230 : 240)

                    onTyped: text => root.vm.setHolidays(country.input.text, text)
                }
            }

            Field {
                fault: root.vm.draft.faults["timezone"] ?? ""
                hint: qsTr("Comme Europe/Paris ou Indian/Reunion.")
                label: qsTr("Fuseau horaire")
                name: "timezone"
                value: root.vm.values["timezone"] ?? ""
                width: 320

                onTyped: text => root.vm.setText("timezone", text)
            }
        }
    }
}
