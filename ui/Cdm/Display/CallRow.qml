import QtQuick
import Cdm.Controls

// One earlier call: its number, and the place it was called to.
Item {
    id: root

    required property int index
    required property string number
    required property string place
    required property string where
    required property bool recalled
    property real unit: 10
    property real size: 9.6 * unit

    // Where the digits stand, and as high above the line below as the letters of the place hang.
    readonly property real digitsBaseline: height / 2 + 0.334 * size + lift
    readonly property real deepest: height - 0.6 * unit

    // Under the number where the row has room for it: beside, it would make the place smaller.
    readonly property bool markBelow: height > size * 0.668 + 7.4 * unit
    readonly property real lift: where !== "" ? -1.9 * unit : recalled && markBelow ? -1.4 * unit : 0

    Accessible.name: recalled ? qsTr("Numéro %1, %2, rappel").arg(number).arg(place) : qsTr("Numéro %1, %2").arg(number).arg(place)
    Accessible.role: Accessible.ListItem

    PlaceText {
        id: numberText

        Accessible.ignored: true
        anchors.left: parent.left
        // Several numbers leave room for their place.
        maximumWidth: root.width * 0.55
        objectName: "calledNumber"
        size: root.size
        text: root.number
        y: root.digitsBaseline - lastBaseline - 0.334 * (root.size - pixelSize)
    }

    RecallMark {
        id: mark

        anchors.left: root.markBelow ? parent.left : numberText.right
        anchors.leftMargin: root.markBelow ? 0 : 2 * root.unit
        size: (root.markBelow ? 2.3 : 3) * root.unit
        visible: root.recalled
        y: root.markBelow ? root.height / 2 + root.lift + 0.334 * root.size + 0.9 * root.unit : (root.height - height) / 2
    }

    PlaceText {
        id: placeText

        Accessible.ignored: true
        anchors.right: parent.right
        color: Theme.displayPlace
        maximumHeight: root.height
        maximumInk: root.height - 0.9 * root.unit
        maximumWidth: root.width - numberText.width - 4 * root.unit - (mark.visible && !root.markBelow ? mark.width + 2 * root.unit : 0)
        objectName: "calledPlace"
        rightAligned: true
        size: root.size
        text: root.place
        y: lines.length > 1 ? (root.height - height) / 2 + root.lift : Math.min(root.digitsBaseline - 0.334 * (root.size - pixelSize), root.deepest - hang) - lastBaseline
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.right: parent.right
        color: Theme.displaySoftInk
        elide: Text.ElideRight
        font.family: Theme.textFamily
        font.pixelSize: Math.round(3 * root.unit)
        horizontalAlignment: Text.AlignRight
        text: root.where
        textFormat: Text.PlainText
        visible: text !== ""
        width: Math.min(implicitWidth, root.width - mark.width)
        y: placeText.y + placeText.lastBaseline + 0.9 * root.unit
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.displayLine
        height: Math.max(1, Math.round(root.unit * 0.2))
        objectName: "lineBelow"
        width: parent.width
    }
}
