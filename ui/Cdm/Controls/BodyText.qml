import QtQuick

// Running text and headings: never clipped, always wrapped. Plain text unless the caller says otherwise,
// because labels come from site files.
Text {
    id: root

    property real size: 16
    property bool strong: false
    property bool soft: false

    Accessible.ignored: text === ""
    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: soft ? Theme.softInk : Theme.ink
    font.bold: strong
    font.family: Theme.textFamily
    font.pixelSize: Math.max(1, Math.round(size))
    // Not by the text's own script: a French name on an Arabic page stands where that page begins.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
