pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A visitor's question: pictogram on its colour, short sentence, and below it how busy it is.
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
    // All cards of one page have the same type size.
    required property TextFit fit
    // The pictogram above the words rather than before them.
    property bool stacked: false
    property real bandSize: metrics.u(132)
    readonly property alias offered: offer.shortText
    readonly property alias isFree: offer.isFree
    readonly property real textMargin: metrics.u(24)
    readonly property real bandWidth: stacked ? width : bandSize
    readonly property real bandHeight: stacked ? bandSize : height

    detail: offer.text
    implicitHeight: Math.max(metrics.target, fit.neededHeight + metrics.u(28) + (stacked ? bandSize : 0))
    implicitWidth: metrics.u(300)
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
            bottomLeftRadius: root.stacked || root.mirrored ? 0 : parent.radius
            bottomRightRadius: !root.stacked && root.mirrored ? parent.radius : 0
            color: Theme.highContrast ? Theme.primary : root.colour
            height: root.bandHeight
            topLeftRadius: root.stacked || !root.mirrored ? parent.radius : 0
            topRightRadius: root.stacked || root.mirrored ? parent.radius : 0
            width: root.bandWidth
            x: root.mirrored ? parent.width - width : 0

            Image {
                readonly property int side: Math.round(Math.min(root.metrics.u(104), Math.min(parent.width, parent.height) * 0.72))

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
        Column {
            readonly property real before: root.stacked ? 0 : root.bandSize
            readonly property real above: root.stacked ? root.bandSize : 0

            width: root.fit.roomWidth
            x: root.mirrored ? parent.width - before - root.textMargin - width : before + root.textMargin
            y: above + (parent.height - above - height) / 2

            BodyText {
                Accessible.ignored: true
                horizontalAlignment: Text.AlignLeft
                lineHeight: root.fit.size * root.fit.pitch
                lineHeightMode: Text.FixedHeight
                size: root.fit.size
                strong: true
                text: root.label
                width: parent.width
                wrapMode: Text.WordWrap
            }

            Item {
                height: Math.max(wait.height, mark.height)
                width: parent.width

                LineIcon {
                    id: mark

                    anchors.left: parent.left
                    color: wait.color
                    kind: offer.mark
                    size: root.fit.detailSize
                    y: (root.fit.detailSize * root.fit.pitch - height) / 2
                }

                BodyText {
                    id: wait

                    Accessible.ignored: true
                    anchors.left: mark.right
                    anchors.leftMargin: root.fit.detailSize * 0.35
                    anchors.right: parent.right
                    color: root.isFree ? Theme.goodInk : Theme.softInk
                    horizontalAlignment: Text.AlignLeft
                    lineHeight: root.fit.detailSize * root.fit.pitch
                    lineHeightMode: Text.FixedHeight
                    size: root.fit.detailSize
                    text: offer.shortText
                    wrapMode: Text.WordWrap
                }
            }
        }
    }
}
