import QtQuick

// Drawn outside its parent, so that the parent's own line and colour stay what they are.
Rectangle {
    id: root

    property real thickness: 3

    anchors.fill: parent
    anchors.margins: -(thickness + Math.max(2, thickness / 2))
    border.color: Theme.focus
    border.width: Math.round(thickness)
    color: "transparent"
}
