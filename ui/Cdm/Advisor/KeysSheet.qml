pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Which key does what.
Rectangle {
    id: root

    required property Steps steps
    required property real unit

    signal closed

    function open(): void {
        visible = true;
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    function close(): void {
        if (visible) {
            visible = false;
            closed();
        }
    }

    Accessible.name: title.text
    Accessible.role: Accessible.Dialog
    color: Theme.paper
    visible: false

    Keys.onEscapePressed: close()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_F1) {
            close();
            event.accepted = true;
        }
    }

    BodyText {
        id: title

        Accessible.role: Accessible.Heading
        size: 20 * root.unit
        strong: true
        text: qsTr("Touches du clavier")
        width: parent.width
    }

    Flickable {
        anchors.bottom: back.top
        anchors.bottomMargin: 10 * root.unit
        anchors.top: title.bottom
        anchors.topMargin: 10 * root.unit
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: list.height
        width: parent.width

        Column {
            id: list

            spacing: 5 * root.unit
            width: parent.width

            Repeater {
                model: root.steps.all.filter(step => step.key !== "" && step.title !== "").sort((one, other) => one.rank - other.rank)

                delegate: Item {
                    id: row

                    required property Step modelData

                    Accessible.name: keyName.text + " : " + meaning.text
                    Accessible.role: Accessible.ListItem
                    height: Math.max(keyName.height, meaning.height)
                    width: list.width

                    BodyText {
                        id: keyName

                        Accessible.ignored: true
                        size: 15 * root.unit
                        strong: true
                        text: row.modelData.key
                        width: 66 * root.unit
                    }

                    BodyText {
                        id: meaning

                        Accessible.ignored: true
                        anchors.left: keyName.right
                        anchors.right: parent.right
                        size: 15 * root.unit
                        text: row.modelData.title
                    }
                }
            }
        }
    }

    ActionButton {
        id: back

        anchors.bottom: parent.bottom
        fontSize: 16 * root.unit
        height: 50 * root.unit
        objectName: "keysBack"
        shortcutText: qsTr("Échap")
        text: qsTr("Retour")
        width: parent.width

        onActivated: root.close()
    }
}
