pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// What the shift to open receives.
ListView {
    id: root

    required property AdvisorViewModel vm
    required property real unit

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    // Room for the focus ring inside the clip.
    leftMargin: 6 * unit
    model: vm.themes
    rightMargin: 6 * unit
    spacing: 5 * unit
    topMargin: 5 * unit

    delegate: ThemeChoice {
        id: theme

        enabled: root.vm.connected
        unit: root.unit
        width: root.width - 12 * root.unit

        onActiveFocusChanged: {
            if (activeFocus)
                root.positionViewAtIndex(theme.index, ListView.Contain);
        }
        onActivated: root.vm.cycleTheme(theme.choiceId)
    }
}
