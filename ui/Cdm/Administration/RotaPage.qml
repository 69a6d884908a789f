pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The week: a row for each table, a column for each day; below it what is different on some days.
PageScroll {
    id: root

    required property AdministrationViewModel vm

    readonly property int columns: Math.max(1, days.count)
    readonly property real headWidth: 116
    readonly property real cellWidth: Math.floor((width - 20 - headWidth) / columns)

    signal cellAsked(string cell)
    signal removeAsked(string key)

    function focusCell(at: int): void {
        cells.itemAt(at)?.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: 14
    widest: width

    Item {
        height: Math.max(opens.height, explained.height)
        width: parent.width

        BodyText {
            id: explained

            size: 15
            soft: true
            text: qsTr("Flèches\u00a0: se déplacer · Entrée\u00a0: changer · Ctrl+C, Ctrl+V\u00a0: copier, coller · Suppr\u00a0: vider. (Entre parenthèses\u00a0: en renfort.)")
            width: parent.width - opens.width - 16
        }

        Tick {
            id: opens

            anchors.right: parent.right
            name: "rotaOpensShifts"
            text: qsTr("S’ouvrent d’elles-mêmes")
            ticked: root.vm.values["rota_opens_shifts"] ?? false

            onActivated: root.vm.setTruth("rota_opens_shifts", !ticked)
        }
    }

    BodyText {
        color: Theme.alarm
        size: 15
        text: root.vm.draft.faults["rota"] ?? ""
        visible: text !== ""
    }

    Row {
        BodyText {
            text: " "
            width: root.headWidth
        }

        Repeater {
            id: days

            model: root.vm.week.days

            delegate: BodyText {
                required property var model

                horizontalAlignment: Text.AlignHCenter
                size: 16
                strong: true
                text: model.label
                width: root.cellWidth
            }
        }
    }

    Row {
        id: grid

        Column {
            Repeater {
                model: root.vm.counters

                delegate: Item {
                    id: head

                    required property var model
                    required property int index

                    height: body.rowHeight
                    width: root.headWidth

                    BodyText {
                        anchors.verticalCenter: parent.verticalCenter
                        elide: Text.ElideRight
                        lineHeight: 0.95
                        maximumLineCount: 3
                        size: 15
                        strong: true
                        text: head.model.label
                        width: parent.width - 8
                    }
                }
            }
        }

        Grid {
            id: body

            readonly property real rowHeight: 88

            Accessible.name: qsTr("Permanences de la semaine")
            Accessible.role: Accessible.Table
            columns: root.columns

            Repeater {
                id: cells

                model: root.vm.week.cells

                delegate: PressButton {
                    id: cell

                    required property var model
                    required property int index

                    readonly property var lines: model.text === "" ? [] : model.text.split("\n")

                    Accessible.description: model.faulty ? qsTr("à corriger") : ""
                    Accessible.name: model.spoken
                    Accessible.role: Accessible.Cell
                    height: body.rowHeight
                    objectName: "cell-" + model.cellId
                    padding: 0
                    width: root.cellWidth

                    background: Rectangle {
                        anchors.fill: cell
                        anchors.margins: 3
                        border.color: cell.model.faulty ? Theme.alarm : cell.model.empty ? Theme.line : Theme.primary
                        border.width: cell.model.faulty ? 2 : 1
                        color: cell.down ? Theme.pressedTint : cell.hovered ? Theme.tint : cell.model.faulty ? Theme.alarmPaper : cell.model.empty ? (cell.model.closed ? Theme.disabledGround : Theme.paper) : Theme.card
                        radius: 10

                        FocusRing {
                            anchors.margins: 0
                            radius: 10
                            thickness: 3
                            visible: cell.visualFocus
                        }
                    }
                    contentItem: Item {
                        clip: true

                        BodyText {
                            Accessible.ignored: true
                            anchors.centerIn: parent
                            size: 20
                            soft: true
                            text: "+"
                            visible: cell.model.empty
                        }

                        Column {
                            anchors.verticalCenter: parent.verticalCenter
                            width: parent.width - 20
                            x: 10

                            Repeater {
                                model: cell.lines.slice(0, cell.lines.length > 2 ? 1 : 2)

                                delegate: Column {
                                    id: line

                                    required property string modelData

                                    width: parent?.width ?? 0

                                    BodyText {
                                        Accessible.ignored: true
                                        elide: Text.ElideRight
                                        maximumLineCount: 1
                                        size: 13
                                        soft: true
                                        text: line.modelData.split("\t")[0]
                                        width: parent.width
                                    }

                                    BodyText {
                                        Accessible.ignored: true
                                        elide: Text.ElideRight
                                        maximumLineCount: cell.lines.length > 1 ? 1 : 2
                                        size: 14
                                        text: line.modelData.split("\t")[1] ?? ""
                                        width: parent.width
                                    }
                                }
                            }

                            BodyText {
                                Accessible.ignored: true
                                size: 13
                                soft: true
                                text: qsTr("et %1 autres").arg(cell.lines.length - 1)
                                visible: cell.lines.length > 2
                            }
                        }
                    }

                    Keys.onDeletePressed: root.vm.week.emptyCell(model.cellId)
                    Keys.onDownPressed: root.focusCell(index + root.columns)
                    Keys.onLeftPressed: root.focusCell(index - 1)
                    Keys.onPressed: event => {
                        if (event.matches(StandardKey.Copy)) {
                            root.vm.week.copyCell(model.cellId);
                            event.accepted = true;
                        } else if (event.matches(StandardKey.Paste)) {
                            root.vm.week.pasteCell(model.cellId);
                            event.accepted = true;
                        }
                    }
                    Keys.onRightPressed: root.focusCell(index + 1)
                    Keys.onUpPressed: root.focusCell(index - root.columns)
                    onActivated: root.cellAsked(model.cellId)
                }
            }
        }
    }

    ExceptionsPart {
        vm: root.vm
        width: parent.width

        onCellAsked: cell => root.cellAsked(cell)
        onRemoveAsked: key => root.removeAsked(key)
    }
}
