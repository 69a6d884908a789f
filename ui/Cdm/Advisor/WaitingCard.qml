pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// How many wait for this shift, and since when the first of them does; nothing about who.
Card {
    id: root

    required property int waiting
    required property int longestWaitMin
    required property real unit

    readonly property string waitingText: waiting === 0 ? qsTr("Personne n’attend") : qsTr("%n personnes attendent", "", waiting)
    readonly property string sinceText: waiting === 0 || longestWaitMin < 0 ? "" : longestWaitMin === 0 ? qsTr("à l’instant") : qsTr("depuis %1 min").arg(longestWaitMin)

    Accessible.name: sinceText === "" ? waitingText : waitingText + " " + sinceText
    Accessible.role: Accessible.StaticText
    radius: 14 * unit

    BodyText {
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: 18 * root.unit
        anchors.right: since.left
        anchors.rightMargin: 8 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        size: 16 * root.unit
        soft: root.waiting === 0
        text: root.waitingText.replace(/\d+/, "<b>$&</b>")
        textFormat: Text.StyledText
    }

    BodyText {
        id: since

        Accessible.ignored: true
        anchors.right: parent.right
        anchors.rightMargin: 18 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        size: 16 * root.unit
        text: root.sinceText
    }
}
