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
    // Of the screen that the window is on.
    property real pixelsPerMm: 3.78
    property KioskVoice voice: null
    // What leads out of a locked kiosk.
    property LeaveViewModel leave: null
    // How high the screen's lower edge is above the floor, as the installer measured it.
    property real lowerEdgeMm: 800
    // A trial on a desk: a window smaller than a kiosk's screen shows that screen to scale, never squeezed.
    property bool toScale: false
    readonly property size kioskScreen: width > height ? Qt.size(1920, 1080) : Qt.size(1080, 1920)
    readonly property real zoom: toScale ? Math.min(1, width / kioskScreen.width, height / kioskScreen.height) : 1
    readonly property PageScroll scroll: page.item as PageScroll ?? (page.item as TicketPage)?.scroll ?? null
    readonly property bool rightToLeft: Qt.locale(vm.language).textDirection === Qt.RightToLeft

    readonly property bool saysSample: vm.sample || vm.rehearsal
    readonly property real footHeight: saysSample ? sizes.noteText(26) * 1.3 + sizes.u(24) : sizes.u(56)
    readonly property real areaTop: Math.max(vm.lowReach ? sizes.areaY : 0, sizes.u(sizes.isLow || vm.lowReach ? 32 : 56))
    readonly property real spacing: Math.max(sizes.leastGap, sizes.u(sizes.isLow || vm.lowReach ? 26 : 36))
    // Below the header, where the page and the modes begin.
    readonly property real pageTop: vm.lowReach ? areaTop : Math.round(areaTop + header.height + spacing)
    readonly property real areaBottom: Math.min(sizes.areaY + sizes.areaHeight, stage.height - footHeight)

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
            window.scroll?.reveal(control);
        }
    }

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: window.pixelsPerMm
    }

    Binding {
        property: "active"
        target: Reading
        value: window.voice?.reads ?? false
    }

    Binding {
        property: "highContrast"
        target: Theme
        value: window.vm.highContrast
    }

    Binding {
        property: "accent"
        target: Theme
        value: window.vm.accent
    }

    Binding {
        property: "wholeHeight"
        target: window.scroll
        value: bottom.stands ? window.scroll?.height ?? 0 : main.height - (notice.visible ? notice.height + main.spacing : 0)
        when: window.scroll !== null
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

        largeText: window.vm.largeText
        lowReach: window.vm.lowReach
        lowerEdgeMm: window.lowerEdgeMm
        windowHeight: stage.height
        windowWidth: stage.width
    }

    // All that is drawn and touched: a trial's window shows it smaller as a whole.
    Item {
        id: stage

        height: window.height / window.zoom
        scale: window.zoom
        transformOrigin: Item.TopLeft
        width: window.width / window.zoom

        FocusScope {
            id: everything

            function moveFocus(forwards: bool) {
                const from = window.activeFocusItem ?? screen;
                let next = from.nextItemInFocusChain(forwards);
                // From a control that is no longer shown, the chain leads to a layout first.
                if (!(next as T.AbstractButton))
                    next = next?.nextItemInFocusChain(forwards);
                next?.forceActiveFocus(forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            }

            anchors.fill: parent
            enabled: !leaving.active
            focus: true
            // Covered for eyes, and so for whoever has the screen read out.
            visible: !leaving.active

            Keys.onDownPressed: moveFocus(true)
            Keys.onLeftPressed: moveFocus(window.rightToLeft)
            Keys.onPressed: event => {
                const forwards = event.key === Qt.Key_PageDown;
                if (forwards || event.key === Qt.Key_PageUp) {
                    window.vm.touched();
                    window.scroll?.step(forwards);
                    event.accepted = true;
                }
            }
            Keys.onRightPressed: moveFocus(!window.rightToLeft)
            Keys.onUpPressed: moveFocus(false)

            FocusScope {
                id: screen

                anchors.fill: parent
                enabled: !window.vm.stillThere
                focus: true

                // Above what is within reach there is only decoration.
                BodyText {
                    anchors.left: parent.left
                    anchors.leftMargin: sizes.margin
                    anchors.right: parent.right
                    anchors.rightMargin: sizes.margin
                    color: Theme.primary
                    horizontalAlignment: Text.AlignHCenter
                    size: sizes.text(56)
                    strong: true
                    text: window.vm.siteName
                    visible: window.vm.lowReach && sizes.areaY > implicitHeight * 1.5
                    y: (sizes.areaY - height) / 2
                }

                KioskHeader {
                    id: header

                    metrics: sizes
                    visible: !window.vm.lowReach && window.vm.page !== "starting"
                    vm: window.vm
                    width: stage.width - sizes.margin * 2
                    x: sizes.margin
                    y: window.areaTop
                }

                ColumnLayout {
                    id: main

                    readonly property real barWidth: comfort.visible && sizes.landscape ? comfort.width + sizes.gap * 1.5 : 0
                    readonly property real barHeight: comfort.visible && !sizes.landscape ? comfort.height + sizes.gap : 0

                    height: window.areaBottom - y - barHeight
                    spacing: window.spacing
                    width: stage.width - sizes.margin * 2 - barWidth
                    x: sizes.margin + (window.rightToLeft ? barWidth : 0)
                    y: window.pageTop

                    NoticeStrip {
                        id: notice

                        Layout.fillWidth: true
                        fontSize: sizes.text(36)
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
                        id: bottom

                        Layout.fillWidth: true
                        metrics: sizes
                        scroll: window.scroll
                        vm: window.vm
                    }
                }

                BodyText {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: sizes.u(12)
                    anchors.horizontalCenter: parent.horizontalCenter
                    horizontalAlignment: Text.AlignHCenter
                    size: sizes.noteText(26)
                    soft: true
                    strong: window.vm.rehearsal
                    text: window.vm.rehearsal ? qsTr("C’est un essai\u00a0: personne ne vous appellera vraiment") : qsTr("Site d’exemple")
                    visible: window.saysSample
                    width: Math.min(implicitWidth, parent.width - sizes.margin * 2)
                }
            }

            StillThereOverlay {
                anchors.fill: parent
                area: Qt.rect(main.x, window.areaTop, main.width, main.y + main.height - window.areaTop)
                metrics: sizes
                visible: window.vm.stillThere
                vm: window.vm
            }

            // Above the question too: who needs it otherwise to answer may say so.
            ComfortBar {
                id: comfort

                metrics: sizes
                room: window.areaBottom - (window.vm.lowReach ? sizes.areaY : window.pageTop)
                vm: window.vm
                voice: window.voice
                width: sizes.landscape ? implicitWidth : stage.width - sizes.margin * 2
                x: sizes.landscape && !window.rightToLeft ? stage.width - sizes.margin - width : sizes.margin
                y: window.areaBottom - height
            }
        }

        Loader {
            id: leaving

            active: (window.leave?.stage ?? "") !== ""
            anchors.fill: parent
            sourceComponent: leavePage

            onActiveChanged: {
                if (!active)
                    screen.forceActiveFocus(Qt.OtherFocusReason);
            }
            onLoaded: (item as LeavePage).forceActiveFocus(Qt.OtherFocusReason)
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
    }

    Component {
        id: leavePage

        LeavePage {
            metrics: sizes
            vm: window.leave
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
            remark: window.vm.searchingText
            sentence: qsTr("L’accueil vous reçoit et vous donne un numéro.")
        }
    }
}
