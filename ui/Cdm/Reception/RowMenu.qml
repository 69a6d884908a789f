pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// What can be done with one ticket.
Panel {
    id: root

    property string ticketId: ""
    property string number: ""
    property bool absent: false

    signal withdrawAsked(string ticketId, string number)
    signal bringBackAsked(string ticketId)

    function showFor(newTicketId: string, newNumber: string, isAbsent: bool, near: Item): void {
        ticketId = newTicketId;
        number = newNumber;
        absent = isAbsent;
        const corner = near.mapToItem(parent, near.width, near.height);
        x = corner.x - width;
        y = corner.y;
        open();
    }

    dim: false
    padding: 8
    width: 264

    contentItem: FocusScope {
        Accessible.name: qsTr("Numéro %1").arg(root.number)
        Accessible.role: Accessible.PopupMenu
        implicitHeight: entries.height

        Column {
            id: entries

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

            ActionButton {
                id: bringBack

                KeyNavigation.down: withdraw
                height: 48
                objectName: "bringBack"
                text: qsTr("Remettre dans la file")
                textAlignment: Text.AlignLeft
                visible: root.absent
                width: parent.width

                onActivated: {
                    root.close();
                    root.bringBackAsked(root.ticketId);
                }
            }

            ActionButton {
                id: withdraw

                KeyNavigation.up: bringBack.visible ? bringBack : null
                height: 48
                objectName: "withdraw"
                text: qsTr("Retirer de la file")
                textAlignment: Text.AlignLeft
                width: parent.width

                onActivated: {
                    root.close();
                    root.withdrawAsked(root.ticketId, root.number);
                }
            }
        }
    }

    onOpened: (absent ? bringBack : withdraw).forceActiveFocus(Qt.TabFocusReason)
}
