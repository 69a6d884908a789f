import QtQuick

// A ticket number, plain and large, in the digits whose zero is not slashed.
Text {
    id: root

    property real size: 48

    Accessible.name: text
    Accessible.role: Accessible.StaticText
    color: Theme.primary
    font.family: Theme.numberFamily
    font.pixelSize: Math.max(1, Math.round(size))
    font.weight: Font.Bold
    horizontalAlignment: Text.AlignHCenter
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
