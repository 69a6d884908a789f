import QtQuick

// A ticket number, plain and large.
Text {
    id: root

    property real size: 48

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.primary
    font.family: Theme.textFamily
    font.pixelSize: Math.max(1, Math.round(size))
    font.weight: Font.Bold
    horizontalAlignment: Text.AlignHCenter
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
