pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// Whose house this is, and the language switch: the same on every page.
RowLayout {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics
    // More names than the row can hold have a page of their own.
    readonly property bool isFolded: switches.count > 4 || metrics.largeText || openWidth + metrics.u(420) > width
    readonly property real openWidth: {
        let sum = 0;
        for (let at = 0; at < switches.count; ++at)
            sum += (switches.itemAt(at)?.implicitWidth ?? 0) + names.spacing;
        return sum;
    }

    spacing: metrics.u(32)

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
            size: root.metrics.smallText(29)
            soft: true
            text: root.vm.tagline
            visible: text !== "" && !(root.metrics.largeText && (root.metrics.landscape || root.metrics.isNarrow))
            width: parent.width
        }
    }

    LanguageButton {
        Layout.maximumWidth: root.width * 0.66
        metrics: root.metrics
        names: root.metrics.largeText ? "" : root.vm.otherLanguages
        objectName: "languages"
        text: root.vm.languageName
        unnamed: root.vm.unnamedLanguages
        visible: root.isFolded

        onActivated: root.vm.showLanguages()
    }

    RowLayout {
        id: names

        spacing: Math.max(root.metrics.u(12), root.metrics.leastGap)
        visible: !root.isFolded

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

                onActivated: root.vm.chooseLanguage(code)
            }
        }
    }
}
