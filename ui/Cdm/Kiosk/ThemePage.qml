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
    readonly property string waitText: {
        const waiting = vm.themeWaiting;
        return waiting === 0 ? qsTr("sans attente") : qsTr("%n\u00a0personnes attendent", "", waiting);
    }

    neededHeight: grid.implicitHeight

    GridLayout {
        id: grid

        anchors.fill: parent
        columnSpacing: root.metrics.u(64)
        columns: root.metrics.landscape ? 2 : 1
        rowSpacing: root.metrics.u(56)
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
                    color: root.vm.themeColour
                    pictogram: root.vm.themePictogram
                    side: root.metrics.u(176)
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
                detail: root.vm.issuing ? qsTr("Votre numéro arrive…") : root.waitText
                emphasised: true
                fontSize: root.metrics.u(56)
                metrics: root.metrics
                objectName: "takeTicket"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Être reçu par un conseiller")
                visible: root.vm.themeServed

                onActivated: root.vm.takeTicket()
            }

            BodyText {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(20)
                horizontalAlignment: Text.AlignHCenter
                size: root.metrics.u(36)
                soft: true
                text: qsTr("Vous recevez un numéro. Ni nom, ni papiers.")
                visible: root.vm.themeServed
            }

            BodyText {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(40)
                size: root.metrics.u(44)
                text: qsTr("Ce sujet n’est pas reçu en ce moment. L’accueil vous dit quand revenir.")
                visible: !root.vm.themeServed
            }

            ReceptionCard {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(36)
                metrics: root.metrics
                place: root.vm.receptionPlace
                sentence: qsTr("Sans ticket, sans rendez-vous.")
                visible: !root.vm.themeServed
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
                rowPadding: root.metrics.u(root.metrics.landscape ? 32 : 40)
                services: root.vm.services
            }
        }

        Item {
            Layout.fillHeight: true
            visible: !root.metrics.landscape
        }
    }
}
