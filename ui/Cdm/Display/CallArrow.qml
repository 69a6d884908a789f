import QtQuick
import QtQuick.Shapes

// The arrow before a place, as bold as the letters beside it; it points to where the area lies, and is not there
// where nobody said.
Shape {
    id: root

    property real size: 100
    property color color: "white"
    // Where the area lies in the room: left, right, up, down.
    required property string direction

    readonly property real thickness: size * 0.19

    implicitHeight: size
    implicitWidth: size * 1.12
    visible: direction !== ""
    rotation: direction === "left" ? 180 : direction === "up" ? 270 : direction === "down" ? 90 : 0

    ShapePath {
        capStyle: ShapePath.FlatCap
        fillColor: "transparent"
        startX: 0
        startY: root.size / 2
        strokeColor: root.color
        strokeWidth: root.thickness

        PathLine {
            x: root.size
            y: root.size / 2
        }
    }

    ShapePath {
        capStyle: ShapePath.FlatCap
        fillColor: "transparent"
        joinStyle: ShapePath.MiterJoin
        startX: root.size * 0.55
        startY: root.size * 0.06
        strokeColor: root.color
        strokeWidth: root.thickness

        PathLine {
            x: root.size * 0.99
            y: root.size * 0.5
        }

        PathLine {
            x: root.size * 0.55
            y: root.size * 0.94
        }
    }
}
