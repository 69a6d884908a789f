pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The house is open but gives no number: when it does again, and what is open meanwhile.
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
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: root.metrics.u(28)

            PageHeading {
                Layout.fillWidth: true
                metrics: root.metrics
                text: {
                    if (root.vm.opensToday || root.vm.mayOpenSooner)
                        return qsTr("Nous ne donnons plus de numéro pour le moment.");
                    return qsTr("Nous ne donnons plus de numéro pour aujourd’hui.");
                }
            }

            Guidance {
                Layout.fillWidth: true
                answer: root.vm.opensText
                centred: false
                lead: root.vm.mayOpenSooner ? qsTr("Prochains numéros, au plus tard") : qsTr("Prochains numéros")
                metrics: root.metrics
                visible: answer !== ""
            }

            BodyText {
                Layout.fillWidth: true
                size: root.metrics.text(40)
                soft: true
                text: qsTr("Vous avez déjà un numéro\u00a0? Restez près de nous\u00a0: nous vous recevons.")
            }

            ReceptionCard {
                Layout.fillWidth: true
                metrics: root.metrics
                place: root.vm.receptionPlace
                sentence: qsTr("Une question\u00a0? On vous répond avec plaisir.")
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
