pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Cdm.Controls

// A drawing and a few words: what a visitor does next.
Item {
    id: root

    required property string text
    // SVG path on a 48 × 48 grid, drawn as a line.
    required property string drawing
    required property real unit

    implicitHeight: Math.max(circle.height, words.implicitHeight)

    Rectangle {
        id: circle

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.displayGround
        height: 14 * root.unit
        radius: height / 2
        width: height

        Shape {
            anchors.centerIn: parent
            height: 48
            scale: 8.4 * root.unit / 48
            width: 48

            ShapePath {
                capStyle: ShapePath.RoundCap
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                strokeColor: Theme.displayPlace
                strokeWidth: 3.4

                PathSvg {
                    path: root.drawing
                }
            }
        }
    }

    Text {
        id: words

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.left: circle.right
        anchors.leftMargin: 3.5 * root.unit
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.displayInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4.3 * root.unit)
        horizontalAlignment: Text.AlignLeft
        lineHeight: 1.1
        text: root.text
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
    }
}
