pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T

// The button of every station. Use `activated`, not `clicked`: it stays silent while the button is busy,
// so that a double tap is one command, and the button keeps the keyboard's focus meanwhile.
T.AbstractButton {
    id: root

    // "primary" (the next thing to do), "secondary" (a real alternative) or "plain" (everything else).
    property string kind: "plain"
    property string detail: ""
    property string shortcutText: ""
    property bool busy: false
    property real fontSize: 16
    property real detailSize: fontSize * 0.78
    property real radius: Math.max(8, fontSize * 0.7)
    property real lineWidth: Math.max(kind === "secondary" ? 2 : 1, fontSize * (kind === "secondary" ? 0.08 : 0.05))
    property int textAlignment: Text.AlignHCenter

    readonly property bool isPrimary: kind === "primary"
    readonly property color inkColor: !enabled ? Theme.softInk : isPrimary ? Theme.onPrimary : kind
                                                 === "secondary" ? Theme.primary : Theme.ink

    signal activated

    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    font.bold: kind !== "plain"
    font.family: Theme.textFamily
    font.pixelSize: Math.max(1, Math.round(fontSize))
    implicitHeight: Math.max(44, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    horizontalPadding: fontSize * 0.9
    verticalPadding: fontSize * 0.6

    background: Rectangle {
        border.color: !root.enabled ? Theme.disabledGround : root.isPrimary ? color : root.kind === "secondary"
                                                                              ? Theme.primary : Theme.line
        border.width: Math.round(root.lineWidth)
        color: {
            if (!root.enabled)
                return Theme.disabledGround;
            if (root.isPrimary)
                return root.down || root.busy ? Theme.primaryPressed : Theme.primary;
            return root.down || root.busy ? Theme.pressedTint : root.hovered ? Theme.tint : Theme.card;
        }
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

        implicitHeight: pair.implicitHeight
        implicitWidth: Math.max(label.implicitWidth, below.visible ? below.implicitWidth : 0) + hintSpace

        Row {
            id: pair

            readonly property real textWidth: Math.max(1, Math.min(content.width - content.hintSpace, Math.max(
                                                                       label.implicitWidth, below.visible
                                                                       ? below.implicitWidth : 0)))

            spacing: root.fontSize * 0.5
            x: root.textAlignment === Text.AlignHCenter ? (content.width - width) / 2 : root.mirrored ? content.width
                                                                                                        - width : 0
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
                color: !root.enabled ? Theme.softInk : root.isPrimary ? Theme.softInkOnPrimary : Theme.softInk
                font.bold: root.isPrimary
                font.family: Theme.textFamily
                font.pixelSize: Math.max(10, Math.round(root.fontSize * 0.7))
                text: root.shortcutText
                textFormat: Text.PlainText
                visible: text !== ""
            }
        }
    }

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            root.click();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.click();
    }
    onClicked: {
        if (!root.busy)
            root.activated();
    }
}
