pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Several numbers that are called to one place together, each as large as all of them allow.
Grid {
    id: root

    required property list<string> numbers
    required property real roomWidth
    required property real roomHeight

    readonly property real capital: 0.668
    readonly property real columnGap: 0.5
    readonly property real rowGap: 0.36
    // In parts of the type size; each digit is as wide as any other.
    readonly property real advance: longest.advanceWidth / 100
    readonly property real size: Math.max(1, Math.floor(sizeIn(columns)))

    function sizeIn(columns: int): real {
        const rows = Math.ceil(numbers.length / columns);
        const width = columns * advance + (columns - 1) * columnGap;
        const height = rows * capital + (rows - 1) * rowGap;
        return Math.min(roomWidth / width, roomHeight / height);
    }
    function bestColumns(): int {
        let best = 1;
        for (let columns = 2; columns <= numbers.length; columns += 1) {
            if (sizeIn(columns) > sizeIn(best))
                best = columns;
        }
        return best;
    }

    columnSpacing: columnGap * size
    columns: bestColumns()
    rowSpacing: rowGap * size

    TextMetrics {
        id: longest

        font.family: Theme.numberFamily
        font.pixelSize: 100
        text: root.numbers.reduce((one, other) => other.length > one.length ? other : one, "")
    }

    Repeater {
        model: root.numbers

        delegate: Item {
            id: cell

            required property string modelData

            height: root.capital * root.size
            width: root.advance * root.size

            Text {
                Accessible.name: text
                Accessible.role: Accessible.StaticText
                color: Theme.displayInk
                font.family: Theme.numberFamily
                font.pixelSize: root.size
                objectName: "numberTogether"
                text: cell.modelData
                textFormat: Text.PlainText
                y: parent.height - baselineOffset
            }
        }
    }
}
