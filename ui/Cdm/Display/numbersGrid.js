.pragma library

// Numbers in rows and columns, each as large as all of them allow. Sizes are type sizes; `advance` is the width of
// the longest number in parts of one.

const capital = 0.668;
const columnGap = 0.5;
const rowGap = 0.36;

function sizeIn(columns, count, advance, width, height) {
    const rows = Math.ceil(count / columns);
    const across = columns * advance + (columns - 1) * columnGap;
    const down = rows * capital + (rows - 1) * rowGap;
    return Math.min(width / across, height / down);
}

function bestColumns(count, advance, width, height) {
    let best = 1;
    for (let columns = 2; columns <= count; columns += 1) {
        if (sizeIn(columns, count, advance, width, height) > sizeIn(best, count, advance, width, height))
            best = columns;
    }
    return best;
}

// How many numbers one line of that width holds.
function across(advance, size, width) {
    return Math.max(1, Math.floor((width / size + columnGap) / (advance + columnGap)));
}
