pragma Singleton

import QtQuick

// The speech mode's touch: the first one on a control reads it, the second one on the same control chooses
// (EN 301 549 5.1.3). Whoever speaks listens to `read`, and to `held` for the second touch.
QtObject {
    id: root

    property bool active: false
    property Item control: null

    signal read(name: string, detail: string)
    signal held

    // Whether this press only reads; asked when a finger comes down on a control.
    function takesPress(pressed: Item, name: string, detail: string): bool {
        if (!active)
            return false;
        if (control === pressed) {
            held();
            return false;
        }
        control = pressed;
        read(name, detail);
        return true;
    }

    onActiveChanged: control = null
}
