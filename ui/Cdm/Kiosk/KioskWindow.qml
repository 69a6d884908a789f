pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.ViewModels

// The whole touchscreen: header, the current page, the bottom bar, and the question after a long silence.
Window {
    id: window

    required property KioskViewModel vm
    property KioskVoice voice: null
    readonly property bool rightToLeft: Qt.locale(vm.language).textDirection === Qt.RightToLeft

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: rightToLeft
    color: Theme.paper
    height: 960
    minimumHeight: 480
    minimumWidth: 480
    objectName: "kioskWindow"
    title: vm.siteName
    visible: true
    width: 540

    onActiveFocusItemChanged: {
        const control = activeFocusItem as T.AbstractButton;
        if (control && control.visualFocus) {
            vm.touched();
            voice?.read(control.Accessible.name, control.Accessible.description);
        }
    }

    Binding {
        property: "active"
        target: Reading
        value: window.vm.speech
    }

    Binding {
        property: "highContrast"
        target: Theme
        value: window.vm.highContrast
    }

    Connections {
        function onHeld(): void {
            window.voice?.held();
        }
        function onRead(name: string, detail: string): void {
            window.voice?.read(name, detail);
        }

        target: Reading
    }

    KioskMetrics {
        id: sizes

        windowHeight: window.height
        windowWidth: window.width
    }

    FocusScope {
        id: screen

        function moveFocus(forwards: bool) {
            const from = window.activeFocusItem ?? screen;
            let next = from.nextItemInFocusChain(forwards);
            // From a control that is no longer shown, the chain leads to a layout first.
            if (!(next as T.AbstractButton))
                next = next?.nextItemInFocusChain(forwards);
            next?.forceActiveFocus(forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }

        anchors.fill: parent
        enabled: !window.vm.stillThere
        focus: true

        Keys.onDownPressed: moveFocus(true)
        Keys.onLeftPressed: moveFocus(window.rightToLeft)
        Keys.onRightPressed: moveFocus(!window.rightToLeft)
        Keys.onUpPressed: moveFocus(false)

        ColumnLayout {
            anchors.bottomMargin: sizes.u(window.vm.sample || window.vm.rehearsal ? 64 : 56)
            anchors.fill: parent
            anchors.leftMargin: sizes.margin
            anchors.rightMargin: sizes.margin
            anchors.topMargin: sizes.u(sizes.isLow ? 32 : 56)
            spacing: sizes.u(sizes.isLow ? 26 : 48)

            KioskHeader {
                Layout.fillWidth: true
                metrics: sizes
                vm: window.vm
            }

            NoticeStrip {
                Layout.fillWidth: true
                fontSize: sizes.u(36)
                radius: sizes.u(24)
                text: window.vm.notice !== "" ? window.vm.notice : window.voice?.excuse ?? ""
            }

            Loader {
                id: page

                Layout.fillHeight: true
                Layout.fillWidth: true
                sourceComponent: {
                    switch (window.vm.page) {
                    case "starting":
                        return null;
                    case "theme":
                        return themePage;
                    case "help":
                        return helpPage;
                    case "look":
                        return lookPage;
                    case "languages":
                        return languagesPage;
                    case "ticket":
                        return ticketPage;
                    case "entry_closed":
                        return entryClosedPage;
                    case "closed":
                        return closedPage;
                    case "offline":
                        return offlinePage;
                    default:
                        return themesPage;
                    }
                }

                onLoaded: screen.forceActiveFocus(Qt.OtherFocusReason)
            }

            BottomBar {
                Layout.fillWidth: true
                metrics: sizes
                vm: window.vm
            }

            ComfortBar {
                Layout.fillWidth: true
                metrics: sizes
                visible: window.vm.page !== "starting"
                vm: window.vm
                voice: window.voice
            }
        }

        BodyText {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: sizes.u(12)
            anchors.horizontalCenter: parent.horizontalCenter
            size: sizes.u(26)
            soft: true
            strong: window.vm.rehearsal
            text: window.vm.rehearsal ? qsTr("C’est un essai\u00a0: personne ne vous appellera vraiment") : qsTr("Site d’exemple")
            visible: window.vm.sample || window.vm.rehearsal
        }
    }

    StillThereOverlay {
        anchors.fill: parent
        metrics: sizes
        visible: window.vm.stillThere
        vm: window.vm
    }

    // On top, so that it sees every press first; it grabs nothing. While the overlay is shown the call waits
    // until the press is delivered: otherwise the overlay could vanish under the finger and the page below
    // be pressed.
    Item {
        anchors.fill: parent
        z: 1

        PointHandler {
            onActiveChanged: {
                if (!active)
                    return;
                window.voice?.pressed();
                if (window.vm.stillThere)
                    Qt.callLater(window.vm.touched);
                else
                    window.vm.touched();
            }
        }
    }

    Component {
        id: themesPage

        ThemesPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: themePage

        ThemePage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: helpPage

        HelpPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: lookPage

        LookPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: languagesPage

        LanguagesPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: ticketPage

        TicketPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: entryClosedPage

        EntryClosedPage {
            metrics: sizes
            vm: window.vm
        }
    }

    Component {
        id: closedPage

        MessagePage {
            answer: window.vm.opensText
            heading: qsTr("Nous sommes fermés pour le moment.")
            lead: qsTr("Nous ouvrons")
            metrics: sizes
            sentence: {
                if (window.vm.opensText === "")
                    return qsTr("Revenez pendant nos heures d’ouverture.\nC’est gratuit et ouvert à tous.");
                return qsTr("À bientôt. C’est gratuit et ouvert à tous.");
            }
        }
    }

    Component {
        id: offlinePage

        MessagePage {
            heading: qsTr("Cet écran fait une pause.")
            metrics: sizes
            place: window.vm.receptionPlace
            sentence: qsTr("L’accueil vous reçoit et vous donne un numéro.")
        }
    }
}
