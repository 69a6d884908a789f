import QtQuick
import Cdm.Controls

// The one type size at which several short texts fit places of one size, with every word whole. Below each may stand
// a detail, smaller in proportion. Where even the least size is too high, the place has to grow.
QtObject {
    id: root

    required property list<string> titles
    property list<string> details: []
    required property real roomWidth
    property real roomHeight: Number.POSITIVE_INFINITY
    required property real wish
    property real least: 1
    property bool strong: true
    property int mostLines: 99
    property real detailRatio: 0.7
    property real leastDetail: 1
    // What stands before a detail, in parts of its size.
    property real detailIndent: 0

    // From line to line, in parts of the size: Arabic letters reach higher and lower.
    readonly property real pitch: [...titles, ...details].some(text => /[\u0590-\u08ff]/.test(text)) ? 1.42 : 1.16
    readonly property list<var> titleWords: titles.map(text => widths(text, titleMetrics))
    readonly property list<var> detailWords: details.map(text => widths(text, detailMetrics))
    // The widest word bounds the size before any line is counted.
    readonly property real widestWord: titleWords.reduce((widest, words) => Math.max(widest, ...words), 0.01)
    readonly property int largest: Math.floor(Math.max(8, Math.min(wish, roomWidth / widestWord)))
    readonly property int size: {
        for (let size = largest; size > least; --size) {
            if (linesAt(size) <= mostLines && heightAt(size) <= roomHeight)
                return size;
        }
        for (let size = Math.min(largest, Math.ceil(least)); size > 8; --size) {
            if (linesAt(size) <= mostLines)
                return size;
        }
        return 8;
    }
    readonly property int detailSize: detailSizeAt(size)
    readonly property real neededHeight: heightAt(size)
    // Whether it had to go below the least size.
    readonly property bool tooSmall: size < Math.floor(least)

    readonly property FontMetrics titleMetrics: FontMetrics {
        font.bold: root.strong
        font.family: Theme.textFamily
        font.pixelSize: 100
    }
    readonly property FontMetrics detailMetrics: FontMetrics {
        font.family: Theme.textFamily
        font.pixelSize: 100
    }

    // The widths of a text's words at a size of 1.
    function widths(text: string, metrics: FontMetrics): list<real> {
        return text.split(/[ \n]+/).map(word => metrics.advanceWidth(word) * 1.02 / 100);
    }
    function detailSizeAt(size: int): int {
        return Math.max(Math.ceil(leastDetail), Math.floor(size * detailRatio));
    }
    function lines(words: list<real>, size: int, width: real): int {
        let count = 1;
        let filled = 0;
        for (const word of words) {
            const along = filled === 0 ? word * size : filled + (0.26 + word) * size;
            if (along > width && filled > 0) {
                ++count;
                filled = word * size;
            } else {
                filled = along;
            }
        }
        return count;
    }
    function linesAt(size: int): int {
        return titleWords.reduce((most, words) => Math.max(most, lines(words, size, roomWidth)), 0);
    }
    function heightAt(size: int): real {
        const small = detailSizeAt(size);
        const room = roomWidth - detailIndent * small;
        return titleWords.reduce((highest, words, at) => {
            const below = at < detailWords.length ? lines(detailWords[at], small, room) * small : 0;
            return Math.max(highest, Math.ceil((lines(words, size, roomWidth) * size + below) * pitch));
        }, 0);
    }
}
