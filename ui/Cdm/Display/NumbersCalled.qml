pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import "numbersGrid.js" as Layout

// Several numbers that are called to one place together, each as large as all of them allow.
Grid {
    id: root

    required property list<string> numbers
    required property real roomWidth
    required property real roomHeight

    // In parts of the type size; each digit is as wide as any other.
    readonly property real advance: longest.advanceWidth / 100
    readonly property real size: Math.max(1, Math.floor(Layout.sizeIn(columns, numbers.length, advance, roomWidth, roomHeight)))

    columnSpacing: Layout.columnGap * size
    columns: Layout.bestColumns(numbers.length, advance, roomWidth, roomHeight)
    rowSpacing: Layout.rowGap * size

    TextMetrics {
        id: longest

        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: 100
        text: root.numbers.reduce((one, other) => other.length > one.length ? other : one, "")
    }

    Repeater {
        model: root.numbers

        delegate: Item {
            id: cell

            required property string modelData

            height: Layout.capital * root.size
            width: root.advance * root.size

            Text {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                color: Theme.displayInk
                font.bold: true
                font.family: Theme.textFamily
                font.pixelSize: root.size
                objectName: "numberTogether"
                text: cell.modelData
                textFormat: Text.PlainText
                y: parent.height - baselineOffset
            }
        }
    }
}
