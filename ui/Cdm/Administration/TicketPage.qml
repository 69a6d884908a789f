pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What is printed on a ticket, and the paper itself while that is chosen.
Item {
    id: root

    required property AdministrationViewModel vm

    readonly property real pixelsPerMm: width < 800 ? 3.2 : 4

    PageScroll {
        id: left

        anchors.left: parent.left
        anchors.right: right.left
        anchors.rightMargin: 16
        height: parent.height
        spacing: 10

        BodyText {
            size: 16
            soft: true
            text: qsTr("Le numéro et où attendre y sont toujours. Qui choisit une autre langue y lit aussi, dessous, la première langue du site.")
            width: parent.width
        }

        Repeater {
            model: root.vm.ticket.lines

            delegate: Column {
                id: line

                required property var model

                spacing: 2
                width: parent?.width ?? 0

                Tick {
                    Accessible.description: line.model.sentence
                    name: "line-" + line.model.lineKey
                    text: line.model.label.charAt(0).toUpperCase() + line.model.label.slice(1)
                    ticked: line.model.chosen
                    width: parent.width

                    onActivated: root.vm.setTruth(line.model.lineKey, !ticked)
                }

                BodyText {
                    Accessible.ignored: true
                    size: 14
                    soft: true
                    text: line.model.sentence
                    width: parent.width - 12
                    x: 12
                }
            }
        }

        BodyText {
            Accessible.role: Accessible.Heading
            size: 17
            strong: true
            text: qsTr("Vos mots d’accueil")
            topPadding: 8
        }

        Translations {
            help: qsTr("Sans texte à vous\u00a0: «\u00a0Bienvenue\u00a0» et la devise du site.")
            label: qsTr("Mots d’accueil")
            place: "ticket.words"
            vm: root.vm
            width: parent.width
        }
    }

    Item {
        id: right

        anchors.right: parent.right
        height: parent.height
        width: 80 * root.pixelsPerMm + 40

        Column {
            id: choices

            spacing: 8
            width: parent.width

            Flow {
                spacing: 8
                width: parent.width

                Repeater {
                    model: [80, 58]

                    delegate: Tick {
                        required property int modelData

                        isRound: true
                        name: "roll-" + modelData
                        text: qsTr("%1 mm").arg(modelData)
                        ticked: root.vm.ticket.rollMm === modelData

                        onActivated: root.vm.ticket.chooseRoll(modelData)
                    }
                }

                Tick {
                    name: "largePrint"
                    text: qsTr("Gros caractères")
                    ticked: root.vm.ticket.large

                    onActivated: root.vm.ticket.setLarge(!ticked)
                }
            }

            Flow {
                spacing: 8
                width: parent.width

                Repeater {
                    model: root.vm.ticket.languages

                    delegate: Tick {
                        required property var model

                        isRound: true
                        name: "ticketLanguage-" + model.choiceId
                        text: model.label
                        ticked: model.level === 1

                        onActivated: root.vm.ticket.chooseLanguage(model.choiceId)
                    }
                }
            }
        }

        PageScroll {
            id: preview

            anchors.bottom: parent.bottom
            anchors.top: choices.bottom
            anchors.topMargin: 12
            width: parent.width

            Rectangle {
                id: strip

                Accessible.description: root.vm.ticket.said
                Accessible.name: qsTr("Le ticket, comme il sera imprimé")
                Accessible.role: Accessible.Graphic
                activeFocusOnTab: true
                border.color: activeFocus ? Theme.focus : Theme.line
                border.width: activeFocus ? 2 : 1
                color: "white"
                objectName: "ticketPreview"
                height: paper.height + 12 * root.pixelsPerMm
                width: root.vm.ticket.rollMm * root.pixelsPerMm

                Keys.onDownPressed: preview.contentY = Math.min(preview.contentY + 80, Math.max(0, preview.contentHeight - preview.height))
                Keys.onUpPressed: preview.contentY = Math.max(0, preview.contentY - 80)

                Image {
                    id: paper

                    Accessible.ignored: true
                    anchors.centerIn: parent
                    fillMode: Image.PreserveAspectFit
                    height: width * implicitHeight / Math.max(1, implicitWidth)
                    mipmap: true
                    source: root.vm.ticket.picture
                    width: implicitWidth / 8 * root.pixelsPerMm
                }
            }
        }
    }
}
