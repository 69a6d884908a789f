pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Asks whoever is at reception's own counter to wait aside for a while; the counter is free meanwhile.
Panel {
    id: root

    required property ReceptionViewModel vm

    function park(minutes: int): void {
        close();
        vm.desk.park(minutes);
    }

    width: 480
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

                closeName: "closePark"
                text: qsTr("Faire attendre le %1").arg(root.vm.desk.number)
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: qsTr("Le temps d’un document ou d’un formulaire. Le visiteur revient ensuite dans la file, à sa place, au plus tard dans…")
                width: parent.width
            }

            Row {
                spacing: 10

                Repeater {
                    id: buttons

                    model: root.vm.desk.parkMinutes

                    delegate: ActionButton {
                        required property int index
                        required property int modelData

                        fontSize: 18
                        height: 60
                        horizontalPadding: 4
                        objectName: "park-" + modelData
                        shortcutText: String(index + 1)
                        text: qsTr("%1 min").arg(modelData)
                        width: (content.width - 30) / 4

                        Keys.onLeftPressed: buttons.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onRightPressed: buttons.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                        onActivated: root.park(modelData)
                    }
                }
            }
        }

        Keys.onPressed: event => {
            const at = root.keyIndex(event.text);
            if (!event.isAutoRepeat && at >= 0 && at < root.vm.desk.parkMinutes.length) {
                root.park(root.vm.desk.parkMinutes[at]);
                event.accepted = true;
            }
        }
    }

    onOpened: buttons.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason)

    Connections {
        function onNumberChanged(): void {
            root.close();
        }

        target: root.vm.desk
    }
}
