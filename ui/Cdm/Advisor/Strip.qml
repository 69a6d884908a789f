pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The whole table in a narrow strip: the number, the large action, how many wait.
Item {
    id: root

    required property AdvisorViewModel vm
    required property Steps steps
    required property string stateText
    required property bool busy
    required property real unit

    readonly property alias mainButton: main
    readonly property string waitingText: vm.waiting === 0 ? qsTr("personne n’attend") : qsTr("%n attendent", "", vm.waiting)
    // The most important of what there is to say.
    readonly property string remark: {
        if (!vm.connected)
            return qsTr("Connexion perdue…");
        if (vm.notice !== "")
            return vm.notice;
        if (vm.helpAsked)
            return qsTr("L’accueil est prévenu.");
        if (steps.over)
            return vm.endedText;
        return vm.themeLabel;
    }

    BodyText {
        id: place

        elide: Text.ElideRight
        maximumLineCount: 1
        size: 14 * root.unit
        strong: true
        text: root.vm.counterLabel + " · " + root.stateText
        width: parent.width - waits.width - 12 * root.unit
        y: 8 * root.unit
    }

    BodyText {
        id: waits

        anchors.baseline: place.baseline
        anchors.right: parent.right
        objectName: "stripWaiting"
        size: 14 * root.unit
        soft: root.vm.waiting === 0
        strong: root.vm.waiting > 0
        text: root.waitingText
    }

    FittedNumber {
        id: number

        height: 44 * root.unit
        objectName: "stripNumber"
        text: root.vm.number
        visible: root.steps.somebody
        width: 92 * root.unit
        y: 46 * root.unit
    }

    StepButton {
        id: main

        busy: root.busy
        detail: step.detail
        focus: true
        fontSize: 17 * root.unit
        height: 68 * root.unit
        kind: "primary"
        looksBusy: root.vm.busy
        radius: 14 * root.unit
        step: root.steps.main
        width: parent.width - x
        x: number.visible ? number.width + 12 * root.unit : 0
        y: 34 * root.unit
    }

    BodyText {
        anchors.verticalCenter: buttons.verticalCenter
        fontSizeMode: Text.Fit
        height: 38 * root.unit
        minimumPixelSize: 10
        objectName: "stripRemark"
        size: 13 * root.unit
        soft: root.vm.connected && root.vm.notice === ""
        text: root.remark
        verticalAlignment: Text.AlignVCenter
        width: parent.width - buttons.width - 10 * root.unit
    }

    Row {
        id: buttons

        anchors.right: parent.right
        spacing: 6 * root.unit
        y: 110 * root.unit

        Small {
            objectName: "dismissNotice"
            text: qsTr("D’accord")
            visible: root.vm.connected && root.vm.notice !== ""

            onActivated: root.vm.dismissNotice()
        }

        Small {
            objectName: "enlarge"
            text: qsTr("Agrandir")
            visible: !root.vm.connected || root.vm.notice === ""

            onActivated: root.vm.habits.setCompact(false)
        }

        Small {
            busy: root.busy
            objectName: root.steps.more.name
            shortcutText: root.steps.more.key
            text: root.steps.more.text

            onActivated: root.steps.more.taken()
        }
    }

    component Small: ActionButton {
        fontSize: 13 * root.unit
        height: 32 * root.unit
        horizontalPadding: 8 * root.unit
        verticalPadding: 2
    }
}
