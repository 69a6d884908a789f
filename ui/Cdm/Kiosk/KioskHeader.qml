pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// Whose house this is, and the language switch: the same on every page.
GridLayout {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    readonly property bool isStacked: !hasMany && languageRow.implicitWidth + metrics.u(400) > width
    // More names than a row can hold have a page of their own.
    readonly property bool hasMany: switches.count > 4 || metrics.largeText

    columnSpacing: metrics.u(32)
    columns: isStacked ? 1 : 2
    rowSpacing: metrics.u(24)

    Column {
        Layout.fillWidth: true
        spacing: root.metrics.u(2)

        BodyText {
            color: Theme.primary
            size: root.metrics.text(40)
            strong: true
            text: root.vm.siteName
            width: parent.width
        }

        BodyText {
            size: root.metrics.text(29)
            soft: true
            text: root.vm.tagline
            visible: text !== "" && !(root.metrics.largeText && root.metrics.landscape)
            width: parent.width
        }
    }

    RowLayout {
        id: languageRow

        spacing: Math.max(root.metrics.u(12), Theme.mm(4))

        OfferButton {
            Accessible.name: qsTr("Changer de langue")
            Layout.preferredWidth: root.metrics.largeText ? -1 : root.metrics.u(360)
            fontSize: root.metrics.text(34)
            implicitHeight: Math.max(root.metrics.atLeastTarget(110), implicitContentHeight + topPadding + bottomPadding)
            metrics: root.metrics
            objectName: "languages"
            pictogram: Qt.resolvedUrl("../../../resources/pictograms/actions/langues.svg")
            text: root.vm.languageName
            verticalPadding: root.metrics.u(12)
            visible: root.hasMany

            onActivated: root.vm.showLanguages()
        }

        Repeater {
            id: switches

            model: root.vm.languages

            delegate: TouchButton {
                required property string code
                required property string name
                required property bool current

                checkable: true
                isOn: current
                Accessible.role: Accessible.RadioButton
                fontSize: root.metrics.text(31)
                horizontalPadding: root.metrics.u(20)
                implicitHeight: root.metrics.atLeastTarget(82)
                kind: current ? "secondary" : "plain"
                metrics: root.metrics
                objectName: "language-" + code
                radius: root.metrics.u(20)
                text: name
                verticalPadding: root.metrics.u(12)
                visible: !root.hasMany

                onActivated: root.vm.chooseLanguage(code)
            }
        }
    }
}
