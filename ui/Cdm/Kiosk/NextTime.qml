pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Why no number is given for a theme now, and when it is received next.
Card {
    id: root

    required property KioskMetrics metrics
    required property bool full
    required property string moment
    readonly property string why: full ? qsTr("Complet pour aujourd’hui.") : qsTr("Pas de permanence en ce moment.")
    readonly property string then: {
        if (moment === "")
            return qsTr("L’accueil vous dit quand revenir.");
        return qsTr("Prochaine permanence\u00a0:");
    }

    Accessible.name: (why + " " + then + " " + moment).trim()
    Accessible.role: Accessible.StaticText
    border.width: Math.round(metrics.lineWidth)
    implicitHeight: column.implicitHeight + metrics.u(60)
    implicitWidth: metrics.u(600)
    radius: metrics.cornerRadius

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: root.metrics.u(44)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.metrics.u(8)

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.u(44)
            text: root.why
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.u(38)
            soft: true
            text: root.then
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.u(50)
            strong: true
            text: root.moment
            visible: text !== ""
            width: parent.width
        }
    }
}
