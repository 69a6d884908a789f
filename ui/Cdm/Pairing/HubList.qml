pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The Cités that were found, each with what tells it from another of the same name; while there is none, a sign.
Item {
    id: root

    required property PairingViewModel vm
    required property PairingSizes sizes
    readonly property int count: hubs.count
    readonly property real neededHeight: column.implicitHeight

    PairingSign {
        anchors.centerIn: parent
        kind: "searching"
        size: Math.min(root.sizes.u(420), root.width * 0.6, root.height * 0.8)
        visible: hubs.count === 0
    }

    Flickable {
        id: flick

        function reveal(button: Item): void {
            if (button.y < contentY)
                contentY = button.y;
            else if (button.y + button.height > contentY + height)
                contentY = button.y + button.height - height;
        }

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: column.implicitHeight
        contentWidth: width
        interactive: contentHeight > height + 1

        Column {
            id: column

            spacing: root.sizes.gap
            width: flick.width - (flick.interactive ? root.sizes.u(40) : 0)

            Repeater {
                id: hubs

                model: root.vm.hubs

                delegate: PairingButton {
                    id: hub

                    required property string key
                    required property string name
                    required detail

                    kind: "secondary"
                    objectName: "hub-" + key
                    sizes: root.sizes
                    text: name
                    textAlignment: Text.AlignLeft
                    width: column.width

                    onActivated: root.vm.choose(key)
                    onActiveFocusChanged: {
                        if (activeFocus)
                            flick.reveal(hub);
                    }
                }
            }
        }
    }

    ScrollMark {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        orientation: Qt.Vertical
        position: flick.visibleArea.yPosition
        size: flick.visibleArea.heightRatio
    }
}
