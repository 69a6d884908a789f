pragma ComponentBehavior: Bound

import QtQuick
import Cdm.Controls
import Cdm.ViewModels

// On what the kiosks print, and whether it works.
PageScroll {
    id: root

    required property PrintersViewModel printers

    BodyText {
        size: 17
        text: qsTr("Aucune borne n’a été vue aujourd’hui. Allumez-la\u00a0: elle apparaîtra ici.")
        visible: root.printers.kiosk === ""
        width: parent.width
    }

    Column {
        spacing: 8
        visible: root.printers.kiosk !== ""
        width: parent.width

        BodyText {
            Accessible.role: Accessible.Heading
            size: 17
            strong: true
            text: qsTr("Bornes")
        }

        Repeater {
            model: root.printers.kiosks

            delegate: Tick {
                required property var model

                isRound: true
                name: "kiosk-" + model.name
                text: model.name + qsTr("\u00a0: ") + model.stateText
                ticked: model.chosen

                onActivated: root.printers.choose(model.name)
            }
        }
    }

    Column {
        spacing: 8
        visible: root.printers.kiosk !== ""
        width: parent.width

        BodyText {
            Accessible.role: Accessible.Heading
            size: 17
            strong: true
            text: qsTr("Où imprime «\u00a0%1\u00a0»").arg(root.printers.kiosk)
            topPadding: 8
        }

        BodyText {
            size: 15
            soft: true
            text: qsTr("Ce choix vaut tout de suite, et reste sur la borne après un redémarrage.")
            width: parent.width
        }

        Repeater {
            model: root.printers.choices

            delegate: Tick {
                required property var model

                enabled: root.printers.isThere
                isRound: true
                name: "printer-" + model.printer
                text: model.label
                ticked: model.used

                onActivated: root.printers.use(model.printer)
            }
        }
    }

    Row {
        spacing: 12
        visible: root.printers.kiosk !== ""

        Field {
            fault: root.printers.fault
            hint: qsTr("Une imprimante du réseau\u00a0: tcp://, son adresse, puis :9100")
            label: qsTr("Une autre imprimante")
            name: "otherPrinter"
            value: root.printers.printer
            width: 380

            onEntered: root.printers.use(root.printers.printer)
            onTyped: text => root.printers.type(text)
        }

        ActionButton {
            anchors.top: parent.top
            anchors.topMargin: 22
            enabled: root.printers.isThere && root.printers.fault === ""
            fontSize: 15
            objectName: "usePrinter"
            text: qsTr("Utiliser")

            onActivated: root.printers.use(root.printers.printer)
        }
    }

    Row {
        spacing: 8
        visible: root.printers.rollMm > 0

        BodyText {
            id: rollTitle

            anchors.verticalCenter: parent.verticalCenter
            rightPadding: 8
            size: 16
            text: qsTr("Largeur du papier")
        }

        Repeater {
            model: [80, 58]

            delegate: Tick {
                required property int modelData

                Accessible.description: rollTitle.text
                enabled: root.printers.isThere
                isRound: true
                name: "paper-" + modelData
                text: qsTr("%1 mm").arg(modelData)
                ticked: root.printers.rollMm === modelData

                onActivated: root.printers.chooseRoll(modelData)
            }
        }
    }

    Row {
        spacing: 12
        visible: root.printers.kiosk !== ""

        ActionButton {
            busy: root.printers.isTrying
            enabled: root.printers.canTry
            fontSize: 15
            objectName: "tryPrinter"
            text: qsTr("Imprimer un essai")

            onActivated: root.printers.tryOut()
        }

        BodyText {
            Accessible.role: Accessible.AlertMessage
            anchors.verticalCenter: parent.verticalCenter
            objectName: "trialText"
            size: 16
            text: root.printers.trialText
        }
    }

    NoticeStrip {
        fontSize: 16
        text: root.printers.notice
        tone: "alarm"
        width: parent.width
    }
}
