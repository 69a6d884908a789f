import QtQuick

// A wait in words: the forecast where there is one, else how many are there.
QtObject {
    required property string band
    required property int waiting
    readonly property string text: {
        if (band !== "")
            return qsTr("Attente\u00a0: %1").arg(band);
        return waiting === 0 ? qsTr("sans attente") : qsTr("%n\u00a0personnes attendent", "", waiting);
    }
}
