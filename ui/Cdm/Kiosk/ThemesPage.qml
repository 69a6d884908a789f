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
            size: root.metrics.text(38)
            soft: true
            text: qsTr("Touchez ce que vous cherchez.")
            visible: !root.metrics.isLow && !root.vm.picturesFirst
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.u(root.metrics.isLow ? 20 : 36)
            columnSpacing: root.metrics.gap
            columns: root.metrics.twoColumns ? 2 : 1
            rowSpacing: root.metrics.gap
            uniformCellWidths: true
            visible: !root.vm.picturesFirst

            Repeater {
                model: root.vm.picturesFirst ? null : root.vm.themes

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
            columns: root.metrics.largeText && !root.metrics.twoColumns ? 1 : 2
            rowSpacing: root.metrics.gap
            uniformCellWidths: true
            visible: !root.vm.picturesFirst

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

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.topMargin: root.metrics.u(36)
            columnSpacing: root.metrics.gap
            columns: {
                if (root.metrics.largeText && !root.metrics.twoColumns)
                    return 2;
                return root.metrics.landscape ? 4 : 3;
            }
            rowSpacing: root.metrics.gap
            uniformCellWidths: true
            visible: root.vm.picturesFirst

            Repeater {
                model: root.vm.picturesFirst ? root.vm.themes : null

                delegate: PictureCard {
                    id: card

                    required colour
                    required property string themeId
                    required property string label
                    required property bool served
                    required property bool full
                    required property bool paused
                    required property int waiting
                    required property string band
                    required property string nextTime

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    detail: offer.text
                    metrics: root.metrics
                    objectName: "theme-" + themeId
                    text: label

                    onActivated: root.vm.chooseTheme(themeId)

                    OfferWords {
                        id: offer

                        band: card.band
                        full: card.full
                        nextTime: card.nextTime
                        paused: card.paused
                        served: card.served
                        waiting: card.waiting
                    }
                }
            }

            PictureCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                metrics: root.metrics
                objectName: "dontKnow"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Je ne sais pas")
                word: qsTr("Parler")

                onActivated: root.vm.showHelp()
            }

            PictureCard {
                Layout.fillHeight: true
                Layout.fillWidth: true
                detail: qsTr("documents, ordinateurs, ateliers")
                metrics: root.metrics
                objectName: "justLooking"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/documentation.svg")
                text: qsTr("Je viens seulement voir")
                word: qsTr("Voir")

                onActivated: root.vm.showLook()
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
