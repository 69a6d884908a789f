pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// The address of a hub: a field for real keys, and below it keys for fingers and for who has arrows alone.
Item {
    id: root

    required property PairingViewModel vm
    required property PairingSizes sizes
    readonly property alias input: field
    readonly property real fieldHeight: Math.max(sizes.u(100), 1.4 * field.font.pixelSize)
    readonly property real gap: sizes.isKiosk ? sizes.kiosk.leastGap : sizes.u(14)
    readonly property real roomForKeys: height - fieldHeight - gap
    readonly property int mostColumns: Math.max(3, Math.floor((width + gap) / (sizes.key + gap)))
    readonly property int mostRows: Math.max(1, Math.floor((roomForKeys + gap) / (sizes.key + gap)))
    // The digits, then as many letters at once as there is room for; two keys lead on and erase.
    readonly property list<var> sheets: {
        const letters = "abcdefghijklmnopqrstuvwxyz-_.:[]%".split("");
        const pieces = Math.ceil(letters.length / Math.max(7, mostColumns * mostRows - 2));
        const each = Math.ceil(letters.length / pieces);
        const made = ["1234567890.:-".split("")];
        for (let at = 0; at < letters.length; at += each)
            made.push(letters.slice(at, at + each));
        return made;
    }
    property int sheet: 0
    readonly property list<string> shown: {
        const keys = sheets[Math.min(sheet, sheets.length - 1)];
        // In three columns the digits stand as on a telephone.
        return sheet === 0 && columns === 3 ? "123456789.0:-".split("") : keys;
    }
    readonly property list<string> next: sheets[(sheet + 1) % sheets.length]
    readonly property int count: sheets[Math.min(sheet, sheets.length - 1)].length + 2
    // As on a telephone, or on a small keyboard; where that is too high, as many in a row as there is room for.
    readonly property int columns: (sheet === 0 ? [3, 5, 7] : [7, 9, 12, 5]).find(wished => wished <= mostColumns && Math.ceil(count / wished) <= mostRows) ?? mostColumns
    readonly property int rows: Math.ceil(count / columns)
    readonly property real keyWidth: Math.min((width - (columns - 1) * gap) / columns, sizes.key * (sheet > 0 ? 1.6 : 3))
    readonly property real keyHeight: Math.max(sizes.key, Math.min((roomForKeys - (rows - 1) * gap) / rows, sizes.key * 1.35))

    function takeFocus(): void {
        field.forceActiveFocus(Qt.OtherFocusReason);
    }
    // From a key to the one beside, above or below it; above the first row stands the field.
    function move(from: int, by: int): void {
        const to = from + by;
        const key = to < count - 2 ? keys.itemAt(to) : to === count - 2 ? nextSheet : erase;
        if (to < 0)
            takeFocus();
        else
            key?.forceActiveFocus(Qt.TabFocusReason);
    }

    // Real keys write wherever the arrows have led.
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            root.vm.erase();
        else if (event.text.length === 1 && event.text > " " && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier)))
            root.vm.type(event.text);
        else
            return;
        event.accepted = true;
    }

    T.TextField {
        id: field

        Accessible.description: root.vm.addressProblem
        Accessible.name: qsTr("Adresse du serveur")
        Accessible.role: Accessible.EditableText
        color: Theme.ink
        font.family: Theme.textFamily
        font.pixelSize: Math.round(root.sizes.text(46))
        height: root.fieldHeight
        inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhUrlCharactersOnly
        leftPadding: root.sizes.u(30)
        maximumLength: 253
        objectName: "address"
        rightPadding: root.sizes.u(30)
        selectByMouse: true
        selectedTextColor: Theme.inkOnPrimary
        selectionColor: Theme.primary
        text: root.vm.address
        verticalAlignment: TextInput.AlignVCenter
        width: parent.width

        background: Rectangle {
            border.color: field.activeFocus ? Theme.focus : root.vm.addressProblem !== "" ? Theme.alarm : Theme.primary
            border.width: Math.max(2, root.sizes.lineWidth)
            color: Theme.card
            radius: root.sizes.radius
        }

        Keys.onDownPressed: root.move(-1, 1)
        onAccepted: root.vm.enter()
        onTextEdited: root.vm.setAddress(text)
    }

    Connections {
        function onAddressChanged(): void {
            // Typing ends the binding.
            if (field.text !== root.vm.address)
                field.text = root.vm.address;
        }

        target: root.vm
    }

    Grid {
        id: pad

        LayoutMirroring.enabled: false
        columns: root.columns
        spacing: root.gap
        x: (root.width - width) / 2
        y: root.fieldHeight + root.gap

        Repeater {
            id: keys

            model: root.shown

            delegate: PadKey {
                required property string modelData
                required property int index

                at: index
                objectName: "key-" + modelData
                text: modelData

                onActivated: root.vm.type(modelData)
            }
        }

        PadKey {
            id: nextSheet

            Accessible.name: root.next[0] === "1" ? qsTr("Chiffres") : qsTr("Lettres à partir de %1").arg(root.next[0])
            at: root.count - 2
            objectName: "nextSheet"
            text: root.next.slice(0, 3).join("")

            onActivated: root.sheet = (root.sheet + 1) % root.sheets.length
        }

        PadKey {
            id: erase

            Accessible.name: qsTr("Effacer")
            at: root.count - 1
            objectName: "erase"

            onActivated: root.vm.erase()

            Image {
                anchors.centerIn: parent
                height: Math.min(parent.height * 0.5, root.sizes.u(56))
                source: "data:image/svg+xml;utf8," + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="none" stroke="${erase.inkColor}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" d="M3 16 L11 7 H29 V25 H11 Z M15 12 L23 20 M23 12 L15 20"/></svg>`)
                sourceSize: Qt.size(width, width)
                width: height
            }
        }
    }

    component PadKey: PairingButton {
        property int at: -1

        fontSize: root.sizes.text(root.sheet > 0 ? 42 : 50)
        height: root.keyHeight
        horizontalPadding: 2
        kind: "plain"
        // The next letter may follow at once.
        settleMs: 0
        sizes: root.sizes
        verticalPadding: 2
        width: root.keyWidth

        Keys.onDownPressed: event => {
            event.accepted = at + root.columns < root.count;
            if (event.accepted)
                root.move(at, root.columns);
            else
                // Below the last row comes what stands below all keys.
                erase.forceActiveFocus(Qt.TabFocusReason);
        }
        Keys.onLeftPressed: root.move(at, -1)
        Keys.onRightPressed: event => {
            event.accepted = at + 1 < root.count;
            if (event.accepted)
                root.move(at, 1);
        }
        Keys.onUpPressed: root.move(at, -root.columns)
    }
}
