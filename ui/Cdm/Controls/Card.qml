import QtQuick

// White ground for what belongs together.
Rectangle {
    border.color: Theme.line
    border.width: 1
    color: Theme.card
    radius: 14
}
