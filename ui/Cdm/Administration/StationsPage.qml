pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// The machines of the house: who is paired, what is wrong first, and what can be done about each.
PageScroll {
    id: root

    required property StationsViewModel stations

    readonly property bool isEmpty: entries.count === 0

    signal strikeOffAsked(string station, string name)

    BodyText {
        size: 16
        soft: true
        text: qsTr("Ce qui change ici vaut tout de suite, sans «\u00a0Enregistrer\u00a0».")
        visible: !root.isEmpty
        width: parent.width
    }

    NoticeStrip {
        fontSize: 16
        objectName: "stationsNotice"
        text: root.stations.notice
        tone: "alarm"
        width: parent.width
    }

    Row {
        id: both

        spacing: 24
        visible: !root.isEmpty
        width: parent.width

        Column {
            id: list

            Accessible.name: qsTr("Stations associées")
            Accessible.role: Accessible.List
            spacing: 8
            width: Math.min(420, both.width * 0.45)

            Repeater {
                id: entries

                model: root.stations.stations

                delegate: StationEntry {
                    required property int index

                    width: list.width

                    Keys.onDownPressed: entries.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: entries.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                    onActivated: root.stations.choose(station)
                }
            }
        }

        Card {
            height: details.height + 44
            width: both.width - list.width - both.spacing

            Column {
                id: details

                spacing: 12
                width: parent.width - 48
                x: 24
                y: 22

                BodyText {
                    Accessible.role: Accessible.Heading
                    objectName: "stationTitle"
                    size: 22
                    strong: true
                    text: root.stations.chosenName
                    width: parent.width
                }

                NoticeStrip {
                    fontSize: 16
                    objectName: "stationTrouble"
                    text: root.stations.trouble === "" ? "" : root.stations.trouble + ". " + root.stations.advice
                    tone: "alarm"
                    width: parent.width
                }

                Column {
                    spacing: 4
                    width: parent.width

                    Repeater {
                        model: root.stations.facts

                        delegate: Row {
                            id: line

                            required property string fact
                            required property string text

                            Accessible.name: fact + "\u00a0: " + text
                            Accessible.role: Accessible.StaticText
                            width: details.width

                            BodyText {
                                Accessible.ignored: true
                                size: 16
                                soft: true
                                text: line.fact
                                width: 120
                            }

                            BodyText {
                                Accessible.ignored: true
                                size: 16
                                text: line.text
                                width: line.width - 120
                            }
                        }
                    }
                }

                Row {
                    spacing: 12
                    topPadding: 6
                    width: parent.width

                    Field {
                        fault: root.stations.nameFault
                        hint: qsTr("C’est ce nom que disent les alertes.")
                        label: qsTr("Nom")
                        name: "stationName"
                        value: root.stations.name
                        width: Math.min(360, parent.width - rename.width - 12)

                        onEntered: root.stations.rename()
                        onTyped: text => root.stations.type(text)
                    }

                    ActionButton {
                        id: rename

                        enabled: root.stations.canRename
                        fontSize: 15
                        objectName: "renameStation"
                        text: qsTr("Renommer")
                        y: 23

                        onActivated: root.stations.rename()
                    }
                }

                BodyText {
                    id: placesTitle

                    Accessible.role: Accessible.Heading
                    size: 16
                    soft: true
                    text: root.stations.placesTitle
                    topPadding: 4
                    visible: text !== ""
                    width: parent.width
                }

                Flow {
                    Accessible.name: placesTitle.text
                    Accessible.role: Accessible.Grouping
                    spacing: 8
                    visible: placesTitle.visible
                    width: parent.width

                    Repeater {
                        model: root.stations.places

                        delegate: Tick {
                            required property string place
                            required property string label
                            required property bool chosen

                            isRound: true
                            name: "stationPlace-" + place
                            text: label
                            ticked: chosen
                            width: Math.min(implicitWidth, details.width)

                            onActivated: root.stations.move(place)
                        }
                    }
                }

                Rectangle {
                    color: Theme.line
                    height: 1
                    width: parent.width
                }

                BodyText {
                    Accessible.role: Accessible.Heading
                    size: 17
                    strong: true
                    text: qsTr("La machine est en panne\u00a0?")
                    width: parent.width
                }

                BodyText {
                    size: 16
                    text: qsTr("Ne la radiez pas\u00a0: installez la nouvelle machine. Quand elle se présentera à l’accueil, choisissez «\u00a0Elle remplace… %1\u00a0». Elle prendra son nom et sa place, et l’ancienne quittera la maison.").arg(root.stations.chosenName)
                    width: parent.width
                }

                BodyText {
                    Accessible.role: Accessible.Heading
                    size: 17
                    strong: true
                    text: qsTr("Elle n’est plus à vous\u00a0?")
                    topPadding: 6
                    width: parent.width
                }

                ActionButton {
                    fontSize: 16
                    objectName: "strikeOff"
                    text: qsTr("Radier «\u00a0%1\u00a0»…").arg(root.stations.chosenName)

                    onActivated: root.strikeOffAsked(root.stations.chosen, root.stations.chosenName)
                }
            }
        }
    }

    Column {
        spacing: 8
        topPadding: root.isEmpty ? 0 : 8
        width: parent.width

        BodyText {
            Accessible.role: Accessible.Heading
            size: root.isEmpty ? 22 : 17
            strong: true
            text: root.isEmpty ? qsTr("Aucune machine n’est encore associée.") : qsTr("Associer une machine")
            width: parent.width
        }

        BodyText {
            size: 17
            text: qsTr("Allumez-la sur le réseau de la maison\u00a0: elle cherche sa Cité et montre six chiffres. L’accueil voit alors «\u00a0Une nouvelle station se présente\u00a0», compare les nombres, dit ce qu’elle est et lui donne un nom.")
            width: parent.width
        }

        BodyText {
            size: 16
            soft: true
            text: qsTr("Sur une machine sans clavier, la même chose dans un terminal\u00a0:")
            topPadding: 6
            width: parent.width
        }

        T.TextArea {
            Accessible.name: qsTr("Commande d’association")
            Accessible.role: Accessible.EditableText
            color: Theme.ink
            font.family: "monospace"
            font.pixelSize: 16
            height: implicitHeight
            implicitHeight: contentHeight + topPadding + bottomPadding
            objectName: "pairCommand"
            padding: 13
            readOnly: true
            selectByMouse: true
            selectedTextColor: Theme.inkOnPrimary
            selectionColor: Theme.primary
            text: root.stations.command
            textFormat: TextEdit.PlainText
            width: parent.width
            wrapMode: TextEdit.Wrap

            background: Rectangle {
                border.color: Theme.line
                border.width: 1
                color: Theme.restingCard
                radius: 10
            }
        }

        BodyText {
            size: 16
            soft: true
            text: root.stations.besideText
            topPadding: 6
            visible: text !== ""
            width: parent.width
        }
    }
}
