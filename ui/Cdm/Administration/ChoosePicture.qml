pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Cdm.Controls

// Asks for a picture on this machine.
ActionButton {
    id: root

    property string name: ""

    signal chosen(url picture)

    fontSize: 15
    objectName: name

    Loader {
        id: dialog

        active: false
        sourceComponent: FileDialog {
            nameFilters: [qsTr("Images SVG ou PNG (*.svg *.png)")]
            title: qsTr("Choisir une image")

            Component.onCompleted: open()
            onAccepted: root.chosen(selectedFile)
            onVisibleChanged: {
                if (!visible)
                    Qt.callLater(() => dialog.active = false);
            }
        }
    }

    onActivated: dialog.active = true
}
