pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// Reception's overview: what must not be overlooked, who waits, how each table stands; the whole day by keys.
Window {
    id: root

    required property ReceptionViewModel vm
    // Of the screen that the window is on.
    property real pixelsPerMm: 3.78

    readonly property int margin: width < 1200 ? 16 : 24
    readonly property bool covered: panel.visible || menu.visible || dialog.visible || handOver.visible || pause.visible || message.visible || day.visible || park.visible || tables.visible || correct.visible || newStation.visible
    readonly property bool ready: vm.connected && vm.doorsOpen && !covered
    // Before the hub was heard nothing is known of the day: neither the doors nor who waits.
    readonly property bool searching: vm.searchingText !== ""
    readonly property string noticeText: vm.notice !== "" ? vm.notice : vm.desk.notice

    function askToCloseDay(): void {
        dialog.ask(qsTr("Fermer la journée maintenant\u00a0?"), vm.front.closingText, qsTr("Fermer la journée"), () => root.vm.closeDay());
    }

    function answerBanner(kind: string, subject: string): void {
        switch (kind) {
        case "help":
            vm.front.helpCame(subject);
            break;
        case "station":
            newStation.start();
            break;
        case "closing":
            askToCloseDay();
            break;
        case "entry":
            vm.front.openEntry();
            break;
        case "message":
            vm.front.removeMessage();
            break;
        }
    }

    // What is done with the ticket that was picked: some actions ask first.
    function act(action: int, station: string, number: string): void {
        if (!vm.offers(action))
            return;
        switch (action) {
        case ReceptionViewModel.Action.WITHDRAW:
            dialog.ask(qsTr("Retirer le numéro %1 de la file\u00a0?").arg(number), qsTr("Ce ticket ne sera plus appelé. Un nouveau ticket devra être pris."), qsTr("Retirer"), () => root.vm.act(action, station));
            break;
        case ReceptionViewModel.Action.HAND_OVER:
            handOver.open();
            break;
        case ReceptionViewModel.Action.PARK:
            park.open();
            break;
        case ReceptionViewModel.Action.CORRECT:
            correct.start(number);
            break;
        default:
            vm.act(action, station);
        }
    }

    color: Theme.paper
    height: 900
    minimumHeight: 600
    minimumWidth: 960
    objectName: "receptionWindow"
    title: vm.siteName === "" ? qsTr("Accueil") : qsTr("Accueil – %1").arg(vm.siteName)
    visible: true
    width: 1440

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: root.pixelsPerMm
    }

    PageKey {
        sequence: "N"

        onActivated: panel.start()
    }

    Shortcut {
        autoRepeat: false
        enabled: !root.covered && !root.searching
        sequence: "Ctrl+,"

        onActivated: root.vm.askAdministration()
    }

    PageKey {
        sequence: "M"

        onActivated: message.start("")
    }

    Shortcut {
        autoRepeat: false
        enabled: root.vm.connected && !root.covered
        sequence: "J"

        onActivated: {
            if (root.vm.doorsOpen)
                day.open();
            else
                root.vm.openDay();
        }
    }

    // A station may come before the doors open, too.
    Shortcut {
        autoRepeat: false
        enabled: root.vm.connected && root.vm.newStation.presentsText !== "" && !root.covered
        sequence: "S"

        onActivated: newStation.start()
    }

    PageKey {
        sequence: "T"

        onActivated: pause.open()
    }

    PageKey {
        sequence: "V"

        onActivated: banners.answerHelp()
    }

    PageKey {
        sequence: "Ctrl+Z"

        onActivated: root.vm.front.undoCount()
    }

    PageKey {
        sequences: ["/", "Ctrl+F"]

        onActivated: listBar.takeFocus()
    }

    Instantiator {
        model: root.vm.front.contacts

        delegate: PageKey {
            required property string contact
            required property string key

            sequence: key

            onActivated: root.vm.front.count(contact)
        }
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

    DeskKey {
        sequence: "F8"
    }

    DeskKey {
        sequence: "F9"
    }

    DeskKey {
        sequence: "F11"
    }

    FocusScope {
        id: page

        anchors.fill: parent
        focus: true
        visible: !root.searching

        Keys.onPressed: event => {
            const plain = (event.modifiers & ~(Qt.KeypadModifier | Qt.ShiftModifier)) === Qt.NoModifier;
            if (root.vm.doorsOpen && plain && listBar.beginWith(event.text))
                event.accepted = true;
        }

        TopBar {
            id: topBar

            height: 64
            vm: root.vm
            width: parent.width
        }

        Banners {
            id: banners

            maximumHeight: root.height < 860 ? 230 : 264
            vm: root.vm
            width: table.width
            x: root.margin
            y: topBar.height + root.margin

            onAnswered: (kind, subject) => root.answerBanner(kind, subject)
        }

        ListBar {
            id: listBar

            anchors.top: banners.bottom
            anchors.topMargin: banners.height > 0 ? 12 : 0
            height: visible ? implicitHeight : 0
            visible: root.vm.doorsOpen
            vm: root.vm
            width: table.width
            x: root.margin

            onFound: {
                table.takeFocus();
                table.showFirst();
                table.openCurrentMenu();
            }
            onOver: table.takeFocus()
        }

        TicketTable {
            id: table

            anchors.top: listBar.bottom
            anchors.topMargin: listBar.visible ? 12 : 0
            maximumHeight: (strip.visible ? strip.y : contacts.visible ? contacts.y : page.height) - y - root.margin
            vm: root.vm
            width: side.x - 2 * root.margin
            x: root.margin

            onActionAsked: (action, ticketId, number) => {
                root.vm.pick(ticketId);
                root.act(action, "", number);
            }
            onFilterAsked: steps => listBar.step(steps)
            onMenuAsked: (ticketId, number, near) => menu.showFor(ticketId, number, near)
        }

        Item {
            id: strip

            anchors.bottom: contacts.visible ? contacts.top : parent.bottom
            anchors.bottomMargin: contacts.visible ? 14 : root.margin
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
                    table.takeFocus();
                }
            }
        }

        ContactBar {
            id: contacts

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 18
            visible: root.vm.doorsOpen
            vm: root.vm
            width: table.width
            x: root.margin
        }

        SideColumn {
            id: side

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            anchors.top: topBar.bottom
            vm: root.vm
            width: root.width < 1200 ? 344 : 420

            onDayAsked: day.open()
            onEndAsked: dialog.ask(qsTr("Fermer l’accueil\u00a0?"), qsTr("Plus personne n’y est appelé\u00a0; la file reste, et F2 l’ouvre de nouveau."), qsTr("Fin de permanence"), () => root.vm.desk.closeShift())
            onHandOverAsked: handOver.open()
            onMessageAsked: message.start("")
            onNewTicketAsked: panel.start()
            onParkAsked: park.open()
            onThemeAsked: themeId => message.start(themeId)
        }
    }

    Column {
        anchors.centerIn: parent
        objectName: "searching"
        spacing: 12
        visible: root.searching
        width: Math.min(720, parent.width - 4 * root.margin)

        BodyText {
            Accessible.role: Accessible.AlertMessage
            horizontalAlignment: Text.AlignHCenter
            size: 24
            strong: true
            text: root.vm.searchingText
            width: parent.width
        }

        BodyText {
            horizontalAlignment: Text.AlignHCenter
            size: 17
            soft: true
            text: qsTr("La connexion se fera d’elle-même dès qu’il répondra.")
            width: parent.width
        }
    }

    RowMenu {
        id: menu

        parent: root.contentItem
        vm: root.vm

        onChosen: (action, station, number) => root.act(action, station, number)
        onClosed: table.takeFocus()
    }

    NewTicketPanel {
        id: panel

        parent: root.contentItem
        vm: root.vm
    }

    ThemePanel {
        id: handOver

        explanation: qsTr("Le visiteur garde son numéro et sa place.")
        parent: root.contentItem
        purpose: "handOver"
        themes: root.vm.themes
        title: qsTr("Passer le %1 à…").arg(root.vm.desk.number)

        onAboutToShow: otherText = root.vm.desk.otherCounters.rowCount() > 0 ? qsTr("À une table précise…") : ""
        onChosen: themeId => root.vm.desk.handOver(themeId)
        onOtherAsked: tables.open()

        Connections {
            function onNumberChanged(): void {
                handOver.close();
            }

            target: root.vm.desk
        }
    }

    CorrectPanel {
        id: correct

        parent: root.contentItem
        vm: root.vm
    }

    TablePanel {
        id: tables

        parent: root.contentItem
        vm: root.vm
    }

    ThemePanel {
        id: pause

        explanation: qsTr("Un sujet en pause ne donne plus de numéro\u00a0; ceux qui attendent sont reçus.")
        parent: root.contentItem
        purpose: "pause"
        themes: root.vm.themes
        title: qsTr("Mettre en pause ou reprendre")

        onChosen: themeId => message.start(themeId)
    }

    MessagePanel {
        id: message

        parent: root.contentItem
        vm: root.vm
    }

    DayPanel {
        id: day

        parent: root.contentItem
        vm: root.vm

        onCloseDayAsked: root.askToCloseDay()
    }

    NewStationPanel {
        id: newStation

        parent: root.contentItem
        vm: root.vm.newStation

        onClosed: table.takeFocus()
    }

    ParkPanel {
        id: park

        parent: root.contentItem
        vm: root.vm
    }

    ConfirmDialog {
        id: dialog

        parent: root.contentItem
    }

    component PageKey: Shortcut {
        autoRepeat: false
        enabled: root.ready
    }

    component DeskKey: Shortcut {
        autoRepeat: false
        enabled: root.vm.hasDesk && !root.covered

        onActivated: side.desk.performKey(String(sequence))
    }

    Component.onCompleted: table.takeFocus()
}
