pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// Asks before the screen is wiped for the next person.
FocusScope {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    // Where the page is.
    required property rect area

    Accessible.name: question.text
    Accessible.role: Accessible.Dialog

    onVisibleChanged: {
        if (visible)
            proceed.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.displayGround
        opacity: 0.86
    }

    MouseArea {
        anchors.fill: parent
    }

    Card {
        border.width: 0
        implicitHeight: column.implicitHeight + root.metrics.u(root.metrics.lowReach ? 64 : 128)
        radius: root.metrics.u(44)
        width: Math.min(root.area.width, root.metrics.u(960))
        x: root.area.x + (root.area.width - width) / 2
        y: root.area.y + (root.area.height - height) / 2

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.margins: root.metrics.u(64)
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: root.metrics.u(root.metrics.lowReach ? 12 : 28)

            PageHeading {
                id: question

                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                metrics: root.metrics
                text: qsTr("Vous êtes toujours là\u00a0?")
            }

            FittedNumber {
                Layout.bottomMargin: root.metrics.u(12)
                Layout.fillWidth: true
                Layout.preferredHeight: root.metrics.u(root.metrics.lowReach ? 110 : 220)
                Layout.topMargin: root.metrics.u(12)
                text: root.vm.secondsLeft
            }

            BodyText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.text(38)
                soft: true
                text: qsTr("Sinon, l’écran s’efface.")
            }

            TouchButton {
                id: proceed

                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(12)
                fontSize: root.metrics.text(50)
                implicitHeight: root.metrics.atLeastTarget(180)
                kind: "primary"
                metrics: root.metrics
                objectName: "continue"
                text: qsTr("Oui, je continue")

                onActivated: root.vm.touched()
            }
        }
    }
}
