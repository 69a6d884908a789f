pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// A colour to choose among those on which everybody reads white text, or to type.
Column {
    id: root

    required property AdministrationViewModel vm
    required property string place
    property string label: qsTr("Couleur")

    readonly property string value: vm.values[place] ?? ""
    readonly property string remark: vm.draft.faults[place] ?? vm.draft.hints[place] ?? ""

    spacing: 6

    BodyText {
        size: 15
        soft: true
        text: root.label
    }

    Flow {
        Accessible.name: root.label
        Accessible.role: Accessible.Grouping
        spacing: 8
        width: parent.width

        Repeater {
            model: root.vm.colours

            delegate: PressButton {
                id: swatch

                required property string modelData
                required property int index

                readonly property bool chosen: root.value.toUpperCase() === modelData

                Accessible.role: Accessible.RadioButton
                checkable: true
                height: 48
                isOn: chosen
                objectName: "colour-" + modelData
                text: qsTr("Couleur %1").arg(index + 1)
                width: 48

                background: Rectangle {
                    border.color: swatch.chosen ? Theme.primary : "transparent"
                    border.width: 3
                    color: "transparent"
                    radius: 12

                    FocusRing {
                        radius: 14
                        thickness: 2
                        visible: swatch.visualFocus
                    }
                }
                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        color: swatch.modelData
                        height: 34
                        radius: 8
                        width: 34

                        Rectangle {
                            anchors.centerIn: parent
                            color: Theme.inkOnPrimary
                            height: 10
                            radius: 5
                            visible: swatch.chosen
                            width: 10
                        }
                    }
                }

                onActivated: root.vm.setText(root.place, modelData)
            }
        }

        Field {
            input.Accessible.name: root.label
            label: ""
            name: "colourCode-" + root.place
            value: root.value
            width: 110

            onTyped: text => root.vm.setText(root.place, text)
        }
    }

    BodyText {
        color: root.vm.draft.faults[root.place] ? Theme.alarm : Theme.softInk
        size: 14
        text: root.remark
        visible: text !== ""
        width: parent.width
    }
}
