pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// For who only wants to look around: where things are, no ticket.
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    neededHeight: grid.implicitHeight

    GridLayout {
        id: grid

        anchors.fill: parent
        columnSpacing: root.metrics.u(64)
        columns: root.metrics.twoColumns ? 2 : 1
        rowSpacing: root.metrics.u(48)
        uniformCellWidths: true

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.column: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.row: 0
            spacing: root.metrics.u(12)

            PageHeading {
                Layout.fillWidth: true
                metrics: root.metrics
                text: qsTr("Bienvenue.\nPrenez votre temps.")
            }

            BodyText {
                Layout.fillWidth: true
                size: root.metrics.text(40)
                soft: true
                text: qsTr("Tout ceci est ouvert à tous, sans ticket.")
            }
        }

        ServiceList {
            Layout.alignment: Qt.AlignTop
            Layout.column: root.metrics.twoColumns ? 1 : 0
            Layout.fillWidth: true
            Layout.row: root.metrics.twoColumns ? 0 : 1
            Layout.rowSpan: root.metrics.twoColumns ? 3 : 1
            metrics: root.metrics
            rowPadding: root.metrics.u(44)
            picturesFirst: root.vm.picturesFirst
            services: root.vm.services
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.column: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.row: root.metrics.twoColumns ? 1 : 2
            spacing: root.metrics.u(20)

            SectionTitle {
                Layout.fillWidth: true
                metrics: root.metrics
                text: qsTr("Une question\u00a0?")
            }

            ReceptionCard {
                Layout.fillWidth: true
                metrics: root.metrics
                place: root.vm.receptionPlace
                sentence: qsTr("On vous répond avec plaisir.")
            }
        }

        Item {
            Layout.column: 0
            Layout.fillHeight: true
            Layout.row: root.metrics.twoColumns ? 2 : 3
        }
    }
}
