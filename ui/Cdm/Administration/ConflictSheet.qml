pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Somebody else saved meanwhile: what they changed, and how to go on. Nothing is lost either way.
Sheet {
    id: root

    required property DraftViewModel draft

    closePolicy: Sheet.NoAutoClose
    visible: draft.conflict
    width: 640

    contentItem: FocusScope {
        Accessible.name: title.text
        Accessible.role: Accessible.Dialog
        implicitHeight: column.height

        Column {
            id: column

            spacing: 12
            width: parent.width

            BodyText {
                id: title

                Accessible.role: Accessible.Heading
                size: 21
                strong: true
                text: qsTr("Quelqu’un d’autre a changé le site entre-temps")
                width: parent.width
            }

            BodyText {
                size: 16
                text: qsTr("Rien n’a été écrasé. Voici ce qui est différent depuis que vous avez commencé\u00a0:")
                width: parent.width
            }

            ListView {
                id: lines

                Accessible.name: qsTr("Différences")
                Accessible.role: Accessible.List
                activeFocusOnTab: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                clip: true
                height: Math.min(contentHeight, 260)
                keyNavigationEnabled: true
                model: root.draft.conflicts
                spacing: 6
                width: parent.width

                delegate: BodyText {
                    required property var model

                    leftPadding: 12
                    size: 15
                    text: model.text
                    width: lines.width
                }
            }

            Item {
                height: 4
                width: 1
            }

            ActionButton {
                id: onTop

                KeyNavigation.down: again
                detail: qsTr("Les changements de l’autre restent, sauf là où vous avez changé la même chose.")
                height: Math.max(64, implicitHeight)
                kind: "primary"
                objectName: "putOnTop"
                text: qsTr("Poser mes changements par-dessus")
                width: parent.width

                onActivated: root.draft.putOnTop()
            }

            ActionButton {
                id: again

                KeyNavigation.up: onTop
                detail: qsTr("«\u00a0Annuler\u00a0» ramènera mes changements si besoin.")
                height: Math.max(64, implicitHeight)
                objectName: "lookAgain"
                text: qsTr("Voir d’abord le site tel qu’il est")
                width: parent.width

                onActivated: root.draft.lookAgain()
            }
        }
    }

    onOpened: again.forceActiveFocus(Qt.TabFocusReason)
}
