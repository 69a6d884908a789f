pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A pictogram with its word, small; what can be on says so by a mark, a word and its ground.
PressButton {
    id: root

    required property KioskMetrics metrics
    required property url pictogram
    property bool withWord: !metrics.isTight
    // Beside the pictogram or below it.
    property bool lying: false
    readonly property string stateWords: !checkable || !isOn ? "" : withWord || !metrics.largeText ? "✓ " + qsTr("oui") : "✓"
    readonly property real side: {
        // Beside large words of what is on, a smaller picture; by itself it is all that there is to see.
        if (!withWord)
            return metrics.target * (metrics.largeText && stateWords !== "" ? 0.4 : 0.54);
        return metrics.u(lying ? 72 : 52);
    }
    readonly property real wordSize: metrics.text(26)
    readonly property color inkColor: {
        if (!enabled)
            return Theme.softInk;
        return isOn ? Theme.onPrimary : Theme.ink;
    }

    Accessible.description: ""
    horizontalPadding: metrics.u(lying ? 16 : 14)
    implicitHeight: Math.max(metrics.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(metrics.target, implicitContentWidth + leftPadding + rightPadding)
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(8)

    background: Rectangle {
        border.color: root.enabled ? Theme.primary : Theme.line
        border.width: Math.round(root.metrics.lineWidth)
        color: {
            if (root.isOn)
                return root.down ? Theme.primaryPressed : Theme.primary;
            return root.down ? Theme.pressedTint : Theme.card;
        }
        radius: root.metrics.u(20)

        FocusRing {
            radius: parent.radius + thickness * 1.5
            thickness: root.metrics.u(6)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        implicitHeight: root.lying ? Math.max(tile.height, words.height) : tile.height + words.height
        implicitWidth: {
            const widest = Math.max(word.visible ? word.implicitWidth : 0, mark.visible ? mark.implicitWidth : 0);
            return root.lying ? tile.width + root.metrics.u(16) + widest : Math.max(tile.width, widest);
        }

        PictogramTile {
            id: tile

            opacity: root.enabled ? 1 : 0.4
            pictogram: root.pictogram
            side: root.side
            x: {
                if (!root.lying)
                    return (content.width - width) / 2;
                return root.mirrored ? content.width - width : 0;
            }
            y: root.lying ? (content.height - height) / 2 : (content.height - height - words.height) / 2
        }

        Column {
            id: words

            width: root.lying ? content.width - tile.width - root.metrics.u(16) : content.width
            x: root.lying && !root.mirrored ? content.width - width : 0
            y: root.lying ? (content.height - height) / 2 : tile.y + tile.height

            BodyText {
                id: word

                Accessible.ignored: true
                color: root.inkColor
                horizontalAlignment: root.lying ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                size: root.wordSize
                text: root.text
                visible: root.withWord
                width: parent.width
            }

            BodyText {
                id: mark

                Accessible.ignored: true
                color: root.inkColor
                horizontalAlignment: root.lying ? Text.AlignLeft : Text.AlignHCenter
                lineHeight: 0.92
                size: root.wordSize
                strong: true
                text: root.stateWords
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
