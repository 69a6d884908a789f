import QtQuick
import Cdm.Controls

// One table to sit at.
ActionButton {
    id: root

    required property string counterId
    required property string label
    required property bool taken
    required property real unit

    detail: taken ? qsTr("une permanence y est ouverte") : ""
    fontSize: 19 * unit
    implicitHeight: 64 * unit
    kind: "secondary"
    objectName: "counter-" + counterId
    text: label
}
