import QtQuick

// How busy a theme is, or why it is not received, in few words.
QtObject {
    required property bool served
    required property bool full
    required property bool paused
    required property int waiting
    required property string band
    required property string nextTime
    readonly property bool isFree: served && band === "" && waiting === 0
    readonly property string text: {
        if (paused)
            return qsTr("en pause");
        if (!served && nextTime !== "")
            return nextTime;
        if (!served)
            return full ? qsTr("complet\naujourd’hui") : qsTr("pas en ce moment");
        if (band !== "")
            return qsTr("attente\n%1").arg(band);
        return isFree ? qsTr("sans attente") : qsTr("%n\u00a0personnes attendent", "", waiting);
    }
}
