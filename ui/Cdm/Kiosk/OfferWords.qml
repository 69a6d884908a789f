import QtQuick

// How busy a theme is, or why it is not received, in few words, and the sign that goes with them.
QtObject {
    required property bool served
    required property bool full
    required property bool paused
    required property int waiting
    required property string band
    required property string nextTime
    readonly property bool isFree: served && !paused && band === "" && waiting === 0
    readonly property string mark: {
        if (paused)
            return "paused";
        if (!served)
            return nextTime !== "" ? "later" : "closed";
        return isFree ? "tick" : "wait";
    }
    // Beside its sign a wait is said by its minutes alone.
    readonly property string shortText: served && !paused && /\d/.test(band) ? band : text
    readonly property string text: {
        if (paused)
            return qsTr("en pause");
        if (!served && nextTime !== "")
            return nextTime.replace("\n", " ");
        if (!served)
            return (full ? qsTr("complet\naujourd’hui") : qsTr("pas en ce moment")).replace("\n", " ");
        if (band !== "")
            return qsTr("attente\n%1").arg(band).replace("\n", " ");
        return isFree ? qsTr("sans attente") : qsTr("%n\u00a0personnes attendent", "", waiting);
    }
}
