pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The way back and the way to a person, always at the same place. A number in hand is not left for another
// page: there the bar says where a person is (where room is short the page does), and when the screen is wiped.
RowLayout {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    required property PageScroll scroll
    readonly property bool holdsTicket: vm.page === "ticket"
    readonly property bool offersBack: ["theme", "help", "look", "languages"].includes(vm.page)
    readonly property bool scrolls: scroll !== null && scroll.scrolls
    readonly property bool offersLanguages: vm.lowReach && !["languages", "starting"].includes(vm.page)
    readonly property bool offersHelp: ["theme", "look"].includes(vm.page)
    // Whether it is there for more than to scroll.
    readonly property bool stands: offersBack || holdsTicket || offersLanguages

    spacing: metrics.gap
    visible: stands || scrolls

    TouchButton {
        Accessible.name: qsTr("Retour")
        // One word on one line: where room is short, the sentence at the other end breaks.
        Layout.minimumWidth: Math.ceil(implicitWidth)
        fontSize: root.metrics.text(34)
        implicitHeight: Math.max(root.metrics.atLeastTarget(96), implicitContentHeight + topPadding + bottomPadding)
        metrics: root.metrics
        objectName: "back"
        radius: root.metrics.u(20)
        // In a line of Arabic the sign turns round by itself, and stands before the word there too.
        text: "‹\u00a0" + qsTr("Retour")
        visible: root.offersBack

        onActivated: root.vm.back()
    }

    PictogramButton {
        Accessible.name: qsTr("Changer de langue")
        Layout.minimumHeight: root.metrics.atLeastTarget(96)
        Layout.minimumWidth: root.metrics.atLeastTarget(96)
        metrics: root.metrics
        objectName: "languages"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/langues.svg")
        visible: root.offersLanguages
        withWord: false

        onActivated: root.vm.showLanguages()
    }

    Item {
        Layout.fillWidth: true
        visible: !root.holdsTicket
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: root.metrics.u(8)
        visible: root.holdsTicket

        BodyText {
            readonly property string question: qsTr("Une question\u00a0?\nNous sommes %1.").arg(root.vm.receptionPlace)

            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            size: root.metrics.noteText(34)
            visible: !root.metrics.isCramped
            text: root.metrics.landscape || root.metrics.largeText ? question.replace("\n", " ") : question
        }

        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            size: root.metrics.noteText(34)
            soft: true
            text: qsTr("Cet écran s’efface dans %n secondes", "", root.vm.secondsLeft)
        }
    }

    Turn {
        enabled: root.scrolls && !root.scroll.atStart
        objectName: "scrollUp"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/fleche-haut.svg")
        text: qsTr("Voir plus haut")

        onActivated: root.scroll.step(false)
    }

    Turn {
        enabled: root.scrolls && !root.scroll.atEnd
        objectName: "scrollDown"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/fleche-bas.svg")
        text: qsTr("Voir plus bas")

        onActivated: root.scroll.step(true)
    }

    TouchButton {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        fontSize: root.metrics.text(34)
        implicitHeight: Math.max(root.metrics.atLeastTarget(96), implicitContentHeight + topPadding + bottomPadding)
        metrics: root.metrics
        objectName: "help"
        radius: root.metrics.u(20)
        text: qsTr("Parler à quelqu’un")
        visible: root.offersHelp

        onActivated: root.vm.showHelp()
    }

    component Turn: PictogramButton {
        Layout.minimumHeight: root.metrics.atLeastTarget(96)
        Layout.minimumWidth: root.metrics.atLeastTarget(140)
        metrics: root.metrics
        visible: root.scrolls
        withWord: false
    }
}
