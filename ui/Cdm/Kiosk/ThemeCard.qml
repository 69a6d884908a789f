pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A visitor's question, as pictogram and short sentence, with how busy it is.
PressButton {
    id: root

    required property string themeId
    required property string label
    required property url pictogram
    required property color colour
    required property bool served
    required property bool full
    required property bool paused
    required property int waiting
    required property string band
    required property string nextTime
    required property KioskMetrics metrics
    readonly property bool isFree: offer.isFree
    readonly property real leadingWidth: metrics.u(metrics.largeText ? 140 : 172)
    readonly property bool large: metrics.largeText

    detail: offer.text
    implicitHeight: Math.max(metrics.atLeastTarget(118), large ? sentence.implicitHeight + wait.implicitHeight + metrics.u(36) : 0)
    implicitWidth: metrics.u(600)
    objectName: "theme-" + themeId
    settleMs: metrics.settleMs
    text: label

    OfferWords {
        id: offer

        band: root.band
        full: root.full
        nextTime: root.nextTime
        paused: root.paused
        served: root.served
        waiting: root.waiting
    }

    background: Rectangle {
        color: root.down ? Theme.pressedTint : root.served ? Theme.card : Theme.restingCard
        radius: root.metrics.cornerRadius

        Rectangle {
            bottomLeftRadius: root.mirrored ? 0 : parent.radius
            bottomRightRadius: root.mirrored ? parent.radius : 0
            color: Theme.highContrast ? Theme.primary : root.colour
            height: parent.height
            topLeftRadius: root.mirrored ? 0 : parent.radius
            topRightRadius: root.mirrored ? parent.radius : 0
            width: root.leadingWidth
            x: root.mirrored ? parent.width - width : 0

            Image {
                readonly property int side: Math.round(Math.min(root.metrics.u(112), root.height * 0.72))

                anchors.centerIn: parent
                height: side
                source: root.pictogram
                sourceSize: Qt.size(side, side)
                width: side
            }
        }

        Rectangle {
            anchors.fill: parent
            border.color: root.down ? Theme.primary : Theme.line
            border.width: Math.round(root.metrics.lineWidth)
            color: "transparent"
            radius: parent.radius
        }

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        BodyText {
            id: sentence

            readonly property real smallest: 0.6

            Accessible.ignored: true
            anchors.left: parent.left
            anchors.leftMargin: root.leadingWidth + root.metrics.u(30)
            anchors.right: root.large ? parent.right : wait.left
            anchors.rightMargin: root.metrics.u(16)
            fontSizeMode: root.large ? Text.FixedSize : Text.Fit
            horizontalAlignment: Text.AlignLeft
            lineHeight: 0.92
            minimumPixelSize: Math.max(8, Math.round(size * smallest))
            size: root.metrics.text(48)
            strong: true
            height: root.large ? implicitHeight : parent.height - root.metrics.u(20)
            text: root.label
            verticalAlignment: Text.AlignVCenter
            y: root.metrics.u(10)
            wrapMode: longestWord.advanceWidth * smallest > width ? Text.Wrap : Text.WordWrap
        }

        // A word that would not fit even at the smallest size is broken rather than cut.
        TextMetrics {
            id: longestWord

            font: sentence.font
            text: root.label.split(/\s+/).reduce((one, other) => other.length > one.length ? other : one)
        }

        BodyText {
            id: wait

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: root.metrics.u(26)
            color: root.isFree ? Theme.goodInk : Theme.softInk
            fontSizeMode: root.large ? Text.FixedSize : Text.Fit
            horizontalAlignment: root.large ? Text.AlignLeft : Text.AlignRight
            minimumPixelSize: Math.max(8, Math.round(size * 0.6))
            size: root.metrics.text(31)
            text: root.large ? root.detail.replace("\n", " ") : root.detail
            verticalAlignment: Text.AlignVCenter
            height: root.large ? implicitHeight : parent.height
            y: root.large ? parent.height - height - root.metrics.u(10) : 0
            width: root.large ? parent.width - root.leadingWidth - root.metrics.u(56) : root.metrics.u(222)
            wrapMode: Text.WordWrap
        }
    }
}
