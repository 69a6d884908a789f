pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import "numbersGrid.js" as Grid

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
    // How many numbers the newest call has, and each call before it; how many digits the longest of them.
    property int newestCount: 1
    property list<int> counts: []
    property int digits: 3
    // Whether an arrow stands before the newest place.
    property bool arrow: false

    readonly property real capital: Grid.capital
    readonly property real margin: 6 * unit
    // A number of three digits and a place, in parts of the type size.
    readonly property real numberWidth: number.advanceWidth / 100
    readonly property real placeWidth: place.advanceWidth / 100
    // The arrow with its gap, in parts of the place's size.
    readonly property real arrowWidth: arrow ? 1.12 * capital + 0.35 : 0
    readonly property real advance: numberWidth / 3 * digits
    // Of a newest call of many, each number must be as large as any other call's; of one number, twice as large.
    readonly property real standsOut: newestCount > 1 ? 1 : 2
    readonly property real rowGap: 0.4
    readonly property var best: choose(width, height - heading, needed)
    readonly property bool beside: best.beside
    readonly property bool oneLine: best.oneLine
    readonly property real share: best.share
    readonly property int columns: best.columns
    readonly property int rows: best.rows
    // How many of the earlier calls there are to show, on as many pages as they need.
    readonly property int shown: Math.min(counts.length, best.shown)
    readonly property real rowSize: best.rowSize
    readonly property real placeSize: best.placeSize
    // 1 where all is as large as needed, else what part of it.
    readonly property real reach: best.score

    // Number and place side by side, or below each other: their type sizes in a box.
    function newest(w: real, h: real, oneLine: bool): var {
        const room = w - 2 * margin;
        const high = h - area;
        if (newestCount > 1)
            return together(room, high, oneLine);
        if (oneLine) {
            const part = 0.7;
            const size = Math.min(room / (numberWidth + part * (0.45 + arrowWidth + placeWidth)), (high - 19 * unit) / capital);
            return [size, part * size];
        }
        const wanted = Math.max(15.5 * unit, 2.02 * needed / capital);
        // The number is never smaller than its place.
        const placeSize = Math.min(wanted, room / (placeWidth + arrowWidth), (high - 27 * unit) / (1 + 1.1 * capital));
        return [Math.min(room / Math.max(numberWidth, 1.3), (high - 27 * unit - placeSize) / capital), placeSize];
    }
    // Many numbers, and the place beside or below them.
    function together(room: real, high: real, oneLine: bool): var {
        const placeSize = oneLine ? Math.max(1.4 * needed / capital, 0.075 * room) : Math.max(11 * unit, 1.4 * needed / capital);
        const fitting = oneLine ? Math.min(placeSize, 0.4 * room / (placeWidth + arrowWidth)) : Math.min(placeSize, room / (placeWidth + arrowWidth), 0.3 * (high - 25 * unit) / capital);
        const wide = oneLine ? room - fitting * (0.45 + arrowWidth + placeWidth) : room;
        const tall = oneLine ? high - 19 * unit : high - 27 * unit - fitting;
        const columns = Grid.bestColumns(newestCount, advance, wide, tall);
        return [Grid.sizeIn(columns, newestCount, advance, wide, tall), fitting];
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
        const score = Math.min(1, capital * rowSize / need, capital * numberSize / (standsOut * need), capital * placeSize / (standsOut * need));
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
            worth,
            shown: columns * rows
        };
    }
    // Where each of the first `most` earlier calls stands: newest first, line by line, and page by page of `rows`
    // lines. A call of many has lines to itself, its place at the end of the first or on a line above.
    function flow(most: int, size: real, columns: int, width: real, rows: real): var {
        const cell = (width - (columns - 1) * margin) / columns;
        const pieces = [];
        const dividers = [];
        let line = 0;
        let single = [];
        const put = (call, at, more) => pieces.push(Object.assign({
                call,
                page: Math.floor(at / rows),
                line: at % rows
            }, more));
        const settle = balanced => {
            while (single.length > 0) {
                const free = rows - line % rows;
                const now = single.splice(0, free * columns);
                const high = balanced ? Math.ceil(now.length / columns) : Math.min(now.length, free);
                now.forEach((call, at) => put(call, line + at % high, {
                        column: Math.floor(at / high),
                        together: false
                    }));
                if (now.length > high)
                    dividers.push({
                        page: Math.floor(line / rows),
                        line: line % rows,
                        lines: high
                    });
                line += high;
            }
        };
        for (let call = 0; call < most; call += 1) {
            const count = counts[call];
            if (hasRoom(count, size, cell)) {
                single.push(call);
                continue;
            }
            settle(true);
            const beside = Grid.across(advance, size, width - size * (rowGap + placeWidth));
            const below = Grid.across(advance, size, width);
            const above = 1 + Math.ceil(count / below) < Math.ceil(count / beside);
            const most = above ? below : beside;
            const head = above ? 1 : 0;
            const all = head + Math.ceil(count / most);
            // Begun on a page of its own rather than torn in two, where one page holds it.
            if (line % rows > 0 && all > rows - line % rows && all <= rows)
                line += rows - line % rows;
            for (let from = 0; from < count; ) {
                if (rows - line % rows <= head)
                    line += rows - line % rows;
                const lines = Math.max(1, Math.min(rows - line % rows - head, Math.ceil((count - from) / most)));
                const to = Math.min(count, from + lines * most);
                put(call, line, {
                    from,
                    to,
                    above,
                    lines: lines + head,
                    across: Math.ceil((to - from) / lines),
                    together: true
                });
                line += lines + head;
                from = to;
            }
        }
        settle(pieces.length > 0);
        return {
            pieces,
            dividers,
            lines: line
        };
    }
    // Whether so many numbers ("12, 14, 15") and their place stand in one row of that width.
    function hasRoom(count: int, size: real, width: real): bool {
        return count === 1 || size * (count * advance + (count - 1) * 0.55 + rowGap + placeWidth) <= width;
    }
    // A call of many stays as long as any other would, and everybody's number with it: smaller where that spares
    // waiting for pages to turn.
    function choose(w: real, h: real, need: real): var {
        const usual = usually(w, h, need);
        const room = usual.beside ? w * (1 - usual.share) : w;
        const cell = (room - (1 + usual.columns) * margin) / usual.columns;
        const shown = Math.min(counts.length, usual.shown);
        if (counts.slice(0, shown).every(count => hasRoom(count, usual.rowSize, cell)))
            return usual;
        const wide = w > 1.15 * h;
        const tried = [];
        for (const share of [0.56, 0.5, 0.44, 0.38, 0.32]) {
            if (wide && !compact)
                tried.push([true, false, share]);
            tried.push([false, true, share], [false, false, share]);
        }
        let top = null;
        for (const [beside, oneLine, share] of tried) {
            const across = (beside ? w * (1 - share) : w) - 2 * margin;
            for (const columns of [1, 2]) {
                for (let rows = 2, pages = 2; rows <= 16 && pages > 1; rows += 1) {
                    const plan = consider(w, h, need, beside, oneLine, share, columns, rows);
                    pages = Math.ceil(flow(shown, plan.rowSize, columns, across, rows).lines / rows);
                    plan.worth -= 0.15 * (pages - 1);
                    plan.shown = shown;
                    if (top === null || plan.worth > top.worth + 0.001)
                        top = plan;
                }
            }
        }
        return top;
    }
    function usually(w: real, h: real, need: real): var {
        const wide = w > 1.15 * h;
        const shares = compact ? [0.42, 0.36, 0.5] : [0.56, 0.5, 0.44, 0.38, 0.32];
        if (newestCount > 1)
            shares.unshift(0.74, 0.64);
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
        font.bold: true
        font.family: Theme.textFamily
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
