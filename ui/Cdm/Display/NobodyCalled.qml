pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Before the first call, and behind closed doors: the house's kind word, and what a visitor does next.
Item {
    id: root

    required property DisplayViewModel vm
    required property bool closed
    required property real unit

    readonly property bool portrait: height > width
    // Before the hub was heard nothing is promised: a number called now would not be shown.
    readonly property bool searching: vm.searchingText !== ""
    readonly property bool alone: closed || searching
    readonly property bool mirrored: LayoutMirroring.enabled

    Welcome {
        id: welcome

        height: root.portrait && !root.alone ? Math.round(root.height * 0.56) : root.height
        siteName: root.vm.siteName
        text: {
            if (root.searching)
                return "";
            if (root.closed)
                return qsTr("Merci de votre visite, à\u00a0bientôt.");
            return root.vm.entryOpen ? qsTr("Votre numéro s’affichera ici.") : qsTr("Vous avez un numéro\u00a0? Il s’affichera ici.");
        }
        title: root.closed ? qsTr("Nos portes sont fermées") : qsTr("Bienvenue")
        unit: root.unit
        width: root.portrait || root.alone ? root.width : Math.round(root.width * 0.592)
        x: root.mirrored ? root.width - width : 0
    }

    Rectangle {
        color: Theme.displayPanel
        height: root.height - y
        visible: !root.alone
        width: root.portrait ? root.width : root.width - welcome.width
        x: root.portrait || root.mirrored ? 0 : welcome.width
        y: root.portrait ? welcome.height : 0

        Column {
            anchors.left: parent.left
            anchors.leftMargin: 7 * root.unit
            anchors.right: parent.right
            anchors.rightMargin: 7 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6 * root.unit

            WelcomeStep {
                drawing: "M8 14h32v7a4 4 0 0 0 0 8v7H8v-7a4 4 0 0 0 0-8zM28 15v3M28 23v4M28 32v3"
                text: qsTr("Prenez un ticket à la borne ou à l’accueil.")
                unit: root.unit
                visible: root.vm.entryOpen && !root.vm.inAQuietRoom
                width: parent.width
            }

            WelcomeStep {
                drawing: "M24 14v26M24 14C18 9 11 9 6 11v25c5-2 12-2 18 4C30 34 37 34 42 36V11C37 9 30 9 24 14z"
                text: qsTr("Lisez, cherchez\u00a0: votre numéro sera affiché ici aussi.")
                unit: root.unit
                visible: root.vm.inAQuietRoom
                width: parent.width
            }

            WelcomeStep {
                drawing: "M14 8v18h20v14M14 26v14M34 26M14 40M24 26"
                text: qsTr("Installez-vous. Rien ne presse.")
                unit: root.unit
                visible: !root.vm.inAQuietRoom
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
}
