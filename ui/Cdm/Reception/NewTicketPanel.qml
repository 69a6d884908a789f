pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Gives a ticket in person: a theme is enough; then the number to tell the visitor.
Panel {
    id: root

    required property ReceptionViewModel vm

    property int languageIndex: 0
    property int people: 1
    property bool priority: false
    property bool accessible: false
    readonly property int mostPeople: 60

    readonly property bool issued: vm.lastNumber !== ""
    readonly property bool asking: !issued && vm.anywayText !== ""

    function start(): void {
        vm.dismissLast();
        vm.dismissAnyway();
        languageIndex = 0;
        people = 1;
        priority = false;
        accessible = false;
        open();
        focusFirst();
    }

    function focusFirst(): void {
        if (issued)
            done.forceActiveFocus(Qt.TabFocusReason);
        else if (asking)
            notNow.forceActiveFocus(Qt.TabFocusReason);
        else
            themes.itemAtIndex(0)?.forceActiveFocus(Qt.TabFocusReason);
    }

    function issue(themeId: string): void {
        if (vm.issuing)
            return;
        const language = languages.itemAt(languageIndex) as LanguageOption;
        vm.issue(themeId, language?.code ?? "", people, accessible, priority);
    }

    function step(steps: int): void {
        people = Math.max(1, Math.min(mostPeople, people + steps));
    }

    // What is special about a visitor, by one letter each.
    function changeByKey(typed: string): bool {
        if (issued || asking)
            return false;
        switch (typed.toLowerCase()) {
        case "p":
            priority = !priority;
            return true;
        case "a":
            accessible = !accessible;
            return true;
        case "l":
            languageIndex = (languageIndex + 1) % Math.max(1, languages.count);
            return true;
        case "+":
            step(1);
            return true;
        case "-":
            step(-1);
            return true;
        }
        return false;
    }

    // After a number was given: the next one, or this one on paper.
    function goOnByKey(typed: string): bool {
        if (!issued || justIssued.running)
            return false;
        switch (typed.toLowerCase()) {
        case "n":
            start();
            return true;
        case "i":
            vm.printLast();
            return true;
        }
        return false;
    }

    function issueByKey(typed: string): bool {
        const theme = issued || asking ? null : themes.itemAtIndex(keyIndex(typed)) as ThemeOption;
        if (theme)
            issue(theme.themeId);
        return theme !== null;
    }

    // Two quick strokes of Enter must not take the number away before it was read.
    Timer {
        id: justIssued

        interval: 600
    }

    width: 640
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: root.asking ? question.text : qsTr("Nouveau ticket")
        Accessible.role: Accessible.Dialog
        implicitHeight: root.issued ? given.height : root.asking ? full.height : choose.height

        Column {
            id: choose

            spacing: 12
            visible: !root.issued && !root.asking
            width: parent.width

            PanelHead {
                closeName: "closePanel"
                text: qsTr("Nouveau ticket")
                width: parent.width

                onCloseAsked: root.close()
            }

            NoticeStrip {
                text: root.vm.notice
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
                        chosen: index === root.languageIndex

                        onActivated: root.languageIndex = index
                    }
                }
            }

            Flow {
                spacing: 8
                width: parent.width

                Stepper {
                    canLess: root.people > 1
                    canMore: root.people < root.mostPeople
                    lessName: qsTr("Une personne de moins")
                    moreName: qsTr("Une personne de plus")
                    name: qsTr("Groupe")
                    objectName: "people"
                    text: qsTr("%n personnes", "", root.people)
                    valueWidth: 124

                    onStepped: steps => root.step(steps)
                }

                ToggleOption {
                    chosen: root.priority
                    objectName: "priorityOption"
                    shortcutText: "P"
                    text: qsTr("Priorité")

                    onActivated: root.priority = !root.priority
                }

                ToggleOption {
                    chosen: root.accessible
                    objectName: "accessibleOption"
                    shortcutText: "A"
                    text: qsTr("Table accessible")

                    onActivated: root.accessible = !root.accessible
                }
            }

            BodyText {
                size: 16
                soft: true
                text: qsTr("Vient pour")
                topPadding: 2
            }

            ListView {
                id: themes

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, root.parent.height - 350)
                model: root.vm.ticketThemes
                spacing: 9
                width: parent.width

                // The first time, its rows come only after the panel has opened.
                onCurrentItemChanged: {
                    if (root.opened && !root.issued && !root.asking)
                        root.focusFirst();
                }

                delegate: ThemeOption {
                    id: option

                    busy: root.vm.issuing
                    width: themes.width

                    onActivated: root.issue(option.themeId)
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

        // The house would rather not promise a turn that may not come: reception decides.
        Column {
            id: full

            spacing: 10
            visible: root.asking
            width: parent.width

            BodyText {
                id: question

                Accessible.role: Accessible.Heading
                size: 24
                strong: true
                text: qsTr("Donner quand même un numéro\u00a0?")
                width: parent.width
            }

            BodyText {
                bottomPadding: 14
                lineHeight: 1.1
                size: 17
                text: root.vm.anywayText
                width: parent.width
            }

            Row {
                layoutDirection: Qt.RightToLeft
                spacing: 12
                width: parent.width

                ActionButton {
                    id: anyway

                    KeyNavigation.left: notNow
                    busy: root.vm.issuing
                    height: 54
                    kind: "primary"
                    objectName: "issueAnyway"
                    text: qsTr("Donner un numéro")

                    onActivated: root.vm.issueAnyway()
                }

                ActionButton {
                    id: notNow

                    KeyNavigation.right: anyway
                    height: 54
                    objectName: "notNow"
                    text: qsTr("Pas de numéro")

                    onActivated: root.vm.dismissAnyway()
                }
            }
        }

        Column {
            id: given

            spacing: 6
            visible: root.issued
            width: parent.width

            BodyText {
                Accessible.role: Accessible.Heading
                horizontalAlignment: Text.AlignHCenter
                size: 18
                soft: true
                text: qsTr("Numéro à dire au visiteur")
                width: parent.width
            }

            NumberText {
                anchors.horizontalCenter: parent.horizontalCenter
                bottomPadding: 20
                height: 150
                objectName: "lastNumber"
                size: 156
                text: root.vm.lastNumber
            }

            Image {
                anchors.horizontalCenter: parent.horizontalCenter
                Accessible.name: qsTr("Code à scanner pour suivre son tour")
                Accessible.role: Accessible.Graphic
                fillMode: Image.PreserveAspectFit
                height: 208
                smooth: false
                source: root.vm.lastFollowQr
                visible: root.vm.lastFollowQr !== ""
                width: 208
            }

            BodyText {
                bottomPadding: 16
                horizontalAlignment: Text.AlignHCenter
                size: 16
                soft: true
                text: qsTr("Pour suivre son tour sur un téléphone, sans rien installer.")
                visible: root.vm.lastFollowQr !== ""
                width: parent.width
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: 12

                ActionButton {
                    id: onPaper

                    KeyNavigation.right: again
                    busy: justIssued.running
                    looksBusy: false
                    detail: root.vm.lastPrinter
                    height: 56
                    objectName: "printLast"
                    shortcutText: "I"
                    text: qsTr("Imprimer")
                    visible: root.vm.lastPrinter !== ""
                    width: 170

                    onActivated: {
                        done.forceActiveFocus(Qt.TabFocusReason);
                        root.vm.printLast();
                    }
                }

                ActionButton {
                    id: again

                    KeyNavigation.left: onPaper
                    KeyNavigation.right: done
                    busy: justIssued.running
                    looksBusy: false
                    height: 56
                    objectName: "anotherTicket"
                    shortcutText: "N"
                    text: qsTr("Autre ticket")
                    width: onPaper.visible ? 170 : 200

                    onActivated: root.start()
                }

                ActionButton {
                    id: done

                    KeyNavigation.left: again
                    busy: justIssued.running
                    looksBusy: false
                    fontSize: 19
                    height: 56
                    kind: "primary"
                    objectName: "dismissLast"
                    text: qsTr("C’est dit")
                    width: onPaper.visible ? 200 : 240

                    onActivated: root.close()
                }
            }
        }

        Keys.onPressed: event => {
            // On a French keyboard "-" is the sixth digit of its row: there it means the theme.
            if (!event.isAutoRepeat && (root.goOnByKey(event.text) || root.issueByKey(event.text) || root.changeByKey(event.text)))
                event.accepted = true;
        }
    }

    onAskingChanged: {
        if (asking)
            open();
        if (opened)
            focusFirst();
    }
    onClosed: {
        vm.dismissLast();
        vm.dismissAnyway();
    }
    onIssuedChanged: {
        if (issued) {
            justIssued.restart();
            open();
        }
        if (opened)
            focusFirst();
    }
    onOpened: focusFirst()

    Component.onCompleted: {
        if (issued)
            open();
    }
}
