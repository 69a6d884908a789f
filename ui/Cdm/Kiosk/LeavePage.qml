pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// For who looks after the kiosk: the PIN, then the way out. Covers all of the screen.
FocusScope {
    id: root

    required property LeaveViewModel vm
    required property KioskMetrics metrics

    readonly property bool choosing: vm.stage === "choice"
    readonly property bool waiting: vm.busy || vm.retryS > 0

    function moveFocus(forwards: bool): void {
        const from = root.Window.activeFocusItem ?? root;
        let next = from.nextItemInFocusChain(forwards);
        if (!(next as T.AbstractButton))
            next = next?.nextItemInFocusChain(forwards);
        next?.forceActiveFocus(forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    Accessible.name: heading.text
    Accessible.role: Accessible.Dialog

    Keys.onDownPressed: moveFocus(true)
    Keys.onLeftPressed: moveFocus(false)
    Keys.onPressed: event => {
        root.vm.touched();
        if (event.key === Qt.Key_Backspace)
            root.vm.erase();
        else if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            root.vm.type(event.text);
        else
            return;
        event.accepted = true;
    }
    Keys.onEnterPressed: root.vm.enter()
    Keys.onReturnPressed: root.vm.enter()
    Keys.onRightPressed: moveFocus(true)
    Keys.onUpPressed: moveFocus(false)

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    // Nothing below may be touched.
    MouseArea {
        anchors.fill: parent
    }

    PointHandler {
        onActiveChanged: root.vm.touched()
    }

    GridLayout {
        anchors.centerIn: parent
        columnSpacing: root.metrics.u(96)
        columns: root.metrics.landscape ? 2 : 1
        rowSpacing: root.metrics.u(56)
        width: Math.min(parent.width - root.metrics.margin * 2, root.metrics.landscape ? root.metrics.u(1560) : root.metrics.u(860))

        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: root.metrics.u(32)

            PageHeading {
                id: heading

                Layout.fillWidth: true
                metrics: root.metrics
                text: root.choosing ? qsTr("Le code est juste.") : qsTr("Quitter la borne")
            }

            BodyText {
                Layout.fillWidth: true
                lineHeight: 1.1
                size: root.metrics.text(38)
                soft: true
                text: root.choosing ? qsTr("Voulez-vous quitter la borne\u00a0?") : qsTr("Tapez le code des réglages. Sans lui, la borne reprend à sa première page.")
            }

            Rectangle {
                Accessible.name: qsTr("Chiffres tapés\u00a0: %1").arg(root.vm.typed)
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                Layout.preferredHeight: root.metrics.u(110)
                border.color: Theme.line
                border.width: root.metrics.lineWidth
                color: Theme.card
                objectName: "typedDigits"
                radius: root.metrics.cornerRadius
                visible: !root.choosing

                Row {
                    anchors.centerIn: parent
                    spacing: root.metrics.u(16)

                    Repeater {
                        model: root.vm.typed

                        Rectangle {
                            color: Theme.ink
                            height: root.metrics.u(28)
                            radius: height / 2
                            width: height
                        }
                    }
                }
            }

            NoticeStrip {
                Layout.fillWidth: true
                fontSize: root.metrics.text(34)
                objectName: "leaveNotice"
                radius: root.metrics.u(24)
                text: {
                    switch (root.vm.problem) {
                    case "wrong":
                        return root.vm.retryS > 0 ? qsTr("Ce n’est pas ce code. Nouvel essai dans %1\u00a0s.").arg(root.vm.retryS) : qsTr("Vous pouvez essayer à nouveau.");
                    case "no_pin":
                        return qsTr("Aucun code n’est encore choisi. On le choisit dans les réglages du site.");
                    case "unknown":
                        return qsTr("Le code ne peut pas être vérifié\u00a0: la borne ne joint pas l’accueil.");
                    case "failed":
                        return qsTr("Le code n’a pas pu être vérifié. Essayez encore.");
                    default:
                        return "";
                    }
                }
            }
        }

        // The two words beside the digits are as large as their keys hold.
        TextFit {
            id: keyFit

            mostLines: 1
            roomWidth: (keys.width - 2 * root.metrics.gap) / 3 - root.metrics.u(30)
            titles: [qsTr("Effacer"), qsTr("Valider")]
            wish: root.metrics.text(54)
        }

        GridLayout {
            id: keys

            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            // Digits stand like this in every language.
            LayoutMirroring.childrenInherit: true
            LayoutMirroring.enabled: false
            columnSpacing: root.metrics.gap
            columns: 3
            rowSpacing: root.metrics.gap
            uniformCellWidths: true
            visible: !root.choosing

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                Digit {}
            }

            TouchButton {
                Layout.fillWidth: true
                enabled: !root.waiting
                fontSize: keyFit.size
                horizontalPadding: root.metrics.u(12)
                metrics: root.metrics
                objectName: "eraseDigit"
                text: qsTr("Effacer")

                onActivated: root.vm.erase()
            }

            Digit {
                modelData: "0"
            }

            TouchButton {
                Layout.fillWidth: true
                busy: root.vm.busy
                enabled: !root.waiting
                fontSize: keyFit.size
                horizontalPadding: root.metrics.u(12)
                kind: "primary"
                metrics: root.metrics
                objectName: "enterLeavePin"
                text: qsTr("Valider")

                onActivated: root.vm.enter()
            }

            TouchButton {
                Layout.columnSpan: 3
                Layout.fillWidth: true
                fontSize: keyFit.size
                metrics: root.metrics
                objectName: "leaveBack"
                text: qsTr("Retour")

                onActivated: root.vm.stay()
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: root.metrics.gap
            visible: root.choosing

            TouchButton {
                Layout.fillWidth: true
                kind: "primary"
                metrics: root.metrics
                objectName: "stayHere"
                text: qsTr("Rester")

                onActivated: root.vm.stay()
            }

            TouchButton {
                Layout.fillWidth: true
                metrics: root.metrics
                objectName: "leaveKiosk"
                text: qsTr("Quitter la borne")

                onActivated: root.vm.leave()
            }
        }
    }

    component Digit: TouchButton {
        required property string modelData

        Layout.fillWidth: true
        enabled: !root.waiting
        fontSize: metrics.text(54)
        metrics: root.metrics
        objectName: `digit${modelData}`
        text: modelData

        onActivated: root.vm.type(modelData)
    }
}
