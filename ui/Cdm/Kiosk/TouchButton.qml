import QtQuick
import Cdm.Controls

// The shared button in the kiosk's sizes.
ActionButton {
    id: root

    required property KioskMetrics metrics

    detailSize: metrics.text(30)
    fontSize: metrics.text(38)
    horizontalPadding: metrics.u(30)
    implicitHeight: Math.max(metrics.atLeastTarget(120), implicitContentHeight + topPadding + bottomPadding)
    implicitWidth: Math.max(metrics.target, implicitContentWidth + leftPadding + rightPadding)
    lineWidth: metrics.lineWidth
    radius: metrics.cornerRadius
    settleMs: metrics.settleMs
    verticalPadding: metrics.u(20)
}
