import QtQuick
import Cdm.Controls

// One earlier call: its number, and the place it was called to.
Item {
    id: root

    required property int index
    required property string number
    required property string place
    required property bool recalled
    property real unit: 10

    readonly property real textSize: 9.6 * unit
    // Beside the number the mark would make the place smaller on a narrow panel with high rows.
    readonly property bool markBelow: height > 15 * unit
    readonly property real lift: recalled && markBelow ? -1.4 * unit : 0

    Accessible.name: recalled ? qsTr("Numéro %1, %2, rappel").arg(number).arg(place) : qsTr("Numéro %1, %2").arg(number).arg(place)
    Accessible.role: Accessible.ListItem

    PlainZeroText {
        id: numberText

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.lift
        // Several numbers leave room for their place.
        maximumWidth: root.width * 0.55
        size: root.textSize
        text: root.number
    }

    RecallMark {
        id: mark

        anchors.left: root.markBelow ? parent.left : numberText.right
        anchors.leftMargin: root.markBelow ? 0 : 2 * root.unit
        size: (root.markBelow ? 2.3 : 3) * root.unit
        visible: root.recalled
        y: root.markBelow ? root.height / 2 + 2.8 * root.unit : (root.height - height) / 2
    }

    PlainZeroText {
        Accessible.ignored: true
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.lift
        color: Theme.displayPlace
        maximumWidth: root.width - numberText.width - 4 * root.unit - (mark.visible && !root.markBelow ? mark.width + 2 * root.unit : 0)
        rightAligned: true
        size: root.textSize
        text: root.place
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.displayLine
        height: Math.max(1, Math.round(root.unit * 0.2))
        width: parent.width
    }
}
