import QtQuick
import Cdm.Controls

// The shared button in the sizes of the machine that is being paired.
ActionButton {
    id: root

    required property PairingSizes sizes

    detailSize: sizes.smallText(30)
    fontSize: sizes.text(38)
    horizontalPadding: sizes.u(30)
    implicitHeight: Math.max(sizes.target, implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(sizes.target, implicitContentWidth + leftPadding + rightPadding)
    lineWidth: Math.max(kind === "secondary" ? 2 : 1, sizes.lineWidth)
    radius: sizes.radius
    settleMs: sizes.settleMs
    verticalPadding: sizes.u(18)
}
