pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Passes the visitor at reception's own counter on to a theme, under the same number.
Panel {
    id: root

    required property ReceptionViewModel vm

    function handOver(themeId: string): void {
        close();
        vm.desk.handOver(themeId);
    }

    width: 580
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: title.text
        Accessible.role: Accessible.Dialog
        implicitHeight: content.height

        Column {
            id: content

            spacing: 12
            width: parent.width

            Item {
                height: 44
                width: parent.width

                BodyText {
                    id: title

                    Accessible.role: Accessible.Heading
                    anchors.verticalCenter: parent.verticalCenter
                    size: 24
                    strong: true
                    text: qsTr("Passer le %1 à…").arg(root.vm.desk.number)
                }

                ActionButton {
                    anchors.right: parent.right
                    height: parent.height
                    objectName: "closeHandOver"
                    shortcutText: qsTr("Échap")
                    text: qsTr("Fermer")

                    onActivated: root.close()
                }
            }

            BodyText {
                size: 16
                soft: true
                text: qsTr("Le visiteur garde son numéro et sa place.")
                width: parent.width
            }

            ListView {
                id: themes

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, root.parent.height - 240)
                model: root.vm.themes
                spacing: 9
                width: parent.width

                // The first time, its rows come only after the panel has opened.
                onCurrentItemChanged: {
                    if (root.opened)
                        currentItem?.forceActiveFocus(Qt.TabFocusReason);
                }

                delegate: ThemeOption {
                    id: option

                    purpose: "handOver"
                    width: themes.width

                    onActivated: root.handOver(option.themeId)
                    // Looked up when the key comes: the rows are made one after the other.
                    Keys.onDownPressed: themes.itemAtIndex(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: themes.itemAtIndex(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            themes.positionViewAtIndex(index, ListView.Contain);
                    }
                }
            }
        }

        Keys.onPressed: event => {
            const theme = themes.itemAtIndex(root.keyIndex(event.text)) as ThemeOption;
            if (!event.isAutoRepeat && theme) {
                root.handOver(theme.themeId);
                event.accepted = true;
            }
        }
    }

    onOpened: themes.itemAtIndex(0)?.forceActiveFocus(Qt.TabFocusReason)

    Connections {
        function onNumberChanged(): void {
            root.close();
        }

        target: root.vm.desk
    }
}
