pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What can be done with one ticket now, with the keys that do it without the menu.
Panel {
    id: root

    required property ReceptionViewModel vm

    property string number: ""

    signal chosen(int action, string station, string number)

    function showFor(ticketId: string, newNumber: string, near: Item): void {
        vm.pick(ticketId);
        number = newNumber;
        const corner = near.mapToItem(parent, near.width, near.height);
        x = corner.x - width;
        y = corner.y;
        open();
        focusFirst();
    }

    function focusFirst(): void {
        (entries.itemAt(0) ?? empty).forceActiveFocus(Qt.TabFocusReason);
    }

    dim: false
    padding: 8
    width: 296

    contentItem: FocusScope {
        Accessible.name: qsTr("Numéro %1").arg(root.number)
        Accessible.role: Accessible.PopupMenu
        implicitHeight: list.height

        Column {
            id: list

            spacing: 4
            width: parent.width

            BodyText {
                bottomPadding: 4
                leftPadding: 12
                size: 15
                soft: true
                text: qsTr("Numéro %1").arg(root.number)
                topPadding: 6
                width: parent.width
            }

            Repeater {
                id: entries

                model: root.vm.actions

                delegate: ActionButton {
                    required property int index
                    // The whole row at once, because one of its roles, "action", is a word that every button has.
                    required property var model

                    height: 48
                    objectName: model.name
                    shortcutText: model.key
                    text: model.label
                    textAlignment: Text.AlignLeft
                    width: list.width

                    Keys.onDownPressed: entries.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: entries.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActivated: {
                        const action = model.action;
                        const station = model.station;
                        root.close();
                        root.chosen(action, station, root.number);
                    }
                }
            }

            BodyText {
                id: empty

                activeFocusOnTab: true
                bottomPadding: 10
                leftPadding: 12
                size: 16
                text: qsTr("Rien à faire pour ce ticket.")
                topPadding: 6
                visible: entries.count === 0
                width: parent.width
            }
        }
    }

    onOpened: focusFirst()
}
