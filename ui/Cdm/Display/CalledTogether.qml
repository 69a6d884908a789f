pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import "numbersGrid.js" as Grid

// Earlier numbers that were called to one place together, or a page of them: all of them, line by line.
Item {
    id: root

    required property list<string> numbers
    required property string place
    required property string where
    required property bool recalled
    required property real unit
    required property real size
    required property real lineHeight
    // How many numbers stand in a line, and whether the place has a line to itself, above them.
    required property int across
    required property bool above

    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property real advance: longest.advanceWidth / 100
    readonly property real room: above ? width : width - placeText.width - 4 * unit
    // Spread over the line, but not so far that the eye loses it.
    readonly property real pitch: Math.min(1.6 * (advance + Grid.columnGap) * size, (room + Grid.columnGap * size) / across)
    // Where the digits of the first line stand, from the upper edge of their line.
    readonly property real digitsBaseline: (lineHeight + Grid.capital * size) / 2

    Accessible.name: recalled ? qsTr("Numéros %1, %2, rappel").arg(numbers.join(", ")).arg(place) : qsTr("Numéros %1, %2").arg(numbers.join(", ")).arg(place)
    Accessible.role: Accessible.ListItem

    TextMetrics {
        id: longest

        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: 100
        text: root.numbers.reduce((one, other) => other.length > one.length ? other : one, "")
    }

    Repeater {
        model: root.numbers

        delegate: Text {
            required property int index
            required property string modelData

            readonly property int line: Math.floor(index / root.across) + (root.above ? 1 : 0)
            readonly property real start: index % root.across * root.pitch

            Accessible.ignored: true
            color: Theme.displayInk
            font.bold: true
            font.family: Theme.textFamily
            font.pixelSize: Math.floor(root.size)
            objectName: "calledNumber"
            text: modelData
            textFormat: Text.PlainText
            x: root.mirrored ? root.width - start - width : start
            y: line * root.lineHeight + root.digitsBaseline - baselineOffset
        }
    }

    PlaceText {
        id: placeText

        Accessible.ignored: true
        anchors.left: root.above ? parent.left : undefined
        anchors.right: root.above ? undefined : parent.right
        color: Theme.displayPlace
        maximumInk: root.lineHeight - 0.9 * root.unit
        maximumWidth: 0.5 * root.width
        objectName: "calledPlace"
        rightAligned: !root.above
        size: root.size
        text: root.place
        y: root.digitsBaseline - lastBaseline
    }

    RecallMark {
        id: mark

        anchors.left: root.above ? placeText.right : undefined
        anchors.leftMargin: 2 * root.unit
        anchors.right: root.above ? undefined : parent.right
        size: 2.6 * root.unit
        visible: root.recalled
        y: root.above ? (root.lineHeight - height) / 2 : root.lineHeight
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.left: !root.above ? undefined : mark.visible ? mark.right : placeText.right
        anchors.leftMargin: 2 * root.unit
        anchors.right: parent.right
        color: Theme.displaySoftInk
        elide: Text.ElideRight
        font.family: Theme.textFamily
        font.pixelSize: Math.round(3 * root.unit)
        horizontalAlignment: root.above ? Text.AlignLeft : Text.AlignRight
        text: root.where
        textFormat: Text.PlainText
        visible: text !== ""
        width: root.above ? undefined : placeText.width
        y: root.above ? (root.lineHeight - height) / 2 : (mark.visible ? mark.y + mark.height : root.lineHeight) + 0.4 * root.unit
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.displayLine
        height: Math.max(1, Math.round(root.unit * 0.2))
        objectName: "lineBelow"
        width: parent.width
    }
}
