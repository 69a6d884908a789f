pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls

// Where a person is, and that nothing is needed to go there.
Card {
    id: root

    required property KioskMetrics metrics
    required property string place
    property string sentence: ""

    border.width: Math.round(metrics.lineWidth)
    implicitHeight: row.implicitHeight + metrics.u(metrics.isLow ? 40 : 64)
    implicitWidth: metrics.u(600)
    radius: metrics.cornerRadius

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: root.metrics.u(44)
        anchors.rightMargin: root.metrics.u(44)
        spacing: root.metrics.u(36)

        PictogramTile {
            Layout.alignment: Qt.AlignVCenter
            pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
            side: root.metrics.u(168)
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: root.metrics.u(8)

            BodyText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignLeft
                size: root.metrics.text(50)
                strong: true
                // The site's words complete a sentence ("à l’accueil"); here they stand alone.
                text: root.place.charAt(0).toUpperCase() + root.place.slice(1)
            }

            BodyText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignLeft
                size: root.metrics.text(38)
                soft: true
                text: root.sentence
                visible: text !== ""
            }
        }
    }
}
