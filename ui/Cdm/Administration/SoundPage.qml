pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// What is heard when a number is called: how loud, by whom, and at which hours nothing.
PageScroll {
    id: root

    required property DraftViewModel draft
    required property SoundViewModel sound

    Field {
        fault: root.draft.faults["sound.volume"] ?? ""
        hint: qsTr("70 d’habitude. À 0, l’écran seul appelle.")
        label: qsTr("Volume des appels, de 0 à 100")
        name: "soundVolume"
        value: root.sound.volumeText
        width: 320

        onTyped: text => root.sound.setVolume(text)
    }

    Column {
        spacing: 8
        width: parent.width

        Tick {
            name: "soundVoice"
            text: qsTr("Après le carillon, une voix dit le numéro et le lieu")
            ticked: root.sound.voice

            onActivated: root.sound.setVoice(!ticked)
        }

        Tick {
            enabled: root.sound.voice
            name: "soundInVisitorsLanguage"
            text: qsTr("Elle le redit dans la langue choisie à la borne")
            ticked: root.sound.inVisitorsLanguage

            onActivated: root.sound.setInVisitorsLanguage(!ticked)
        }

        BodyText {
            size: 15
            soft: true
            text: qsTr("Dans la salle de documentation, le carillon reste doux et personne ne parle.")
            width: parent.width
        }
    }

    Field {
        fault: root.draft.faults["sound.quiet"] ?? ""
        hint: qsTr("Par exemple 12:00-13:30. À ces heures-là, l’écran seul appelle.")
        label: qsTr("Heures de silence")
        name: "soundQuiet"
        placeholder: qsTr("aucune")
        value: root.sound.quietText
        width: Math.min(parent.width, 640)

        onTyped: text => root.sound.setQuiet(text)
    }

    BodyText {
        Accessible.role: Accessible.Heading
        size: 17
        strong: true
        text: qsTr("Un autre volume à certaines heures")
        topPadding: 8
    }

    BodyText {
        size: 15
        soft: true
        text: qsTr("Par exemple moins fort le soir, ou plus fort quand la salle est pleine.")
        visible: rows.count === 0
        width: parent.width
    }

    Repeater {
        id: rows

        model: root.sound.loud

        delegate: HoursRow {}
    }

    ActionButton {
        id: add

        fontSize: 15
        objectName: "addSoundHours"
        text: qsTr("Ajouter des heures")

        onActivated: {
            root.sound.addHours();
            (rows.itemAt(rows.count - 1) as HoursRow)?.take();
        }
    }

    component HoursRow: Row {
        id: row

        required property var model
        required property int index

        function take(): void {
            hours.input.forceActiveFocus(Qt.TabFocusReason);
        }

        spacing: 12

        Field {
            id: hours

            fault: row.model.hoursFault
            label: qsTr("De quelle heure à quelle heure")
            name: "soundHours-" + row.index
            placeholder: qsTr("18:00-20:00")
            value: row.model.hoursText
            width: 320

            onTyped: text => root.sound.setHours(row.model.place, text)
        }

        Field {
            fault: row.model.volumeFault
            input.Accessible.name: qsTr("Volume, %1").arg(row.model.hoursText)
            label: qsTr("Volume")
            name: "soundHoursVolume-" + row.index
            value: row.model.volumeText
            width: 170

            onTyped: text => root.sound.setHoursVolume(row.model.place, text)
        }

        ActionButton {
            Accessible.name: qsTr("Retirer %1").arg(row.model.hoursText)
            fontSize: 15
            height: 42
            objectName: "removeSoundHours-" + row.index
            text: qsTr("Retirer")
            y: hours.input.y

            onActivated: {
                add.forceActiveFocus(Qt.TabFocusReason);
                root.sound.removeHours(row.model.place);
            }
        }
    }
}
