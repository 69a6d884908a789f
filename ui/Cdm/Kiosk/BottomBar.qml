pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The way back and the way to a person, always at the same place.
RowLayout {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    readonly property bool offersBack: ["theme", "help", "look"].includes(vm.page)
    readonly property bool offersHelp: ["theme", "look", "ticket"].includes(vm.page)

    spacing: metrics.gap
    visible: offersBack || offersHelp

    TouchButton {
        fontSize: root.metrics.u(34)
        implicitHeight: root.metrics.atLeastTarget(96)
        metrics: root.metrics
        objectName: "back"
        radius: root.metrics.u(20)
        text: root.LayoutMirroring.enabled ? qsTr("Retour") + " ›" : "‹ " + qsTr("Retour")
        visible: root.offersBack

        onActivated: root.vm.back()
    }

    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignLeft
        size: root.metrics.u(34)
        soft: true
        text: root.vm.page === "ticket" && root.vm.secondsLeft > 0 ? qsTr("Cet écran s’efface dans %n seconde(s)", "",
                                                                          root.vm.secondsLeft) : ""
    }

    TouchButton {
        fontSize: root.metrics.u(34)
        implicitHeight: root.metrics.atLeastTarget(96)
        metrics: root.metrics
        objectName: "help"
        radius: root.metrics.u(20)
        text: qsTr("Parler à quelqu’un")
        visible: root.offersHelp

        onActivated: root.vm.showHelp()
    }
}
