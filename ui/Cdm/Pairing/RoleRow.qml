import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What this machine is asked to be.
Row {
    id: root

    required property PairingViewModel vm
    required property PairingSizes sizes
    property bool tight: false

    spacing: sizes.u(24)

    PictogramTile {
        id: tile

        anchors.verticalCenter: parent.verticalCenter
        pictogram: Qt.resolvedUrl("../../../resources/pictograms/" + (root.vm.role === "reception" ? "accueil" : "roles/" + root.vm.role) + ".svg")
        side: root.sizes.u(root.tight ? 64 : 92)
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter
        spacing: root.sizes.u(2)
        width: parent.width - tile.width - parent.spacing

        BodyText {
            color: Theme.primary
            objectName: "role"
            size: root.sizes.text(36)
            strong: true
            text: root.vm.roleTitle
            width: parent.width
        }

        BodyText {
            size: root.sizes.smallText(29)
            soft: true
            text: root.vm.roleMeaning
            visible: !root.tight
            width: parent.width
        }
    }
}
