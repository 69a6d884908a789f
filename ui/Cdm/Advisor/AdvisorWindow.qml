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
    readonly property bool onBreak: vm.stage === "break"
    readonly property bool over: vm.stage === "over"
    readonly property bool idle: free || onBreak || over
    readonly property bool working: idle || called || receiving
    // A stage that has just changed put another action under the finger: a double tap must not reach it.
    readonly property bool busy: vm.busy || settling.running

    function perform(button: ActionButton): void {
        if (!sheet.visible && button.visible && button.enabled && !button.busy)
            button.activated();
    }

    function takeFocus(): void {
        if (choosing)
            counters.forceActiveFocus();
        else
            primary.forceActiveFocus();
    }

    function stateText(): string {
        switch (vm.stage) {
        case "off":
            return qsTr("fermée");
        case "free":
            return qsTr("libre");
        case "break":
            return qsTr("en pause");
        case "over":
            return qsTr("terminée");
        case "called":
            return qsTr("appel en cours");
        default:
            return qsTr("en entretien");
        }
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
            sheet.close();
            root.takeFocus();
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

        onActivated: root.perform(finish.visible || !root.receiving ? finish : primary)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F4"

        onActivated: root.perform(noShow)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F5"

        onActivated: root.perform(recall.visible ? recall : callNow)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F6"

        onActivated: root.perform(handOver)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F7"

        onActivated: root.perform(undo)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F8"

        onActivated: root.perform(root.onBreak ? primary : pause)
    }

    Shortcut {
        autoRepeat: false
        sequence: "F9"

        onActivated: root.perform(closeShift)
    }

    Shortcut {
        autoRepeat: false
        enabled: root.vm.notice !== "" && !sheet.visible
        sequence: "Escape"

        onActivated: root.vm.dismissNotice()
    }

    Item {
        id: page

        // Under an open question nothing can be reached.
        enabled: !sheet.visible
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
                text: root.vm.rehearsal ? qsTr("Répétition") : qsTr("Site d’exemple")
                tone: root.vm.rehearsal ? "alarm" : "calm"
                // The name of the table matters more.
                visible: (root.vm.sample || root.vm.rehearsal) && headerText.implicitWidth + width + 10 * root.unit < headerText.room
            }

            StateLine {
                id: stateLine

                active: root.free || root.receiving
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.stateText()
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
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(13 * root.unit)
                text: root.vm.endedText !== "" ? root.vm.endedText : root.vm.untilText !== "" ? qsTr("Votre permanence, %1").arg(root.vm.untilText) : qsTr("Votre permanence")
                width: parent.width - 2 * x
                wrapMode: Text.NoWrap
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
                if (root.onBreak)
                    return qsTr("Personne n’est appelé ici.");
                if (root.over)
                    return qsTr("Ouvrez-la de nouveau pour continuer.");
                if (root.free)
                    return root.vm.waiting > 0 ? qsTr("Appelez quand vous êtes prêt.") : qsTr("Le prochain visiteur s’annoncera ici.");
                return root.vm.othersText !== "" ? root.vm.othersText : root.vm.themeLabel;
            }
            heading: root.onBreak ? qsTr("En pause") : root.over ? root.vm.endedText : root.free ? qsTr("La table est libre") : root.called ? qsTr("Vous appelez") : qsTr("Vous recevez")
            height: 174 * root.unit
            number: root.idle ? "" : root.vm.number
            remark: {
                const remarks = [];
                if (root.vm.sinceMin > 0)
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
                readonly property bool callsOn: root.vm.waiting > 0 && !root.vm.shiftOver

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
                text: {
                    switch (root.vm.stage) {
                    case "off":
                        return qsTr("Ouvrir la permanence");
                    case "over":
                        return qsTr("Ouvrir de nouveau");
                    case "free":
                        return qsTr("Appeler le suivant");
                    case "break":
                        return qsTr("Reprendre");
                    case "called":
                        return qsTr("Reçu");
                    default:
                        return callsOn ? qsTr("Terminer et appeler le suivant") : qsTr("Terminer");
                    }
                }
                anchors.fill: parent

                onActivated: {
                    switch (root.vm.stage) {
                    case "off":
                        root.vm.openShift();
                        break;
                    case "over":
                        root.vm.reopenShift();
                        break;
                    case "free":
                        root.vm.callNext();
                        break;
                    case "break":
                        root.vm.endBreak();
                        break;
                    case "called":
                        root.vm.start();
                        break;
                    default:
                        if (callsOn)
                            root.vm.finishAndCallNext();
                        else
                            root.vm.finish();
                    }
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

        // What else can be done now; what cannot is not there, and the rest keeps its place.
        Grid {
            columnSpacing: 10 * root.unit
            columns: 2
            rowSpacing: 10 * root.unit
            visible: root.working
            y: 355 * root.unit

            Secondary {
                id: recall

                kind: "secondary"
                objectName: "recall"
                shortcutText: "F5"
                text: qsTr("Rappeler")
                visible: root.called

                onActivated: root.vm.recall()
            }

            Secondary {
                id: noShow

                kind: "secondary"
                objectName: "noShow"
                shortcutText: "F4"
                text: qsTr("Absent")
                visible: root.called

                onActivated: {
                    if (root.vm.visitors.rowCount() > 1)
                        sheet.ask(qsTr("Qui n’est pas venu\u00a0?"), "", root.vm.visitors, qsTr("Personne n’est venu"), ticketId => {
                            if (ticketId === "")
                                root.vm.noShow();
                            else
                                root.vm.noShowOf(ticketId);
                        });
                    else
                        root.vm.noShow();
                }
            }

            Secondary {
                id: finish

                objectName: "finish"
                shortcutText: "F3"
                text: qsTr("Terminer")
                // Else the large action says it already.
                visible: root.receiving && primary.callsOn

                onActivated: root.vm.finish()
            }

            Secondary {
                id: handOver

                objectName: "handOver"
                shortcutText: "F6"
                text: qsTr("Passer à…")
                visible: (root.called || root.receiving) && root.vm.othersText === ""
                width: root.receiving && !finish.visible ? page.width : halfWidth

                onActivated: sheet.ask(qsTr("Passer le %1 à…").arg(root.vm.number), qsTr("Le visiteur garde son numéro et sa place."), root.vm.handOvers, "", themeId => root.vm.handOver(themeId))
            }

            Secondary {
                id: undo

                objectName: "undo"
                shortcutText: "F7"
                text: qsTr("Annuler l’appel")
                visible: root.called && root.vm.canUndo

                onActivated: root.vm.undo()
            }

            Secondary {
                id: pause

                objectName: "pause"
                shortcutText: "F8"
                text: qsTr("Pause")
                visible: root.free

                onActivated: root.vm.takeBreak()
            }

            Secondary {
                id: callNow

                objectName: "callNow"
                shortcutText: "F5"
                text: qsTr("Appeler le suivant")
                visible: root.onBreak && root.vm.waiting > 0

                onActivated: root.vm.callNext()
            }

            Secondary {
                id: closeShift

                objectName: "closeShift"
                shortcutText: "F9"
                text: qsTr("Fin de permanence")
                visible: root.idle
                width: pause.visible || callNow.visible ? halfWidth : page.width

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
            height: (root.idle ? 36 : 60) * root.unit
            visible: root.working && !strip.visible
            width: parent.width
            y: 562 * root.unit

            BodyText {
                anchors.left: parent.left
                anchors.right: until.left
                anchors.rightMargin: 12 * root.unit
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                maximumLineCount: root.idle ? 2 : 3
                size: 15 * root.unit
                soft: true
                text: root.receiving && root.vm.shiftOver ? root.vm.endedText : root.vm.shiftText
            }

            BodyText {
                id: until

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                size: 15 * root.unit
                soft: true
                text: root.vm.shiftOver ? "" : root.vm.untilText
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
            visible: root.off || root.idle && !strip.visible
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

    ChoiceSheet {
        id: sheet

        height: root.height - y - 18 * root.unit
        objectName: "choiceSheet"
        unit: root.unit
        width: page.width
        x: page.x
        y: 52 * root.unit

        onClosed: root.takeFocus()
    }

    component Secondary: ActionButton {
        busy: root.busy
        enabled: root.vm.connected
        looksBusy: root.vm.busy
        fontSize: 15.5 * root.unit
        height: 58 * root.unit
        horizontalPadding: 8 * root.unit
        radius: 14 * root.unit
        readonly property real halfWidth: (page.width - 10 * root.unit) / 2

        width: halfWidth
    }

    Component.onCompleted: takeFocus()
}
