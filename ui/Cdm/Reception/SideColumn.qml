pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// What reception does most, and how each table stands.
Rectangle {
    id: root

    required property ReceptionViewModel vm

    readonly property int margin: width < 380 ? 18 : 22
    readonly property alias desk: deskCard

    signal handOverAsked
    signal parkAsked
    signal endAsked
    signal newTicketAsked
    signal dayAsked
    signal messageAsked
    signal themeAsked(string themeId)

    color: Theme.card

    Rectangle {
        color: Theme.line
        height: parent.height
        width: 1
    }

    ActionButton {
        id: newTicket

        detail: {
            if (!root.vm.doorsOpen)
                return qsTr("Les portes sont fermées");
            return root.vm.front.entryOpen ? "" : qsTr("L’entrée est fermée");
        }
        enabled: root.vm.connected && root.vm.doorsOpen
        fontSize: 19
        height: 60
        kind: "primary"
        objectName: "newTicket"
        shortcutText: "N"
        text: qsTr("Nouveau ticket")
        width: parent.width - 2 * root.margin
        x: root.margin
        y: 22

        onActivated: root.newTicketAsked()
    }

    DeskCard {
        id: deskCard

        anchors.top: newTicket.bottom
        anchors.topMargin: 16
        desk: root.vm.desk
        height: visible ? implicitHeight : 0
        visible: root.vm.hasDesk && root.vm.doorsOpen
        width: parent.width - 2 * root.margin
        x: root.margin

        onEndAsked: root.endAsked()
        onHandOverAsked: root.handOverAsked()
        onParkAsked: root.parkAsked()
    }

    Flickable {
        id: overview

        readonly property bool scrolls: contentHeight > height
        readonly property real room: day.y - 12 - y
        // It ends after a whole row, and never between a heading and its list.
        readonly property real wholeRows: {
            let end = 0;
            for (let at = 0; at < tables.count; ++at) {
                const row = tables.itemAt(at);
                const bottom = row ? tableList.y + row.y + row.height : room + 1;
                end = bottom <= room ? bottom : end;
            }
            for (let at = 0; at < themeWaits.count && themes.visible; ++at) {
                const row = themeWaits.itemAt(at);
                const bottom = row ? themes.y + waits.y + row.y + row.height : room + 1;
                end = bottom <= room ? bottom : end;
            }
            return end;
        }

        function scrollBy(distance: real): void {
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + distance));
        }

        Accessible.name: qsTr("Tables et attente par sujet")
        objectName: "overview"
        Accessible.role: Accessible.Pane
        activeFocusOnTab: scrolls
        anchors.top: deskCard.bottom
        anchors.topMargin: 14
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: sections.height
        height: sections.height <= room || wholeRows === 0 ? room : wholeRows
        width: parent.width - 2 * root.margin
        x: root.margin

        T.ScrollBar.vertical: ScrollMark {
            anchors.bottom: overview.bottom
            anchors.left: overview.right
            anchors.leftMargin: 4
            anchors.top: overview.top
            parent: root
        }

        Keys.onDownPressed: scrollBy(60)
        Keys.onUpPressed: scrollBy(-60)

        Column {
            id: sections

            spacing: 6
            width: overview.width

            Item {
                height: Math.max(title.height, sample.height)
                width: parent.width

                BodyText {
                    id: title

                    Accessible.role: Accessible.Heading
                    anchors.verticalCenter: parent.verticalCenter
                    size: 16
                    soft: true
                    text: qsTr("Tables")
                }

                Chip {
                    id: sample

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.vm.rehearsal ? qsTr("Répétition\u00a0: rien n’est réel") : qsTr("Site d’exemple")
                    tone: root.vm.rehearsal ? "alarm" : "calm"
                    visible: root.vm.sample || root.vm.rehearsal
                }
            }

            Column {
                id: tableList

                Accessible.name: title.text
                Accessible.role: Accessible.List
                spacing: 6
                width: parent.width

                Repeater {
                    id: tables

                    model: root.vm.counters

                    delegate: CounterRow {
                        width: sections.width
                    }
                }
            }

            BodyText {
                id: themesTitle

                Accessible.role: Accessible.Heading
                size: 16
                soft: true
                text: qsTr("Attente par sujet")
                width: parent.width
                topPadding: 6
                visible: themes.visible

                BodyText {
                    Accessible.ignored: true
                    anchors.bottom: parent.bottom
                    anchors.right: parent.right
                    size: 13
                    soft: true
                    text: qsTr("pause\u00a0: T")
                }
            }

            Card {
                id: themes

                Accessible.name: themesTitle.text
                Accessible.role: Accessible.List
                height: waits.height + 8
                visible: root.vm.doorsOpen
                width: parent.width

                Column {
                    id: waits

                    width: parent.width
                    y: 4

                    Repeater {
                        id: themeWaits

                        model: root.vm.themes

                        delegate: ThemeWait {
                            enabled: root.vm.connected
                            width: waits.width

                            onActivated: root.themeAsked(themeId)
                        }
                    }
                }
            }
        }
    }

    // There is more below.
    Rectangle {
        anchors.bottom: overview.bottom
        anchors.left: overview.left
        anchors.right: overview.right
        height: 8
        visible: overview.scrolls && !overview.atYEnd

        gradient: Gradient {
            GradientStop {
                color: Qt.alpha(Theme.card, 0)
                position: 0
            }

            GradientStop {
                color: Theme.card
                position: 1
            }
        }
    }

    FocusRing {
        anchors.fill: overview
        radius: 14
        thickness: 2
        visible: overview.activeFocus
    }

    Item {
        id: day

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        height: 50
        width: parent.width - 2 * root.margin
        x: root.margin

        ActionButton {
            anchors.fill: parent
            enabled: root.vm.connected
            kind: "secondary"
            objectName: "openDay"
            shortcutText: "J"
            text: qsTr("Ouvrir la journée")
            visible: !root.vm.doorsOpen

            onActivated: root.vm.openDay()
        }

        Row {
            anchors.fill: parent
            spacing: 10
            visible: root.vm.doorsOpen

            ActionButton {
                enabled: root.vm.connected
                height: parent.height
                horizontalPadding: 6
                objectName: "message"
                shortcutText: "M"
                text: qsTr("Message")
                width: (parent.width - parent.spacing) / 2

                onActivated: root.messageAsked()
            }

            ActionButton {
                enabled: root.vm.connected
                height: parent.height
                horizontalPadding: 6
                objectName: "day"
                shortcutText: "J"
                text: qsTr("Journée")
                width: (parent.width - parent.spacing) / 2

                onActivated: root.dayAsked()
            }
        }
    }
}
