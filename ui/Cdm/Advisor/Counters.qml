pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// The tables to sit at; the keys begin at the one where this station was last.
ListView {
    id: root

    required property AdvisorViewModel vm
    required property bool busy
    required property real unit

    function showFocus(): void {
        const choice = currentItem as CounterChoice;
        if (choice)
            choice.focusReason = Qt.TabFocusReason;
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    // Room for the focus ring inside the clip.
    leftMargin: 6 * unit
    model: vm.counters
    rightMargin: 6 * unit
    spacing: 10 * unit
    topMargin: 6 * unit

    // By hand: the list's own keys would leave the ring away.
    Keys.onDownPressed: {
        incrementCurrentIndex();
        showFocus();
    }
    Keys.onUpPressed: {
        decrementCurrentIndex();
        showFocus();
    }

    delegate: CounterChoice {
        id: choice

        required property int index

        busy: root.busy
        enabled: root.vm.connected
        focus: ListView.isCurrentItem
        looksBusy: root.vm.busy
        unit: root.unit
        width: root.width - 12 * root.unit

        Component.onCompleted: {
            if (last)
                root.currentIndex = index;
        }
        onActivated: root.vm.chooseCounter(choice.counterId)
        onActiveFocusChanged: {
            if (activeFocus)
                root.currentIndex = index;
        }
    }
}
