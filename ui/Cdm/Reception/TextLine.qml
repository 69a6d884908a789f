pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls

// One line to write in.
T.TextField {
    id: root

    property real fontSize: 17
    property string hint: ""

    Accessible.name: placeholderText
    Accessible.role: Accessible.EditableText
    color: Theme.ink
    font.family: Theme.textFamily
    font.pixelSize: fontSize
    implicitHeight: 44
    implicitWidth: 200
    leftPadding: 14
    placeholderTextColor: Theme.softInk
    rightPadding: mark.visible ? mark.width + 22 : 14
    selectByMouse: true
    selectedTextColor: Theme.onPrimary
    selectionColor: Theme.primary
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        border.color: root.activeFocus ? Theme.focus : Theme.line
        border.width: root.activeFocus ? 2 : 1
        color: root.enabled ? Theme.card : "transparent"
        radius: 12
    }

    BodyText {
        Accessible.ignored: true
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        elide: Text.ElideRight
        size: root.fontSize
        soft: true
        text: root.placeholderText
        verticalAlignment: Text.AlignVCenter
        visible: root.text === "" && root.preeditText === ""
        wrapMode: Text.NoWrap
    }

    BodyText {
        id: mark

        Accessible.ignored: true
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        size: 12
        soft: true
        text: root.hint
        visible: text !== ""
        wrapMode: Text.NoWrap
    }
}
