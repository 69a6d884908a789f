pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Asks which table receives whoever is at reception's own counter; the keys 1 to 9 answer too.
Panel {
    id: root

    required property ReceptionViewModel vm

    function choose(counterId: string): void {
        close();
        vm.desk.handOverTo(counterId);
    }

    width: 580
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: title.text
        Accessible.role: Accessible.Dialog
        implicitHeight: content.height

        Column {
            id: content

            spacing: 12
            width: parent.width

            PanelHead {
                id: title

                closeName: "closeTables"
                text: qsTr("Passer le %1 à une table").arg(root.vm.desk.number)
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: qsTr("La table choisie l’appelle à son tour. Le visiteur garde son numéro et sa place.")
                width: parent.width
            }

            ListView {
                id: list

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, root.parent.height - 240)
                model: root.vm.desk.otherCounters
                spacing: 9
                width: parent.width

                // The first time, its rows come only after the panel has opened.
                onCurrentItemChanged: {
                    if (root.opened)
                        currentItem?.forceActiveFocus(Qt.TabFocusReason);
                }

                delegate: TableOption {
                    width: list.width

                    Keys.onDownPressed: list.itemAtIndex(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: list.itemAtIndex(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActivated: root.choose(choiceId)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            list.positionViewAtIndex(index, ListView.Contain);
                    }
                }
            }
        }

        Keys.onPressed: event => {
            const table = list.itemAtIndex(root.keyIndex(event.text)) as TableOption;
            if (!event.isAutoRepeat && table) {
                root.choose(table.choiceId);
                event.accepted = true;
            }
        }
    }

    onOpened: list.itemAtIndex(0)?.forceActiveFocus(Qt.TabFocusReason)

    Connections {
        function onNumberChanged(): void {
            root.close();
        }

        target: root.vm.desk
    }

    component TableOption: ActionButton {
        required property int index
        required property string choiceId
        required property string label

        fontSize: 18
        height: 52
        objectName: "table-" + choiceId
        shortcutText: index < 9 ? String(index + 1) : ""
        text: label
    }
}
