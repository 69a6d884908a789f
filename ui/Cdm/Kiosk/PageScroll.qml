import QtQuick

// Room for a page. It scrolls only where very long texts cannot fit, so that nothing is ever cut off.
Flickable {
    id: root

    default property alias page: holder.data
    required property real neededHeight

    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    contentHeight: Math.max(height, Math.ceil(neededHeight))
    contentWidth: width
    interactive: contentHeight > height + 1

    Item {
        id: holder

        height: root.contentHeight
        width: root.width
    }
}
