pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// Who waits, in the order in which they come; then who was called and did not come.
Card {
    id: root

    required property ReceptionViewModel vm
    // The highest it may grow; with few rows it ends after the last.
    required property real maximumHeight

    // True while the list is used by hand: the ring would say nothing then.
    property bool byHand: true

    readonly property int headHeight: 46
    readonly property int rowHeight: 54
    // Whole rows: half of one says less than the mark of what lies below.
    readonly property int rowsShown: Math.max(1, Math.floor((maximumHeight - headHeight - 8) / rowHeight))
    readonly property bool empty: list.count === 0

    signal menuAsked(string ticketId, string number, Item near)
    signal actionAsked(int action, string ticketId, string number)
    signal filterAsked(int steps)

    function takeFocus(): void {
        const before = byHand;
        list.forceActiveFocus();
        byHand = before;
    }

    function openCurrentMenu(): void {
        const row = list.currentItem as TicketRow;
        if (row)
            menuAsked(row.ticketId, row.number, row.corner);
    }

    function act(action: int): void {
        const row = list.currentItem as TicketRow;
        if (row)
            actionAsked(action, row.ticketId, row.number);
    }

    function showFirst(): void {
        list.currentIndex = list.count > 0 ? 0 : -1;
        list.positionViewAtBeginning();
    }

    height: empty ? Math.min(maximumHeight, 260) : headHeight + Math.min(list.contentHeight, rowsShown * rowHeight) + 8
    radius: 16

    Columns {
        id: tableColumns

        width: root.width
    }

    component Head: BodyText {
        height: root.headHeight
        size: 15
        soft: true
        verticalAlignment: Text.AlignVCenter
        visible: !root.empty
        wrapMode: Text.NoWrap
    }

    Head {
        text: qsTr("Numéro")
        x: tableColumns.numberX
    }

    Head {
        text: qsTr("Vient pour")
        x: tableColumns.themeX
    }

    Head {
        text: qsTr("Depuis")
        x: tableColumns.sinceX
    }

    Head {
        text: root.vm.searchText === "" && root.vm.shown === "line" ? qsTr("Attente prévue") : qsTr("État")
        x: tableColumns.stateX
    }

    Rectangle {
        color: Theme.line
        height: 1
        visible: !root.empty
        width: parent.width
        y: root.headHeight
    }

    ListView {
        id: list

        Accessible.name: qsTr("Tickets")
        Accessible.role: Accessible.List
        activeFocusOnTab: true
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 6
        anchors.left: parent.left
        anchors.leftMargin: 1
        anchors.right: parent.right
        anchors.rightMargin: 1
        anchors.top: parent.top
        anchors.topMargin: root.headHeight + 1
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        highlightMoveDuration: 0
        keyNavigationEnabled: true
        model: root.vm.tickets
        objectName: "ticketList"
        reuseItems: true
        snapMode: ListView.SnapToItem

        T.ScrollBar.vertical: ScrollMark {}
        delegate: TicketRow {
            columns: tableColumns
            height: root.rowHeight
            last: index === list.count - 1
            current: ListView.isCurrentItem
            ringed: current && list.activeFocus && !root.byHand
            width: list.width

            onMenuAsked: {
                list.currentIndex = index;
                root.byHand = true;
                root.openCurrentMenu();
            }
            onPicked: {
                list.currentIndex = index;
                list.forceActiveFocus();
                root.byHand = true;
            }
        }

        Keys.onDeletePressed: root.act(ReceptionViewModel.Action.WITHDRAW)
        Keys.onEnterPressed: root.openCurrentMenu()
        Keys.onEscapePressed: root.vm.show("line")
        Keys.onLeftPressed: root.filterAsked(-1)
        Keys.onMenuPressed: root.openCurrentMenu()
        Keys.onPressed: event => {
            root.byHand = false;
            const keys = {
                [Qt.Key_C]: ReceptionViewModel.Action.CALL,
                [Qt.Key_Insert]: ReceptionViewModel.Action.BACK,
                [Qt.Key_K]: ReceptionViewModel.Action.CORRECT,
                [Qt.Key_P]: ReceptionViewModel.Action.PRIORITY
            };
            event.accepted = event.key in keys && event.modifiers === Qt.NoModifier;
            if (event.accepted && !event.isAutoRepeat)
                root.act(keys[event.key]);
        }
        Keys.onRightPressed: root.filterAsked(1)
        Keys.onReturnPressed: root.openCurrentMenu()
        onActiveFocusChanged: {
            if (activeFocus)
                root.byHand = false;
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: 8
        visible: root.empty
        width: parent.width - 48

        BodyText {
            horizontalAlignment: Text.AlignHCenter
            size: 24
            strong: true
            text: root.vm.emptyTitle
            width: parent.width
        }

        BodyText {
            horizontalAlignment: Text.AlignHCenter
            size: 16
            soft: true
            text: root.vm.emptyText
            width: parent.width
        }
    }
}
