pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// The newest call, as large as its part of the screen allows: the number, or several, then where to go.
Item {
    id: root

    required property string number
    required property string place
    required property string where
    required property string direction
    required property bool recalled
    required property bool announcing
    // One unit of the screen's scale; every size here is a multiple of it.
    required property real unit
    // Number and place on one line, or below each other; the number takes what the place leaves.
    required property bool oneLine
    required property real plannedPlace
    // The width that the plan leaves to the place, in parts of its size.
    required property real placeWidth

    readonly property list<string> numbers: number.split(", ")
    readonly property bool isOne: numbers.length === 1
    readonly property real margin: 6 * unit
    readonly property real room: width - 2 * margin
    readonly property real capital: 0.668
    // Beside one number the place takes the room that is left; several numbers need it themselves.
    readonly property real wantedPlace: oneLine && isOne ? Math.max(plannedPlace, Math.min(0.72 * numberText.font.pixelSize, (room - numberItem.drawnWidth) / placePart)) : plannedPlace
    // The place with arrow and gap, in parts of its size.
    readonly property real placePart: 0.45 + placeWidth + (hasArrow ? 1.1 : 0)
    readonly property real whereHeight: where === "" ? 0 : 6.2 * unit
    // How high the number may stand: label, place, area and the gaps take the rest.
    readonly property real highest: oneLine ? height - 19 * unit - whereHeight : height - 27 * unit - plannedPlace * Math.max(1, capital + placeText.hangPart) - whereHeight
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool hasArrow: direction !== ""
    readonly property real placeBlock: plannedPlace * placePart

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

        anchors.left: parent.left
        color: Theme.displayPlace
        height: parent.height
        transformOrigin: Item.Center
        visible: root.announcing
        width: 3 * root.unit
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

        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: 100
        text: root.number
    }

    Item {
        id: group

        readonly property real placeCapital: placeText.pixelSize * root.capital
        readonly property real placeHeight: placeCapital + placeText.height - placeText.height / placeText.lines.length
        readonly property real headingHeight: heading.height + 4.5 * root.unit
        // Where the letters of the place stand: in the middle of the number beside it, or on a line below it.
        readonly property real placeBaseline: root.oneLine ? numberItem.y + (numberItem.height + placeHeight) / 2 : height - root.whereHeight - placeText.hang

        // What begins so far from where reading begins.
        function placed(start: real, itemWidth: real): real {
            return root.mirrored ? width - start - itemWidth : start;
        }

        height: (root.oneLine ? headingHeight + Math.max(numberItem.height, placeHeight) : headingHeight + numberItem.height + 8.5 * root.unit + placeHeight + placeText.hang) + root.whereHeight
        width: root.room
        x: root.margin
        y: (parent.height - height) / 2

        Row {
            id: heading

            anchors.left: parent.left
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

            readonly property real room: root.oneLine ? root.room - root.placeBlock : root.room
            readonly property real drawnWidth: root.isOne ? metrics.advanceWidth * numberText.font.pixelSize / 100 : together.width

            height: root.isOne ? numberText.font.pixelSize * root.capital : together.height
            transformOrigin: root.mirrored ? Item.BottomRight : Item.BottomLeft
            width: drawnWidth
            x: group.placed(0, width)
            y: group.headingHeight + (root.oneLine ? Math.max(0, group.placeHeight - height) / 2 : 0)

            Text {
                id: numberText

                Accessible.name: text
                Accessible.role: Accessible.StaticText
                color: Theme.displayInk
                font.bold: true
                font.family: Theme.textFamily
                font.pixelSize: Math.max(1, Math.floor(Math.min(numberItem.room * 100 / metrics.advanceWidth, root.highest / root.capital)))
                objectName: "currentNumber"
                text: root.number
                textFormat: Text.PlainText
                visible: root.isOne
                // Digits start and end a little inside their advance; the eye aligns the edge of the ink.
                x: (root.mirrored ? metrics.advanceWidth - metrics.tightBoundingRect.x - metrics.tightBoundingRect.width : -metrics.tightBoundingRect.x) * font.pixelSize / 100
                y: parent.height - baselineOffset
            }

            NumbersCalled {
                id: together

                numbers: root.numbers
                roomHeight: root.highest
                roomWidth: numberItem.room
                visible: !root.isOne
            }
        }

        CallArrow {
            id: arrow

            readonly property real start: root.oneLine ? numberItem.drawnWidth + 0.45 * root.wantedPlace : 0

            color: Theme.displayPlace
            direction: root.direction
            size: group.placeCapital
            x: group.placed(start, width)
            y: group.placeBaseline - height
        }

        PlaceText {
            id: placeText

            color: Theme.displayPlace
            maximumWidth: root.room - arrow.start - (root.hasArrow ? root.wantedPlace * 1.1 : 0)
            objectName: "currentPlace"
            size: root.wantedPlace
            text: root.place
            x: group.placed(arrow.start + (root.hasArrow ? arrow.width + 0.35 * pixelSize : 0), width)
            y: group.placeBaseline - lastBaseline
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.displaySoftInk
            elide: Text.ElideRight
            font.family: Theme.textFamily
            font.pixelSize: Math.round(4.2 * root.unit)
            text: root.where
            textFormat: Text.PlainText
            visible: text !== ""
            width: Math.min(implicitWidth, root.room - arrow.start)
            x: group.placed(arrow.start, width)
            y: group.placeBaseline + Math.max(1.2 * root.unit, placeText.hang)
        }
    }
}
