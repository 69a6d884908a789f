pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// The newest call, as large as its half of the screen allows: the number, or several, then where to go.
Item {
    id: root

    required property string number
    required property string place
    required property bool recalled
    required property bool announcing
    // One unit of the screen's scale; every size here is a multiple of it.
    required property real unit

    readonly property list<string> numbers: number.split(", ")
    readonly property bool isOne: numbers.length === 1
    readonly property real margin: 7 * unit
    readonly property real room: width - 2 * margin
    // What label, place and the gaps need; the number gets the rest.
    readonly property real otherHeight: 5 * unit + placeSize + 22 * unit
    readonly property real placeSize: 15.5 * unit
    readonly property real capital: 0.668

    function emphasise(): void {
        settle.restart();
    }

    Accessible.name: (isOne ? qsTr("Numéro %1, %2") : qsTr("Numéros %1, %2")).arg(number).arg(place)
    Accessible.role: Accessible.AlertMessage
    onNumberChanged: emphasise()
    onAnnouncingChanged: {
        if (announcing)
            emphasise();
    }

    // While the call is announced: one bar that grows once and stays, no flashing.
    Rectangle {
        id: bar

        color: Theme.displayPlace
        height: parent.height
        transformOrigin: Item.Center
        visible: root.announcing
        width: 2 * root.unit
    }

    ParallelAnimation {
        id: settle

        NumberAnimation {
            duration: Theme.motionMs
            easing.type: Easing.OutCubic
            from: 0
            property: "scale"
            target: bar
            to: 1
        }

        NumberAnimation {
            duration: Theme.motionMs
            easing.type: Easing.OutCubic
            from: 0.94
            property: "scale"
            target: numberItem
            to: 1
        }
    }

    TextMetrics {
        id: metrics

        font.family: Theme.numberFamily
        font.pixelSize: 100
        text: root.number
    }

    Item {
        id: group

        height: heading.height + 4.5 * root.unit + numberItem.height + 8.5 * root.unit + placeCapital + placeText.height - placeText.height / placeText.lines.length
        width: root.room
        x: root.margin
        y: (parent.height - height) / 2

        readonly property real placeCapital: placeText.pixelSize * root.capital

        Row {
            id: heading

            height: 7 * root.unit
            spacing: 2.5 * root.unit

            Text {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.displaySoftInk
                font.family: Theme.textFamily
                font.pixelSize: Math.round(5.2 * root.unit)
                text: root.isOne ? qsTr("Numéro") : qsTr("Numéros")
                textFormat: Text.PlainText
            }

            RecallMark {
                anchors.verticalCenter: parent.verticalCenter
                size: 4.4 * root.unit
                visible: root.recalled
            }
        }

        Item {
            id: numberItem

            height: root.isOne ? numberText.font.pixelSize * root.capital : together.height
            transformOrigin: Item.BottomLeft
            width: parent.width
            y: heading.height + 4.5 * root.unit

            Text {
                id: numberText

                Accessible.name: text
                Accessible.role: Accessible.StaticText
                color: Theme.displayInk
                font.family: Theme.numberFamily
                font.pixelSize: Math.max(1, Math.floor(Math.min(root.room * 100 / metrics.advanceWidth, (root.height - root.otherHeight) / root.capital)))
                objectName: "currentNumber"
                text: root.number
                textFormat: Text.PlainText
                visible: root.isOne
                // Digits start a little inside their advance; the eye aligns the edge of the ink.
                x: -metrics.tightBoundingRect.x * font.pixelSize / 100
                y: parent.height - baselineOffset
            }

            NumbersCalled {
                id: together

                numbers: root.numbers
                roomHeight: root.height - root.otherHeight
                roomWidth: root.room
                visible: !root.isOne
            }
        }

        CallArrow {
            id: arrow

            anchors.bottom: parent.bottom
            color: Theme.displayPlace
            size: group.placeCapital
        }

        PlainZeroText {
            id: placeText

            color: Theme.displayPlace
            maximumWidth: root.room - root.placeSize * 1.3
            objectName: "currentPlace"
            size: root.placeSize
            text: root.place
            x: arrow.width + 0.35 * pixelSize
            y: group.height - lastBaseline
        }
    }
}
