pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Asks which theme is meant; the keys 1 to 9 answer too.
Panel {
    id: root

    required property string title
    required property string explanation
    required property string purpose
    required property var themes
    // What else may be meant than a theme; "" for nothing else.
    property string otherText: ""

    signal chosen(string themeId)
    signal otherAsked

    function choose(themeId: string): void {
        close();
        chosen(themeId);
    }

    function askOther(): void {
        close();
        otherAsked();
    }

    width: 580
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: root.title
        Accessible.role: Accessible.Dialog
        implicitHeight: content.height

        Column {
            id: content

            spacing: 12
            width: parent.width

            PanelHead {
                closeName: "close-" + root.purpose
                text: root.title
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: root.explanation
                width: parent.width
            }

            ListView {
                id: list

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, root.parent.height - 300)
                model: root.themes
                spacing: 9
                width: parent.width

                // The first time, its rows come only after the panel has opened.
                onCurrentItemChanged: {
                    if (root.opened)
                        currentItem?.forceActiveFocus(Qt.TabFocusReason);
                }

                delegate: ThemeOption {
                    id: option

                    purpose: root.purpose
                    width: list.width

                    onActivated: root.choose(option.themeId)
                    // Looked up when the key comes: the rows are made one after the other.
                    Keys.onDownPressed: (list.itemAtIndex(index + 1) ?? other).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: list.itemAtIndex(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            list.positionViewAtIndex(index, ListView.Contain);
                    }
                }
            }

            ActionButton {
                id: other

                fontSize: 18
                height: 52
                objectName: root.purpose + "-other"
                shortcutText: "T"
                text: root.otherText
                visible: root.otherText !== ""
                width: parent.width

                Keys.onUpPressed: list.itemAtIndex(list.count - 1)?.forceActiveFocus(Qt.TabFocusReason)
                onActivated: root.askOther()
            }
        }

        Keys.onPressed: event => {
            const theme = list.itemAtIndex(root.keyIndex(event.text)) as ThemeOption;
            event.accepted = !event.isAutoRepeat && (theme !== null || (other.visible && event.key === Qt.Key_T));
            if (event.accepted && theme)
                root.choose(theme.themeId);
            else if (event.accepted)
                root.askOther();
        }
    }

    onOpened: list.itemAtIndex(0)?.forceActiveFocus(Qt.TabFocusReason)
}
