import QtQuick
import QtQuick.Templates as T

// How far a list is scrolled, wherever it is longer than its room.
T.ScrollBar {
    id: root

    implicitWidth: 10
    minimumSize: 0.08
    padding: 2
    policy: size < 1 ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    visible: policy === T.ScrollBar.AlwaysOn

    contentItem: Rectangle {
        color: root.pressed ? Theme.primary : Theme.softInk
        implicitHeight: 40
        implicitWidth: 6
        opacity: root.pressed || root.hovered ? 1 : 0.45
        radius: 3
    }
}
