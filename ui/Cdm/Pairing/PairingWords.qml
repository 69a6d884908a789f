pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What this machine is to be, what the page is about, and what stands to be done.
Column {
    id: root

    required property PairingViewModel vm
    required property PairingSizes sizes
    // So little room that what only adorns makes way.
    // Why nothing is said aloud, where somebody asked to listen.
    property string excuse: ""
    property bool tight: false
    readonly property bool terse: sizes.isShort && sizes.largeText && vm.stage === "number"

    spacing: sizes.u(tight ? 16 : 28)

    RoleRow {
        sizes: root.sizes
        tight: root.tight
        visible: !root.sizes.hasFoot && !(root.sizes.isKiosk && root.sizes.largeText)
        vm: root.vm
        width: parent.width
    }

    NoticeStrip {
        fontSize: root.sizes.text(34)
        objectName: "excuse"
        radius: root.sizes.radius
        text: root.excuse
        width: parent.width
    }

    BodyText {
        Accessible.role: Accessible.Heading
        // Where every line counts, the sentence below is enough.
        visible: !root.terse
        lineHeight: 0.98
        objectName: "heading"
        size: root.sizes.text(root.tight ? 54 : 66)
        strong: true
        text: root.vm.heading
        topPadding: root.sizes.u(root.tight ? 0 : 12)
        width: parent.width
    }

    Row {
        spacing: root.sizes.u(20)
        visible: ["connecting", "number", "accepted"].includes(root.vm.stage) && !root.terse
        width: parent.width

        PairingSign {
            id: network

            anchors.verticalCenter: parent.verticalCenter
            kind: "searching"
            size: root.sizes.u(56)
        }

        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "hub"
            size: root.sizes.text(38)
            strong: true
            text: root.vm.hub
            width: parent.width - network.width - parent.spacing
        }
    }

    BodyText {
        objectName: "sentence"
        size: root.sizes.text(root.vm.stage === "number" ? 46 : 40)
        strong: root.vm.stage === "number"
        text: root.vm.sentence
        visible: text !== "" && !problem.visible
        width: parent.width
    }

    BodyText {
        objectName: "timeLeft"
        size: root.sizes.smallText(34)
        soft: true
        text: root.vm.timeLeft
        visible: text !== ""
        width: parent.width
    }

    NoticeStrip {
        id: problem

        fontSize: root.sizes.text(34)
        objectName: "addressProblem"
        radius: root.sizes.radius
        text: root.vm.stage === "address" ? root.vm.addressProblem : ""
        width: parent.width
    }
}
