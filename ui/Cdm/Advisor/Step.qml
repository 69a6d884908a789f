import QtQml

// One thing that can be done at the table, whoever offers it: a button, a key, a row of the sheet.
QtObject {
    required property string name
    required property string text
    property string key: ""
    // What the list of keys calls it, where the button's own words change.
    property string title: text
    property string detail: ""
    property bool available: true
    property bool ready: true
    // Whether the table changes by it: a table that has just changed is left alone for a moment.
    property bool atTable: true
    // Whether the full window shows it without being asked.
    property bool prominent: false

    // F2 before F10, and those held down together last.
    readonly property int rank: key.startsWith("F") ? Number(key.slice(1)) : 100

    signal taken

    // What cannot be done now is left alone; `busy` says that the table is still changing.
    function take(busy: bool): void {
        if (available && ready && !(atTable && busy))
            taken();
    }
}
