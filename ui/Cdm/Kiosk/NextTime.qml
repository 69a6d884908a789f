pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Why no number is given for a theme now, and when it is received next.
Card {
    id: root

    required property KioskMetrics metrics
    required property bool full
    required property bool paused
    // What reception says of a pause, if it says anything.
    required property string message
    required property string moment
    readonly property string why: {
        if (paused)
            return qsTr("En pause pour le moment.");
        return full ? qsTr("Complet pour aujourd’hui.") : qsTr("Pas de conseiller sur ce sujet en ce moment.");
    }
    readonly property string then: {
        if (message !== "")
            return moment === "" ? "" : qsTr("Prochain horaire prévu\u00a0: %1").arg(moment);
        return moment === "" ? qsTr("L’accueil vous dit quand revenir.") : qsTr("Prochain horaire prévu\u00a0:");
    }
    // Below what reception says, the plan's own word is one quiet line.
    readonly property string ownMoment: message === "" ? moment : ""

    Accessible.name: [why, message, then, ownMoment].filter(text => text !== "").join(" ")
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
            size: root.metrics.text(44)
            text: root.why
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            bottomPadding: root.metrics.u(12)
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.text(text.length > 80 ? 40 : 50)
            strong: true
            text: root.message
            visible: text !== ""
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.text(38)
            soft: true
            text: root.then
            visible: text !== ""
            width: parent.width
        }

        BodyText {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignLeft
            size: root.metrics.text(50)
            strong: true
            text: root.ownMoment
            visible: text !== ""
            width: parent.width
        }
    }
}
