pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.ViewModels

// How this visitor wants the kiosk to be, at the same place on every page: a row below it, or a column beside it.
GridLayout {
    id: root

    required property KioskViewModel vm
    required property KioskVoice voice
    required property KioskMetrics metrics
    // How high a column of it may be.
    required property real room
    readonly property int count: 4 + (voice !== null ? 1 : 0) + (vm.speech ? 3 : 0)
    // A column has as many lines as there is room for; a row holds all, or two of them hold as many each.
    readonly property int fitting: Math.max(1, Math.floor((room + rowSpacing) / (metrics.target + rowSpacing)))
    readonly property real cellWidth: metrics.landscape ? Math.max(metrics.atLeastTarget(148), metrics.largeText ? 5.6 * metrics.leastText : 0) : (width - (columns - 1) * columnSpacing) / columns
    readonly property list<string> words: [listen, repeat, louder, softer, largeText, highContrast, lowReach, picturesFirst].filter(wish => wish.visible).map(wish => wish.text)
    readonly property real cellHeight: {
        const wordsHeight = withWords ? fit.neededHeight : 0;
        const needed = metrics.u(56 + 32) + wordsHeight;
        const share = (room - (lines - 1) * rowSpacing) / lines;
        return Math.floor(metrics.landscape ? Math.max(metrics.target, Math.min(share, metrics.u(190))) : Math.max(metrics.atLeastTarget(112), needed));
    }
    readonly property int lines: Math.ceil(count / columns)
    // Without room for their words, whole and as large as asked for, the pictograms speak alone.
    readonly property bool withWords: {
        if (fit.tooSmall || metrics.landscape && cellWidth > 0.14 * metrics.windowWidth)
            return false;
        return !metrics.landscape || (room - (lines - 1) * rowSpacing) / lines >= metrics.u(52 + 24) + fit.neededHeight;
    }

    function actionUrl(name: string): url {
        return Qt.resolvedUrl("../../../resources/pictograms/actions/" + name + ".svg");
    }

    columnSpacing: metrics.gap
    columns: metrics.landscape ? Math.ceil(count / fitting) : count > 5 ? 4 : count
    rowSpacing: metrics.landscape ? Math.round(Math.max(metrics.u(16), metrics.leastGap)) : metrics.gap
    uniformCellHeights: true
    uniformCellWidths: true

    TextFit {
        id: fit

        least: root.metrics.largeText ? root.metrics.leastText : root.metrics.leastSmall
        mostLines: 2
        strong: false
        titles: root.words
        roomWidth: root.cellWidth - root.metrics.u(16)
        wish: root.metrics.noteText(root.metrics.landscape ? 28 : 30)
    }

    Wish {
        id: listen

        checkable: true
        isOn: root.vm.speech
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
        visible: root.vm.speech

        onActivated: root.voice.repeat()
    }

    Wish {
        id: louder

        objectName: "louder"
        pictogram: root.actionUrl("plus-fort")
        text: qsTr("Plus fort")
        visible: root.vm.speech

        onActivated: root.voice.louder()
    }

    Wish {
        id: softer

        objectName: "softer"
        pictogram: root.actionUrl("moins-fort")
        text: qsTr("Moins fort")
        visible: root.vm.speech

        onActivated: root.voice.softer()
    }

    Wish {
        id: largeText

        checkable: true
        isOn: root.vm.largeText
        objectName: "largeText"
        pictogram: root.actionUrl("plus-grand")
        text: qsTr("Plus grand")

        onActivated: root.vm.toggleLargeText()
    }

    Wish {
        id: highContrast

        checkable: true
        isOn: root.vm.highContrast
        objectName: "highContrast"
        pictogram: root.actionUrl("contraste")
        text: qsTr("Contraste")

        onActivated: root.vm.toggleHighContrast()
    }

    Wish {
        id: lowReach

        checkable: true
        isOn: root.vm.lowReach
        objectName: "lowReach"
        pictogram: root.actionUrl("plus-bas")
        text: qsTr("Plus bas")

        onActivated: root.vm.toggleLowReach()
    }

    Wish {
        id: picturesFirst

        checkable: true
        isOn: root.vm.picturesFirst
        objectName: "picturesFirst"
        pictogram: root.actionUrl("images")
        text: qsTr("Images")

        onActivated: root.vm.togglePictures()
    }

    component Wish: PictogramButton {
        Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: root.cellHeight
        Layout.preferredHeight: root.cellHeight
        Layout.preferredWidth: root.metrics.landscape ? root.withWords ? root.cellWidth : root.metrics.atLeastTarget(120) : 1
        metrics: root.metrics
        wordHeight: fit.size * fit.pitch
        wordSize: fit.size
        wordsHeight: fit.neededHeight
        withWord: root.withWords
    }
}
