pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// Reception's overview: who waits, how each table stands; gives tickets in person.
Window {
    id: root

    required property ReceptionViewModel vm

    readonly property int margin: width < 1200 ? 16 : 24
    readonly property bool covered: panel.visible || menu.visible || dialog.visible || handOver.visible
    readonly property string noticeText: vm.notice !== "" ? vm.notice : vm.desk.notice

    color: Theme.paper
    height: 900
    minimumHeight: 600
    minimumWidth: 960
    objectName: "receptionWindow"
    title: vm.siteName === "" ? qsTr("Accueil") : qsTr("Accueil – %1").arg(vm.siteName)
    visible: true
    width: 1440

    Shortcut {
        autoRepeat: false
        enabled: root.vm.connected && root.vm.doorsOpen && !root.covered
        sequence: "N"

        onActivated: panel.start()
    }

    Shortcut {
        autoRepeat: false
        enabled: !root.covered
        sequence: "Ctrl+,"

        onActivated: root.vm.askAdministration()
    }

    DeskKey {
        sequence: "F2"
    }

    DeskKey {
        sequence: "F4"
    }

    DeskKey {
        sequence: "F5"
    }

    DeskKey {
        sequence: "F6"
    }

    DeskKey {
        sequence: "F7"
    }

    TopBar {
        id: topBar

        height: 64
        vm: root.vm
        width: parent.width
    }

    TicketTable {
        id: table

        maximumHeight: root.height - topBar.height - 2 * root.margin - (strip.visible ? strip.height + root.margin : 0)
        vm: root.vm
        width: side.x - 2 * root.margin
        x: root.margin
        y: topBar.height + root.margin

        onMenuAsked: (ticketId, number, absent, near) => menu.showFor(ticketId, number, absent, near)
    }

    SideColumn {
        id: side

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: topBar.bottom
        vm: root.vm
        width: root.width < 1200 ? 344 : 420

        onCloseDayAsked: dialog.ask(qsTr("Fermer la journée\u00a0?"), root.vm.waiting > 0 ? qsTr("%n personnes attendent encore\u00a0: leurs tickets prendront fin.", "", root.vm.waiting) : qsTr("Personne n’attend. Les tables seront libérées."), qsTr("Fermer la journée"), () => root.vm.closeDay())
        onHandOverAsked: handOver.open()
        onNewTicketAsked: panel.start()
    }

    Item {
        id: strip

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.margin
        height: lost.visible ? lost.implicitHeight : Math.max(notice.implicitHeight, 46)
        visible: !root.vm.connected || root.noticeText !== ""
        width: table.width
        x: root.margin

        NoticeStrip {
            id: lost

            fontSize: 17
            height: parent.height
            objectName: "lost"
            text: root.vm.connected ? "" : qsTr("Connexion perdue, nouvelle tentative… Ce qui est affiché peut dater.")
            width: parent.width
        }

        NoticeStrip {
            id: notice

            fontSize: 17
            height: parent.height
            objectName: "notice"
            text: lost.visible ? "" : root.noticeText
            width: parent.width - dismiss.width - 10
        }

        ActionButton {
            id: dismiss

            anchors.right: parent.right
            height: parent.height
            objectName: "dismissNotice"
            text: qsTr("D’accord")
            visible: notice.visible
            width: 110

            onActivated: {
                root.vm.dismissNotice();
                root.vm.desk.dismissNotice();
            }
        }
    }

    RowMenu {
        id: menu

        parent: root.contentItem

        onBringBackAsked: ticketId => root.vm.back(ticketId)
        onClosed: table.takeFocus()
        onWithdrawAsked: (ticketId, number) => dialog.ask(qsTr("Retirer le numéro %1 de la file\u00a0?").arg(number), qsTr("Ce ticket ne sera plus appelé. Un nouveau ticket devra être pris."), qsTr("Retirer"), () => root.vm.withdraw(ticketId))
    }

    NewTicketPanel {
        id: panel

        parent: root.contentItem
        vm: root.vm
    }

    HandOverPanel {
        id: handOver

        parent: root.contentItem
        vm: root.vm
    }

    ConfirmDialog {
        id: dialog

        parent: root.contentItem
    }

    component DeskKey: Shortcut {
        autoRepeat: false
        enabled: root.vm.hasDesk && !root.covered

        onActivated: side.desk.performKey(String(sequence))
    }

    Component.onCompleted: table.takeFocus()
}
