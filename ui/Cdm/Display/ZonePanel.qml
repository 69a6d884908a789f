pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// One waiting area on the screen: its name and where it lies, its newest call, its last calls.
Item {
    id: root

    required property ZoneCalls calls
    required property real needed
    // Whether other areas stand beside it: then its name must be read with its numbers.
    required property bool oneOfSeveral
    property bool compact: false
    // What may lie beyond the upper edge of the screen.
    property real bleed: 0

    readonly property bool wide: width > 1.15 * height
    readonly property real unit: wide ? Math.min(height * 0.01, width * 0.0064) * 1.09 : Math.min(width * 0.0102, height * 0.0066)
    readonly property bool called: calls.number !== ""
    readonly property bool mirrored: LayoutMirroring.enabled

    CallsPlan {
        id: plan

        area: root.calls.where === "" ? 0 : 4.4 * root.unit
        arrow: root.calls.direction !== ""
        compact: root.compact
        counts: root.calls.counts
        digits: root.calls.digits
        heading: root.oneOfSeveral ? heading.height : 0
        height: root.height
        needed: root.needed
        newestCount: root.calls.number.split(", ").length
        unit: root.unit
        width: root.width
    }

    Rectangle {
        id: heading

        color: Theme.displayLine
        height: Math.round(12.5 * root.unit + root.bleed)
        visible: root.oneOfSeveral
        width: parent.width

        CallArrow {
            id: arrow

            anchors.left: parent.left
            anchors.leftMargin: 6 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.bleed / 2
            color: Theme.displayPlace
            direction: root.calls.direction
            size: 5 * root.unit
            visible: root.calls.direction !== ""
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            anchors.left: arrow.visible ? arrow.right : parent.left
            anchors.leftMargin: arrow.visible ? 2.4 * root.unit : 6 * root.unit
            anchors.right: parent.right
            anchors.rightMargin: 4 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.bleed / 2
            color: Theme.displayInk
            elide: Text.ElideRight
            font.bold: true
            font.family: Theme.textFamily
            font.pixelSize: Math.round(6 * root.unit)
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 2
            minimumPixelSize: Math.round(3.6 * root.unit)
            objectName: "zoneName"
            // Elsewhere the label follows a colon: here it begins a line.
            text: root.calls.zoneName.charAt(0).toUpperCase() + root.calls.zoneName.slice(1)
            textFormat: Text.PlainText
            height: parent.height - root.bleed - 1.6 * root.unit
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.Wrap
        }
    }

    Item {
        id: newest

        height: plan.beside ? root.height - y : Math.round((root.height - y) * plan.share)
        width: plan.beside ? Math.round(root.width * plan.share) : root.width
        x: root.mirrored ? root.width - width : 0
        y: plan.heading

        NewestCall {
            anchors.fill: parent
            announcing: root.calls.announcing
            direction: root.calls.direction
            number: root.calls.number
            oneLine: plan.oneLine
            place: root.calls.place
            recalled: root.calls.recalled
            unit: root.unit
            visible: root.called
            placeWidth: plan.placeWidth
            plannedPlace: plan.placeSize
            where: root.calls.where
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.displayPlace
            font.family: Theme.textFamily
            font.pixelSize: Math.round(6.4 * root.unit)
            horizontalAlignment: Text.AlignLeft
            text: qsTr("Votre numéro s’affichera ici.")
            textFormat: Text.PlainText
            visible: !root.called
            width: parent.width - 12 * root.unit
            wrapMode: Text.Wrap
            x: 6 * root.unit
        }
    }

    Calls {
        calls: root.calls
        height: root.height - y
        plan: plan
        unit: root.unit
        width: plan.beside ? root.width - newest.width : root.width
        x: root.mirrored || !plan.beside ? 0 : newest.width
        y: plan.beside ? newest.y : newest.y + newest.height
    }
}
