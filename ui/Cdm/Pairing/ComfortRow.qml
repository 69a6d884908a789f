pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Kiosk
import Cdm.ViewModels

// How somebody wants the kiosk to be while it is paired: heard, larger, in contrast, in another language.
GridLayout {
    id: root

    required property PairingViewModel vm
    required property PairingVoice voice
    required property PairingSizes sizes
    readonly property KioskMetrics metrics: sizes.kiosk
    readonly property list<var> languages: [
        {
            code: "fr",
            name: "Français"
        },
        {
            code: "en",
            name: "English"
        },
        {
            code: "es",
            name: "Español"
        }
    ]
    readonly property int count: 2 + (voice !== null ? voice.active ? 4 : 1 : 0) + languages.length - 1
    readonly property real least: Math.max(metrics.target, metrics.u(130))
    // As wide as the longest word needs; where two lines of such cells have no room, pictures and codes speak alone.
    readonly property real wordsWidth: Math.max(least, Math.ceil(fit.widestWord * fit.least + metrics.u(24)))
    readonly property int mostWithWords: Math.floor((width + columnSpacing) / (wordsWidth + columnSpacing))
    readonly property bool withWords: !(sizes.isShort && metrics.largeText) && mostWithWords * (sizes.isShort ? 1 : 2) >= count
    readonly property int most: withWords ? mostWithWords : Math.max(1, Math.floor((width + columnSpacing) / (least + columnSpacing)))
    readonly property int lines: Math.ceil(count / most)
    readonly property real cellHeight: Math.ceil(Math.max(metrics.atLeastTarget(112), withWords ? metrics.u(56 + 32) + fit.neededHeight : 0))

    function actionUrl(name: string): url {
        return Qt.resolvedUrl("../../../resources/pictograms/actions/" + name + ".svg");
    }

    columnSpacing: metrics.gap
    columns: Math.ceil(count / lines)
    rowSpacing: metrics.gap
    uniformCellHeights: true
    uniformCellWidths: true

    TextFit {
        id: fit

        least: root.metrics.largeText ? root.metrics.leastText : root.metrics.leastSmall
        mostLines: 2
        roomWidth: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns - root.metrics.u(16)
        strong: false
        titles: [listen, repeat, louder, softer, larger, contrast].filter(wish => wish.visible).map(wish => wish.text).concat(root.languages.map(each => each.name))
        wish: root.metrics.noteText(30)
    }

    Wish {
        id: listen

        checkable: true
        isOn: root.voice?.active ?? false
        objectName: "listen"
        pictogram: root.actionUrl("ecouter")
        text: qsTr("Écouter")
        visible: root.voice !== null

        onActivated: root.voice.toggle()
    }

    Wish {
        id: repeat

        objectName: "repeat"
        pictogram: root.actionUrl("repeter")
        text: qsTr("Répéter")
        visible: root.voice?.active ?? false

        onActivated: root.voice.repeat()
    }

    Wish {
        id: louder

        objectName: "louder"
        pictogram: root.actionUrl("plus-fort")
        text: qsTr("Plus fort")
        visible: repeat.visible

        onActivated: root.voice.louder()
    }

    Wish {
        id: softer

        objectName: "softer"
        pictogram: root.actionUrl("moins-fort")
        text: qsTr("Moins fort")
        visible: repeat.visible

        onActivated: root.voice.softer()
    }

    Wish {
        id: larger

        checkable: true
        isOn: root.vm.largeText
        objectName: "largeText"
        pictogram: root.actionUrl("plus-grand")
        text: qsTr("Plus grand")

        onActivated: root.vm.toggleLargeText()
    }

    Wish {
        id: contrast

        checkable: true
        isOn: root.vm.highContrast
        objectName: "highContrast"
        pictogram: root.actionUrl("contraste")
        text: qsTr("Contraste")

        onActivated: root.vm.toggleHighContrast()
    }

    Repeater {
        model: root.languages.filter(each => each.code !== root.vm.language)

        delegate: PairingButton {
            id: language

            required property var modelData

            Accessible.name: modelData.name
            Layout.fillWidth: true
            Layout.preferredHeight: root.cellHeight
            Layout.preferredWidth: 1
            fontSize: root.withWords ? fit.size * 0.94 : root.sizes.text(38)
            horizontalPadding: root.metrics.u(4)
            kind: "secondary"
            objectName: "language-" + modelData.code
            radius: root.metrics.u(20)
            sizes: root.sizes
            text: root.withWords ? modelData.name : modelData.code.toUpperCase()

            onActivated: root.vm.chooseLanguage(language.modelData.code)
        }
    }

    component Wish: PictogramButton {
        Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
        Layout.fillWidth: true
        Layout.preferredHeight: root.cellHeight
        Layout.preferredWidth: 1
        metrics: root.metrics
        withWord: root.withWords
        wordHeight: fit.size * fit.pitch
        wordSize: fit.size
        wordsHeight: fit.neededHeight
    }
}
