pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.ViewModels

// How this visitor wants the kiosk to be, within reach on every page.
RowLayout {
    id: root

    required property KioskViewModel vm
    required property KioskVoice voice
    required property KioskMetrics metrics

    spacing: metrics.gap

    Mode {
        isOn: root.vm.speech
        objectName: "listen"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/ecouter.svg")
        text: qsTr("Écouter")
        visible: root.voice !== null

        onActivated: root.voice.toggle()
    }

    Mode {
        isOn: root.vm.highContrast
        objectName: "highContrast"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/contraste.svg")
        text: qsTr("Contraste")

        onActivated: root.vm.toggleHighContrast()
    }

    component Mode: OfferButton {
        Accessible.description: ""
        Accessible.role: Accessible.CheckBox
        Layout.fillWidth: true
        checkable: true
        detail: isOn ? qsTr("Oui") : ""
        emphasised: isOn
        fontSize: root.metrics.u(32)
        implicitHeight: root.metrics.atLeastTarget(96)
        metrics: root.metrics
        verticalPadding: root.metrics.u(8)
    }
}
