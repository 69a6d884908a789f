pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The first question: what brings you?
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    neededHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.fill: parent
        spacing: 0

        PageHeading {
            readonly property string greeting: qsTr("Bonjour,\nqu’est-ce qui vous amène\u00a0?")

            Layout.fillWidth: true
            metrics: root.metrics
            text: root.metrics.landscape ? greeting.replace("\n", " ") : greeting
        }

        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.u(8)
            size: root.metrics.u(38)
            soft: true
            text: qsTr("Touchez ce que vous cherchez.")
            visible: !root.metrics.isLow
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.u(root.metrics.isLow ? 20 : 36)
            columnSpacing: root.metrics.gap
            columns: root.metrics.landscape ? 2 : 1
            rowSpacing: root.metrics.gap
            uniformCellWidths: true

            Repeater {
                model: root.vm.themes

                delegate: ThemeCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Math.max(implicitHeight, root.metrics.u(204))
                    metrics: root.metrics

                    onActivated: root.vm.chooseTheme(themeId)
                }
            }
        }

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.isLow ? root.metrics.gap : root.metrics.u(40)
            columnSpacing: root.metrics.gap
            columns: 2
            uniformCellWidths: true

            OfferButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                detail: qsTr("je veux parler à quelqu’un")
                metrics: root.metrics
                objectName: "dontKnow"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Je ne sais pas")

                onActivated: root.vm.showHelp()
            }

            OfferButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                detail: qsTr("documents, ordinateurs, ateliers")
                metrics: root.metrics
                objectName: "justLooking"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/documentation.svg")
                text: qsTr("Je viens seulement voir")

                onActivated: root.vm.showLook()
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
