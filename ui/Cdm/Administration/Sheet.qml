pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// A sheet above the page; what lies beneath waits until it closes.
T.Popup {
    id: root

    closePolicy: T.Popup.CloseOnEscape
    dim: true
    focus: true
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: 12
    modal: true
    padding: 26
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    T.Overlay.modal: Rectangle {
        color: Qt.alpha(Theme.ink, 0.45)
    }
    background: Rectangle {
        border.color: Theme.line
        border.width: 1
        color: Theme.card
        radius: 18
    }
}
