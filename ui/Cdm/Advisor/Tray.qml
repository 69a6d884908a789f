import QtQuick
import Qt.labs.platform as Platform

// The count of those who wait, in the desktop's tray, and one quiet notice when somebody comes.
Platform.SystemTrayIcon {
    id: root

    required property url picture
    required property string words

    signal chosen

    function tell(title: string, text: string): void {
        // Of the least weight: no sound, and the desktop lets it go by itself.
        showMessage(title, text, Platform.SystemTrayIcon.Information, 10000);
    }

    icon.source: picture
    tooltip: words
    visible: true

    onActivated: chosen()
    onMessageClicked: chosen()
}
