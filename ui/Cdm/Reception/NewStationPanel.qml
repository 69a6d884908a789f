pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// A new station: which of three numbers it shows, what it is, and whether it is ours. How it ended stays until read.
Panel {
    id: root

    required property NewStationViewModel vm

    readonly property bool isOver: vm.outcomeTitle !== ""
    readonly property bool isLow: parent.height < 760

    function start(): void {
        vm.begin();
        open();
    }

    closePolicy: T.Popup.CloseOnEscape
    height: isOver ? implicitHeight : Math.min(parent.height - 2 * margins, 800)
    padding: isLow ? 20 : 30
    width: Math.min(parent.width - 48, isOver ? 640 : 1000)
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        id: content

        Accessible.name: root.isOver ? root.vm.outcomeTitle : head.text
        Accessible.role: Accessible.Dialog
        implicitHeight: ending.height

        Item {
            id: asking

            anchors.fill: parent
            visible: !root.isOver

            PanelHead {
                id: head

                closeName: "closeNewStation"
                text: qsTr("Une nouvelle station se présente")
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                id: intro

                anchors.top: head.bottom
                anchors.topMargin: 4
                objectName: "newStationLeft"
                size: 17
                soft: true
                text: qsTr("Elle s’annonce sur le réseau de la maison, et son écran montre un nombre.") + " " + root.vm.leftText
                width: parent.width
            }

            Item {
                id: left

                anchors.bottom: foot.top
                anchors.bottomMargin: root.isLow ? 14 : 22
                anchors.top: intro.bottom
                anchors.topMargin: root.isLow ? 12 : 20
                width: Math.round(parent.width * 0.42)

                BodyText {
                    id: question

                    Accessible.role: Accessible.Heading
                    size: root.isLow ? 16 : 18
                    strong: true
                    text: qsTr("Lequel de ces trois nombres montre-t-elle\u00a0?")
                    width: parent.width
                }

                Column {
                    id: numbers

                    readonly property real room: (left.height - question.height - 12 - 2 * spacing) / 3

                    Accessible.name: question.text
                    Accessible.role: Accessible.Grouping
                    anchors.top: question.bottom
                    anchors.topMargin: 12
                    spacing: 12
                    width: parent.width

                    Repeater {
                        id: numberChoices

                        model: root.vm.numbers

                        delegate: NumberChoice {
                            height: Math.min(160, numbers.room)
                            width: numbers.width

                            Keys.onDownPressed: numberChoices.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                            Keys.onUpPressed: numberChoices.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                            onActivated: root.vm.chooseNumber(number)
                        }
                    }
                }
            }

            Flickable {
                id: right

                function reveal(item: Item): void {
                    let up = item;
                    while (up && up !== choices)
                        up = up.parent;
                    if (!up)
                        return;
                    const top = item.mapToItem(choices, 0, 0).y;
                    if (top < contentY + 8)
                        contentY = Math.max(0, top - 30);
                    else if (top + item.height > contentY + height - 8)
                        contentY = Math.min(contentHeight - height, top + item.height - height + 30);
                }

                anchors.bottom: left.bottom
                anchors.left: left.right
                anchors.leftMargin: root.isLow ? 20 : 34
                anchors.right: parent.right
                anchors.top: left.top
                boundsBehavior: Flickable.StopAtBounds
                clip: contentHeight > height
                contentHeight: choices.height + 8
                contentWidth: width

                T.ScrollBar.vertical: ScrollMark {}

                Connections {
                    function onActiveFocusItemChanged(): void {
                        if (root.visible && content.Window.window?.activeFocusItem)
                            right.reveal(content.Window.window.activeFocusItem);
                    }

                    target: content.Window.window
                }

                Column {
                    id: choices

                    spacing: 10
                    // Room for the rings of what has the keyboard, and for the scroll mark.
                    width: right.width - 18
                    x: 4

                    BodyText {
                        id: roleTitle

                        Accessible.role: Accessible.Heading
                        size: 18
                        strong: true
                        text: qsTr("C’est…")
                    }

                    Grid {
                        id: roles

                        Accessible.name: roleTitle.text
                        Accessible.role: Accessible.Grouping
                        columns: 2
                        spacing: 10
                        width: parent.width

                        Repeater {
                            model: root.vm.roles

                            delegate: RoleChoice {
                                height: 68
                                width: (roles.width - 10) / 2

                                onActivated: root.vm.chooseRole(role)
                            }
                        }
                    }

                    BodyText {
                        Accessible.role: Accessible.Heading
                        size: 18
                        strong: true
                        text: qsTr("Son nom")
                        topPadding: 6
                    }

                    TextLine {
                        id: nameLine

                        Accessible.description: root.vm.nameFault
                        Accessible.name: qsTr("Son nom")
                        maximumLength: 40
                        objectName: "newStationName"
                        width: parent.width

                        onAccepted: root.vm.accept()
                        onTextEdited: root.vm.setName(text)

                        Connections {
                            function onNameChanged(): void {
                                if (nameLine.text !== root.vm.name)
                                    nameLine.text = root.vm.name;
                            }

                            target: root.vm
                        }
                    }

                    BodyText {
                        color: root.vm.nameFault === "" ? Theme.softInk : Theme.alarm
                        objectName: "newStationNameFault"
                        size: 15
                        text: root.vm.nameFault === "" ? qsTr("C’est ce nom que diront les alertes.") : root.vm.nameFault
                        width: parent.width
                    }

                    BodyText {
                        id: placesTitle

                        Accessible.role: Accessible.Heading
                        size: 18
                        strong: true
                        text: root.vm.placesTitle
                        topPadding: 6
                        visible: text !== ""
                    }

                    Flow {
                        Accessible.name: placesTitle.text
                        Accessible.role: Accessible.Grouping
                        spacing: 8
                        visible: placesTitle.visible
                        width: parent.width

                        Repeater {
                            model: root.vm.places

                            delegate: RadioOption {
                                required property string place
                                required property string label

                                objectName: "place-" + place
                                text: label
                                widest: choices.width

                                onActivated: root.vm.choosePlace(place)
                            }
                        }
                    }

                    BodyText {
                        id: replacesTitle

                        Accessible.role: Accessible.Heading
                        size: 18
                        strong: true
                        text: qsTr("Elle remplace…")
                        topPadding: 6
                        visible: replaced.count > 0
                    }

                    Flow {
                        Accessible.name: replacesTitle.text
                        Accessible.role: Accessible.Grouping
                        spacing: 8
                        visible: replaced.count > 0
                        width: parent.width

                        Repeater {
                            id: replaced

                            model: root.vm.replaceable

                            delegate: RadioOption {
                                required property string station
                                required property string label

                                objectName: "replace-" + label
                                text: label
                                widest: choices.width

                                onActivated: root.vm.chooseReplaced(station)
                            }
                        }
                    }

                    BodyText {
                        size: 15
                        soft: true
                        text: qsTr("La machine remplacée quitte la maison dès que vous aurez répondu.")
                        visible: root.vm.replacesOne
                        width: parent.width
                    }
                }
            }

            Column {
                id: foot

                anchors.bottom: parent.bottom
                spacing: 10
                width: parent.width

                NoticeStrip {
                    fontSize: 16
                    objectName: "newStationNotice"
                    text: root.vm.notice
                    width: parent.width
                }

                Row {
                    spacing: 14
                    width: parent.width

                    ActionButton {
                        id: refuse

                        KeyNavigation.right: accept
                        busy: root.vm.busy
                        enabled: root.vm.canAnswer || root.vm.busy
                        fontSize: 19
                        height: root.isLow ? 56 : 66
                        kind: "secondary"
                        objectName: "refuseStation"
                        text: qsTr("Ce n’est pas la nôtre")
                        width: left.width

                        onActivated: root.vm.refuse()
                    }

                    ActionButton {
                        id: accept

                        KeyNavigation.left: refuse
                        Accessible.description: root.vm.missingText
                        busy: root.vm.busy
                        enabled: (root.vm.canAnswer || root.vm.busy) && root.vm.missingText === ""
                        fontSize: 19
                        height: refuse.height
                        kind: "primary"
                        objectName: "acceptStation"
                        text: qsTr("C’est bien elle")
                        width: parent.width - refuse.width - parent.spacing

                        onActivated: root.vm.accept()
                    }
                }

                BodyText {
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "newStationSees"
                    size: 15
                    soft: true
                    text: (root.vm.missingText === "" ? "" : root.vm.missingText + " ") + qsTr("Tant que vous n’avez pas répondu, cette machine ne voit rien de la maison.")
                    width: parent.width
                }
            }
        }

        Column {
            id: ending

            spacing: 14
            visible: root.isOver
            width: parent.width

            BodyText {
                Accessible.role: Accessible.AlertMessage
                color: root.vm.isWelcome ? Theme.goodInk : Theme.ink
                objectName: "newStationOutcome"
                size: 26
                strong: true
                text: root.vm.outcomeTitle
                width: parent.width
            }

            BodyText {
                bottomPadding: 10
                lineHeight: 1.1
                size: 18
                text: root.vm.outcomeText
                width: parent.width
            }

            ActionButton {
                id: understood

                anchors.right: parent.right
                fontSize: 18
                height: 54
                kind: "primary"
                objectName: "understoodStation"
                text: qsTr("D’accord")
                width: 180

                onActivated: root.close()
            }
        }

        // The numbers' own keys; whoever types a name types digits.
        Keys.onPressed: event => {
            const choice = root.isOver ? null : numberChoices.itemAt(root.keyIndex(event.text)) as NumberChoice;
            if (choice && !event.isAutoRepeat) {
                root.vm.chooseNumber(choice.number);
                choice.forceActiveFocus(Qt.TabFocusReason);
                event.accepted = true;
            }
        }
    }

    onClosed: vm.leave()
    onIsOverChanged: {
        if (isOver && opened)
            understood.forceActiveFocus(Qt.TabFocusReason);
    }
    onOpened: {
        if (isOver)
            understood.forceActiveFocus(Qt.TabFocusReason);
        else
            numberChoices.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason);
    }
}
