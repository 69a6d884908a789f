pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Something that must not be overlooked, and the one thing to do about it.
Rectangle {
    id: root

    required property string kind
    required property string subject
    required property string text
    required property string verb
    required property string key

    readonly property bool pressing: kind === "help"
    readonly property bool isNews: kind === "station"
    property bool connected: true
    property bool settling: false

    signal answered(string kind, string subject)

    Accessible.name: text
    Accessible.role: pressing || isNews ? Accessible.AlertMessage : Accessible.Notification
    border.color: pressing ? Theme.alarm : isNews ? Theme.primary : Theme.line
    border.width: pressing || isNews ? 2 : 1
    color: pressing || kind === "closing" ? Theme.alarmPaper : Theme.tint
    implicitHeight: Math.max(58, sentence.implicitHeight + 20)
    radius: 14

    BodyText {
        id: sentence

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.right: act.left
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter
        color: root.pressing ? Theme.alarm : Theme.ink
        size: 17
        strong: root.pressing || root.isNews
        text: root.text
    }

    ActionButton {
        id: act

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        busy: root.settling
        enabled: root.connected
        fontSize: 16
        height: 44
        looksBusy: false
        kind: root.pressing || root.isNews ? "primary" : "plain"
        objectName: "banner-" + root.kind + (root.subject === "" ? "" : "-" + root.subject)
        shortcutText: root.key
        text: root.verb

        onActivated: root.answered(root.kind, root.subject)
    }
}
