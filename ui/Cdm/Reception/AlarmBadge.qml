pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The worst alarm in sight; a touch shows the others.
PressButton {
    id: root

    required property ReceptionViewModel vm
    required property real maximumWidth

    readonly property string worst: texts.count > 0 ? (texts.itemAt(0) as Alarm)?.text ?? "" : ""
    readonly property int others: Math.max(0, texts.count - 1)
    readonly property string othersText: others > 0 ? qsTr("+ %1").arg(others) : ""

    readonly property bool tellsMore: others > 0 || words.truncated

    component Alarm: Item {
        required property string text
    }

    Accessible.description: tellsMore ? qsTr("Montre toutes les alertes") : ""
    Accessible.name: worst
    Accessible.role: tellsMore ? Accessible.Button : Accessible.AlertMessage
    enabled: tellsMore
    focusPolicy: tellsMore ? Qt.StrongFocus : Qt.NoFocus
    height: Math.max(40, words.height + 8)
    objectName: "alarms"
    visible: texts.count > 0
    width: Math.min(maximumWidth, words.implicitWidth + more.space + 28)

    background: Rectangle {
        color: Theme.alarmPaper
        radius: 10

        FocusRing {
            radius: 14
            thickness: 2
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        BodyText {
            id: words

            Accessible.ignored: true
            anchors.left: parent.left
            anchors.leftMargin: 14
            anchors.right: more.left
            anchors.rightMargin: more.visible ? 10 : 0
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.alarm
            elide: Text.ElideRight
            maximumLineCount: 2
            size: 16
            strong: true
            text: root.worst
        }

        BodyText {
            id: more

            readonly property real space: visible ? implicitWidth + 10 : 0

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.alarm
            size: 16
            text: root.othersText
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }

    Repeater {
        id: texts

        model: root.vm.alarms

        delegate: Alarm {}
    }
    onActivated: all.open()

    Panel {
        id: all

        dim: false
        padding: 18
        width: 460
        x: root.width - width
        y: root.height + 8

        contentItem: Column {
            Accessible.name: qsTr("Alertes")
            Accessible.role: Accessible.List
            spacing: 12

            Repeater {
                model: root.vm.alarms

                delegate: BodyText {
                    required property var model

                    color: Theme.alarm
                    size: 16
                    strong: true
                    text: model.text
                    width: all.availableWidth
                }
            }
        }
    }
}
