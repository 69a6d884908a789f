pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// The calls before the newest one, newest first; they stay in view for whoever missed theirs.
Rectangle {
    id: root

    required property ZoneCalls calls
    required property CallsPlan plan
    required property real unit

    readonly property real margin: 6 * unit
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property int pages: Math.max(1, Math.ceil(list.flow.lines / plan.rows))
    property int page: 0

    color: Theme.displayPanel
    objectName: "lastCalls"
    onPagesChanged: page = Math.min(page, pages - 1)

    Timer {
        interval: 7000
        repeat: true
        running: root.pages > 1
        onTriggered: root.page = (root.page + 1) % root.pages
    }

    Text {
        id: title

        Accessible.name: text
        Accessible.role: Accessible.Heading
        anchors.left: parent.left
        anchors.leftMargin: root.margin
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4 * root.unit)
        text: qsTr("Derniers appels")
        textFormat: Text.PlainText
        y: 3.6 * root.unit
    }

    // Which of the pages this is.
    Row {
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.verticalCenter: title.verticalCenter
        spacing: 1.6 * root.unit
        visible: root.pages > 1

        Repeater {
            model: root.pages

            delegate: Rectangle {
                required property int index

                border.color: Theme.displaySoftInk
                border.width: Math.max(1, Math.round(0.3 * root.unit))
                color: index === root.page ? Theme.displaySoftInk : "transparent"
                height: Math.round(2.2 * root.unit)
                radius: height / 2
                width: height
            }
        }
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.left: list.left
        anchors.right: list.right
        anchors.top: list.top
        anchors.topMargin: 3 * root.unit
        color: Theme.displaySoftInk
        font.family: Theme.textFamily
        font.pixelSize: Math.round(4.6 * root.unit)
        horizontalAlignment: Text.AlignLeft
        text: qsTr("Les numéros déjà appelés resteront affichés ici.")
        textFormat: Text.PlainText
        visible: rows.count === 0
        wrapMode: Text.Wrap
    }

    // Newest first. Numbers that were called together take as many lines as they need; what has no room on one page
    // is on the next, which takes its turn.
    Item {
        id: list

        readonly property real rowHeight: Math.floor(height / root.plan.rows)
        readonly property real columnWidth: Math.floor((width - (root.plan.columns - 1) * root.margin) / root.plan.columns)
        readonly property var flow: root.plan.flow(root.plan.shown, root.plan.rowSize, root.plan.columns, width, root.plan.rows)

        Accessible.role: Accessible.List
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3 * root.unit
        anchors.left: parent.left
        anchors.leftMargin: root.margin
        anchors.right: parent.right
        anchors.rightMargin: root.margin
        anchors.top: title.bottom
        anchors.topMargin: 1.4 * root.unit

        // A place and the number beside it belong to two calls.
        Repeater {
            model: list.flow.dividers.filter(divider => divider.page === root.page)

            delegate: Rectangle {
                required property var modelData

                color: Theme.displayLine
                height: modelData.lines * list.rowHeight
                width: Math.max(2, Math.round(root.unit * 0.4))
                x: list.columnWidth + (root.margin - width) / 2
                y: modelData.line * list.rowHeight
            }
        }

        Repeater {
            id: rows

            model: root.calls.calls

            delegate: Item {
                id: call

                required property int index
                required property string number
                required property string place
                required property string where
                required property bool recalled

                readonly property list<string> numbers: number.split(", ")

                function pieces(together: bool): var {
                    return list.flow.pieces.filter(piece => piece.call === index && piece.page === root.page && piece.together === together);
                }

                anchors.fill: parent

                Repeater {
                    model: call.pieces(false)

                    delegate: CallRow {
                        required property var modelData

                        readonly property real start: modelData.column * (list.columnWidth + root.margin)

                        height: list.rowHeight
                        number: call.number
                        place: call.place
                        recalled: call.recalled
                        size: Math.floor(root.plan.rowSize)
                        unit: root.unit
                        where: call.where
                        width: list.columnWidth
                        x: root.mirrored ? list.width - start - width : start
                        y: modelData.line * list.rowHeight
                    }
                }

                Repeater {
                    model: call.pieces(true)

                    delegate: CalledTogether {
                        required property var modelData

                        above: modelData.above
                        across: modelData.across
                        height: modelData.lines * list.rowHeight
                        lineHeight: list.rowHeight
                        numbers: call.numbers.slice(modelData.from, modelData.to)
                        place: call.place
                        recalled: call.recalled
                        size: root.plan.rowSize
                        unit: root.unit
                        where: call.where
                        width: list.width
                        y: modelData.line * list.rowHeight
                    }
                }
            }
        }
    }
}
