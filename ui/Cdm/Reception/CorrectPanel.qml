pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What a ticket says, put right: its language, then its theme; number and place stay.
Panel {
    id: root

    required property ReceptionViewModel vm

    property string number: ""
    property string language: ""

    function start(newNumber: string): void {
        number = newNumber;
        language = vm.pickedLanguage;
        open();
    }

    function correct(themeId: string): void {
        close();
        vm.correct(themeId, language);
    }

    function nextLanguage(): void {
        let at = 0;
        for (let index = 0; index < languages.count; ++index)
            at = (languages.itemAt(index) as LanguageOption)?.chosen ? index + 1 : at;
        language = (languages.itemAt(at % Math.max(1, languages.count)) as LanguageOption)?.code ?? "";
    }

    width: 600
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

            PanelHead {
                id: title

                closeName: "closeCorrect"
                text: qsTr("Corriger le %1").arg(root.number)
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: qsTr("Le visiteur garde son numéro et sa place. Un ticket déjà imprimé peut encore montrer l’ancien sujet.")
                width: parent.width
            }

            Flow {
                spacing: 8
                visible: languages.count > 1
                width: parent.width

                Repeater {
                    id: languages

                    model: root.vm.languages

                    delegate: LanguageOption {
                        chosen: code === root.language
                        objectName: "correctLanguage-" + code

                        onActivated: root.language = code
                    }
                }
            }

            ActionButton {
                id: sameTheme

                enabled: root.language !== root.vm.pickedLanguage
                fontSize: 17
                height: 50
                objectName: "correctLanguageOnly"
                shortcutText: qsTr("Entrée")
                text: qsTr("Changer la langue seule")
                visible: languages.count > 1
                width: parent.width

                onActivated: root.correct(root.vm.pickedTheme)
            }

            ListView {
                id: list

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, root.parent.height - 380)
                model: root.vm.ticketThemes
                spacing: 9
                width: parent.width

                // The first time, its rows come only after the panel has opened.
                onCurrentItemChanged: {
                    if (root.opened)
                        currentItem?.forceActiveFocus(Qt.TabFocusReason);
                }

                delegate: ThemeOption {
                    id: option

                    purpose: "correct"
                    width: list.width

                    onActivated: root.correct(option.themeId)
                    // Looked up when the key comes: the rows are made one after the other.
                    Keys.onDownPressed: list.itemAtIndex(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: list.itemAtIndex(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            list.positionViewAtIndex(index, ListView.Contain);
                    }
                }
            }
        }

        Keys.onPressed: event => {
            const theme = list.itemAtIndex(root.keyIndex(event.text)) as ThemeOption;
            event.accepted = !event.isAutoRepeat && (theme !== null || event.key === Qt.Key_L);
            if (event.accepted && theme) {
                root.correct(theme.themeId);
            } else if (event.accepted) {
                root.nextLanguage();
                sameTheme.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }

    onOpened: list.itemAtIndex(0)?.forceActiveFocus(Qt.TabFocusReason)
}
