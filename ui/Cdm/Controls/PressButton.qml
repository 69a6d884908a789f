import QtQuick
import QtQuick.Templates as T

// What every button shares. Use `activated`, not `clicked`: it stays silent while the button is busy, so
// that a double tap is one command, and the button keeps the keyboard's focus meanwhile. It is silent too
// while it has only just appeared: the finger that still taps there aimed at what was there before. Enter
// works like the space bar, but needs no such wait: the keyboard's focus says what it means. In the speech
// mode the first touch only reads it aloud (see Reading).
T.AbstractButton {
    id: root

    property string detail: ""
    property bool busy: false
    // For what can be on or off: the house decides, and a touch alone changes nothing of what is told of it.
    property bool isOn: false
    // How long it waits for a hand to come to rest after it appeared.
    property int settleMs: 250
    readonly property bool settling: settled.running
    // The finger that is down now asked what this is, not for it.
    property bool wasOnlyRead: false

    signal activated

    function act(): void {
        if (!busy)
            activated();
    }

    Accessible.description: detail
    Accessible.name: text
    Accessible.role: Accessible.Button
    checked: isOn
    focusPolicy: Qt.StrongFocus

    Keys.onEnterPressed: event => {
        if (!event.isAutoRepeat)
            root.act();
    }
    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.act();
    }
    onClicked: {
        if (root.settling)
            settled.restart();
        else if (!root.wasOnlyRead)
            root.act();
    }
    onPressed: wasOnlyRead = Reading.takesPress(root, Accessible.name, Accessible.description)
    onToggled: checked = Qt.binding(() => root.isOn)
    onVisibleChanged: {
        if (visible)
            settled.restart();
    }

    Timer {
        id: settled

        interval: root.settleMs
        running: true
    }
}
