pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// What the window asks before it acts, and the list of its keys: one at a time, in place of the page.
Item {
    id: root

    required property AdvisorViewModel vm
    required property Steps steps
    required property real unit

    readonly property bool asking: sheet.visible || keys.visible

    signal chosen(name: string)
    // The window may close, though somebody is at the table.
    signal confirmedLeaving
    signal closed

    function dropQuestion(): void {
        sheet.close();
    }

    function ask(question: string): void {
        switch (question) {
        case "noShow":
            sheet.ask(qsTr("Qui n’est pas venu\u00a0?"), "", vm.visitors, qsTr("Personne n’est venu"), ticketId => {
                if (ticketId === "")
                    vm.noShow();
                else
                    vm.noShowOf(ticketId);
            });
            break;
        case "backInLine":
            sheet.ask(qsTr("Qui remettre dans la file\u00a0?"), qsTr("Le visiteur garde son numéro et sa place."), vm.visitors, "", ticketId => vm.backInLine(ticketId));
            break;
        case "takeBack":
            sheet.ask(qsTr("Qui reprendre\u00a0?"), "", vm.parked, "", ticketId => vm.takeBack(ticketId));
            break;
        case "handOver":
            sheet.ask(qsTr("Passer le %1 à…").arg(vm.number), qsTr("Le visiteur garde son numéro et sa place."), vm.handOvers, vm.otherCounters.rowCount() > 0 ? qsTr("À une table précise…") : "", themeId => {
                if (themeId === "")
                    ask("handOverTo");
                else
                    vm.handOver(themeId);
            });
            break;
        case "handOverTo":
            sheet.ask(qsTr("Passer le %1 à…").arg(vm.number), qsTr("La table choisie l’appelle à son tour, pour le même sujet."), vm.otherCounters, "", counterId => vm.handOverTo(counterId));
            break;
        case "park":
            sheet.ask(qsTr("Faire patienter le %1").arg(vm.number), qsTr("Il attend à côté et revient à votre table, au plus tard dans…"), parkChoices, "", minutes => vm.park(Number(minutes)));
            break;
        case "closeShift":
            sheet.ask(qsTr("Terminer la permanence\u00a0?"), qsTr("Plus personne n’est appelé à votre table."), endChoices, "", () => vm.closeShift());
            break;
        case "more":
            moreChoices.fill();
            sheet.ask(qsTr("Autres actions"), "", moreChoices, "", name => chosen(name));
            break;
        case "keys":
            keys.open();
            break;
        case "leave":
            sheet.ask(qsTr("Une personne est encore à votre table"), qsTr("En rouvrant la fenêtre, vous reprendrez où vous en étiez."), leaveChoices, "", () => confirmedLeaving());
        }
    }

    ListModel {
        id: parkChoices

        Component.onCompleted: {
            for (const minutes of root.vm.parkMinutes)
                append({
                    choiceId: String(minutes),
                    label: qsTr("%1 minutes").arg(minutes),
                    colour: ""
                });
        }
    }

    ListModel {
        id: endChoices

        Component.onCompleted: append({
            choiceId: "closeShift",
            label: qsTr("Fin de permanence"),
            colour: ""
        })
    }

    ListModel {
        id: leaveChoices

        Component.onCompleted: append({
            choiceId: "leave",
            label: qsTr("Fermer la fenêtre"),
            colour: ""
        })
    }

    ListModel {
        id: moreChoices

        function fill(): void {
            clear();
            for (const step of root.steps.hidden(root.vm.habits.compact && root.steps.working))
                append({
                    choiceId: step.name,
                    label: step === root.steps.endHelp ? qsTr("Ne plus demander l’accueil") : step.text,
                    colour: ""
                });
        }
    }

    ChoiceSheet {
        id: sheet

        anchors.fill: parent
        objectName: "choiceSheet"
        unit: root.unit

        onClosed: root.closed()
    }

    KeysSheet {
        id: keys

        anchors.fill: parent
        objectName: "keysSheet"
        steps: root.steps
        unit: root.unit

        onClosed: root.closed()
    }
}
