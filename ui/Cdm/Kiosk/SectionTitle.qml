import QtQuick
import Cdm.Controls

// The name of a part of a page.
BodyText {
    id: root

    required property KioskMetrics metrics

    Accessible.role: Accessible.Heading
    size: metrics.text(36)
    soft: true
}
