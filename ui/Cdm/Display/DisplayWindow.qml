pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// The second screen: the newest number and its place, the calls before it, nothing about who.
Window {
    id: root

    required property DisplayViewModel vm

    readonly property bool portrait: height > width
    // A hundredth of the height; in portrait and on narrow windows the width gives the measure.
    readonly property real unit: portrait ? Math.min(width * 0.0102, height * 0.006) : Math.min(height * 0.01, width * 0.0064)
    readonly property bool called: vm.number !== ""
    // An empty name means that the hub was never heard: nothing is known of the doors then.
    readonly property bool closed: !vm.doorsOpen && vm.siteName !== ""
    readonly property bool showsCalls: called && !closed

    color: Theme.displayGround
    height: 1080
    objectName: "displayWindow"
    title: vm.siteName === "" ? qsTr("Appels") : qsTr("Appels – %1").arg(vm.siteName)
    visible: true
    width: 1920

    Item {
        id: main

        anchors.bottom: notices.top
        anchors.left: parent.left
        anchors.top: parent.top
        width: root.portrait || root.closed ? parent.width : Math.round(parent.width * 0.592)
    }

    Item {
        id: newest

        height: root.portrait && !root.closed ? Math.round(main.height * 0.56) : main.height
        width: main.width

        NewestCall {
            anchors.fill: parent
            announcing: root.vm.announcing
            number: root.vm.number
            place: root.vm.place
            recalled: root.vm.recalled
            unit: root.unit
            visible: root.showsCalls
        }

        Welcome {
            anchors.fill: parent
            siteName: root.vm.siteName
            text: {
                if (root.closed)
                    return qsTr("Merci de votre visite, à\u00a0bientôt.");
                return root.vm.entryOpen ? qsTr("Votre numéro s’affichera ici.") : qsTr("Vous avez un numéro\u00a0? Il s’affichera ici.");
            }
            title: root.closed ? qsTr("Nos portes sont fermées") : qsTr("Bienvenue")
            unit: root.unit
            visible: !root.showsCalls
        }
    }

    Rectangle {
        id: side

        visible: !root.closed
        color: Theme.displayPanel
        height: main.height - y
        width: root.width - x
        x: root.portrait ? 0 : main.width
        y: root.portrait ? newest.height : 0

        Calls {
            anchors.fill: parent
            vm: root.vm
            unit: root.unit
            visible: root.showsCalls
        }

        Column {
            anchors.left: parent.left
            anchors.leftMargin: 7 * root.unit
            anchors.right: parent.right
            anchors.rightMargin: 7 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6 * root.unit
            visible: !root.showsCalls

            WelcomeStep {
                drawing: "M8 14h32v7a4 4 0 0 0 0 8v7H8v-7a4 4 0 0 0 0-8zM28 15v3M28 23v4M28 32v3"
                text: qsTr("Prenez un ticket à la borne ou à l’accueil.")
                unit: root.unit
                visible: root.vm.entryOpen
                width: parent.width
            }

            WelcomeStep {
                drawing: "M14 8v18h20v14M14 26v14M34 26M14 40M24 26"
                text: qsTr("Installez-vous. Rien ne presse.")
                unit: root.unit
                width: parent.width
            }

            WelcomeStep {
                drawing: "M7 12h34v22H7zM18 40h12M15 23h14M24 18l5 5-5 5"
                text: qsTr("Cet écran vous dira où aller.")
                unit: root.unit
                width: parent.width
            }
        }
    }

    Notices {
        id: notices

        anchors.bottom: foot.top
        message: root.vm.message
        messageTurn: root.vm.messageTurn
        most: 0.36 * root.height
        notice: root.vm.notice
        unit: root.unit
        width: parent.width
    }

    Foot {
        id: foot

        anchors.bottom: parent.bottom
        clock: root.vm.clock
        height: Math.round((root.portrait ? 10 : 8.2) * root.unit)
        lostText: root.vm.connected ? "" : root.called ? qsTr("Affichage non connecté\u00a0: les derniers appels restent affichés") : qsTr("Affichage non connecté, nouvelle tentative…")
        siteText: root.showsCalls ? [root.vm.siteName, root.vm.zoneName].filter(name => name !== "").join(" · ") : root.vm.zoneName
        markText: root.vm.rehearsal ? qsTr("Répétition\u00a0: personne n’est vraiment appelé") : root.vm.sample ? qsTr("Site d’exemple") : ""
        strongMark: root.vm.rehearsal
        unit: root.unit
        width: parent.width
    }

    Loader {
        id: chime

        active: root.vm.chimeSource !== ""

        Component.onCompleted: setSource("Chime.qml", {
            "vm": root.vm
        })
    }
}
