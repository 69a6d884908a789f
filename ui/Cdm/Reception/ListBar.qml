pragma ComponentBehavior: Bound

import QtQuick
import Cdm.ViewModels

// Finds a number, and narrows the list.
Item {
    id: root

    required property ReceptionViewModel vm

    // What a digit is typed with, on a French keyboard without Shift too.
    readonly property string digits: "0123456789&é\"'(-è_çà"

    signal found
    signal over

    function takeFocus(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    // A digit typed anywhere begins a search with it.
    function beginWith(typed: string): bool {
        if (typed.length !== 1 || !digits.includes(typed))
            return false;
        vm.search(typed);
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.cursorPosition = field.length;
        return true;
    }

    // One filter further, as the arrows in the list ask for.
    function step(steps: int): void {
        let at = 0;
        for (let index = 0; index < filters.count; index++) {
            if ((filters.itemAt(index) as FilterOption)?.chosen)
                at = index;
        }
        const next = filters.itemAt(Math.max(0, Math.min(filters.count - 1, at + steps))) as FilterOption;
        if (next)
            vm.show(next.filterId);
    }

    implicitHeight: 44

    TextLine {
        id: field

        height: parent.height
        hint: root.vm.searchText !== "" ? qsTr("Échap") : activeFocus ? "" : "/"
        inputMethodHints: Qt.ImhNoPredictiveText
        maximumLength: 8
        objectName: "search"
        placeholderText: root.width < 760 ? qsTr("Numéro") : qsTr("Chercher un numéro")
        text: root.vm.searchText
        width: root.width < 600 ? 120 : root.width < 760 ? 150 : 220

        Keys.onDownPressed: root.over()
        Keys.onEnterPressed: root.found()
        Keys.onEscapePressed: {
            root.vm.search("");
            root.over();
        }
        Keys.onReturnPressed: root.found()
        onTextEdited: {
            root.vm.search(text);
            text = Qt.binding(() => root.vm.searchText);
        }
    }

    Row {
        anchors.right: parent.right
        spacing: root.width < 760 ? 5 : 8

        Repeater {
            id: filters

            model: root.vm.filters

            delegate: FilterOption {
                settleMs: 0

                onActivated: root.vm.show(filterId)
            }
        }
    }
}
