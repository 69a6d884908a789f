import QtQuick
import QtQuick.Templates as T

// What every button shares. Use `activated`, not `clicked`: it stays silent while the button is busy, so
// that a double tap is one command, and the button keeps the keyboard's focus meanwhile. Enter works like
// the space bar.
T.AbstractButton {
    id: root

    property string detail: ""
    property bool busy: false

    signal activated

    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            root.click();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.click();
    }
    onClicked: {
        if (!root.busy)
            root.activated();
    }
}
