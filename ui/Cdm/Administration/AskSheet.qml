pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// Asks once before something goes.
Sheet {
    id: root

    property string question: ""
    property string explanation: ""
    property string verb: ""
    property string refusal: ""
    property var answered: () => {}

    function ask(newQuestion: string, newExplanation: string, newVerb: string, action: var, newRefusal: var): void {
        question = newQuestion;
        explanation = newExplanation;
        verb = newVerb;
        refusal = newRefusal || qsTr("Ne rien changer");
        answered = action;
        open();
    }

    width: 520

    contentItem: FocusScope {
        Accessible.name: root.question
        Accessible.role: Accessible.Dialog
        implicitHeight: column.height

        Column {
            id: column

            spacing: 10
            width: parent.width

            BodyText {
                Accessible.role: Accessible.Heading
                size: 20
                strong: true
                text: root.question
                width: parent.width
            }

            BodyText {
                bottomPadding: 14
                size: 16
                soft: true
                text: root.explanation
                width: parent.width
            }

            Row {
                layoutDirection: Qt.RightToLeft
                spacing: 12
                width: parent.width

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
                    height: 50
                    objectName: "cancel"
                    text: root.refusal

                    onActivated: root.close()
                }
            }
        }
    }

    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)
}
