pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// One question over the window: who of several, or which theme; the keys 1 to 9 choose too.
Rectangle {
    id: root

    required property real unit

    property string question: ""
    property string explanation: ""
    property var choices: null
    property string allText: ""
    property var answered: choiceId => {}

    signal closed

    function ask(newQuestion: string, newExplanation: string, newChoices: var, newAllText: string, action: var): void {
        question = newQuestion;
        explanation = newExplanation;
        choices = newChoices;
        allText = newAllText;
        answered = action;
        visible = true;
        list.forceLayout();
        list.positionViewAtBeginning();
        (list.itemAtIndex(0) ?? back).forceActiveFocus(Qt.TabFocusReason);
    }

    function close(): void {
        if (visible) {
            visible = false;
            closed();
        }
    }

    function answer(choiceId: string): void {
        const action = answered;
        close();
        action(choiceId);
    }

    Accessible.name: question
    Accessible.role: Accessible.Dialog
    color: Theme.paper
    visible: false

    Keys.onEscapePressed: close()
    Keys.onPressed: event => {
        const option = event.text === "0" && every.visible ? every : list.itemAtIndex("123456789".indexOf(event.text)) as ActionButton;
        if (event.text !== "" && option) {
            option.act();
            event.accepted = true;
        }
    }

    Column {
        id: head

        spacing: 4 * root.unit
        width: parent.width

        BodyText {
            Accessible.role: Accessible.Heading
            size: 20 * root.unit
            strong: true
            text: root.question
            width: parent.width
        }

        BodyText {
            size: 15 * root.unit
            soft: true
            text: root.explanation
            visible: text !== ""
            width: parent.width
        }
    }

    ListView {
        id: list

        anchors.bottom: foot.top
        anchors.bottomMargin: 12 * root.unit
        anchors.top: head.bottom
        anchors.topMargin: 8 * root.unit
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 2000
        clip: true
        // Room for the focus ring inside the clip.
        leftMargin: 6 * root.unit
        model: root.choices
        rightMargin: 6 * root.unit
        spacing: 8 * root.unit
        topMargin: 6 * root.unit
        width: parent.width + 12 * root.unit
        x: -6 * root.unit

        delegate: ActionButton {
            id: option

            required property int index
            required property string choiceId
            required property string label
            required property string colour

            fontSize: 16 * root.unit
            height: Math.max(50 * root.unit, implicitHeight)
            leftPadding: (colour === "" ? 16 : 44) * root.unit
            objectName: "choice-" + choiceId
            rightPadding: 40 * root.unit
            text: label
            textAlignment: Text.AlignLeft
            width: root.width

            // Looked up when the key comes: the rows are made one after the other.
            Keys.onDownPressed: (list.itemAtIndex(index + 1) ?? (every.visible ? every : back)).forceActiveFocus(Qt.TabFocusReason)
            Keys.onUpPressed: list.itemAtIndex(index - 1)?.forceActiveFocus(Qt.TabFocusReason)
            onActiveFocusChanged: {
                if (activeFocus)
                    list.positionViewAtIndex(index, ListView.Contain);
            }
            onActivated: root.answer(choiceId)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: option.colour === "" ? "transparent" : option.colour
                height: 14 * root.unit
                radius: 4 * root.unit
                width: height
                x: 17 * root.unit
            }

            BodyText {
                Accessible.ignored: true
                anchors.right: parent.right
                anchors.rightMargin: 16 * root.unit
                anchors.verticalCenter: parent.verticalCenter
                size: 13 * root.unit
                soft: true
                text: option.index < 9 ? String(option.index + 1) : ""
            }
        }
    }

    Column {
        id: foot

        anchors.bottom: parent.bottom
        spacing: 8 * root.unit
        width: parent.width

        ActionButton {
            id: every

            KeyNavigation.down: back
            fontSize: 16 * root.unit
            height: 50 * root.unit
            kind: "secondary"
            objectName: "choice-all"
            shortcutText: "0"
            text: root.allText
            visible: text !== ""
            width: parent.width

            Keys.onUpPressed: list.itemAtIndex(list.count - 1)?.forceActiveFocus(Qt.TabFocusReason)
            onActivated: root.answer("")
        }

        ActionButton {
            id: back

            fontSize: 16 * root.unit
            height: 50 * root.unit
            objectName: "choice-back"
            shortcutText: qsTr("Échap")
            text: qsTr("Retour")
            width: parent.width

            Keys.onUpPressed: (every.visible ? every : list.itemAtIndex(list.count - 1))?.forceActiveFocus(Qt.TabFocusReason)
            onActivated: root.close()
        }
    }
}
