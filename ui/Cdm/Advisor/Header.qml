import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// Which table this is, what it is doing, and whether anything here is real.
Item {
    id: root

    required property AdvisorViewModel vm
    required property real unit
    required property string heading
    // Empty where there is no table yet.
    required property string stateText
    required property bool active

    BodyText {
        id: headerText

        readonly property real room: parent.width - (stateLine.visible ? stateLine.width + 10 * root.unit : 0)

        Accessible.role: Accessible.Heading
        anchors.verticalCenter: parent.verticalCenter
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(14 * root.unit)
        size: 20 * root.unit
        strong: true
        text: root.heading
        width: room - (sample.visible ? sample.width + 10 * root.unit : 0)
        wrapMode: Text.NoWrap
    }

    Chip {
        id: sample

        anchors.left: headerText.left
        anchors.leftMargin: headerText.contentWidth + 10 * root.unit
        anchors.verticalCenter: parent.verticalCenter
        fontSize: 12 * root.unit
        text: root.vm.rehearsal ? qsTr("Répétition") : qsTr("Site d’exemple")
        tone: root.vm.rehearsal ? "alarm" : "calm"
        // The name of the table matters more.
        visible: (root.vm.sample || root.vm.rehearsal) && headerText.implicitWidth + width + 10 * root.unit < headerText.room
    }

    StateLine {
        id: stateLine

        active: root.active
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.stateText
        unit: root.unit
        visible: text !== ""
    }
}
