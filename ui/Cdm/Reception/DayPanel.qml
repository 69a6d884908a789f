pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The entry and the day, each with what it means.
Panel {
    id: root

    required property ReceptionViewModel vm

    signal closeDayAsked

    width: 560
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: title.text
        Accessible.role: Accessible.Dialog
        implicitHeight: content.height

        Column {
            id: content

            spacing: 14
            width: parent.width

            PanelHead {
                id: title

                closeName: "closeDayPanel"
                text: qsTr("La journée")
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: root.vm.front.dayExplanation
                visible: text !== ""
                width: parent.width
            }

            ActionButton {
                id: entry

                KeyNavigation.down: day
                detail: root.vm.front.entryOpen ? qsTr("Plus de nouveau numéro\u00a0; ceux qui en ont un sont reçus.") : qsTr("Les bornes et l’accueil donnent de nouveau des numéros.")
                detailSize: 15
                enabled: root.vm.connected
                focus: true
                fontSize: 18
                height: 76
                kind: "secondary"
                objectName: "entry"
                text: root.vm.front.entryOpen ? qsTr("Fermer l’entrée") : qsTr("Rouvrir l’entrée")
                textAlignment: Text.AlignLeft
                width: parent.width

                onActivated: {
                    root.close();
                    if (root.vm.front.entryOpen)
                        root.vm.front.closeEntry();
                    else
                        root.vm.front.openEntry();
                }
            }

            ActionButton {
                id: day

                KeyNavigation.up: entry
                detail: qsTr("Tous les tickets prennent fin et s’effacent, les tables sont libérées.")
                detailSize: 15
                enabled: root.vm.connected
                fontSize: 18
                height: 76
                objectName: "closeDay"
                text: qsTr("Fermer la journée")
                textAlignment: Text.AlignLeft
                width: parent.width

                onActivated: {
                    root.close();
                    root.closeDayAsked();
                }
            }
        }
    }

    onOpened: entry.forceActiveFocus(Qt.TabFocusReason)
}
