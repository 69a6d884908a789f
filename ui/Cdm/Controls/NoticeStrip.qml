pragma ComponentBehavior: Bound

import QtQuick

// One calm sentence across a page; takes no room when there is nothing to say.
Rectangle {
    id: root

    required property string text
    property real fontSize: 16
    property int textAlignment: Text.AlignLeft
    // "calm", "good" or "alarm"; the words carry the meaning, the colour only helps.
    property string tone: "calm"

    Accessible.name: text
    Accessible.role: Accessible.AlertMessage
    border.color: tone === "alarm" ? Theme.alarm : tone === "good" ? Theme.good : Theme.primary
    border.width: Math.max(1, Math.round(fontSize * 0.05))
    color: tone === "alarm" ? Theme.alarmPaper : tone === "good" ? Theme.goodPaper : Theme.tint
    implicitHeight: visible ? sentence.implicitHeight + fontSize * 1.1 : 0
    implicitWidth: sentence.implicitWidth + fontSize * 1.8
    radius: Math.max(8, fontSize * 0.6)
    visible: text !== ""

    BodyText {
        id: sentence

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: root.fontSize * 0.9
        anchors.right: parent.right
        anchors.rightMargin: root.fontSize * 0.9
        anchors.verticalCenter: parent.verticalCenter
        color: root.tone === "alarm" ? Theme.alarm : Theme.ink
        horizontalAlignment: root.textAlignment
        size: root.fontSize
        strong: root.tone === "alarm"
        text: root.text
    }
}
