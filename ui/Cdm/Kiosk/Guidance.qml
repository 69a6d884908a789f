pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One thing to know about the ticket: a few words, then the answer in large.
Column {
    id: root

    required property KioskMetrics metrics
    property string lead: ""
    required property string answer
    property bool centred: true

    Accessible.name: (lead + " " + answer).trim()
    Accessible.role: Accessible.StaticText
    spacing: metrics.u(2)

    BodyText {
        Accessible.ignored: true
        horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
        size: root.metrics.noteText(38)
        soft: true
        text: root.lead
        visible: text !== ""
        width: root.width
    }

    BodyText {
        Accessible.ignored: true
        horizontalAlignment: root.centred ? Text.AlignHCenter : Text.AlignLeft
        lineHeight: 0.96
        size: root.metrics.largeText ? root.metrics.noteText(52) : root.metrics.u(50)
        strong: true
        text: root.answer
        visible: text !== ""
        width: root.width
    }
}
