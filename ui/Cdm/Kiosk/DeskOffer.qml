pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The way to a person: a number for reception's own line where somebody sits there, else where to go.
ColumnLayout {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    spacing: metrics.u(20)

    OfferButton {
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(implicitHeight, root.metrics.u(root.metrics.isLow ? 150 : 190))
        busy: root.vm.issuing
        detail: root.vm.issuing ? qsTr("Votre numéro arrive…") : wait.text
        emphasised: true
        fontSize: root.metrics.text(52)
        metrics: root.metrics
        objectName: "takeDeskTicket"
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
        text: qsTr("Parler à l’accueil")
        visible: root.vm.deskServed

        onActivated: root.vm.takeDeskTicket()
    }

    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        size: root.metrics.text(36)
        soft: true
        text: qsTr("Vous recevez un numéro. Pas besoin de nom, ni de papiers.")
        visible: root.vm.deskServed && !root.metrics.isLow
    }

    ReceptionCard {
        Layout.fillWidth: true
        metrics: root.metrics
        place: root.vm.receptionPlace
        sentence: qsTr("Sans ticket, sans rendez-vous.")
        visible: !root.vm.deskServed
    }

    WaitWords {
        id: wait

        band: root.vm.deskBand
        waiting: root.vm.deskWaiting
    }
}
