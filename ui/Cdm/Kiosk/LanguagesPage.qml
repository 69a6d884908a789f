pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.ViewModels

// All languages of the house, each in its own script, where there are too many for the header.
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    neededHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.fill: parent
        spacing: root.metrics.u(root.metrics.isCramped ? 20 : 40)

        PageHeading {
            Layout.fillWidth: true
            metrics: root.metrics
            text: qsTr("Choisissez votre langue")
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: root.metrics.gap
            columns: root.metrics.landscape ? 3 : 2
            rowSpacing: root.metrics.gap
            uniformCellWidths: true

            Repeater {
                model: root.vm.languages

                delegate: TouchButton {
                    required property string code
                    required property string name
                    required property bool current

                    checkable: true
                    isOn: current
                    Accessible.role: Accessible.RadioButton
                    Layout.fillWidth: true
                    Layout.minimumHeight: root.metrics.atLeastTarget(root.metrics.isCramped ? 110 : 170)
                    fontSize: root.metrics.text(50)
                    kind: current ? "secondary" : "plain"
                    metrics: root.metrics
                    objectName: "language-" + code
                    text: name

                    onActivated: root.vm.chooseLanguage(code)
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
