pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// One who waits, or was called and did not come: number, theme, since when.
Item {
    id: root

    // The whole row at once, because one of its roles, "state", is a word that every Item has already.
    required property var model
    required property int index
    required property Columns columns
    required property bool current
    required property bool ringed
    required property bool last

    readonly property string ticketId: model.ticketId
    readonly property string number: model.number
    readonly property bool absent: model.state === "absent"
    readonly property string sinceText: model.sinceMin < 1 ? qsTr("à l’instant") : qsTr("%1 min").arg(model.sinceMin)
    readonly property bool over: model.state === "over"
    readonly property string waitText: model.state !== "waiting" || model.stateText === "" ? model.stateText : qsTr("attente prévue\u00a0: %1").arg(model.stateText)
    readonly property Item corner: menuButton

    signal picked
    signal menuAsked

    Accessible.name: [number, model.themeLabel, model.remark, sinceText, waitText].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.ListItem
    Accessible.selected: current

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        border.color: Theme.focus
        border.width: root.ringed ? 3 : 0
        color: root.ringed || pointer.hovered ? Theme.tint : "transparent"
        radius: root.ringed ? 8 : 0
    }

    HoverHandler {
        id: pointer
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.picked()
    }

    NumberText {
        anchors.verticalCenter: parent.verticalCenter
        color: root.absent || root.over ? Theme.softInk : Theme.ink
        horizontalAlignment: Text.AlignLeft
        size: 23
        text: root.number
        x: root.columns.numberX
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: root.model.colour
        height: 14
        opacity: root.absent || root.over ? 0.6 : 1
        radius: 4
        width: 14
        x: root.columns.themeX
    }

    // Beside the theme where there is room, else below it: the theme matters more.
    Item {
        id: purpose

        readonly property real besideWidth: width - (remark.text === "" ? 0 : remark.width + 10)
        readonly property bool stacked: remark.text !== "" && besideWidth < Math.min(wish.advanceWidth, 150)

        height: parent.height
        width: root.columns.sinceX - 12 - x
        x: root.columns.themeX + 24

        // Of the text alone: how wide its item may be depends on the answer.
        TextMetrics {
            id: wish

            font: theme.font
            text: root.model.themeLabel
        }

        BodyText {
            id: theme

            elide: Text.ElideRight
            lineHeight: 0.95
            maximumLineCount: purpose.stacked ? 1 : 2
            size: 16
            soft: root.absent || root.over
            text: root.model.themeLabel
            width: Math.min(Math.ceil(wish.advanceWidth) + 1, purpose.stacked ? purpose.width : purpose.besideWidth)
            y: purpose.stacked ? 6 : (parent.height - height) / 2
        }

        Chip {
            id: remark

            anchors.left: theme.right
            anchors.leftMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            text: root.model.remark
            visible: text !== "" && !purpose.stacked
        }

        BodyText {
            anchors.top: theme.bottom
            elide: Text.ElideRight
            maximumLineCount: 1
            size: 14
            soft: true
            text: remark.text
            visible: purpose.stacked
            width: parent.width
        }
    }

    BodyText {
        anchors.verticalCenter: parent.verticalCenter
        size: 16
        soft: root.absent || root.over
        text: root.sinceText
        wrapMode: Text.NoWrap
        x: root.columns.sinceX
    }

    BodyText {
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        size: 16
        soft: root.over
        text: root.absent ? "" : root.model.stateText
        width: root.columns.menuX - root.columns.stateX - 8
        wrapMode: Text.NoWrap
        x: root.columns.stateX
    }

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.alarmPaper
        height: 30
        radius: 8
        visible: root.absent
        width: absence.width + 16
        x: root.columns.stateX - 8

        BodyText {
            id: absence

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.alarm
            elide: Text.ElideRight
            size: 15
            text: root.model.stateText
            width: Math.min(implicitWidth, root.columns.menuX - root.columns.stateX - 16)
            wrapMode: Text.NoWrap
            x: 8
        }
    }

    T.AbstractButton {
        id: menuButton

        Accessible.name: qsTr("Actions pour le numéro %1").arg(root.number)
        Accessible.role: Accessible.Button
        anchors.verticalCenter: parent.verticalCenter
        // The list is one stop for the keyboard: Enter on a row opens its menu.
        focusPolicy: Qt.NoFocus
        height: 44
        objectName: "rowMenu-" + root.number
        width: 44
        x: root.columns.menuX

        background: Rectangle {
            color: menuButton.down ? Theme.pressedTint : menuButton.hovered ? Theme.card : "transparent"
            radius: 10
        }
        contentItem: Item {
            Row {
                anchors.centerIn: parent
                spacing: 4

                Repeater {
                    model: 3

                    delegate: Rectangle {
                        color: Theme.softInk
                        height: 4
                        radius: 2
                        width: 4
                    }
                }
            }
        }

        onClicked: root.menuAsked()
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: 1
        opacity: 0.7
        visible: !root.last
        width: parent.width
    }
}
