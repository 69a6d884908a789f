pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// One text to type, with its name above and what is wrong with it below.
Item {
    id: root

    required property string label
    property string value: ""
    property string fault: ""
    property string hint: ""
    property string unit: ""
    property string placeholder: ""
    property bool secret: false
    property string name: ""

    readonly property alias input: field
    property bool typing: false

    signal typed(string text)
    signal entered

    function show(): void {
        if (!typing && field.text !== value)
            field.text = value;
    }

    // All of the text is chosen: what is typed takes its place.
    function takeFocus(): void {
        field.forceActiveFocus(Qt.TabFocusReason);
        field.selectAll();
    }

    // Of a hidden text Qt tells screen readers not even the name: its group has it.
    Accessible.name: secret ? label : ""
    Accessible.role: secret ? Accessible.Grouping : Accessible.NoRole
    implicitHeight: below.y + (below.visible ? below.height : 0)
    implicitWidth: 320

    BodyText {
        id: title

        Accessible.ignored: true
        size: 15
        soft: true
        text: root.label
        visible: text !== ""
        width: parent.width
    }

    T.TextField {
        id: field

        Accessible.description: root.fault !== "" ? root.fault : root.hint
        Accessible.name: root.label
        Accessible.role: Accessible.EditableText
        color: Theme.ink
        echoMode: root.secret ? TextInput.Password : TextInput.Normal
        font.family: Theme.textFamily
        font.pixelSize: 17
        height: 42
        leftPadding: 12
        maximumLength: 400
        objectName: root.name
        rightPadding: unitText.visible ? unitText.width + 20 : 12
        selectByMouse: true
        selectedTextColor: Theme.inkOnPrimary
        selectionColor: Theme.primary
        verticalAlignment: TextInput.AlignVCenter
        width: parent.width
        y: title.visible ? title.height + 4 : 0

        background: Rectangle {
            border.color: field.activeFocus ? Theme.focus : root.fault !== "" ? Theme.alarm : Theme.line
            border.width: field.activeFocus || root.fault !== "" ? 2 : 1
            color: root.enabled ? Theme.card : Theme.disabledGround
            radius: 10
        }

        onAccepted: root.entered()
        onActiveFocusChanged: {
            if (!activeFocus)
                root.show();
        }
        onTextEdited: {
            root.typing = true;
            root.typed(text);
            root.typing = false;
        }

        BodyText {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            elide: Text.ElideRight
            maximumLineCount: 1
            size: 17
            soft: true
            text: root.placeholder
            visible: field.text === ""
            width: parent.width - 24
            x: 12
        }

        BodyText {
            id: unitText

            Accessible.ignored: true
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            size: 15
            soft: true
            text: root.unit
            visible: text !== ""
            wrapMode: Text.NoWrap
        }
    }

    BodyText {
        id: below

        Accessible.ignored: true
        color: root.fault !== "" ? Theme.alarm : Theme.softInk
        size: 14
        text: root.fault !== "" ? root.fault : root.hint
        topPadding: 3
        visible: text !== ""
        width: parent.width
        y: field.y + field.height
    }

    onValueChanged: show()

    Component.onCompleted: show()
}
