pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Cdm.Controls
import Cdm.ViewModels

// The site as its people change it: sections at the left, what is changed at the right.
Window {
    id: root

    required property AdministrationViewModel vm

    readonly property bool editing: vm.door.stage === "editing"
    readonly property bool covered: ask.visible || cell.visible || vm.draft.conflict
    readonly property int margin: width < 1200 ? 16 : 24
    readonly property real unit: Math.max(1, Math.min(2, width / 1360, height / 860))

    function askToRemove(key: string): void {
        ask.ask(qsTr("Retirer cette entrée\u00a0?"), vm.removalText(key) + (vm.removalText(key) === "" ? "" : "\n") + qsTr("Rien n’est définitif avant «\u00a0Enregistrer\u00a0»."), qsTr("Retirer"), () => root.vm.removeEntry(key));
    }

    function leave(): void {
        if (vm.draft.dirty)
            ask.ask(qsTr("Fermer sans enregistrer\u00a0?"), qsTr("Vos changements ne sont pas encore en vigueur et seront oubliés."), qsTr("Oublier mes changements"), () => root.vm.close());
        else
            vm.close();
    }

    color: Theme.paper
    height: 860
    minimumHeight: 680
    minimumWidth: 960
    objectName: "administrationWindow"
    title: vm.draft.siteName === "" ? qsTr("Réglages") : qsTr("Réglages – %1").arg(vm.draft.siteName)
    visible: vm.door.isOpen
    width: 1360

    // What was typed in a field is judged whole once it is left.
    onActiveFocusItemChanged: vm.draft.settle()

    Connections {
        function onDoubted(doubts: string): void {
            ask.ask(qsTr("Enregistrer quand même\u00a0?"), doubts, qsTr("Enregistrer"), () => root.vm.draft.saveAnyway(), qsTr("Relire d’abord"));
        }

        target: root.vm.draft
    }

    Shortcut {
        enabled: root.editing && !root.covered
        sequences: [StandardKey.Save]

        onActivated: root.vm.draft.save()
    }

    Shortcut {
        enabled: root.editing && root.vm.draft.canUndo && !ask.visible && !root.vm.draft.conflict
        sequences: [StandardKey.Undo]

        onActivated: root.vm.draft.undo()
    }

    Shortcut {
        enabled: root.editing && root.vm.draft.canRedo && !ask.visible && !root.vm.draft.conflict
        sequences: [StandardKey.Redo, "Ctrl+Y"]

        onActivated: root.vm.draft.redo()
    }

    // On a large screen all of it is larger, rather than lost in a corner.
    Item {
        id: page

        height: root.height / root.unit
        scale: root.unit
        transformOrigin: Item.TopLeft
        width: root.width / root.unit

        PinPage {
            anchors.fill: parent
            focus: visible
            door: root.vm.door
            visible: root.vm.door.stage === "pin" || root.vm.door.stage === "choose_pin"
        }

        BodyText {
            anchors.centerIn: parent
            size: 18
            soft: true
            text: qsTr("Un instant…")
            visible: root.vm.door.stage === "loading"
        }

        Rectangle {
            id: header

            color: Theme.card
            height: 66
            visible: root.editing
            width: parent.width

            BodyText {
                id: title

                Accessible.role: Accessible.Heading
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.primary
                size: 21
                strong: true
                text: qsTr("Réglages")
                x: 24
            }

            BodyText {
                anchors.left: title.right
                anchors.leftMargin: 18
                anchors.right: tools.left
                anchors.rightMargin: 16
                anchors.verticalCenter: parent.verticalCenter
                elide: Text.ElideRight
                maximumLineCount: 1
                size: 17
                soft: true
                text: root.vm.draft.siteName
            }

            Row {
                id: tools

                anchors.right: parent.right
                anchors.rightMargin: 16
                anchors.verticalCenter: parent.verticalCenter
                spacing: 10

                BodyText {
                    anchors.verticalCenter: parent.verticalCenter
                    objectName: "stateText"
                    size: 16
                    soft: true
                    text: root.vm.draft.connected ? root.vm.draft.stateText : qsTr("Connexion perdue")
                    visible: root.vm.draft.faultCount === 0 || !root.vm.draft.connected
                    wrapMode: Text.NoWrap
                }

                ActionButton {
                    fontSize: 15
                    objectName: "goToFault"
                    text: root.vm.draft.stateText
                    visible: root.vm.draft.faultCount > 0 && root.vm.draft.connected

                    onActivated: {
                        root.vm.goToFault();
                        if (root.vm.week.cell !== "")
                            cell.start(root.vm.week.cell);
                    }
                }

                ActionButton {
                    enabled: root.vm.draft.canUndo
                    fontSize: 15
                    objectName: "undo"
                    shortcutText: qsTr("Ctrl+Z")
                    text: qsTr("Annuler")

                    onActivated: root.vm.draft.undo()
                }

                ActionButton {
                    enabled: root.vm.draft.canRedo
                    fontSize: 15
                    objectName: "redo"
                    text: qsTr("Rétablir")

                    onActivated: root.vm.draft.redo()
                }

                ActionButton {
                    busy: root.vm.draft.busy
                    enabled: root.vm.draft.canSave
                    fontSize: 16
                    kind: "primary"
                    objectName: "save"
                    shortcutText: qsTr("Ctrl+S")
                    text: qsTr("Enregistrer")

                    onActivated: root.vm.draft.save()
                }

                ActionButton {
                    fontSize: 15
                    objectName: "close"
                    text: qsTr("Fermer")

                    onActivated: root.leave()
                }
            }

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.line
                height: 1
                width: parent.width
            }
        }

        Column {
            id: nav

            Accessible.name: qsTr("Réglages")
            Accessible.role: Accessible.List
            spacing: 4
            visible: root.editing
            width: 208
            x: root.margin - 4
            y: header.height + root.margin

            Repeater {
                id: sections

                model: root.vm.sections

                delegate: PressButton {
                    id: entry

                    required property var model
                    required property int index

                    readonly property bool chosen: model.sectionId === root.vm.section

                    Accessible.description: model.faults > 0 ? qsTr("à corriger\u00a0: %1").arg(model.faults) : ""
                    Accessible.role: Accessible.ListItem
                    Accessible.selected: chosen
                    // All sections are in sight in the lowest window, too.
                    height: Math.max(36, Math.min(46, (page.height - nav.y - 8) / sections.count - nav.spacing))
                    objectName: "section-" + model.sectionId
                    text: model.label
                    width: nav.width

                    background: Rectangle {
                        color: entry.chosen ? Theme.primary : entry.down ? Theme.pressedTint : entry.hovered ? Theme.tint : "transparent"
                        radius: 12

                        FocusRing {
                            anchors.margins: -3
                            radius: 14
                            thickness: 2
                            visible: entry.visualFocus
                        }
                    }
                    contentItem: Item {
                        BodyText {
                            Accessible.ignored: true
                            anchors.verticalCenter: parent.verticalCenter
                            color: entry.chosen ? Theme.inkOnPrimary : Theme.ink
                            size: 17
                            strong: entry.chosen
                            text: entry.text
                            x: 14
                        }

                        Chip {
                            Accessible.ignored: true
                            anchors.right: parent.right
                            anchors.rightMargin: 10
                            anchors.verticalCenter: parent.verticalCenter
                            text: String(entry.model.faults)
                            tone: "alarm"
                            visible: entry.model.faults > 0
                        }
                    }

                    Keys.onDownPressed: sections.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: sections.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActivated: root.vm.chooseSection(model.sectionId)
                }
            }
        }

        Item {
            id: room

            anchors.bottom: strip.visible ? strip.top : parent.bottom
            anchors.bottomMargin: strip.visible ? 12 : root.margin
            anchors.left: nav.right
            anchors.leftMargin: root.margin
            anchors.right: parent.right
            anchors.rightMargin: root.margin
            anchors.top: header.bottom
            anchors.topMargin: root.margin - 4
            visible: root.editing

            Page {
                section: "rota"
                sourceComponent: RotaPage {
                    vm: root.vm

                    onCellAsked: id => cell.start(id)
                    onRemoveAsked: key => root.askToRemove(key)
                }
            }

            Page {
                section: "themes"
                sourceComponent: ThemesPage {
                    vm: root.vm

                    onRemoveAsked: key => root.askToRemove(key)
                }
            }

            Page {
                section: "services"
                sourceComponent: ServicesPage {
                    vm: root.vm

                    onRemoveAsked: key => root.askToRemove(key)
                }
            }

            Page {
                section: "places"
                sourceComponent: PlacesPage {
                    vm: root.vm

                    onRemoveAsked: key => root.askToRemove(key)
                }
            }

            Page {
                section: "hours"
                sourceComponent: HoursPage {
                    vm: root.vm
                }
            }

            Page {
                section: "rules"
                sourceComponent: RulesPage {
                    vm: root.vm
                }
            }

            Page {
                section: "messages"
                sourceComponent: MessagesPage {
                    vm: root.vm

                    onRemoveAsked: key => root.askToRemove(key)
                }
            }

            Page {
                section: "sound"
                sourceComponent: SoundPage {
                    draft: root.vm.draft
                    sound: root.vm.sound
                }
            }

            Page {
                section: "ticket"
                sourceComponent: TicketPage {
                    vm: root.vm
                }
            }

            Page {
                section: "printers"
                sourceComponent: PrintersPage {
                    printers: root.vm.printers
                }
            }

            Page {
                section: "stations"
                sourceComponent: StationsPage {
                    stations: root.vm.stations

                    onStrikeOffAsked: (station, name) => ask.ask(qsTr("Radier «\u00a0%1\u00a0»\u00a0?").arg(name), root.vm.stations.strikeOffText(station), qsTr("Radier"), () => root.vm.stations.strikeOff(station))
                }
            }

            Page {
                section: "look"
                sourceComponent: LookPage {
                    vm: root.vm
                }
            }

            Page {
                section: "versions"
                sourceComponent: VersionsPage {
                    draft: root.vm.draft

                    onRestoreAsked: (version, when) => ask.ask(qsTr("Revenir à la version du %1\u00a0?").arg(when), qsTr("Tous les postes suivent aussitôt. La version d’aujourd’hui est gardée."), qsTr("Revenir"), () => root.vm.draft.restore(version))
                }
            }
        }

        Item {
            id: strip

            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.margin
            anchors.left: room.left
            anchors.right: room.right
            height: Math.max(46, notice.implicitHeight)
            visible: root.editing && root.vm.draft.notice !== ""

            NoticeStrip {
                id: notice

                height: parent.height
                objectName: "notice"
                text: root.vm.draft.notice
                width: parent.width - dismiss.width - 10
            }

            ActionButton {
                id: dismiss

                anchors.right: parent.right
                height: parent.height
                objectName: "dismissNotice"
                text: qsTr("D’accord")
                width: 110

                onActivated: root.vm.draft.dismissNotice()
            }
        }
    }

    AskSheet {
        id: ask

        parent: root.contentItem
        scale: root.unit
    }

    CellSheet {
        id: cell

        parent: root.contentItem
        scale: root.unit
        week: root.vm.week
    }

    ConflictSheet {
        draft: root.vm.draft
        parent: root.contentItem
        scale: root.unit
    }

    component Page: Loader {
        required property string section

        active: root.editing && root.vm.section === section
        anchors.fill: parent
        visible: active
    }

    onClosing: event => {
        event.accepted = false;
        root.leave();
    }
    onEditingChanged: {
        if (editing)
            Qt.callLater(() => sections.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason));
        else
            cell.close();
    }
    onVisibleChanged: {
        if (visible)
            requestActivate();
    }
}
