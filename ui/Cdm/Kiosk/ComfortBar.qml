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
    readonly property real cellHeight: {
        if (!metrics.landscape)
            return metrics.atLeastTarget(largeText ? 110 : 112);
        // With the mark of what is on, so that nothing moves under the finger.
        const lines = metrics.isTight ? 1 : 2;
        const marked = metrics.u(72) + lines * metrics.text(26) * 1.3;
        return Math.max(metrics.target, metrics.isTight && !metrics.largeText ? 0 : marked);
    }
    readonly property bool largeText: metrics.largeText
    readonly property int fitting: Math.max(1, Math.floor((room + rowSpacing) / (cellHeight + rowSpacing)))

    function actionUrl(name: string): url {
        return Qt.resolvedUrl("../../../resources/pictograms/actions/" + name + ".svg");
    }

    columnSpacing: metrics.gap
    columns: {
        if (metrics.landscape)
            return Math.ceil(count / fitting);
        return largeText ? 3 : count > 5 ? 4 : 5;
    }
    rowSpacing: metrics.landscape && !metrics.isTight ? Math.max(metrics.u(16), metrics.leastGap) : metrics.gap
    uniformCellWidths: true

    Wish {
        checkable: true
        isOn: root.vm.speech
        objectName: "listen"
        pictogram: root.actionUrl("ecouter")
        text: qsTr("Écouter")
        visible: root.voice !== null

        onActivated: root.voice.toggle()
    }

    Wish {
        objectName: "repeat"
        pictogram: root.actionUrl("repeter")
        text: qsTr("Répéter")
        visible: root.vm.speech

        onActivated: root.voice.repeat()
    }

    Wish {
        objectName: "louder"
        pictogram: root.actionUrl("plus-fort")
        text: qsTr("Plus fort")
        visible: root.vm.speech

        onActivated: root.voice.louder()
    }

    Wish {
        objectName: "softer"
        pictogram: root.actionUrl("moins-fort")
        text: qsTr("Moins fort")
        visible: root.vm.speech

        onActivated: root.voice.softer()
    }

    Wish {
        checkable: true
        isOn: root.vm.largeText
        objectName: "largeText"
        pictogram: root.actionUrl("plus-grand")
        text: qsTr("Plus grand")

        onActivated: root.vm.toggleLargeText()
    }

    Wish {
        checkable: true
        isOn: root.vm.highContrast
        objectName: "highContrast"
        pictogram: root.actionUrl("contraste")
        text: qsTr("Contraste")

        onActivated: root.vm.toggleHighContrast()
    }

    Wish {
        checkable: true
        isOn: root.vm.lowReach
        objectName: "lowReach"
        pictogram: root.actionUrl("plus-bas")
        text: qsTr("Plus bas")

        onActivated: root.vm.toggleLowReach()
    }

    Wish {
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
        Layout.preferredWidth: root.metrics.landscape ? -1 : 1
        lying: root.largeText && !root.metrics.landscape
        metrics: root.metrics
    }
}
