pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Which arrangement of newest call and last calls reads from farthest in a given room: beside or below each other,
// in how many columns and rows. The first that is large enough is taken, else the largest.
QtObject {
    id: root

    required property real width
    required property real height
    required property real unit
    // Capital height in pixels that the farthest reader needs: 12 mm per metre of distance (0.7°).
    required property real needed
    // What takes room above the calls: the area's name.
    property real heading: 0
    // What takes room below each place: the area's name, where they must be told apart.
    property real area: 0
    // Everybody's number counts alike here: more of the last calls, in two columns.
    property bool compact: false

    readonly property real capital: 0.668
    readonly property real margin: 6 * unit
    // A number of three digits and a place, in parts of the type size.
    readonly property real numberWidth: number.advanceWidth / 100
    readonly property real placeWidth: place.advanceWidth / 100
    // The arrow with its gap, in parts of the place's size.
    readonly property real arrowWidth: 1.12 * capital + 0.35
    readonly property real rowGap: 0.4
    readonly property var best: choose(width, height - heading, needed)
    readonly property bool beside: best.beside
    readonly property bool oneLine: best.oneLine
    readonly property real share: best.share
    readonly property int columns: best.columns
    readonly property int rows: best.rows
    readonly property real rowSize: best.rowSize
    readonly property real placeSize: best.placeSize
    // 1 where all is as large as needed, else what part of it.
    readonly property real reach: best.score

    // Number and place side by side, or below each other: their type sizes in a box.
    function newest(w: real, h: real, oneLine: bool): var {
        const room = w - 2 * margin;
        const high = h - area;
        if (oneLine) {
            const part = 0.7;
            const size = Math.min(room / (numberWidth + part * (0.45 + arrowWidth + placeWidth)), (high - 17 * unit) / capital);
            return [size, part * size];
        }
        const wanted = Math.max(15.5 * unit, 2.02 * needed / capital);
        const placeSize = Math.min(wanted, room / (placeWidth + arrowWidth), 0.42 * (high - 25 * unit) / capital);
        return [Math.min(room / Math.max(numberWidth, 1.3), (high - 27 * unit - placeSize) / capital), placeSize];
    }
    // The type size of the last calls in a box.
    function listed(w: real, h: real, rows: int, columns: int): real {
        const room = (w - (1 + columns) * margin) / columns;
        return Math.min(room / (numberWidth + rowGap + placeWidth), 0.66 * ((h - 13 * unit) / rows - area) / capital);
    }
    function consider(w: real, h: real, need: real, beside: bool, oneLine: bool, share: real, columns: int, rows: int): var {
        const [numberSize, placeSize] = beside ? newest(w * share, h, oneLine) : newest(w, h * share, oneLine);
        const fitting = beside ? listed(w * (1 - share), h, rows, columns) : listed(w, h * (1 - share), rows, columns);
        // The newest call stays the largest by far, on whatever screen.
        const rowSize = Math.min(fitting, 0.64 * placeSize);
        const score = Math.min(1, capital * rowSize / need, capital * numberSize / (2 * need), capital * placeSize / (2 * need));
        // Where the newest call cannot be large enough, the others still may, and its number where it has the height.
        const roomy = beside ? 1 : Math.min(1, share / 0.44);
        const worth = score + 0.25 * Math.min(1, capital * rowSize / need) + 0.2 * roomy;
        return {
            beside,
            oneLine,
            share,
            columns,
            rows,
            placeSize,
            rowSize,
            score,
            worth
        };
    }
    function choose(w: real, h: real, need: real): var {
        const wide = w > 1.15 * h;
        const shares = compact ? [0.42, 0.36, 0.5] : [0.56, 0.5, 0.44, 0.38, 0.32];
        let top = null;
        for (const calls of compact ? [8, 6, 4, 3, 2, 1] : [5, 4, 3, 2, 1]) {
            const tried = [];
            if (wide && !compact)
                [0.592, 0.56, 0.64, 0.5].forEach(share => tried.push(consider(w, h, need, true, false, share, 1, calls)));
            for (const share of shares) {
                if (!wide)
                    tried.push(consider(w, h, need, false, false, share, 1, calls));
                if (wide || compact)
                    tried.push(consider(w, h, need, false, true, share, 2, Math.ceil(calls / 2)));
                tried.push(consider(w, h, need, false, true, share, 1, calls));
            }
            for (const plan of tried) {
                if (top === null || plan.worth > top.worth + 0.001)
                    top = plan;
            }
            if (top.score === 1)
                return top;
        }
        return top;
    }

    readonly property TextMetrics number: TextMetrics {
        font.family: Theme.numberFamily
        font.pixelSize: 100
        text: "108"
    }
    readonly property TextMetrics place: TextMetrics {
        font.bold: true
        font.family: Theme.textFamily
        font.pixelSize: 100
        text: "Table 10"
    }
}
