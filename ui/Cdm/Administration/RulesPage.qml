pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// How patient the house is, each rule with what it does.
PageScroll {
    id: root

    required property AdministrationViewModel vm

    spacing: 10

    Repeater {
        id: rules

        model: root.vm.rules

        delegate: Column {
            id: rule

            required property var model
            required property int index

            readonly property string group: model.group

            spacing: 10
            width: parent?.width ?? 0

            BodyText {
                Accessible.role: Accessible.Heading
                size: 17
                strong: true
                text: rule.group
                topPadding: rule.index === 0 ? 0 : 12
                visible: text !== ""
                width: parent.width
            }

            Card {
                height: Math.max(words.height, field.height) + 24
                width: parent.width

                Column {
                    id: words

                    spacing: 2
                    width: parent.width - 230
                    x: 16
                    y: 12

                    BodyText {
                        Accessible.ignored: true
                        size: 17
                        text: rule.model.label
                        width: parent.width
                    }

                    BodyText {
                        Accessible.ignored: true
                        size: 15
                        soft: true
                        text: rule.model.sentence
                        width: parent.width
                    }
                }

                Field {
                    id: field

                    fault: root.vm.draft.faults[rule.model.ruleKey] ?? ""
                    hint: rule.model.rangeText
                    input.Accessible.description: [rule.model.sentence, fault, hint].filter(text => text !== "").join(" ")
                    input.Accessible.name: rule.model.label
                    label: ""
                    name: "rule-" + rule.model.ruleKey
                    unit: rule.model.unit
                    value: rule.model.text
                    width: 180
                    x: parent.width - 196
                    y: 12

                    onTyped: text => root.vm.setNumber(rule.model.ruleKey, text)
                }
            }
        }
    }
}
