pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// What must not be overlooked, the most pressing first.
ListView {
    id: root

    required property ReceptionViewModel vm
    required property real maximumHeight

    signal answered(string kind, string subject)

    // The same answer as a touch on the first, if that is a call for help.
    function answerHelp(): void {
        const first = itemAtIndex(0) as Banner;
        if (first && first.pressing && !settling.running)
            answered(first.kind, first.subject);
    }

    Accessible.name: qsTr("À ne pas oublier")
    Accessible.role: Accessible.List
    boundsBehavior: Flickable.StopAtBounds
    clip: contentHeight > height
    // A part of one more shows that there are others.
    height: Math.min(contentHeight, maximumHeight)
    interactive: contentHeight > height
    model: vm.front.banners
    spacing: 8
    visible: count > 0

    // Another may have come to where the first one was: a double tap must not reach it.
    Timer {
        id: settling

        interval: 350
    }

    delegate: Banner {
        connected: root.vm.connected
        settling: settling.running
        width: root.width

        onAnswered: (kind, subject) => root.answered(kind, subject)
    }

    onCountChanged: settling.restart()
}
