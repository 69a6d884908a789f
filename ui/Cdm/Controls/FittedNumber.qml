pragma ComponentBehavior: Bound

import QtQuick

// A ticket number as large as its box allows, from one digit to four.
Item {
    id: root

    required property string text
    property color color: Theme.primary
    // Widest digit and height of a digit, in parts of the type size of Cdm Text Bold.
    readonly property real advance: 0.652
    readonly property real digitHeight: 0.70
    readonly property real size: Math.min(height / digitHeight, width / (advance * Math.max(1, text.length)))

    Accessible.name: text
    Accessible.role: Accessible.StaticText

    NumberText {
        Accessible.ignored: true
        anchors.centerIn: parent
        color: root.color
        size: root.size
        text: root.text
    }
}
