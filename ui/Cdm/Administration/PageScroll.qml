pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// A page longer than its room; the field that has the keyboard is brought into sight.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property int inset: 4
    property real widest: 1240

    function reveal(item: Item): void {
        let up = item;
        while (up && up !== column)
            up = up.parent;
        if (!up)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        if (top < contentY + 30)
            contentY = Math.max(0, top - 40);
        else if (top + item.height > contentY + height - 30)
            contentY = Math.min(Math.max(0, contentHeight - height), top + item.height - height + 60);
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.height + 2 * inset + 20
    contentWidth: width

    T.ScrollBar.vertical: ScrollMark {}

    Column {
        id: column

        spacing: 16
        width: Math.min(root.widest, root.width - 2 * root.inset - 12)
        x: root.inset
        y: root.inset
    }

    Connections {
        function onActiveFocusItemChanged(): void {
            if (root.Window.window?.activeFocusItem)
                root.reveal(root.Window.window.activeFocusItem);
        }

        target: root.Window.window
    }
}
