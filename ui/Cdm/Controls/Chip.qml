pragma ComponentBehavior: Bound

import QtQuick

// A short word beside something else ("English", "absent").
Rectangle {
    id: root

    required property string text
    property real fontSize: 14
    // "calm", "good" or "alarm"; the words carry the meaning, the colour only helps.
    property string tone: "calm"

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: tone === "alarm" ? Theme.alarmPaper : tone === "good" ? Theme.goodPaper : Theme.tint
    implicitHeight: word.implicitHeight + fontSize * 0.5
    implicitWidth: word.implicitWidth + fontSize * 1.2
    radius: Math.max(6, fontSize * 0.45)

    BodyText {
        id: word

        Accessible.ignored: true
        anchors.centerIn: parent
        color: root.tone === "alarm" ? Theme.alarm : root.tone === "good" ? Theme.goodInk : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        size: root.fontSize
        strong: root.tone === "alarm"
        text: root.text
        width: Math.min(implicitWidth, root.width - root.fontSize)
    }
}
