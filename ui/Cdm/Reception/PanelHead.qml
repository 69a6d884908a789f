pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A panel's title, and the way out of it.
Item {
    id: root

    required property string text
    required property string closeName

    signal closeAsked

    Accessible.ignored: true
    height: Math.max(44, title.implicitHeight)

    BodyText {
        id: title

        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.right: close.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        size: 24
        strong: true
        text: root.text
    }

    ActionButton {
        id: close

        anchors.right: parent.right
        anchors.top: parent.top
        height: 44
        objectName: root.closeName
        shortcutText: qsTr("Échap")
        text: qsTr("Fermer")

        onActivated: root.closeAsked()
    }
}
