import QtQuick
import Cdm.Controls

// One table to sit at.
ActionButton {
    id: root

    required property string counterId
    required property string label
    required property bool taken
    // Whether this station sat here the last time.
    required property bool last
    required property real unit

    detail: [last ? qsTr("la dernière fois") : "", taken ? qsTr("une permanence y est ouverte") : ""].filter(part => part !== "").join(" · ")
    fontSize: 19 * unit
    implicitHeight: Math.max(64 * unit, implicitContentHeight + topPadding + bottomPadding)
    kind: "secondary"
    objectName: "counter-" + counterId
    text: label
}
