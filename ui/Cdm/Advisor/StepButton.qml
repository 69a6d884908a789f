import QtQuick
import Cdm.Controls

// A step as a button.
ActionButton {
    id: root

    required property Step step

    enabled: step.ready
    objectName: step.name
    shortcutText: step.key
    text: step.text
    visible: step.available

    onActivated: step.taken()
}
