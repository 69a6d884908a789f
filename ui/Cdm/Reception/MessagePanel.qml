pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Writes what everybody is told: on the displays, or of a theme that is paused.
Panel {
    id: root

    required property ReceptionViewModel vm

    readonly property FrontViewModel front: vm.front
    readonly property bool ofTheme: front.subject !== ""
    readonly property bool told: ofTheme ? front.paused : front.message !== ""

    function start(subject: string): void {
        front.begin(subject);
        open();
        focusFirst();
    }

    function focusFirst(): void {
        if (told)
            takeBack.forceActiveFocus(Qt.TabFocusReason);
        else
            ready.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason);
    }

    function send(): void {
        if (!front.canSend || !vm.connected)
            return;
        close();
        front.send();
    }

    width: 640
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: head.text
        Accessible.role: Accessible.Dialog
        implicitHeight: content.height

        Column {
            id: content

            spacing: 12
            width: parent.width

            PanelHead {
                id: head

                closeName: "closeMessage"
                text: {
                    if (!root.ofTheme)
                        return qsTr("Message aux écrans");
                    const theme = "«\u00a0" + root.front.subjectLabel + "\u00a0»";
                    return (root.front.paused ? qsTr("%1 est en pause") : qsTr("Mettre %1 en pause")).arg(theme);
                }
                width: parent.width

                onCloseAsked: root.close()
            }

            BodyText {
                size: 16
                soft: true
                text: root.ofTheme ? qsTr("Plus de nouveau numéro pour ce sujet\u00a0; ceux qui attendent sont reçus. Le message paraît sur les bornes et les écrans.") : qsTr("Le message reste sur tous les écrans d’appel jusqu’à ce que vous le retiriez.")
                width: parent.width
            }

            NoticeStrip {
                text: root.ofTheme || root.front.message === "" ? "" : qsTr("Affiché maintenant\u00a0: «\u00a0%1\u00a0»").arg(root.front.message)
                width: parent.width
            }

            Flow {
                Accessible.name: qsTr("Messages de la maison, affichés tout de suite")
                Accessible.role: Accessible.List
                spacing: 8
                visible: !root.ofTheme && prepared.count > 0
                width: parent.width

                BodyText {
                    size: 16
                    soft: true
                    text: qsTr("Messages de la maison, affichés tout de suite")
                    width: parent.width
                }

                Repeater {
                    id: prepared

                    model: root.front.siteMessages

                    delegate: ActionButton {
                        required property var model

                        enabled: root.vm.connected
                        height: 46
                        kind: "secondary"
                        objectName: "prepared-" + model.key
                        text: model.text
                        width: Math.min(implicitWidth, content.width)

                        onActivated: {
                            const id = model.key;
                            root.close();
                            root.front.showPrepared(id);
                        }
                    }
                }
            }

            Flow {
                Accessible.name: qsTr("Phrases toutes prêtes")
                Accessible.role: Accessible.List
                spacing: 8
                width: parent.width

                Repeater {
                    id: ready

                    model: root.front.readyMade

                    delegate: ActionButton {
                        id: sentence

                        required property int index
                        required property var model

                        height: 46
                        objectName: "ready-" + model.key
                        text: model.text
                        width: Math.min(implicitWidth, content.width)

                        Keys.onDownPressed: ready.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onLeftPressed: ready.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onRightPressed: ready.itemAt(index + 1)?.forceActiveFocus(Qt.TabFocusReason)
                        Keys.onUpPressed: ready.itemAt(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
                        onActivated: {
                            root.front.choose(model.key);
                            send.forceActiveFocus(Qt.TabFocusReason);
                        }
                    }
                }
            }

            Row {
                spacing: 14

                BodyText {
                    anchors.verticalCenter: parent.verticalCenter
                    size: 16
                    soft: true
                    text: qsTr("Heure des phrases")
                }

                Stepper {
                    lessName: qsTr("Un quart d’heure plus tôt")
                    moreName: qsTr("Un quart d’heure plus tard")
                    name: qsTr("Heure des phrases")
                    objectName: "hour"
                    text: root.front.hourText

                    onStepped: steps => root.front.moveHour(steps)
                }
            }

            ListView {
                id: texts

                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 2000
                clip: contentHeight > height
                height: Math.min(contentHeight, Math.max(100, root.parent.height - 560))
                model: root.front.texts
                spacing: 8
                width: parent.width

                delegate: Item {
                    id: line

                    required property var model

                    height: 44
                    width: texts.width

                    BodyText {
                        Accessible.ignored: true
                        anchors.verticalCenter: parent.verticalCenter
                        elide: Text.ElideRight
                        size: 16
                        soft: !line.model.required
                        text: line.model.name
                        width: 96
                        wrapMode: Text.NoWrap
                    }

                    TextLine {
                        Accessible.name: qsTr("Message, %1").arg(line.model.name)
                        anchors.left: parent.left
                        anchors.leftMargin: 104
                        anchors.right: parent.right
                        height: parent.height
                        maximumLength: root.front.longestMessage
                        objectName: "text-" + line.model.code
                        placeholderText: line.model.required ? qsTr("Votre message") : qsTr("facultatif")
                        text: line.model.text

                        Keys.onEnterPressed: root.send()
                        Keys.onReturnPressed: root.send()
                        onActiveFocusChanged: {
                            if (activeFocus)
                                texts.positionViewAtIndex(line.model.index, ListView.Contain);
                        }
                        onTextEdited: {
                            root.front.setText(line.model.code, text);
                            text = Qt.binding(() => line.model.text);
                        }
                    }
                }
            }

            Row {
                layoutDirection: Qt.RightToLeft
                spacing: 12
                topPadding: 6
                width: parent.width

                ActionButton {
                    id: send

                    KeyNavigation.left: takeBack.visible ? takeBack : null
                    enabled: root.front.canSend && root.vm.connected
                    height: 52
                    kind: "primary"
                    objectName: "sendMessage"
                    text: {
                        if (!root.ofTheme)
                            return root.told ? qsTr("Remplacer") : qsTr("Afficher");
                        return root.told ? qsTr("Changer le message") : qsTr("Mettre en pause");
                    }

                    onActivated: root.send()
                }

                ActionButton {
                    id: takeBack

                    KeyNavigation.right: send
                    enabled: root.vm.connected
                    height: 52
                    kind: "secondary"
                    objectName: "takeBack"
                    text: root.ofTheme ? qsTr("Reprendre ce sujet") : qsTr("Retirer le message")
                    visible: root.told

                    onActivated: {
                        root.close();
                        if (root.ofTheme)
                            root.front.resume();
                        else
                            root.front.removeMessage();
                    }
                }
            }
        }

        Keys.onPressed: event => {
            if (event.text === "+" || event.text === "-") {
                root.front.moveHour(event.text === "+" ? 1 : -1);
                event.accepted = true;
            }
        }
    }

    onOpened: focusFirst()
}
