pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Room for a page. It scrolls only where very long or large texts cannot fit, so that nothing is ever cut off.
Item {
    id: root

    default property alias page: holder.data
    required property real neededHeight
    readonly property bool scrolls: flick.contentHeight > height + 1
    readonly property bool atStart: flick.contentY <= 1
    readonly property bool atEnd: flick.contentY >= farthest - 1
    readonly property real farthest: Math.max(0, flick.contentHeight - height)

    // Almost a screen on or back: the last lines stay in sight.
    function step(forwards: bool): void {
        go(flick.contentY + (forwards ? 1 : -1) * 0.8 * height);
    }
    // Bring a control of this page into sight.
    function reveal(control: Item): void {
        let above = control;
        while (above && above !== holder)
            above = above.parent;
        if (!above)
            return;
        const top = control.mapToItem(holder, 0, 0).y;
        if (top < flick.contentY)
            go(top);
        else if (top + control.height > flick.contentY + height)
            go(top + control.height - height);
    }
    function go(y: real): void {
        glide.to = Math.max(0, Math.min(farthest, y));
        glide.restart();
    }

    onFarthestChanged: flick.returnToBounds()

    Flickable {
        id: flick

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: Math.max(height, Math.ceil(root.neededHeight))
        contentWidth: width
        interactive: root.scrolls

        Item {
            id: holder

            height: flick.contentHeight
            width: flick.width
        }
    }

    NumberAnimation {
        id: glide

        duration: Theme.motionMs
        property: "contentY"
        target: flick
    }
}
