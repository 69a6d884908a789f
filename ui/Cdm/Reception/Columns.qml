import QtQuick

// Where the table's columns begin, for its head and its rows alike.
QtObject {
    id: root

    required property real width

    readonly property bool tight: width < 800
    readonly property real numberX: tight ? 16 : 20
    readonly property real themeX: numberX + (tight ? 84 : 124)
    readonly property real menuX: width - 54
    readonly property real stateX: menuX - (tight ? 132 : 168)
    readonly property real sinceX: stateX - (tight ? 88 : 116)
}
