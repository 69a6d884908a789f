pragma ComponentBehavior: Bound

import QtQml
import Cdm.ViewModels

// All that can be done at the table, stage by stage.
QtObject {
    id: root

    required property AdvisorViewModel vm

    readonly property bool off: vm.stage === "off"
    readonly property bool free: vm.stage === "free"
    readonly property bool called: vm.stage === "called"
    readonly property bool receiving: vm.stage === "receiving"
    readonly property bool onBreak: vm.stage === "break"
    readonly property bool over: vm.stage === "over"
    readonly property bool idle: free || onBreak || over
    readonly property bool somebody: called || receiving
    // In one step from the stage: the window's size depends on it, and must not swing on the way.
    readonly property bool working: vm.stage !== "choose" && vm.stage !== "off"
    readonly property bool alone: somebody && vm.othersText === ""
    readonly property bool callsOn: vm.waiting > 0 && !vm.shiftOver

    // A question that must be answered first.
    signal asked(string question)

    // The one large action.
    readonly property Step main: Step {
        readonly property bool nobodyWaits: root.free && root.vm.waiting === 0

        available: root.off || root.working
        detail: nobodyWaits ? qsTr("Personne n’attend") : root.off && !root.vm.canOpen ? qsTr("Choisissez au moins un sujet et une langue") : ""
        key: "F2"
        name: "primaryAction"
        ready: root.vm.connected && !nobodyWaits && (!root.off || root.vm.canOpen)
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
                return root.callsOn ? qsTr("Terminer et appeler le suivant") : qsTr("Terminer");
            }
        }
        title: qsTr("La grande action")

        onTaken: {
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
            case "receiving":
                if (root.callsOn)
                    root.vm.finishAndCallNext();
                else
                    root.vm.finish();
            }
        }
    }

    // In the order of the buttons; never more than four of them are prominent at once.
    readonly property list<Step> others: [
        Step {
            available: root.called
            key: "F5"
            name: "recall"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Rappeler")

            onTaken: root.vm.recall()
        },
        Step {
            available: root.called
            key: "F4"
            name: "noShow"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Absent")

            onTaken: {
                if (root.vm.visitors.rowCount() > 1)
                    root.asked("noShow");
                else
                    root.vm.noShow();
            }
        },
        Step {
            available: root.receiving
            key: "F3"
            name: "finish"
            // Else the large action says it already.
            prominent: root.callsOn
            ready: root.vm.connected
            text: qsTr("Terminer")
            title: qsTr("Terminer sans appeler")

            onTaken: root.vm.finish()
        },
        Step {
            available: root.alone
            key: "F6"
            name: "handOver"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Passer à…")

            onTaken: root.asked("handOver")
        },
        Step {
            available: root.called && root.vm.canUndo
            key: "F7"
            name: "undo"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Annuler l’appel")

            onTaken: root.vm.undo()
        },
        Step {
            available: root.called && !root.vm.canUndo
            key: "F7"
            name: "backInLine"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Remettre dans la file")

            onTaken: {
                if (root.vm.visitors.rowCount() > 1)
                    root.asked("backInLine");
                else
                    root.vm.backInLine("");
            }
        },
        Step {
            available: root.alone
            key: "F11"
            name: "park"
            prominent: root.receiving
            ready: root.vm.connected
            text: qsTr("Faire patienter")

            onTaken: root.asked("park")
        },
        Step {
            available: root.free
            key: "F8"
            name: "pause"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Pause")
            title: qsTr("Pause, puis reprendre")

            onTaken: root.vm.takeBreak()
        },
        Step {
            available: root.onBreak
            key: "F8"
            name: "endBreak"
            ready: root.vm.connected
            text: root.main.text
            title: ""

            onTaken: root.vm.endBreak()
        },
        Step {
            available: root.onBreak && root.vm.waiting > 0
            key: "F5"
            name: "callNow"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Appeler le suivant")
            title: ""

            onTaken: root.vm.callNext()
        },
        Step {
            available: (root.free || root.onBreak) && root.vm.parkedText !== ""
            key: "F11"
            name: "takeBack"
            prominent: true
            ready: root.vm.connected
            text: root.vm.parkedText
            title: qsTr("Reprendre qui patiente")

            onTaken: {
                if (root.vm.parked.rowCount() > 1)
                    root.asked("takeBack");
                else
                    root.vm.takeBack("");
            }
        },
        Step {
            available: root.vm.counterId !== "" && !root.vm.helpAsked
            key: "F12"
            name: "askHelp"
            prominent: root.free || root.receiving
            ready: root.vm.connected
            text: qsTr("Demander l’accueil")
            title: qsTr("Demander l’accueil, puis annuler")

            onTaken: root.vm.askHelp()
        },
        Step {
            available: root.idle
            key: "F9"
            name: "closeShift"
            prominent: true
            ready: root.vm.connected
            text: qsTr("Fin de permanence")

            onTaken: {
                // A shift whose hour has passed is over already.
                if (root.vm.stage === "over")
                    root.vm.closeShift();
                else
                    root.asked("closeShift");
            }
        }
    ]

    // What has a place of its own in the window.
    readonly property Step endHelp: Step {
        available: root.vm.counterId !== "" && root.vm.helpAsked
        key: "F12"
        name: "endHelp"
        ready: root.vm.connected
        text: qsTr("Annuler")
        title: ""

        onTaken: root.vm.endHelp()
    }
    readonly property Step more: Step {
        atTable: false
        available: root.vm.counterId !== ""
        key: "F10"
        name: "more"
        text: qsTr("Autres…")
        title: qsTr("Toutes les autres actions")

        onTaken: root.asked("more")
    }

    // About the window rather than the table.
    readonly property list<Step> aboutWindow: [
        Step {
            atTable: false
            available: root.working
            key: "Ctrl+M"
            name: "compact"
            text: root.vm.habits.compact ? qsTr("Agrandir la fenêtre") : qsTr("Réduire à un bandeau")
            title: qsTr("Bandeau ou fenêtre")

            onTaken: root.vm.habits.setCompact(!root.vm.habits.compact)
        },
        Step {
            atTable: false
            key: "Ctrl+T"
            name: "onTop"
            text: root.vm.habits.onTop ? qsTr("Ne plus garder au premier plan") : qsTr("Garder au premier plan")
            title: qsTr("Au premier plan, ou non")

            onTaken: root.vm.habits.setOnTop(!root.vm.habits.onTop)
        },
        Step {
            available: root.somebody
            name: "leaveTable"
            text: qsTr("Changer de table")

            onTaken: root.vm.leaveCounter()
        },
        Step {
            atTable: false
            key: "F1"
            name: "keys"
            text: qsTr("Touches du clavier")
            title: qsTr("Cette liste")

            onTaken: root.asked("keys")
        }
    ]
    // Not a list<Step>: only the newest engine of a process can fill one by a binding.
    readonly property var all: [main, ...others, endHelp, more, ...aboutWindow]

    // Those that the full window shows; the buttons' places follow from it.
    readonly property var prominent: others.filter(step => step.available && step.prominent)

    // What the sheet offers: all that is not in sight.
    function hidden(inStrip: bool): var {
        const rest = others.filter(step => step.available && step.ready && (inStrip || !step.prominent) && step.text !== main.text);
        const help = inStrip && endHelp.available ? [endHelp] : [];
        return [...rest, ...help, ...aboutWindow.filter(step => step.available)];
    }
}
