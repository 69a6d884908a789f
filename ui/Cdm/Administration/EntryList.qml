pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The entries of a list, one chosen; the buttons below add, move and remove it.
Column {
    id: root

    required property AdministrationViewModel vm
    required property string list
    required property string title
    required property string addText
    required property var entries
    property bool ordered: true

    readonly property bool own: vm.selected.startsWith(list + ".")
    readonly property int at: own ? Number(vm.selected.split(".")[1]) : -1

    signal removeAsked(string key)

    spacing: 6

    BodyText {
        Accessible.role: Accessible.Heading
        size: 16
        soft: true
        text: root.title
        width: parent.width
    }

    Repeater {
        id: repeater

        model: root.entries

        delegate: PressButton {
            id: row

            required property var model
            required property int index

            readonly property bool chosen: model.entryKey === root.vm.selected

            Accessible.description: model.detail + (model.faulty ? ", " + qsTr("à corriger") : "")
            Accessible.role: Accessible.ListItem
            Accessible.selected: chosen
            implicitHeight: Math.max(52, words.implicitHeight + 14)
            objectName: "entry-" + root.list + "-" + model.entryId
            text: model.label
            width: root.width

            background: Rectangle {
                border.color: row.model.faulty ? Theme.alarm : row.chosen ? Theme.primary : Theme.line
                border.width: row.chosen || row.model.faulty ? 2 : 1
                color: row.down ? Theme.pressedTint : row.chosen || row.hovered ? Theme.tint : Theme.card
                radius: 12

                FocusRing {
                    radius: 16
                    thickness: 2
                    visible: row.visualFocus
                }
            }
            contentItem: Item {
                PictogramTile {
                    id: tile

                    anchors.verticalCenter: parent.verticalCenter
                    color: visible ? row.model.colour : "transparent"
                    pictogram: row.model.pictogram
                    side: 34
                    visible: row.model.pictogram !== ""
                    x: 10
                }

                Column {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: tile.visible ? 54 : 14
                    anchors.right: parent.right
                    anchors.rightMargin: 10
                    anchors.verticalCenter: parent.verticalCenter

                    BodyText {
                        Accessible.ignored: true
                        elide: Text.ElideRight
                        lineHeight: 0.95
                        maximumLineCount: 2
                        size: 16
                        strong: row.chosen
                        text: row.text
                        width: parent.width
                    }

                    BodyText {
                        Accessible.ignored: true
                        color: row.model.faulty ? Theme.alarm : Theme.softInk
                        elide: Text.ElideRight
                        maximumLineCount: 1
                        size: 14
                        text: row.model.faulty ? qsTr("à corriger") : row.model.detail
                        visible: text !== ""
                        width: parent.width
                    }
                }
            }

            Keys.onDownPressed: repeater.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
            Keys.onUpPressed: repeater.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
            onActivated: root.vm.select(model.entryKey)
        }
    }

    Flow {
        spacing: 6
        topPadding: 4
        width: parent.width

        ActionButton {
            fontSize: 15
            horizontalPadding: 11
            objectName: "add-" + root.list
            text: root.addText

            onActivated: root.vm.addEntry(root.list)
        }

        ActionButton {
            Accessible.name: qsTr("Vers le haut")
            enabled: root.at > 0
            fontSize: 15
            horizontalPadding: 11
            objectName: "up-" + root.list
            text: "↑"
            visible: root.ordered

            onActivated: root.vm.moveEntry(root.vm.selected, -1)
        }

        ActionButton {
            Accessible.name: qsTr("Vers le bas")
            enabled: root.own && root.at < repeater.count - 1
            fontSize: 15
            horizontalPadding: 11
            objectName: "down-" + root.list
            text: "↓"
            visible: root.ordered

            onActivated: root.vm.moveEntry(root.vm.selected, 1)
        }

        ActionButton {
            enabled: root.own
            fontSize: 15
            horizontalPadding: 11
            objectName: "remove-" + root.list
            text: qsTr("Retirer")

            onActivated: root.removeAsked(root.vm.selected)
        }
    }
}
