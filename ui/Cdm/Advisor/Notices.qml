import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What went wrong, over the foot of the window, so that no button moves.
Item {
    id: root

    required property AdvisorViewModel vm
    required property real unit

    implicitHeight: lost.visible ? lost.implicitHeight : Math.max(notice.implicitHeight, 44)
    // Nothing is lost before the hub was heard: the page itself says where it is looked for.
    visible: (!vm.connected && vm.searchingText === "") || vm.notice !== ""

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
        text: root.vm.connected || root.vm.searchingText !== "" ? "" : qsTr("Connexion perdue, nouvelle tentative…")
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
