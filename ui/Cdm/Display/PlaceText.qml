pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A short bold text ("Table 10"), as large as `size` where it fits, smaller where it does not, on two lines before it
// gets small.
Item {
    id: root

    required property string text
    property real size: 48
    property real maximumWidth: Number.POSITIVE_INFINITY
    property real maximumHeight: Number.POSITIVE_INFINITY
    // How much room the ink of one line has: some letters, Arabic ones above all, stand high and hang low.
    property real maximumInk: Number.POSITIVE_INFINITY
    property bool rightAligned: false
    property color color: Theme.displayInk

    readonly property real oneLineFit: Math.min(1, maximumWidth / (whole.advanceWidth * size / 100), maximumInk / (whole.tightBoundingRect.height * size / 100))
    // Two lines are only worth it where they come out larger.
    readonly property real twoLinesFit: Math.min(0.6, maximumHeight / (2 * 1.2 * size), maximumWidth / (Math.max(first.advanceWidth, second.advanceWidth) * size / 100))
    readonly property list<string> lines: oneLineFit < Math.min(0.6, twoLinesFit) ? parts : [text]
    readonly property list<string> parts: halves(text)
    readonly property real lineFit: lines.length === 1 ? oneLineFit : twoLinesFit
    readonly property int pixelSize: Math.max(1, Math.floor(size * lineFit))
    // From the top to where the letters of the last line stand.
    readonly property real lastBaseline: (lines.length - 1) * metrics.height + metrics.ascent
    // How far its letters hang below where they stand, and that in parts of the type size.
    readonly property real hang: hangPart * pixelSize
    readonly property real hangPart: Math.max(0, whole.tightBoundingRect.y + whole.tightBoundingRect.height) / 100

    function halves(words: string): list<string> {
        const middle = words.length / 2;
        const before = words.lastIndexOf(" ", middle);
        const after = words.indexOf(" ", middle);
        const cut = before < 0 ? after : after < 0 || middle - before <= after - middle ? before : after;
        return cut < 0 ? [words] : [words.slice(0, cut), words.slice(cut + 1)];
    }

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    implicitHeight: column.height
    implicitWidth: column.width

    TextMetrics {
        id: whole

        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: 100
        text: root.text
    }

    TextMetrics {
        id: first

        font: whole.font
        text: root.parts[0] ?? ""
    }

    TextMetrics {
        id: second

        font: whole.font
        text: root.parts[1] ?? ""
    }

    FontMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: root.pixelSize
    }

    Column {
        id: column

        Repeater {
            model: root.lines

            delegate: Text {
                required property string modelData

                Accessible.ignored: true
                // The root goes before its lines when the window is taken down.
                anchors.left: root?.rightAligned ? undefined : parent?.left
                anchors.right: root?.rightAligned ? parent?.right : undefined
                color: root.color
                font.bold: true
                font.family: Theme.textFamily
                font.pixelSize: root.pixelSize
                height: metrics.height
                text: modelData
                textFormat: Text.PlainText
            }
        }
    }
}
