pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// A sheet above the overview; what lies beneath waits until it closes.
T.Popup {
    id: root

    // The digits' row, typed without Shift on a French keyboard.
    readonly property string frenchDigits: "&é\"'(-è_ç"

    // Which of a list's first nine rows a key means, or -1.
    function keyIndex(typed: string): int {
        return typed === "" ? -1 : Math.max("123456789".indexOf(typed), frenchDigits.indexOf(typed));
    }

    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    dim: true
    focus: true
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: 12
    modal: true
    padding: 26

    T.Overlay.modal: Rectangle {
        color: Qt.alpha(Theme.ink, 0.45)
    }
    background: Rectangle {
        id: ground

        border.color: Theme.line
        border.width: 1
        color: Theme.card
        radius: 18

        // A soft edge without an effect, which the software renderer would leave out.
        Repeater {
            model: 4

            delegate: Rectangle {
                required property int index

                anchors.fill: ground
                anchors.margins: -2 * (index + 1)
                anchors.topMargin: -index
                color: Qt.alpha(Theme.ink, 0.035)
                radius: ground.radius + 2 * (index + 1)
                z: -1
            }
        }
    }
}
