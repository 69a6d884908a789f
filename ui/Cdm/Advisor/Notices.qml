import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What went wrong, over the foot of the window, so that no button moves.
Item {
    id: root

    required property AdvisorViewModel vm
    required property real unit

    implicitHeight: lost.visible ? lost.implicitHeight : Math.max(notice.implicitHeight, 44)
    visible: !vm.connected || vm.notice !== ""

    Rectangle {
        anchors.fill: parent
        anchors.margins: -8 * root.unit
        color: Theme.paper
    }

    NoticeStrip {
        id: lost

        fontSize: 14 * root.unit
        height: parent.height
        objectName: "lost"
        text: root.vm.connected ? "" : qsTr("Connexion perdue, nouvelle tentative…")
        width: parent.width
    }

    NoticeStrip {
        id: notice

        fontSize: (text.length > 90 ? 12.5 : 14) * root.unit
        height: parent.height
        objectName: "notice"
        text: lost.visible ? "" : root.vm.notice
        width: parent.width - dismiss.width - 8 * root.unit
    }

    ActionButton {
        id: dismiss

        anchors.right: parent.right
        fontSize: 14 * root.unit
        height: parent.height
        objectName: "dismissNotice"
        text: qsTr("D’accord")
        visible: notice.visible
        width: 84 * root.unit

        onActivated: root.vm.dismissNotice()
    }
}
