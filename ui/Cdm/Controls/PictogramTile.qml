pragma ComponentBehavior: Bound

import QtQuick

// A white pictogram on a coloured rounded tile.
Rectangle {
    id: root

    required property url pictogram
    property real side: 64

    Accessible.ignored: true
    color: Theme.primary
    implicitHeight: side
    implicitWidth: side
    radius: side * 0.24

    Image {
        anchors.centerIn: parent
        height: width
        source: root.pictogram
        sourceSize: Qt.size(width, width)
        width: Math.round(Math.min(root.width, root.height) * 0.62)
    }
}
