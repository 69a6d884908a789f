import QtQuick
import QtQuick.Shapes

// The arrow before a place, as bold as the letters beside it; it points to where the area lies.
Shape {
    id: root

    property real size: 100
    property color color: "white"
    // Where the area lies in the room; without it, the arrow points the way one reads.
    property string direction: ""

    readonly property real thickness: size * 0.19

    implicitHeight: size
    implicitWidth: size * 1.12
    rotation: direction === "left" || (direction === "" && LayoutMirroring.enabled) ? 180 : direction === "up" ? 270 : direction === "down" ? 90 : 0

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
