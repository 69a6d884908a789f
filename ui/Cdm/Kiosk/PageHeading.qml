import QtQuick
import Cdm.Controls

// What the page asks or says, in one sentence.
BodyText {
    id: root

    required property KioskMetrics metrics

    Accessible.role: Accessible.Heading
    lineHeight: 0.94
    size: metrics.text(text.length > 45 ? 54 : 70)
    strong: true
}
