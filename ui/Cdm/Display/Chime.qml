import QtQuick
import QtMultimedia
import Cdm.ViewModels

// Apart from the rest and loaded by name, so that a machine without sound never meets QtMultimedia.
Item {
    id: root

    required property DisplayViewModel vm

    SoundEffect {
        id: sound

        source: root.vm.chimeSource
    }

    Connections {
        function onChimed(volume: real): void {
            sound.volume = volume;
            sound.play();
        }

        target: root.vm
    }
}
