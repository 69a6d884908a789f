pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// The advisor's small window: one large action, always the right next one, at the same place in every stage.
Window {
    id: root

    required property AdvisorViewModel vm

    readonly property real unit: Math.max(0.8, Math.min(1.8, width / 360, height / 640))
    readonly property real margin: 18 * unit
    readonly property bool choosing: vm.stage === "choose"
    readonly property bool off: vm.stage === "off"
    readonly property bool free: vm.stage === "free"
    readonly property bool called: vm.stage === "called"
    readonly property bool receiving: vm.stage === "receiving"
    readonly property bool working: free || called || receiving
    // A stage that has just changed put another action under the finger: a double tap must not reach it.
    readonly property bool busy: vm.busy || settling.running

    function perform(button: ActionButton): void {
        if (button.visible && button.enabled && !button.busy)
            button.activated();
    }

    color: Theme.paper
    height: 640
    minimumHeight: 520
    minimumWidth: 300
    objectName: "advisorWindow"
    title: vm.counterLabel === "" ? qsTr("Permanence") : vm.counterLabel
    visible: true
    width: 360

    Timer {
        id: settling

        interval: 350
    }

    Connections {
        function onStageChanged(): void {
            settling.restart();
            if (root.choosing)
                counters.forceActiveFocus();
            else
                primary.forceActiveFocus();
        }

        target: root.vm
    }

    Shortcut {
        autoRepeat: false
        sequence: "F2"

        onActivated: root.perform(primary)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F3"

        onActivated: root.perform(finish)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F4"

        onActivated: root.perform(noShow)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F5"

        onActivated: root.perform(recall)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F9"

        onActivated: root.perform(closeShift)
    }

    Shortcut {
        autoRepeat: false
        enabled: root.vm.notice !== ""
        sequence: "Escape"

        onActivated: root.vm.dismissNotice()
    }

    Item {
        id: page

        anchors.horizontalCenter: parent.horizontalCenter
        height: root.height
        width: Math.min(root.width - 2 * root.margin, 420 * root.unit)

        Item {
            id: header

            height: 48 * root.unit
            width: parent.width
            y: 6 * root.unit

            BodyText {
                id: headerText

                readonly property real room: parent.width - (stateLine.visible ? stateLine.width + 10 * root.unit : 0)

                Accessible.role: Accessible.Heading
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(14 * root.unit)
                size: 20 * root.unit
                strong: true
                text: root.choosing ? qsTr("Où recevez-vous\u00a0?") : root.vm.counterLabel
                width: room - (sample.visible ? sample.width + 10 * root.unit : 0)
                wrapMode: Text.NoWrap
            }

            Chip {
                id: sample

                anchors.left: headerText.left
                anchors.leftMargin: headerText.contentWidth + 10 * root.unit
                anchors.verticalCenter: parent.verticalCenter
                fontSize: 12 * root.unit
                text: qsTr("Site d’exemple")
                // The name of the table matters more.
                visible: root.vm.sample && headerText.implicitWidth + width + 10 * root.unit < headerText.room
            }

            StateLine {
                id: stateLine

                active: root.free || root.receiving
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.off ? qsTr("fermée") : root.free ? qsTr("libre") : root.called ? qsTr("appel en cours") : qsTr("en entretien")
                unit: root.unit
                visible: !root.choosing
            }
        }

        // Choosing a table.
        BodyText {
            id: chooseHint

            size: 15 * root.unit
            soft: true
            text: counters.count > 0 ? qsTr("Votre table pour cette permanence.") : qsTr("Les tables du site s’afficheront ici.")
            visible: root.choosing
            width: parent.width
            y: 50 * root.unit
        }

        ListView {
            id: counters

            function showFocus(): void {
                const choice = currentItem as CounterChoice;
                if (choice)
                    choice.focusReason = Qt.TabFocusReason;
            }

            anchors.bottom: parent.bottom
            anchors.bottomMargin: strip.visible ? strip.height + 16 * root.unit : 6 * root.unit
            anchors.top: chooseHint.bottom
            anchors.topMargin: 12 * root.unit
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            focus: root.choosing
            // Room for the focus ring inside the clip.
            leftMargin: 6 * root.unit
            model: root.vm.counters
            rightMargin: 6 * root.unit
            spacing: 10 * root.unit
            topMargin: 6 * root.unit
            visible: root.choosing
            width: parent.width + 12 * root.unit
            x: -6 * root.unit

            // By hand: the list's own keys would leave the ring away.
            Keys.onDownPressed: {
                incrementCurrentIndex();
                showFocus();
            }
            Keys.onUpPressed: {
                decrementCurrentIndex();
                showFocus();
            }

            delegate: CounterChoice {
                id: choice

                required property int index

                busy: root.busy
                looksBusy: root.vm.busy
                enabled: root.vm.connected
                focus: ListView.isCurrentItem
                unit: root.unit
                width: page.width

                onActivated: root.vm.chooseCounter(choice.counterId)
                onActiveFocusChanged: {
                    if (activeFocus)
                        counters.currentIndex = index;
                }
            }
        }

        // Opening a shift: what to speak, above the action; what to receive, below it.
        Card {
            height: 174 * root.unit
            radius: 18 * root.unit
            visible: root.off
            width: parent.width
            y: 57 * root.unit

            BodyText {
                id: shiftTitle

                Accessible.role: Accessible.Heading
                size: 18 * root.unit
                strong: true
                text: qsTr("Votre permanence")
                width: parent.width - 2 * x
                x: 16 * root.unit
                y: 13 * root.unit
            }

            BodyText {
                id: shiftHint

                anchors.top: shiftTitle.bottom
                anchors.topMargin: 3 * root.unit
                lineHeight: 1.05
                size: 14 * root.unit
                soft: true
                text: qsTr("Touchez un thème\u00a0: premier choix, puis en renfort (si besoin), puis non.")
                width: parent.width - 2 * x
                x: 16 * root.unit
            }

            BodyText {
                id: languagesTitle

                anchors.bottom: languages.top
                anchors.bottomMargin: 5 * root.unit
                size: 14 * root.unit
                soft: true
                text: qsTr("Langues parlées")
                x: 16 * root.unit
            }

            ListView {
                id: languages

                anchors.bottom: parent.bottom
                anchors.bottomMargin: 14 * root.unit
                boundsBehavior: Flickable.StopAtBounds
                height: 40 * root.unit
                model: root.vm.languages
                orientation: ListView.Horizontal
                spacing: 7 * root.unit
                width: parent.width - 2 * x
                x: 16 * root.unit

                delegate: LanguageChoice {
                    id: language

                    enabled: root.vm.connected
                    unit: root.unit

                    onActiveFocusChanged: {
                        if (activeFocus)
                            languages.positionViewAtIndex(language.index, ListView.Contain);
                    }
                    onActivated: root.vm.toggleLanguage(language.choiceId)
                }
            }
        }

        VisitorCard {
            detail: {
                if (!root.free)
                    return root.vm.themeLabel;
                return root.vm.waiting > 0 ? qsTr("Appelez quand vous êtes prêt.") : qsTr("Le prochain visiteur s’annoncera ici.");
            }
            heading: root.free ? qsTr("La table est libre") : root.called ? qsTr("Vous appelez") : qsTr("Vous recevez")
            height: 174 * root.unit
            number: root.free ? "" : root.vm.number
            remark: {
                const remarks = [];
                if (!root.free && root.vm.sinceMin > 0)
                    remarks.push(qsTr("depuis %1 min").arg(root.vm.sinceMin));
                if (root.called && root.vm.recalls > 0)
                    remarks.push(qsTr("rappelé %n fois", "", root.vm.recalls));
                return remarks.join(" · ");
            }
            unit: root.unit
            visible: root.working
            width: parent.width
            y: 57 * root.unit
        }

        Item {
            height: 96 * root.unit
            objectName: root.off ? "openShift" : ""
            visible: !root.choosing
            width: parent.width
            y: 245 * root.unit

            ActionButton {
                id: primary

                readonly property bool nobodyWaits: root.free && root.vm.waiting === 0

                busy: root.busy
                looksBusy: root.vm.busy
                detail: nobodyWaits ? qsTr("Personne n’attend") : root.off && !root.vm.canOpen ? qsTr("Choisissez au moins un thème et une langue") : ""
                detailSize: 15 * root.unit
                enabled: root.vm.connected && !nobodyWaits && (!root.off || root.vm.canOpen)
                focus: !root.choosing
                fontSize: 21 * root.unit
                kind: "primary"
                objectName: "primaryAction"
                radius: 16 * root.unit
                shortcutText: "F2"
                text: root.off ? qsTr("Ouvrir la permanence") : root.free ? qsTr("Appeler le suivant") : root.called ? qsTr("Reçu") : root.vm.waiting > 0 ? qsTr("Terminer et appeler le suivant") : qsTr("Terminer")
                anchors.fill: parent

                onActivated: {
                    if (root.off)
                        root.vm.openShift();
                    else if (root.free)
                        root.vm.callNext();
                    else if (root.called)
                        root.vm.start();
                    else if (root.vm.waiting > 0)
                        root.vm.finishAndCallNext();
                    else
                        root.vm.finish();
                }
            }
        }

        ListView {
            id: themes

            boundsBehavior: Flickable.StopAtBounds
            clip: true
            height: 248 * root.unit
            leftMargin: 6 * root.unit
            model: root.vm.themes
            rightMargin: 6 * root.unit
            spacing: 5 * root.unit
            topMargin: 5 * root.unit
            visible: root.off
            width: parent.width + 12 * root.unit
            x: -6 * root.unit
            y: 350 * root.unit

            delegate: ThemeChoice {
                id: theme

                enabled: root.vm.connected
                unit: root.unit
                width: page.width

                onActiveFocusChanged: {
                    if (activeFocus)
                        themes.positionViewAtIndex(theme.index, ListView.Contain);
                }
                onActivated: root.vm.cycleTheme(theme.choiceId)
            }
        }

        Grid {
            columnSpacing: 10 * root.unit
            columns: 2
            rowSpacing: 10 * root.unit
            visible: root.working
            y: 355 * root.unit

            Secondary {
                id: recall

                enabled: root.vm.connected && root.called
                kind: root.called ? "secondary" : "plain"
                objectName: "recall"
                shortcutText: "F5"
                text: qsTr("Rappeler")

                onActivated: root.vm.recall()
            }

            Secondary {
                id: noShow

                enabled: root.vm.connected && root.called
                kind: root.called ? "secondary" : "plain"
                objectName: "noShow"
                shortcutText: "F4"
                text: qsTr("Absent")

                onActivated: root.vm.noShow()
            }

            Secondary {
                id: finish

                enabled: root.vm.connected && root.receiving
                objectName: "finish"
                shortcutText: "F3"
                text: qsTr("Terminer")

                onActivated: root.vm.finish()
            }

            Secondary {
                id: closeShift

                enabled: root.vm.connected && root.free
                objectName: "closeShift"
                shortcutText: "F9"
                text: qsTr("Fin de permanence")

                onActivated: root.vm.closeShift()
            }
        }

        WaitingCard {
            height: 52 * root.unit
            longestWaitMin: root.vm.longestWaitMin
            unit: root.unit
            visible: root.working
            waiting: root.vm.waiting
            width: parent.width
            y: 495 * root.unit
        }

        Item {
            height: (root.free ? 36 : 60) * root.unit
            visible: root.working && !strip.visible
            width: parent.width
            y: 562 * root.unit

            BodyText {
                anchors.left: parent.left
                anchors.right: until.left
                anchors.rightMargin: 12 * root.unit
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                maximumLineCount: root.free ? 2 : 3
                size: 15 * root.unit
                soft: true
                text: root.vm.shiftText
            }

            BodyText {
                id: until

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                size: 15 * root.unit
                soft: true
                text: root.vm.untilText
            }
        }

        ActionButton {
            anchors.horizontalCenter: parent.horizontalCenter
            busy: root.busy
            looksBusy: root.vm.busy
            fontSize: 14 * root.unit
            height: 34 * root.unit
            objectName: "leaveCounter"
            text: qsTr("Changer de table")
            visible: root.off || root.free && !strip.visible
            y: 600 * root.unit

            onActivated: root.vm.leaveCounter()
        }

        // What went wrong, over the foot of the window, so that no button moves.
        Item {
            id: strip

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12 * root.unit
            height: lost.visible ? lost.implicitHeight : Math.max(notice.implicitHeight, 44)
            visible: !root.vm.connected || root.vm.notice !== ""
            width: parent.width

            Rectangle {
                anchors.fill: parent
                anchors.margins: -8 * root.unit
                color: Theme.paper
            }

            NoticeStrip {
                id: lost

                fontSize: 14 * root.unit
                height: parent.height
                objectName: "lost"
                text: root.vm.connected ? "" : qsTr("Connexion perdue, nouvelle tentative…")
                width: parent.width
            }

            NoticeStrip {
                id: notice

                fontSize: 14 * root.unit
                height: parent.height
                objectName: "notice"
                text: lost.visible ? "" : root.vm.notice
                width: parent.width - dismiss.width - 8 * root.unit
            }

            ActionButton {
                id: dismiss

                anchors.right: parent.right
                fontSize: 14 * root.unit
                height: parent.height
                objectName: "dismissNotice"
                text: qsTr("D’accord")
                visible: notice.visible
                width: 84 * root.unit

                onActivated: root.vm.dismissNotice()
            }
        }
    }

    component Secondary: ActionButton {
        busy: root.busy
        looksBusy: root.vm.busy
        fontSize: 15.5 * root.unit
        height: 58 * root.unit
        horizontalPadding: 8 * root.unit
        radius: 14 * root.unit
        width: (page.width - 10 * root.unit) / 2
    }

    Component.onCompleted: {
        if (choosing)
            counters.forceActiveFocus();
        else
            primary.forceActiveFocus();
    }
}
