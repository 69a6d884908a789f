pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The door: the PIN, or the first time a PIN to choose.
FocusScope {
    id: root

    required property DoorViewModel door

    readonly property bool choosing: door.stage === "choose_pin"

    function enter(): void {
        const typed = pin.input.text;
        pin.input.clear();
        pin.input.forceActiveFocus();
        door.enterPin(typed);
    }

    Card {
        anchors.centerIn: parent
        height: column.height + 64
        radius: 18
        width: 460

        Column {
            id: column

            spacing: 14
            width: parent.width - 64
            x: 32
            y: 32

            BodyText {
                Accessible.role: Accessible.Heading
                size: 24
                strong: true
                text: root.choosing ? qsTr("Choisir le code des réglages") : qsTr("Réglages du site")
                width: parent.width
            }

            BodyText {
                lineHeight: 1.1
                size: 16
                soft: true
                text: !root.choosing ? qsTr("Tapez le code des réglages. Si personne ne s’en souvient, demandez à qui s’occupe du système.") : root.door.choosingAgain ? qsTr("Tapez le même code une deuxième fois.") : qsTr("De 4 à 12 chiffres. Qui le connaît peut changer le site\u00a0: notez-le en lieu sûr.")
                width: parent.width
            }

            Field {
                id: pin

                enabled: root.door.retryS === 0
                focus: true
                input.focus: true
                input.inputMethodHints: Qt.ImhDigitsOnly
                label: root.door.choosingAgain ? qsTr("Le code, encore une fois") : qsTr("Code")
                name: "pin"
                secret: true
                width: parent.width

                onEnabledChanged: {
                    if (enabled)
                        input.forceActiveFocus();
                }
                onEntered: root.enter()
            }

            NoticeStrip {
                objectName: "pinNotice"
                text: root.door.pinNotice
                width: parent.width
            }

            Row {
                layoutDirection: Qt.RightToLeft
                spacing: 12
                width: parent.width

                ActionButton {
                    busy: root.door.busy
                    enabled: root.door.retryS === 0
                    height: 50
                    kind: "primary"
                    objectName: "enterPin"
                    text: root.choosing && !root.door.choosingAgain ? qsTr("Continuer") : qsTr("Entrer")

                    onActivated: root.enter()
                }

                ActionButton {
                    height: 50
                    objectName: "leave"
                    text: qsTr("Fermer")

                    onActivated: root.Window.window?.close()
                }
            }
        }
    }

    onVisibleChanged: {
        if (visible)
            pin.input.forceActiveFocus();
    }

    Component.onCompleted: pin.input.forceActiveFocus()
}
