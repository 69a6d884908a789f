pragma ComponentBehavior: Bound

import QtQuick

// The button of every station.
PressButton {
    id: root

    // "primary" (the next thing to do), "secondary" (a real alternative) or "plain" (everything else).
    property string kind: "plain"
    property string shortcutText: ""
    // A button may swallow taps for a moment without looking as if it worked.
    property bool looksBusy: busy
    property real fontSize: 16
    property real detailSize: fontSize * 0.78
    property real radius: Math.max(8, fontSize * 0.7)
    property real lineWidth: isSecondary ? Math.max(2, fontSize * 0.08) : Math.max(1, fontSize * 0.05)
    property int textAlignment: Text.AlignHCenter
    readonly property bool isPrimary: kind === "primary"
    readonly property bool isSecondary: kind === "secondary"
    readonly property color inkColor: {
        if (!enabled)
            return Theme.softInk;
        if (isPrimary)
            return Theme.onPrimary;
        return isSecondary ? Theme.primary : Theme.ink;
    }
    readonly property color groundColor: {
        if (!enabled)
            return isPrimary ? Theme.disabledGround : "transparent";
        if (isPrimary)
            return down || looksBusy ? Theme.primaryPressed : Theme.primary;
        if (down || looksBusy)
            return Theme.pressedTint;
        return hovered ? Theme.tint : Theme.card;
    }
    readonly property color lineColor: {
        if (isPrimary)
            return groundColor;
        return isSecondary && enabled ? Theme.primary : Theme.line;
    }

    font.bold: kind !== "plain"
    font.family: Theme.textFamily
    font.pixelSize: Math.max(1, Math.round(fontSize))
    implicitHeight: Math.max(44, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    horizontalPadding: fontSize * 0.9
    verticalPadding: fontSize * 0.6

    background: Rectangle {
        border.color: root.lineColor
        border.width: Math.round(root.lineWidth)
        color: root.groundColor
        radius: root.radius

        FocusRing {
            radius: root.radius + thickness * 1.5
            thickness: Math.max(3, root.fontSize * 0.12)
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        id: content

        readonly property real hintSpace: hint.visible ? hint.implicitWidth + pair.spacing : 0
        readonly property real belowWish: below.visible ? below.implicitWidth : 0
        readonly property real textWish: Math.max(label.implicitWidth, belowWish)

        implicitHeight: pair.implicitHeight
        implicitWidth: textWish + hintSpace

        Row {
            id: pair

            readonly property real room: content.width - content.hintSpace
            readonly property real textWidth: Math.max(1, Math.min(room, content.textWish))

            spacing: root.fontSize * 0.5
            x: {
                if (root.textAlignment === Text.AlignHCenter)
                    return (content.width - width) / 2;
                return root.mirrored ? content.width - width : 0;
            }
            y: (content.height - height) / 2

            Column {
                anchors.verticalCenter: parent.verticalCenter
                spacing: root.detailSize * 0.2

                Text {
                    id: label

                    Accessible.ignored: true
                    color: root.inkColor
                    font: root.font
                    horizontalAlignment: root.textAlignment
                    text: root.text
                    textFormat: Text.PlainText
                    width: pair.textWidth
                    wrapMode: Text.Wrap
                }

                Text {
                    id: below

                    Accessible.ignored: true
                    color: !root.enabled ? Theme.softInk : root.isPrimary ? Theme.onPrimary : Theme.softInk
                    font.family: Theme.textFamily
                    font.pixelSize: Math.max(1, Math.round(root.detailSize))
                    horizontalAlignment: root.textAlignment
                    text: root.detail
                    textFormat: Text.PlainText
                    visible: text !== ""
                    width: pair.textWidth
                    wrapMode: Text.Wrap
                }
            }

            Text {
                id: hint

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                color: root.isPrimary ? Theme.softInkOnPrimary : Theme.softInk
                font.bold: root.isPrimary
                font.family: Theme.textFamily
                font.pixelSize: Math.max(10, Math.round(root.fontSize * 0.7))
                text: root.shortcutText
                textFormat: Text.PlainText
                visible: text !== "" && root.enabled
            }
        }
    }
}
