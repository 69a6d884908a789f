import QtQuick
import Cdm.Controls

// Says in a word that a number is called again.
Rectangle {
    id: root

    property real size: 32

    border.color: Theme.displayPlace
    border.width: Math.max(1, Math.round(size * 0.07))
    color: "transparent"
    implicitHeight: Math.round(size * 1.5)
    implicitWidth: Math.round(word.implicitWidth + size * 1.1)
    radius: height / 2

    Text {
        id: word

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.centerIn: parent
        color: Theme.displayPlace
        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: Math.max(1, Math.round(root.size))
        text: qsTr("rappel")
        textFormat: Text.PlainText
    }
}
