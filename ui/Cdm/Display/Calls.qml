pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The calls before the newest one, newest first; they stay in view for whoever missed theirs.
Rectangle {
    id: root

    required property DisplayViewModel vm
    required property real unit

    // Where notices take their room, fewer calls stay in view rather than smaller ones.
    readonly property int shown: Math.max(2, Math.min(5, Math.floor(list.height / (11 * unit))))

    color: Theme.displayPanel

    Text {
        id: title

        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4 * root.unit)
        text: qsTr("Derniers appels")
        textFormat: Text.PlainText
        x: list.x
        y: 5 * root.unit
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.left: list.left
        anchors.right: list.right
        anchors.top: list.top
        anchors.topMargin: 3 * root.unit
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4.6 * root.unit)
        text: qsTr("Les numéros déjà appelés resteront affichés ici.")
        textFormat: Text.PlainText
        visible: list.count === 0
        wrapMode: Text.Wrap
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * root.unit
        anchors.left: parent.left
        anchors.leftMargin: 7 * root.unit
        anchors.right: parent.right
        anchors.rightMargin: 7 * root.unit
        anchors.top: title.bottom
        anchors.topMargin: 2 * root.unit
        clip: true
        interactive: false
        model: root.vm.calls

        delegate: CallRow {
            height: Math.floor(list.height / root.shown)
            unit: root.unit
            width: list.width
        }
    }
}
