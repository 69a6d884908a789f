pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The visitor's number and how to keep it, both always in sight; between them where to wait, which scrolls if need be.
Item {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    readonly property alias scroll: middle
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

    // Number and buttons at the left of the rest, or above and below it.
    readonly property bool isLying: metrics.landscape
    // Words that have no room side by side stand in two buttons below each other.
    readonly property real stepSize: stepFit.tooSmall ? stepFit.least : stepFit.size
    readonly property real leftWidth: isLying ? Math.floor((width - metrics.u(64)) * (metrics.isCramped ? 0.56 : 0.5)) : width
    readonly property real spacing: metrics.u(isLying ? 24 : 28)
    // What is left for the number, and upright for where to wait, too.
    readonly property real rest: height - heading.height - steps.height - spacing * (isLying ? 2 : 3)
    readonly property real middleHeight: {
        if (isLying)
            return height;
        return Math.floor(Math.min(middle.neededHeight, Math.max(metrics.u(110), rest - number.least)));
    }

    BodyText {
        id: heading

        Accessible.role: Accessible.Heading
        horizontalAlignment: Text.AlignHCenter
        size: root.metrics.noteText(root.metrics.largeText ? 44 : 50)
        soft: true
        text: qsTr("Votre numéro")
        width: root.leftWidth
        x: root.isLying && LayoutMirroring.enabled ? root.width - width : 0
    }

    FittedNumber {
        id: number

        // The same in every text size: nothing on the page is larger.
        readonly property real wish: root.metrics.u(!root.isLying ? 400 : root.metrics.isTight ? root.metrics.lowReach ? 310 : 380 : 460)
        // What became of the paper is said beside a number that is a little smaller.
        readonly property real least: root.printText === "" ? wish : 0.6 * wish
        readonly property real most: root.metrics.largeText ? wish * 1.2 : wish
        readonly property real room: root.rest - (root.isLying ? 0 : root.middleHeight)

        height: Math.max(root.metrics.u(90), Math.min(most, room))
        objectName: "ticketNumber"
        text: root.vm.ticketNumber
        width: root.leftWidth
        x: heading.x
        y: heading.height + root.spacing + Math.max(0, (room - height) / 2)
    }

    PageScroll {
        id: middle

        height: root.middleHeight
        neededHeight: column.implicitHeight
        width: root.isLying ? root.width - root.leftWidth - root.metrics.u(64) : root.width
        x: root.isLying && !LayoutMirroring.enabled ? root.width - width : 0
        y: root.isLying ? 0 : steps.y - root.spacing - height

        ColumnLayout {
            id: column

            anchors.fill: parent
            spacing: root.metrics.u(28)

            Item {
                Layout.fillHeight: true
                visible: root.isLying
            }

            Card {
                Layout.fillWidth: true
                border.width: Math.round(root.metrics.lineWidth)
                implicitHeight: guidance.implicitHeight + root.metrics.u(root.metrics.largeText ? 32 : 48)
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

                    GridLayout {
                        Layout.fillWidth: true
                        columnSpacing: root.metrics.u(24)
                        columns: root.isLying && root.metrics.isCramped ? 1 : 2
                        rowSpacing: root.metrics.u(16)
                        uniformCellWidths: true
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
                            lead: qsTr("Revenez vers")
                            metrics: root.metrics
                            visible: root.vm.comeBackText !== ""
                        }
                    }

                    Guidance {
                        Layout.fillWidth: true
                        answer: root.hasBand ? "" : root.turnText
                        lead: root.hasBand ? root.turnText : ""
                        metrics: root.metrics
                        // Beside trouble with the paper, and in large, what the number needs comes first.
                        visible: !root.hasBand || !root.metrics.largeText && (root.printText === "" || root.vm.printState === "printed")
                    }
                }
            }

            Card {
                Layout.fillWidth: true
                border.width: Math.round(root.metrics.lineWidth)
                implicitHeight: follow.implicitHeight + root.metrics.u(root.metrics.largeText ? 20 : 36)
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
                        Layout.preferredWidth: root.metrics.u(root.metrics.largeText ? 184 : 200)
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
                            size: root.metrics.noteText(40)
                            text: qsTr("Suivez votre tour sur votre téléphone, sans rien installer.")
                        }

                        BodyText {
                            Layout.fillWidth: true
                            horizontalAlignment: Text.AlignLeft
                            size: root.metrics.noteText(34)
                            soft: true
                            text: qsTr("Nous ne gardons rien sur vous.")
                        }
                    }
                }
            }

            BodyText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.noteText(34)
                text: qsTr("Une question\u00a0?\nNous sommes %1.").arg(root.vm.receptionPlace)
                visible: root.metrics.isCramped
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }

    ColumnLayout {
        id: steps

        spacing: root.metrics.u(24)
        width: root.leftWidth
        x: heading.x
        y: root.height - height

        TextFit {
            id: stepFit

            least: Math.max(root.metrics.leastTitle, root.metrics.leastText)
            mostLines: root.isLying && root.metrics.isCramped ? 3 : 2
            titles: [qsTr("Imprimer mon ticket"), qsTr("Sans papier"), qsTr("Votre ticket arrive…")]
            roomWidth: (root.leftWidth - root.metrics.gap) / 2 - root.metrics.u(48)
            wish: root.metrics.text(46)
        }

        NoticeStrip {
            Layout.fillWidth: true
            fontSize: root.metrics.noteText(40)
            radius: root.metrics.u(24)
            text: root.printText
            textAlignment: Text.AlignHCenter
            tone: root.vm.printState === "printed" ? "good" : root.vm.printState === "failed" ? "alarm" : "calm"
        }

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: root.metrics.gap
            columns: stepFit.tooSmall ? 1 : 2
            rowSpacing: root.metrics.gap
            uniformCellHeights: true
            uniformCellWidths: true
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
                    Layout.minimumHeight: root.metrics.atLeastTarget(root.metrics.isShort ? 110 : 150)
                    busy: prints && root.vm.printState === "printing"
                    fontSize: root.stepSize
                    horizontalPadding: root.metrics.u(24)
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
            Layout.minimumHeight: root.metrics.atLeastTarget(root.metrics.isShort ? 110 : 150)
            fontSize: root.stepSize
            kind: "primary"
            metrics: root.metrics
            objectName: "finish"
            text: root.vm.printState === "failed" ? qsTr("J’ai retenu mon numéro") : qsTr("C’est fait")
            visible: !root.canPrint

            onActivated: root.vm.finish()
        }
    }
}
