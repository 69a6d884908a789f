pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What the site was before, newest first; nobody's name is kept.
PageScroll {
    id: root

    required property DraftViewModel draft

    signal restoreAsked(int version, string when)

    spacing: 10

    BodyText {
        size: 16
        text: qsTr("Chaque enregistrement garde la version d’avant. Revenir à l’une d’elles garde aussi celle d’aujourd’hui.")
        width: parent.width
    }

    BodyText {
        size: 16
        soft: true
        text: qsTr("Rien n’a encore été changé.")
        visible: versions.count === 0
        width: parent.width
    }

    Repeater {
        id: versions

        model: root.draft.versions

        delegate: Card {
            id: each

            required property var model

            height: Math.max(words.height, 44) + 28
            width: parent?.width ?? 0

            Column {
                id: words

                spacing: 4
                width: parent.width - 200
                x: 16
                y: 14

                BodyText {
                    size: 17
                    strong: true
                    text: qsTr("Version du %1").arg(each.model.when)
                    width: parent.width
                }

                BodyText {
                    size: 15
                    soft: true
                    text: qsTr("Ce qui a changé ensuite\u00a0:")
                    visible: each.model.changes !== ""
                }

                BodyText {
                    size: 15
                    text: each.model.changes
                    width: parent.width
                }
            }

            ActionButton {
                anchors.right: parent.right
                anchors.rightMargin: 16
                enabled: root.draft.connected && !root.draft.busy
                fontSize: 15
                objectName: "restore-" + each.model.version
                text: qsTr("Revenir à celle-ci")
                y: 14

                onActivated: root.restoreAsked(each.model.version, each.model.when)
            }
        }
    }
}
