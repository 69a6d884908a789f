pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Room for a page. It scrolls only where very long or large texts cannot fit, so that nothing is ever cut off.
Item {
    id: root

    default property alias page: holder.data
    required property real neededHeight
    // What serves to scroll takes room itself: with a page that just fits without it, it would come and go for ever.
    property bool scrolls: false
    // The page and window that it was last taken away for, and how often: layouts take a few rounds.
    property string freed: ""
    property int times: 0
    // How high the page would be without what serves to scroll.
    property real wholeHeight: height
    readonly property real room: wholeHeight - Math.ceil(neededHeight)
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
    function settle(): void {
        const now = [neededHeight, width, wholeHeight].map(Math.round).join();
        if (room < -1) {
            scrolls = true;
        } else if (scrolls && (freed !== now || times < 9)) {
            times = freed === now ? times + 1 : 1;
            freed = now;
            scrolls = false;
        }
    }
    function go(y: real): void {
        glide.to = Math.max(0, Math.min(farthest, y));
        glide.restart();
    }

    onRoomChanged: settle()

    Flickable {
        id: flick

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: Math.max(root.wholeHeight, Math.ceil(root.neededHeight))
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
