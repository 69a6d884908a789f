pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// One table's weekday: its permanences, and the themes and languages of the one that is chosen.
Sheet {
    id: root

    required property WeekViewModel week

    readonly property bool held: week.stretch >= 0 && stretches.count > 0

    function start(cell: string): void {
        week.chooseCell(cell);
        open();
    }

    padding: 22
    width: Math.min(parent.width - 40, 860)

    contentItem: FocusScope {
        Accessible.name: root.week.cellTitle
        Accessible.role: Accessible.Dialog
        implicitHeight: column.height

        Column {
            id: column

            spacing: 12
            width: parent.width

            Item {
                height: 44
                width: parent.width

                BodyText {
                    Accessible.role: Accessible.Heading
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    size: 22
                    strong: true
                    text: root.week.cellTitle
                    width: parent.width - done.width - 12
                }

                ActionButton {
                    id: done

                    anchors.right: parent.right
                    height: parent.height
                    objectName: "closeCell"
                    shortcutText: qsTr("Échap")
                    text: qsTr("C’est bon")

                    onActivated: root.close()
                }
            }

            NoticeStrip {
                fontSize: 15
                text: root.week.cellFaults
                tone: "alarm"
                width: parent.width
            }

            Flow {
                spacing: 8
                width: parent.width

                Repeater {
                    id: stretches

                    model: root.week.stretches

                    delegate: Tick {
                        required property var model
                        required property int index

                        isRound: true
                        name: "stretch-" + index
                        text: model.label
                        ticked: index === root.week.stretch

                        onActivated: root.week.chooseStretch(index)
                    }
                }

                ActionButton {
                    id: morning

                    fontSize: 15
                    objectName: "addMorning"
                    text: qsTr("Ajouter un matin")

                    onActivated: root.week.addStretch(false)
                }

                ActionButton {
                    fontSize: 15
                    objectName: "addAfternoon"
                    text: qsTr("Ajouter un après-midi")

                    onActivated: root.week.addStretch(true)
                }
            }

            Row {
                spacing: 12
                visible: root.held

                Field {
                    id: hours

                    hint: qsTr("Vide\u00a0: tant que les portes sont ouvertes")
                    label: qsTr("De… à…")
                    name: "stretchHours"
                    value: root.week.stretchHours
                    width: 330

                    onTyped: text => root.week.setStretchHours(text)
                }

                ActionButton {
                    fontSize: 15
                    objectName: "removeStretch"
                    text: qsTr("Retirer cette permanence")
                    y: 22

                    onActivated: {
                        root.week.removeStretch();
                        morning.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }

            BodyText {
                size: 15
                soft: true
                text: qsTr("Sujets\u00a0: chaque appui passe de «\u00a0non\u00a0» à «\u00a0premier choix\u00a0», puis «\u00a0en renfort\u00a0»")
                visible: root.held
                width: parent.width
            }

            Grid {
                id: themes

                columns: 2
                spacing: 8
                visible: root.held
                width: parent.width

                Repeater {
                    model: root.week.stretchThemes

                    delegate: PressButton {
                        id: theme

                        required property var model

                        readonly property string levelText: model.level === 1 ? qsTr("premier choix") : model.level === 2 ? qsTr("en renfort") : qsTr("non")

                        checkable: true
                        isOn: model.level > 0
                        Accessible.name: model.label + " : " + levelText
                        Accessible.role: Accessible.CheckBox
                        height: 44
                        objectName: "stretchTheme-" + model.choiceId
                        width: (themes.width - 8) / 2

                        background: Rectangle {
                            border.color: theme.model.level > 0 ? Theme.primary : Theme.line
                            border.width: theme.model.level > 0 ? 2 : 1
                            color: theme.down ? Theme.pressedTint : theme.hovered ? Theme.tint : Theme.card
                            radius: 10

                            FocusRing {
                                radius: 14
                                thickness: 2
                                visible: theme.visualFocus
                            }
                        }
                        contentItem: Item {
                            Rectangle {
                                anchors.verticalCenter: parent.verticalCenter
                                color: theme.model.colour
                                height: 14
                                radius: 4
                                width: 14
                                x: 12
                            }

                            BodyText {
                                Accessible.ignored: true
                                anchors.left: parent.left
                                anchors.leftMargin: 36
                                anchors.right: level.left
                                anchors.rightMargin: 8
                                anchors.verticalCenter: parent.verticalCenter
                                elide: Text.ElideRight
                                maximumLineCount: 1
                                size: 15
                                soft: theme.model.level === 0
                                text: theme.model.label
                            }

                            BodyText {
                                id: level

                                Accessible.ignored: true
                                anchors.right: parent.right
                                anchors.rightMargin: 12
                                anchors.verticalCenter: parent.verticalCenter
                                color: theme.model.level === 0 ? Theme.softInk : Theme.primary
                                size: 14
                                strong: theme.model.level === 1
                                text: theme.levelText
                                wrapMode: Text.NoWrap
                            }
                        }

                        onActivated: root.week.cycleTheme(model.choiceId)
                    }
                }
            }

            Flow {
                spacing: 8
                visible: root.held
                width: parent.width

                Repeater {
                    model: root.week.stretchLanguages

                    delegate: Tick {
                        required property var model

                        name: "stretchLanguage-" + model.choiceId
                        text: model.label
                        ticked: model.level === 1

                        onActivated: root.week.toggleLanguage(model.choiceId)
                    }
                }
            }

            BodyText {
                size: 15
                soft: true
                text: root.week.inWeek ? qsTr("Faire de même un autre jour (remplace ce qui y est)") : qsTr("Ces jours-là, cette table n’a que ce qui est ici, et rien de sa semaine.")
                topPadding: 4
                // A day without a permanence is nothing to do alike.
                visible: !root.week.inWeek || root.held
                width: parent.width
            }

            Flow {
                spacing: 8
                width: parent.width

                Repeater {
                    model: root.week.copyDays

                    delegate: Tick {
                        required property var model

                        name: "copyDay-" + model.choiceId
                        text: model.label
                        ticked: model.level === 1

                        onActivated: root.week.copyToDay(model.choiceId)
                    }
                }
            }
        }
    }

    onClosed: week.chooseCell("")
    onOpened: {
        if (held)
            stretches.itemAt(week.stretch)?.forceActiveFocus(Qt.TabFocusReason);
        else
            morning.forceActiveFocus(Qt.TabFocusReason);
    }
}
