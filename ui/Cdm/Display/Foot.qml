pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Whose screen this is, the hour, and whether the screen still hears from the hub.
Rectangle {
    id: root

    required property string siteText
    required property string lostText
    required property string markText
    required property bool strongMark
    required property string clock
    required property real unit
    // What may lie beyond the lower edge of the screen.
    required property real bleed

    color: Theme.displayFoot

    Rectangle {
        id: lostMark

        anchors.left: parent.left
        anchors.leftMargin: 6 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.bleed / 2
        border.color: Theme.displayPlace
        border.width: Math.max(2, Math.round(root.unit * 0.45))
        color: "transparent"
        height: 2.6 * root.unit
        radius: height / 2
        visible: root.lostText !== ""
        width: height
    }

    Text {
        id: words

        Accessible.name: text
        Accessible.role: root.lostText === "" ? Accessible.StaticText : Accessible.AlertMessage
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.bleed
        anchors.left: lostMark.visible ? lostMark.right : parent.left
        anchors.leftMargin: lostMark.visible ? 2 * root.unit : 6 * root.unit
        anchors.right: mark.visible ? mark.left : time.left
        anchors.rightMargin: 5 * root.unit
        anchors.top: parent.top
        color: root.lostText === "" ? Theme.displaySoftInk : Theme.displayPlace
        elide: Text.ElideRight
        font.family: Theme.textFamily
        font.pixelSize: Math.round(3.6 * root.unit)
        fontSizeMode: Text.Fit
        horizontalAlignment: Text.AlignLeft
        maximumLineCount: 2
        minimumPixelSize: Math.round(2.6 * root.unit)
        text: root.lostText === "" ? root.siteText : root.lostText
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    Text {
        id: mark

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.right: time.left
        anchors.rightMargin: 4 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.bleed / 2
        color: root.strongMark ? Theme.displayPlace : Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(2.8 * root.unit)
        horizontalAlignment: Text.AlignRight
        text: root.markText
        textFormat: Text.PlainText
        visible: text !== ""
        // On a narrow screen it leaves room for the words beside it.
        width: Math.min(implicitWidth, 0.4 * root.width)
        wrapMode: Text.Wrap
    }

    PlaceText {
        id: time

        anchors.right: parent.right
        anchors.rightMargin: 6 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -root.bleed / 2
        color: Theme.displaySoftInk
        size: 4.4 * root.unit
        text: root.clock
    }
}
