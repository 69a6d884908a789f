pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Reception was asked to come, and can be told not to.
Rectangle {
    id: root

    required property Step step
    required property bool busy
    required property real unit

    Accessible.name: words.text
    Accessible.role: Accessible.Grouping
    border.color: Theme.good
    border.width: Math.max(1, Math.round(unit))
    color: Theme.goodPaper
    radius: 11 * unit

    BodyText {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 13 * root.unit
        anchors.right: cancel.left
        anchors.rightMargin: 8 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.goodInk
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 11
        objectName: "helpAsked"
        size: 15 * root.unit
        strong: true
        text: qsTr("L’accueil est prévenu.")
        wrapMode: Text.NoWrap
    }

    StepButton {
        id: cancel

        anchors.bottom: parent.bottom
        anchors.margins: 4 * root.unit
        anchors.right: parent.right
        anchors.top: parent.top
        busy: root.busy
        fontSize: 14 * root.unit
        horizontalPadding: 10 * root.unit
        step: root.step
        verticalPadding: 2
    }
}
