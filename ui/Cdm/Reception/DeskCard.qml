pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Reception's own line: who wants to talk to somebody here, and the one next thing to do.
FocusScope {
    id: root

    required property AdvisorViewModel desk

    readonly property bool called: desk.stage === "called"
    readonly property bool receiving: desk.stage === "receiving"
    readonly property bool somebody: called || receiving
    readonly property bool onBreak: desk.stage === "break"
    readonly property bool idle: onBreak || desk.stage === "free"
    readonly property bool closed: desk.stage === "off" || desk.stage === "over"
    // A stage that has just changed put another action under the finger: a double tap must not reach it.
    readonly property bool busy: desk.busy || settling.running
    readonly property string waitingText: desk.waiting === 0 ? qsTr("personne n’attend") : qsTr("%n attendent", "", desk.waiting)
    readonly property string sinceText: desk.waiting > 0 && desk.longestWaitMin > 0 ? qsTr("depuis %1 min").arg(desk.longestWaitMin) : ""

    signal handOverAsked
    signal parkAsked
    signal endAsked

    // The keys of the advisors' windows do the same here.
    function performKey(key: string): void {
        const buttons = {
            "F2": main,
            "F4": noShow,
            "F5": recall,
            "F6": handOver,
            "F7": undo,
            "F8": onBreak ? main : pause,
            "F9": end,
            "F11": park
        };
        const button = buttons[key];
        if (button.visible && button.enabled && !button.busy)
            button.activated();
    }

    Accessible.name: [title.text, state.text, desk.number, waitingText, sinceText].filter(part => part !== "").join(", ")
    Accessible.role: Accessible.Grouping
    implicitHeight: content.height + 32

    Timer {
        id: settling

        interval: 350
    }

    Connections {
        function onStageChanged(): void {
            settling.restart();
        }

        target: root.desk
    }

    Card {
        anchors.fill: parent
        radius: 16
    }

    Column {
        id: content

        spacing: 12
        width: parent.width - 32
        x: 16
        y: 16

        Item {
            height: title.height
            width: parent.width

            BodyText {
                id: title

                Accessible.role: Accessible.Heading
                size: 17
                strong: true
                text: qsTr("À l’accueil")
            }

            BodyText {
                anchors.baseline: title.baseline
                anchors.right: parent.right
                size: 16
                soft: root.desk.waiting === 0
                text: root.onBreak ? qsTr("en pause · %1").arg(root.waitingText) : root.sinceText === "" || parent.width < 300 ? root.waitingText : root.waitingText + ", " + root.sinceText
                visible: !root.closed
            }

            BodyText {
                anchors.baseline: title.baseline
                anchors.right: parent.right
                size: 16
                soft: true
                text: qsTr("fermé")
                visible: root.closed
            }
        }

        Row {
            spacing: 14
            visible: root.somebody
            width: parent.width

            NumberText {
                id: number

                anchors.verticalCenter: parent.verticalCenter
                objectName: "deskNumber"
                size: 46
                text: root.desk.number
            }

            BodyText {
                id: state

                anchors.verticalCenter: parent.verticalCenter
                size: 16
                soft: true
                text: {
                    if (!root.somebody)
                        return "";
                    if (root.desk.sinceMin < 1)
                        return root.called ? qsTr("appelé à l’instant") : qsTr("reçu à l’instant");
                    return (root.called ? qsTr("appelé depuis %1 min") : qsTr("reçu depuis %1 min")).arg(root.desk.sinceMin);
                }
                width: parent.width - number.width - parent.spacing
            }
        }

        ActionButton {
            id: main

            busy: root.busy
            detail: root.desk.stage === "over" ? root.desk.endedText : ""
            enabled: root.desk.connected && (root.somebody || root.onBreak || (root.closed ? root.desk.stage === "over" || root.desk.canOpen : root.desk.waiting > 0))
            focus: true
            fontSize: 18
            height: Math.max(54, implicitHeight)
            kind: "secondary"
            looksBusy: root.desk.busy
            objectName: "deskAction"
            shortcutText: "F2"
            text: {
                switch (root.desk.stage) {
                case "called":
                    return qsTr("Reçu");
                case "receiving":
                    return qsTr("Terminer");
                case "over":
                    return qsTr("Ouvrir de nouveau");
                case "free":
                    return qsTr("Appeler le suivant");
                case "break":
                    return qsTr("Reprendre");
                default:
                    return qsTr("Ouvrir l’accueil");
                }
            }
            width: parent.width

            onActivated: {
                switch (root.desk.stage) {
                case "called":
                    root.desk.start();
                    break;
                case "receiving":
                    root.desk.finish();
                    break;
                case "over":
                    root.desk.reopenShift();
                    break;
                case "free":
                    root.desk.callNext();
                    break;
                case "break":
                    root.desk.endBreak();
                    break;
                default:
                    root.desk.openShift();
                }
            }
        }

        Grid {
            columnSpacing: 8
            columns: 2
            rowSpacing: 8
            visible: root.somebody

            Small {
                id: recall

                objectName: "deskRecall"
                shortcutText: "F5"
                text: qsTr("Rappeler")
                visible: root.called

                onActivated: {
                    main.forceActiveFocus();
                    root.desk.recall();
                }
            }

            Small {
                id: noShow

                objectName: "deskNoShow"
                shortcutText: "F4"
                text: qsTr("Absent")
                visible: root.called

                onActivated: {
                    main.forceActiveFocus();
                    root.desk.noShow();
                }
            }

            Small {
                id: handOver

                objectName: "deskHandOver"
                shortcutText: "F6"
                text: qsTr("Passer à…")
                visible: root.somebody && root.desk.othersText === ""

                onActivated: {
                    main.forceActiveFocus();
                    root.handOverAsked();
                }
            }

            Small {
                id: park

                objectName: "deskPark"
                shortcutText: "F11"
                text: qsTr("Faire attendre")
                visible: handOver.visible

                onActivated: {
                    main.forceActiveFocus();
                    root.parkAsked();
                }
            }
        }

        Row {
            spacing: 8
            visible: root.idle

            Small {
                id: pause

                objectName: "deskPause"
                shortcutText: "F8"
                text: qsTr("Pause")
                visible: !root.onBreak

                onActivated: {
                    main.forceActiveFocus();
                    root.desk.takeBreak();
                }
            }

            Small {
                id: end

                objectName: "deskEnd"
                shortcutText: "F9"
                text: root.onBreak ? qsTr("Fin de permanence") : qsTr("Fin")
                width: root.onBreak ? content.width : halfWidth

                Accessible.name: qsTr("Fin de permanence")
                onActivated: root.endAsked()
            }
        }

        Small {
            id: undo

            objectName: "deskUndo"
            shortcutText: "F7"
            text: qsTr("Annuler l’appel")
            visible: root.called && root.desk.canUndo
            width: content.width

            onActivated: {
                main.forceActiveFocus();
                root.desk.undo();
            }
        }
    }

    component Small: ActionButton {
        busy: root.busy
        enabled: root.desk.connected
        fontSize: 15
        height: 44
        horizontalPadding: 6
        looksBusy: root.desk.busy
        readonly property real halfWidth: (content.width - 8) / 2

        width: halfWidth
    }
}
