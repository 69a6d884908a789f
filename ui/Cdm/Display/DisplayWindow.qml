pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// The second screen: in each waiting area the newest number and its place, the calls before it, nothing about who.
Window {
    id: root

    required property DisplayViewModel vm
    // Of the screen that the window is on.
    property real pixelsPerMm: 3.78
    // How far the farthest reader sits.
    property real viewingDistanceM: 4

    readonly property bool portrait: height > width
    readonly property bool rightToLeft: Qt.locale(vm.language).textDirection === Qt.RightToLeft
    // A hundredth of the height; in portrait and on narrow windows the width gives the measure.
    readonly property real unit: portrait ? Math.min(width * 0.0102, height * 0.006) : Math.min(height * 0.01, width * 0.0064)
    // 0.7° of the eye: 12 mm of capital height for each metre (interface brief, call display).
    readonly property real needed: 12 * viewingDistanceM * Theme.pixelsPerMm
    // From how far the numbers can be read, where nothing else takes their room.
    readonly property real legibleFromM: viewingDistanceM * wholeScreen.reach
    // An empty name means that the hub was never heard: nothing is known of the doors then.
    readonly property bool closed: !vm.doorsOpen && vm.siteName !== ""
    readonly property bool showsCalls: vm.anybodyCalled && !closed
    // One step of the slow shift that keeps the picture from burning in.
    readonly property int step: Math.max(1, Math.round(0.1 * unit))
    readonly property int farthestShift: 8 * step

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: rightToLeft
    color: Theme.displayGround
    height: 1080
    objectName: "displayWindow"
    title: vm.siteName === "" ? qsTr("Appels") : qsTr("Appels – %1").arg(vm.siteName)
    visible: true
    width: 1920

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: root.pixelsPerMm
    }

    CallsPlan {
        id: wholeScreen

        compact: root.vm.inAQuietRoom
        heading: zones.count > 1 ? 0.1 * zones.cellHeight : 0
        height: root.portrait ? (root.height - foot.height) / Math.max(1, zones.count) : root.height - foot.height
        needed: root.needed
        unit: root.unit
        width: root.portrait ? root.width : root.width / Math.max(1, zones.count)
    }

    // Wider than the window by the shift on each side, so that no edge shows.
    Item {
        id: stage

        height: root.height + 2 * root.farthestShift
        objectName: "stage"
        width: root.width + 2 * root.farthestShift
        x: root.vm.shiftX * root.step - root.farthestShift
        y: root.vm.shiftY * root.step - root.farthestShift

        Item {
            id: main

            anchors.bottom: notices.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
        }

        Repeater {
            id: zones

            readonly property real cellHeight: root.portrait ? main.height / Math.max(1, count) : main.height
            readonly property real cellWidth: root.portrait ? main.width : main.width / Math.max(1, count)

            model: root.vm.zones

            delegate: ZonePanel {
                id: panel

                required property int index

                // How far from where reading ends.
                readonly property real fromEnd: (zones.count - index - 1) * Math.floor(zones.cellWidth)

                bleed: root.portrait && index > 0 ? 0 : root.farthestShift
                compact: root.vm.inAQuietRoom
                height: Math.floor(zones.cellHeight) - (root.portrait && index > 0 ? 4 * root.step : 0)
                needed: root.needed
                oneOfSeveral: zones.count > 1
                visible: root.showsCalls
                width: Math.floor(zones.cellWidth) - (!root.portrait && index > 0 ? 4 * root.step : 0)
                x: root.portrait ? 0 : root.rightToLeft ? fromEnd : main.width - fromEnd - width
                y: root.portrait ? main.height - (zones.count - index - 1) * Math.floor(zones.cellHeight) - height : 0
            }
        }

        NobodyCalled {
            anchors.fill: main
            closed: root.closed
            unit: root.unit
            visible: !root.showsCalls
            vm: root.vm
        }

        Notices {
            id: notices

            anchors.bottom: foot.top
            message: root.vm.message
            messageRightToLeft: root.vm.messageRightToLeft
            messageTurn: root.vm.messageTurn
            most: 0.36 * root.height
            notice: root.vm.notice
            noticeRightToLeft: root.vm.noticeRightToLeft
            unit: root.unit
            width: parent.width
        }

        Foot {
            id: foot

            anchors.bottom: parent.bottom
            clock: root.vm.clock
            bleed: root.farthestShift
            height: Math.round((root.portrait ? 10 : 8.2) * root.unit) + root.farthestShift
            lostText: root.vm.connected ? "" : root.vm.searchingText !== "" ? root.vm.searchingText : root.vm.anybodyCalled ? qsTr("Affichage non connecté\u00a0: les derniers appels restent affichés") : qsTr("Affichage non connecté, nouvelle tentative…")
            markText: {
                if (root.vm.rehearsal)
                    return qsTr("C’est un essai\u00a0: personne n’est vraiment appelé");
                return root.vm.sample ? qsTr("Site d’exemple") : "";
            }
            siteText: root.vm.zoneMissing ? qsTr("Les espaces d’attente ont changé\u00a0: tous les appels sont affichés ici") : root.showsCalls ? [root.vm.siteName, root.vm.zoneName].filter(name => name !== "").join(" · ") : root.vm.zoneName
            strongMark: root.vm.rehearsal
            unit: root.unit
            width: parent.width
        }
    }
}
