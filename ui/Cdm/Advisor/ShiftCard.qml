pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The shift to open: until when, how to choose, and the languages spoken.
Card {
    id: root

    required property AdvisorViewModel vm
    required property real unit

    radius: 18 * unit

    BodyText {
        id: shiftTitle

        Accessible.role: Accessible.Heading
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(13 * root.unit)
        size: 18 * root.unit
        strong: true
        text: root.vm.endedText !== "" ? root.vm.endedText : root.vm.untilText !== "" ? qsTr("Votre permanence, %1").arg(root.vm.untilText) : qsTr("Votre permanence")
        width: parent.width - 2 * x
        wrapMode: Text.NoWrap
        x: 16 * root.unit
        y: 13 * root.unit
    }

    BodyText {
        anchors.top: shiftTitle.bottom
        anchors.topMargin: 3 * root.unit
        lineHeight: 1.05
        size: 14 * root.unit
        soft: true
        text: qsTr("Touchez un sujet\u00a0: premier choix, puis en renfort (si besoin), puis non.")
        width: parent.width - 2 * x
        x: 16 * root.unit
    }

    BodyText {
        anchors.bottom: languages.top
        anchors.bottomMargin: 5 * root.unit
        size: 14 * root.unit
        soft: true
        text: qsTr("Langues parlées")
        x: 16 * root.unit
    }

    ListView {
        id: languages

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 14 * root.unit
        boundsBehavior: Flickable.StopAtBounds
        height: 40 * root.unit
        model: root.vm.languages
        orientation: ListView.Horizontal
        spacing: 7 * root.unit
        width: parent.width - 2 * x
        x: 16 * root.unit

        delegate: LanguageChoice {
            id: language

            enabled: root.vm.connected
            unit: root.unit

            onActiveFocusChanged: {
                if (activeFocus)
                    languages.positionViewAtIndex(language.index, ListView.Contain);
            }
            onActivated: root.vm.toggleLanguage(language.choiceId)
        }
    }
}
