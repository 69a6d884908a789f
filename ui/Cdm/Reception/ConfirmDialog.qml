pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Asks once before something that cannot be taken back.
Panel {
    id: root

    property string question: ""
    property string explanation: ""
    property string verb: ""
    property var answered: () => {}

    function ask(newQuestion: string, newExplanation: string, newVerb: string, action: var): void {
        question = newQuestion;
        explanation = newExplanation;
        verb = newVerb;
        answered = action;
        open();
    }

    width: 500
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    contentItem: FocusScope {
        Accessible.name: root.question
        Accessible.role: Accessible.Dialog
        implicitHeight: buttons.y + buttons.height

        BodyText {
            id: questionText

            size: 20
            strong: true
            text: root.question
            width: parent.width
        }

        BodyText {
            id: explanationText

            anchors.top: questionText.bottom
            anchors.topMargin: 8
            size: 16
            soft: true
            text: root.explanation
            width: parent.width
        }

        Row {
            id: buttons

            layoutDirection: Qt.RightToLeft
            spacing: 12
            width: parent.width
            y: explanationText.y + explanationText.height + 24

            ActionButton {
                id: confirm

                KeyNavigation.left: cancel
                height: 50
                kind: "primary"
                objectName: "confirm"
                text: root.verb

                onActivated: {
                    root.close();
                    root.answered();
                }
            }

            ActionButton {
                id: cancel

                KeyNavigation.right: confirm
                focus: true
                height: 50
                objectName: "cancel"
                text: qsTr("Annuler")

                onActivated: root.close()
            }
        }
    }

    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)
}
