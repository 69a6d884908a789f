pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// One theme: an interview with an advisor, or what needs no wait. Never a dead end.
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    neededHeight: grid.implicitHeight

    WaitWords {
        id: wait

        band: root.vm.themeBand
        waiting: root.vm.themeWaiting
    }

    GridLayout {
        id: grid

        anchors.fill: parent
        columnSpacing: root.metrics.u(64)
        columns: root.metrics.twoColumns ? 2 : 1
        rowSpacing: root.metrics.u(root.vm.themeServed ? 56 : 28)
        uniformCellWidths: true

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: root.metrics.u(32)

                PictogramTile {
                    Layout.alignment: Qt.AlignTop
                    color: Theme.highContrast ? Theme.primary : root.vm.themeColour
                    pictogram: root.vm.themePictogram
                    side: root.metrics.u(root.metrics.isLow ? 110 : root.vm.themeServed ? 176 : 132)
                }

                PageHeading {
                    Layout.alignment: Qt.AlignVCenter
                    Layout.fillWidth: true
                    metrics: root.metrics
                    text: root.vm.themeLabel
                }
            }

            OfferButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, root.metrics.u(280))
                Layout.topMargin: root.metrics.u(48)
                busy: root.vm.issuing
                detail: root.vm.issuing ? qsTr("Votre numéro arrive…") : wait.text
                emphasised: true
                fontSize: root.metrics.text(56)
                metrics: root.metrics
                objectName: "takeTicket"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Parler à un conseiller")
                visible: root.vm.themeServed

                onActivated: root.vm.takeTicket()
            }

            BodyText {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(20)
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.text(36)
                soft: true
                text: qsTr("Vous recevez un numéro. Pas besoin de nom, ni de papiers.")
                visible: root.vm.themeServed
            }

            NextTime {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(root.metrics.isLow ? 20 : 24)
                full: root.vm.themeFull
                message: root.vm.themeMessage
                metrics: root.metrics
                moment: root.vm.themeNext
                paused: root.vm.themePaused
                visible: !root.vm.themeServed
            }

            SectionTitle {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(24)
                metrics: root.metrics
                text: qsTr("L’accueil peut vous aider maintenant")
                visible: !root.vm.themeServed && !root.metrics.isLow
            }

            DeskOffer {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(20)
                metrics: root.metrics
                visible: !root.vm.themeServed
                vm: root.vm
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: root.metrics.u(20)
            visible: services.count > 0

            SectionTitle {
                Layout.fillWidth: true
                metrics: root.metrics
                text: qsTr("Tout de suite, sans ticket")
            }

            ServiceList {
                id: services

                Layout.fillWidth: true
                metrics: root.metrics
                rowPadding: root.metrics.u(root.vm.themeServed && !root.metrics.landscape ? 36 : 20)
                picturesFirst: root.vm.picturesFirst
                services: root.vm.services
            }
        }

        Item {
            Layout.fillHeight: true
            visible: !root.metrics.landscape
        }
    }
}
