pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls

// A value between two buttons: one step less, one step more.
Row {
    id: root

    required property string text
    required property string name
    property string lessName: qsTr("Moins")
    property string moreName: qsTr("Plus")
    property bool canLess: true
    property bool canMore: true
    property real valueWidth: 110

    signal stepped(int steps)

    Accessible.name: name + ", " + text
    Accessible.role: Accessible.Grouping
    spacing: 6

    Step {
        Accessible.name: root.lessName
        enabled: root.canLess
        objectName: root.objectName + "Less"
        text: "−"

        onActivated: root.stepped(-1)
    }

    BodyText {
        Accessible.ignored: true
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        size: 17
        strong: true
        text: root.text
        width: root.valueWidth
    }

    Step {
        Accessible.name: root.moreName
        enabled: root.canMore
        objectName: root.objectName + "More"
        text: "+"

        onActivated: root.stepped(1)
    }

    component Step: ActionButton {
        fontSize: 20
        height: 46
        horizontalPadding: 0
        settleMs: 0
        verticalPadding: 0
        width: 46
    }
}
