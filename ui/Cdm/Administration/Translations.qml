pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// One text in each language of the site; the first one is needed.
Column {
    id: root

    required property AdministrationViewModel vm
    required property string place
    required property string label
    property string help: ""

    function takeFocus(): void {
        (texts.itemAt(0) as Field)?.takeFocus();
    }

    spacing: 10

    Repeater {
        id: texts

        model: root.vm.languages

        delegate: Field {
            id: each

            required property var model
            required property int index

            readonly property string key: root.place + "." + model.choiceId

            fault: root.vm.draft.faults[key] ?? ""
            hint: index === 0 ? root.vm.draft.hints[root.place] ?? root.help : ""
            label: root.label + " · " + model.label
            name: "field-" + key
            value: root.vm.values[key] ?? ""
            width: root.width

            onTyped: text => root.vm.setText(each.key, text)
        }
    }
}
