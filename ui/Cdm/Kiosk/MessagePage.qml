pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls

// A calm page for when no ticket can be taken: the house is closed, or the kiosk rests.
PageScroll {
    id: root

    required property KioskMetrics metrics
    required property string heading
    required property string sentence
    property string place: ""
    property string lead: ""
    property string answer: ""
    // For who looks after the kiosk.
    property string remark: ""

    neededHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        spacing: root.metrics.u(36)
        width: Math.min(parent.width, root.metrics.u(1400))

        PageHeading {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            metrics: root.metrics
            text: root.heading
        }

        Guidance {
            Layout.fillWidth: true
            answer: root.answer
            lead: root.lead
            metrics: root.metrics
            visible: answer !== ""
        }

        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.0
            size: root.metrics.text(44)
            soft: true
            text: root.sentence
        }

        ReceptionCard {
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.u(24)
            metrics: root.metrics
            place: root.place
            visible: place !== ""
        }

        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            size: root.metrics.text(24)
            soft: true
            text: root.remark
            visible: text !== ""
        }
    }
}
