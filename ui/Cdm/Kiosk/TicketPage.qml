pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The visitor's number, where to wait, and how to keep it.
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    readonly property bool isLow: vm.paper === "low"
    readonly property bool canPrint: vm.printState === "printing" || vm.printState === "" && (isLow || vm.paper === "ready")
    readonly property bool hasBand: vm.bandText !== ""
    readonly property string waitLead: {
        if (vm.ticketAtDesk || vm.comeBackText !== "")
            return qsTr("Attente prévue");
        return qsTr("Un conseiller vous reçoit dans");
    }
    readonly property string turnText: {
        const ahead = vm.peopleAhead;
        if (ahead === 0)
            return qsTr("Le prochain numéro est le vôtre.");
        return qsTr("%n\u00a0personnes avant vous", "", ahead);
    }
    readonly property string printText: {
        switch (vm.printState) {
        case "printed":
            return qsTr("Prenez votre ticket.");
        case "failed":
            return qsTr("Votre ticket n’est pas bien sorti. Retenez votre numéro.");
        case "":
            return vm.paper === "missing" ? qsTr("Pas de papier pour le moment. Retenez votre numéro.") : "";
        default:
            return "";
        }
    }

    neededHeight: grid.implicitHeight

    GridLayout {
        id: grid

        anchors.fill: parent
        columnSpacing: root.metrics.u(72)
        columns: root.metrics.twoColumns ? 2 : 1
        rowSpacing: root.metrics.u(28)
        uniformCellWidths: true

        ColumnLayout {
            Layout.column: 0
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.row: 0
            spacing: root.metrics.u(28)

            BodyText {
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.text(50)
                soft: true
                text: qsTr("Votre numéro")
            }

            FittedNumber {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: root.metrics.u(480)
                Layout.minimumHeight: root.metrics.u(128)
                objectName: "ticketNumber"
                text: root.vm.ticketNumber
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.column: root.metrics.twoColumns ? 1 : 0
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.row: root.metrics.twoColumns ? 0 : 1
            Layout.rowSpan: root.metrics.twoColumns ? 2 : 1
            spacing: root.metrics.u(32)

            Card {
                Layout.fillWidth: true
                border.width: Math.round(root.metrics.lineWidth)
                implicitHeight: guidance.implicitHeight + root.metrics.u(48)
                radius: root.metrics.cornerRadius

                ColumnLayout {
                    id: guidance

                    anchors.left: parent.left
                    anchors.margins: root.metrics.u(36)
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: root.metrics.u(16)

                    Guidance {
                        Layout.fillWidth: true
                        answer: root.vm.ticketZone
                        lead: root.vm.ticketAtDesk ? qsTr("Installez-vous ici, l’accueil vous appelle\u00a0:") : qsTr("Installez-vous ici\u00a0:")
                        metrics: root.metrics
                    }

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: root.metrics.u(24)
                        uniformCellSizes: true
                        visible: root.hasBand

                        Guidance {
                            Layout.alignment: Qt.AlignTop
                            Layout.fillWidth: true
                            answer: root.vm.bandText
                            lead: root.vm.ticketNoWait ? "" : root.waitLead
                            metrics: root.metrics
                        }

                        Guidance {
                            Layout.alignment: Qt.AlignTop
                            Layout.fillWidth: true
                            answer: root.vm.comeBackText
                            lead: qsTr("Vous pouvez revenir vers")
                            metrics: root.metrics
                            visible: root.vm.comeBackText !== ""
                        }
                    }

                    Guidance {
                        Layout.fillWidth: true
                        answer: root.hasBand ? "" : root.turnText
                        lead: root.hasBand ? root.turnText : ""
                        metrics: root.metrics
                        // Beside trouble with the paper, what the number needs comes first.
                        visible: !root.hasBand || root.printText === "" || root.vm.printState === "printed"
                    }
                }
            }

            Card {
                Layout.fillWidth: true
                border.width: Math.round(root.metrics.lineWidth)
                implicitHeight: follow.implicitHeight + root.metrics.u(36)
                radius: root.metrics.cornerRadius
                visible: root.vm.ticketQr !== ""

                RowLayout {
                    id: follow

                    anchors.left: parent.left
                    anchors.margins: root.metrics.u(24)
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: root.metrics.u(32)

                    Rectangle {
                        Layout.preferredHeight: width
                        Layout.preferredWidth: root.metrics.u(200)
                        border.color: Theme.line
                        border.width: Math.round(root.metrics.lineWidth)
                        color: Theme.card
                        radius: root.metrics.u(12)

                        Image {
                            Accessible.name: qsTr("Code à photographier avec votre téléphone")
                            Accessible.role: Accessible.Graphic
                            anchors.fill: parent
                            anchors.margins: root.metrics.u(8)
                            fillMode: Image.PreserveAspectFit
                            smooth: false
                            source: root.vm.ticketQr
                        }
                    }

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: root.metrics.u(8)

                        BodyText {
                            Layout.fillWidth: true
                            horizontalAlignment: Text.AlignLeft
                            lineHeight: 0.98
                            size: root.metrics.text(40)
                            text: qsTr("Suivez votre tour sur votre téléphone, sans rien installer.")
                        }

                        BodyText {
                            Layout.fillWidth: true
                            horizontalAlignment: Text.AlignLeft
                            size: root.metrics.text(34)
                            soft: true
                            text: qsTr("Nous ne gardons rien sur vous.")
                        }
                    }
                }
            }
        }

        ColumnLayout {
            Layout.column: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.row: root.metrics.twoColumns ? 1 : 2
            spacing: root.metrics.u(32)

            NoticeStrip {
                Layout.fillWidth: true
                fontSize: root.metrics.text(40)
                radius: root.metrics.u(24)
                text: root.printText
                textAlignment: Text.AlignHCenter
                tone: root.vm.printState === "printed" ? "good" : root.vm.printState === "failed" ? "alarm" : "calm"
            }

            RowLayout {
                Layout.fillHeight: false
                Layout.fillWidth: true
                spacing: root.metrics.gap
                uniformCellSizes: true
                visible: root.canPrint

                Repeater {
                    // Where the roll is near its end, what needs none comes first, for eyes, keys and screen readers.
                    model: root.isLow ? ["noPaper", "printTicket"] : ["printTicket", "noPaper"]

                    delegate: TouchButton {
                        required property int index
                        required property string modelData
                        readonly property bool prints: modelData === "printTicket"

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.minimumHeight: root.metrics.atLeastTarget(170)
                        busy: prints && root.vm.printState === "printing"
                        fontSize: root.metrics.text(46)
                        kind: index === 0 ? "primary" : "secondary"
                        metrics: root.metrics
                        objectName: modelData
                        text: busy ? qsTr("Votre ticket arrive…") : prints ? qsTr("Imprimer mon ticket") : qsTr("Sans papier")

                        onActivated: prints ? root.vm.printTicket() : root.vm.finish()
                    }
                }
            }

            TouchButton {
                Layout.fillWidth: true
                Layout.minimumHeight: root.metrics.atLeastTarget(170)
                fontSize: root.metrics.text(46)
                kind: "primary"
                metrics: root.metrics
                objectName: "finish"
                text: root.vm.printState === "failed" ? qsTr("J’ai retenu mon numéro") : qsTr("C’est fait")
                visible: !root.canPrint

                onActivated: root.vm.finish()
            }
        }
    }
}
