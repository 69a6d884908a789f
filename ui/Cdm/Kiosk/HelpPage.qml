pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The way to a person.
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
        rowSpacing: root.metrics.u(64)
        uniformCellWidths: true

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: 0

            PageHeading {
                Layout.fillWidth: true
                metrics: root.metrics
                text: qsTr("Une personne vous écoute.")
            }

            BodyText {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(12)
                size: root.metrics.text(40)
                soft: true
                text: qsTr("Vous ne savez pas par où commencer\u00a0? C’est normal. Venez en parler.")
            }

            DeskOffer {
                Layout.fillWidth: true
                Layout.topMargin: root.metrics.u(48)
                metrics: root.metrics
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
                text: qsTr("Ouvert à tous, sans ticket")
            }

            ServiceList {
                id: services

                Layout.fillWidth: true
                metrics: root.metrics
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
