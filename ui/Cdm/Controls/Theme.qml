pragma Singleton

import QtQuick

// The one place for colours, type and sizes. Each station has its own engine, hence its own Theme.
QtObject {
    id: theme

    // Pixels per millimetre of the real screen, set once by the station's root window.
    property real pixelsPerMm: 3.78
    // Black, white and one accent: at least 7:1 everywhere. The kiosk's window sets it for one visitor.
    property bool highContrast: false

    // The house's own colour, dark enough to carry white text.
    property color accent: "#0F4C5C"

    readonly property color paper: highContrast ? "#FFFFFF" : "#FBF7F0"
    readonly property color card: "#FFFFFF"
    readonly property color line: highContrast ? "#000000" : "#E4DCCF"
    readonly property color ink: highContrast ? "#000000" : "#1C2330"
    readonly property color softInk: highContrast ? "#000000" : "#5B6472"
    readonly property color primary: highContrast ? "#000000" : accent
    readonly property color primaryPressed: highContrast ? "#333333" : Qt.darker(accent, 1.31)
    readonly property color inkOnPrimary: "#FFFFFF"
    // An alias, because QML takes a value given to a name that begins with "on" for a signal handler.
    readonly property alias onPrimary: theme.inkOnPrimary
    readonly property color tint: highContrast ? "#FFFFFF" : lit(0.085)
    readonly property color pressedTint: highContrast ? "#E0E0E0" : lit(0.165)
    readonly property color softInkOnPrimary: highContrast ? "#FFFFFF" : lit(0.2)
    readonly property color restingCard: highContrast ? "#FFFFFF" : "#F5F0E7"
    readonly property color disabledGround: highContrast ? "#FFFFFF" : "#ECE7DE"
    readonly property color good: highContrast ? "#000000" : "#1B7F5C"
    readonly property color goodInk: highContrast ? "#000000" : "#14664A"
    readonly property color goodPaper: highContrast ? "#FFFFFF" : "#E8F4EE"
    readonly property color alarm: highContrast ? "#000000" : "#8A3A0A"
    readonly property color alarmPaper: highContrast ? "#FFFFFF" : "#FFF1E2"
    readonly property color focus: highContrast ? "#0B3D91" : "#B5541C"

    readonly property color displayGround: "#0E2A33"
    readonly property color displayPanel: "#143642"
    readonly property color displayFoot: "#0B1F26"
    readonly property color displayInk: "#FFFFFF"
    readonly property color displaySoftInk: "#B9D3D9"
    readonly property color displayLine: "#2B4B55"
    readonly property color displayPlace: "#FFD28A"

    // Atkinson Hyperlegible with a plain zero.
    readonly property string textFamily: "Cdm Text"

    // Motion explains a change and is never longer than this.
    readonly property int motionMs: 160

    // White with so much of the accent in it.
    function lit(share: real): color {
        return Qt.tint("#FFFFFF", Qt.alpha(accent, share));
    }
    // Never less than asked for: touch targets and gaps have a least size.
    function mm(millimetres: real): real {
        return Math.ceil(millimetres * pixelsPerMm);
    }
}
