pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// The advisor's small window: one large action, always the right next one, at the same place in every stage.
Window {
    id: root

    required property AdvisorViewModel vm
    // Of the screen that the window is on.
    property real pixelsPerMm: 3.78

    readonly property size wholeSize: Qt.size(360, 640)
    readonly property size stripSize: Qt.size(360, 150)
    readonly property bool asking: questions.asking
    // As a strip there is no room for a question: the window grows for it.
    readonly property bool strip: vm.habits.compact && steps.working && !asking
    readonly property real unit: {
        const whole = strip ? stripSize : wholeSize;
        return Math.max(0.8, Math.min(1.8, width / whole.width, height / whole.height));
    }
    readonly property real margin: (strip ? 12 : 18) * unit
    readonly property bool choosing: vm.stage === "choose"
    // A stage that has just changed put another action under the finger: a double tap must not reach it.
    readonly property bool busy: vm.busy || settling.running
    // The question was asked, or the session ends: nothing holds the window any more.
    property bool leaving: false
    property real heightBefore: wholeSize.height

    function takeFocus(): void {
        if (asking)
            return;
        if (choosing)
            counters.forceActiveFocus();
        else if (strip)
            stripPage.mainButton.forceActiveFocus();
        else
            primary.forceActiveFocus();
    }

    function fit(): void {
        if (strip) {
            heightBefore = height;
            height = stripSize.height;
        } else if (height < wholeSize.height) {
            height = Math.max(heightBefore, minimumHeight);
        }
        takeFocus();
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
    flags: vm.habits.onTop ? Qt.Window | Qt.WindowStaysOnTopHint : Qt.Window
    height: wholeSize.height
    minimumHeight: strip ? 140 : 520
    minimumWidth: 300
    objectName: "advisorWindow"
    title: {
        const place = vm.counterLabel === "" ? qsTr("Permanence") : vm.counterLabel;
        return vm.waiting > 0 ? qsTr("(%1) %2").arg(vm.waiting).arg(place) : place;
    }
    visible: true
    width: wholeSize.width

    Component.onCompleted: takeFocus()
    onClosing: close => {
        if (steps.somebody && !leaving) {
            close.accepted = false;
            questions.ask("leave");
            leaving = true;
        }
    }
    onStripChanged: Qt.callLater(fit)

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: root.pixelsPerMm
    }

    Timer {
        id: settling

        interval: 350
    }

    Connections {
        function onStageChanged(): void {
            settling.restart();
            questions.dropQuestion();
            root.takeFocus();
        }

        target: root.vm
    }

    Steps {
        id: steps

        vm: root.vm

        onAsked: question => questions.ask(question)
    }

    Instantiator {
        model: steps.all.filter(step => step.key !== "")

        delegate: Shortcut {
            required property Step modelData

            autoRepeat: false
            // What lies under an open question does not hear its key.
            enabled: modelData.available && !root.asking
            sequence: modelData.key

            onActivated: modelData.take(root.busy)
        }
    }

    Shortcut {
        autoRepeat: false
        enabled: root.vm.notice !== "" && !root.asking
        sequence: "Escape"

        onActivated: root.vm.dismissNotice()
    }

    Strip {
        id: stripPage

        anchors.horizontalCenter: parent.horizontalCenter
        busy: root.busy
        height: root.height
        objectName: "strip"
        stateText: root.stateText()
        steps: steps
        unit: root.unit
        visible: root.strip
        vm: root.vm
        width: Math.min(root.width - 2 * root.margin, 520 * root.unit)
    }

    Item {
        id: page

        anchors.horizontalCenter: parent.horizontalCenter
        // Under an open question nothing can be reached.
        enabled: !root.asking
        height: root.height
        visible: !root.strip
        width: Math.min(root.width - 2 * root.margin, 420 * root.unit)

        Header {
            active: steps.free || steps.receiving
            heading: root.vm.searchingText !== "" ? qsTr("Permanence") : root.choosing ? qsTr("Où recevez-vous\u00a0?") : root.vm.counterLabel
            height: 48 * root.unit
            stateText: root.choosing ? "" : root.stateText()
            unit: root.unit
            vm: root.vm
            width: parent.width
            y: 6 * root.unit
        }

        // Choosing a table.
        BodyText {
            id: chooseHint

            size: 15 * root.unit
            soft: true
            text: {
                if (root.vm.searchingText !== "")
                    return root.vm.searchingText + ".\n" + qsTr("La connexion se fera d’elle-même dès qu’il répondra.");
                return counters.count > 0 ? qsTr("Votre table pour cette permanence.") : qsTr("Les tables du site s’afficheront ici.");
            }
            visible: root.choosing
            width: parent.width
            y: 50 * root.unit
        }

        Counters {
            id: counters

            anchors.bottom: parent.bottom
            anchors.bottomMargin: notices.visible ? notices.height + 16 * root.unit : 6 * root.unit
            anchors.top: chooseHint.bottom
            anchors.topMargin: 12 * root.unit
            busy: root.busy
            focus: root.choosing
            unit: root.unit
            visible: root.choosing
            vm: root.vm
            width: parent.width + 12 * root.unit
            x: -6 * root.unit
        }

        // Opening a shift: what to speak, above the action; what to receive, below it.
        ShiftCard {
            height: 174 * root.unit
            unit: root.unit
            visible: steps.off
            vm: root.vm
            width: parent.width
            y: 57 * root.unit
        }

        VisitorCard {
            detail: {
                if (steps.onBreak)
                    return qsTr("Personne n’est appelé ici.");
                if (steps.over)
                    return qsTr("Ouvrez-la de nouveau pour continuer.");
                if (steps.free)
                    return root.vm.waiting > 0 ? qsTr("Appelez quand vous êtes prêt.") : qsTr("Le prochain visiteur s’annoncera ici.");
                return root.vm.othersText !== "" ? root.vm.othersText : root.vm.themeLabel;
            }
            heading: steps.onBreak ? qsTr("En pause") : steps.over ? root.vm.endedText : steps.free ? qsTr("La table est libre") : steps.called ? qsTr("Vous appelez") : qsTr("Vous recevez")
            height: 174 * root.unit
            number: steps.idle ? "" : root.vm.number
            remark: {
                const remarks = [];
                if (root.vm.sinceMin > 0)
                    remarks.push(qsTr("depuis %1 min").arg(root.vm.sinceMin));
                if (steps.called && root.vm.recalls > 0)
                    remarks.push(qsTr("rappelé %n fois", "", root.vm.recalls));
                return remarks.join(" · ");
            }
            unit: root.unit
            visible: steps.working
            width: parent.width
            y: 57 * root.unit
        }

        Item {
            height: 96 * root.unit
            objectName: steps.off ? "openShift" : ""
            visible: !root.choosing
            width: parent.width
            y: 245 * root.unit

            StepButton {
                id: primary

                anchors.fill: parent
                busy: root.busy
                detail: step.detail
                detailSize: 15 * root.unit
                focus: !root.choosing
                fontSize: 21 * root.unit
                kind: "primary"
                looksBusy: root.vm.busy
                radius: 16 * root.unit
                step: steps.main
            }
        }

        ThemeChoices {
            height: 248 * root.unit
            unit: root.unit
            visible: steps.off
            vm: root.vm
            width: parent.width + 12 * root.unit
            x: -6 * root.unit
            y: 350 * root.unit
        }

        // What else can be done now; what cannot is not there, and the rest keeps its place.
        Flow {
            id: others

            readonly property real half: Math.floor((page.width - spacing) / 2)
            readonly property bool odd: steps.prominent.length % 2 === 1

            spacing: 10 * root.unit
            visible: steps.working
            width: page.width
            y: 355 * root.unit

            Repeater {
                model: steps.others

                delegate: StepButton {
                    id: other

                    required property Step modelData

                    readonly property bool last: steps.prominent.length > 0 && steps.prominent[steps.prominent.length - 1] === modelData

                    busy: root.busy
                    fontSize: 15.5 * root.unit
                    height: 58 * root.unit
                    horizontalPadding: 8 * root.unit
                    kind: modelData.name === "recall" ? "secondary" : "plain"
                    looksBusy: root.vm.busy
                    radius: 14 * root.unit
                    step: modelData
                    visible: modelData.available && modelData.prominent
                    width: last && others.odd ? page.width : others.half
                }
            }
        }

        WaitingCard {
            height: 52 * root.unit
            longestWaitMin: root.vm.longestWaitMin
            unit: root.unit
            visible: steps.working
            waiting: root.vm.waiting
            width: parent.width
            y: 495 * root.unit
        }

        HelpLine {
            busy: root.busy
            height: 38 * root.unit
            step: steps.endHelp
            unit: root.unit
            visible: root.vm.helpAsked && !root.choosing && !notices.visible
            width: parent.width
            y: (steps.off ? 596 : 555) * root.unit
        }

        Item {
            height: 36 * root.unit
            visible: steps.working && !root.vm.helpAsked && !notices.visible
            width: parent.width
            y: 556 * root.unit

            BodyText {
                anchors.left: parent.left
                anchors.right: until.left
                anchors.rightMargin: 12 * root.unit
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                maximumLineCount: 2
                size: 15 * root.unit
                soft: true
                text: steps.receiving && root.vm.shiftOver ? root.vm.endedText : root.vm.shiftText
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

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 10 * root.unit
            visible: !root.choosing && !root.asking && !notices.visible && !(steps.off && root.vm.helpAsked)
            y: 600 * root.unit

            ActionButton {
                busy: root.busy
                fontSize: 14 * root.unit
                height: 34 * root.unit
                looksBusy: root.vm.busy
                objectName: "leaveCounter"
                text: qsTr("Changer de table")
                visible: steps.off || steps.idle

                onActivated: root.vm.leaveCounter()
            }

            StepButton {
                busy: root.busy
                fontSize: 14 * root.unit
                height: 34 * root.unit
                looksBusy: root.vm.busy
                step: steps.more
            }
        }

        Notices {
            id: notices

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12 * root.unit
            unit: root.unit
            vm: root.vm
            width: parent.width
        }
    }

    Questions {
        id: questions

        height: root.height - y - 18 * root.unit
        steps: steps
        unit: root.unit
        vm: root.vm
        width: page.width
        x: page.x
        y: 52 * root.unit

        onChosen: name => steps.all.find(step => step.name === name).take(root.busy)
        onClosed: {
            root.leaving = false;
            root.takeFocus();
        }
        onConfirmedLeaving: {
            root.leaving = true;
            root.close();
        }
    }
}
