pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Cdm.Controls
import Cdm.Kiosk
import Cdm.ViewModels

// A machine that belongs to no Cité yet, whatever it is to be: words, what they are about, and what can be done.
Window {
    id: window

    required property PairingViewModel vm
    // Of the screen that the window is on.
    property real pixelsPerMm: 3.78
    property PairingVoice voice: null
    // How high the screen's lower edge is above the floor, as the installer measured it.
    property real lowerEdgeMm: 800
    // A trial on a desk: a window smaller than a kiosk's screen shows that screen to scale, never squeezed.
    property bool toScale: false
    readonly property size kioskScreen: width > height ? Qt.size(1920, 1080) : Qt.size(1080, 1920)
    readonly property real zoom: toScale ? Math.min(1, width / kioskScreen.width, height / kioskScreen.height) : 1
    readonly property size usualSize: {
        switch (vm.role) {
        case "kiosk":
            return Qt.size(540, 960);
        case "display":
            return Qt.size(960, 540);
        case "advisor":
            return Qt.size(360, 640);
        default:
            return Qt.size(1040, 720);
        }
    }
    readonly property bool ended: ["refused", "expired", "fault"].includes(vm.stage)
    readonly property bool typing: vm.stage === "address"

    // An address is typed at once. A display has no touch: there the keyboard's ring shows from the beginning.
    function takeFocus(): void {
        if (typing) {
            (pad.item as AddressPad)?.takeFocus();
            return;
        }
        beginning.forceActiveFocus(Qt.OtherFocusReason);
        if (vm.role === "display")
            everything.moveFocus(true);
    }

    color: Theme.paper
    height: usualSize.height
    minimumHeight: vm.role === "display" ? 240 : 480
    minimumWidth: vm.role === "display" ? 320 : 300
    objectName: "pairingWindow"
    title: qsTr("Cité des métiers, nouvelle machine")
    visible: true
    width: usualSize.width

    Component.onCompleted: takeFocus()
    onActiveFocusItemChanged: {
        const control = activeFocusItem as T.AbstractButton;
        if (control && control.visualFocus)
            voice?.read(control.Accessible.name, control.Accessible.description);
    }

    Binding {
        property: "active"
        target: Reading
        value: window.voice?.reads ?? false
    }

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: window.pixelsPerMm
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

    Connections {
        function onStageChanged(): void {
            Qt.callLater(window.takeFocus);
        }

        target: window.vm
    }

    PairingSizes {
        id: sizes

        largeText: window.vm.largeText
        lowerEdgeMm: window.lowerEdgeMm
        role: window.vm.role
        windowHeight: stage.height
        windowWidth: stage.width
    }

    Item {
        id: stage

        readonly property real inner: width - 2 * sizes.margin
        readonly property real columnGap: sizes.u(72)
        readonly property real wordsWidth: sizes.lying ? Math.round((inner - columnGap) * (window.typing && sizes.isKiosk ? 0.42 : 0.46)) : inner
        readonly property bool actsAside: sizes.lying && (window.ended || window.vm.stage === "connecting")
        readonly property real asideX: sizes.margin + wordsWidth + columnGap
        readonly property real asideWidth: inner - wordsWidth - columnGap
        readonly property real contentBottom: comfort.visible ? comfort.y - sizes.gap : sizes.areaBottom
        readonly property real bodyBottom: {
            if (!sizes.lying || actsAside)
                return actions.y - sizes.gap;
            if (sizes.isShort)
                return contentBottom;
            // What nobody touches may stand below what is within reach.
            return list.visible || window.typing ? sizes.areaBottom : height - sizes.margin;
        }

        height: window.height / window.zoom
        scale: window.zoom
        transformOrigin: Item.TopLeft
        width: window.width / window.zoom

        // Above all else, or it would not see what a button takes.
        Item {
            anchors.fill: parent
            z: 1

            PointHandler {
                onActiveChanged: {
                    if (active)
                        window.voice?.pressed();
                }
            }
        }

        FocusScope {
            id: everything

            function moveFocus(forwards: bool): void {
                const from = window.activeFocusItem ?? everything;
                let next = from.nextItemInFocusChain(forwards);
                // From a control that is no longer shown, the chain leads to a layout first.
                if (!(next as T.AbstractButton) && !(next as T.TextField))
                    next = next?.nextItemInFocusChain(forwards);
                next?.forceActiveFocus(forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            }

            anchors.fill: parent
            focus: true

            Keys.onDownPressed: moveFocus(true)
            Keys.onEscapePressed: window.vm.search()
            Keys.onLeftPressed: moveFocus(false)
            Keys.onRightPressed: moveFocus(true)
            Keys.onUpPressed: moveFocus(false)

            // Before all controls: from here the first arrow leads to the first of them.
            Item {
                id: beginning

                focus: true
            }

            PageScroll {
                id: said

                height: {
                    if (!sizes.lying)
                        return words.implicitHeight;
                    return (stage.actsAside ? stage.contentBottom : actions.y - sizes.gap) - y;
                }
                neededHeight: words.implicitHeight
                width: stage.wordsWidth
                x: sizes.margin
                // Upright, right above what it speaks of, which is within reach.
                y: sizes.lying || !(list.visible || pad.active) ? sizes.margin : Math.max(sizes.margin, sizes.areaTop - sizes.gap - height)

                PairingWords {
                    id: words

                    excuse: window.voice?.excuse ?? ""
                    sizes: sizes
                    tight: window.typing || sizes.isShort || sizes.lying && (window.voice?.active ?? false)
                    vm: window.vm
                    width: parent.width
                }
            }

            Item {
                id: body

                height: stage.bodyBottom - y
                width: sizes.lying ? stage.asideWidth : stage.inner
                x: sizes.lying ? stage.asideX : sizes.margin
                y: sizes.lying ? sizes.areaTop : Math.max(sizes.isKiosk ? sizes.areaTop : 0, said.y + said.height + sizes.gap)

                HubList {
                    id: list

                    anchors.fill: parent
                    sizes: sizes
                    visible: window.vm.stage === "searching"
                    vm: window.vm
                }

                Loader {
                    id: pad

                    active: window.typing
                    anchors.fill: parent
                    sourceComponent: AddressPad {
                        sizes: sizes
                        vm: window.vm
                    }

                    onLoaded: window.takeFocus()
                }

                DigitsCard {
                    digits: window.vm.digits
                    height: Math.min(parent.height, width * 1.05)
                    objectName: "digits"
                    padding: sizes.u(48)
                    radius: sizes.radius
                    visible: window.vm.stage === "number" || window.vm.stage === "accepted" && window.vm.confirmedItself
                    width: parent.width
                    y: (parent.height - height) / 2
                }

                PairingSign {
                    anchors.centerIn: parent
                    kind: window.vm.stage
                    size: Math.min(sizes.u(420), parent.width * 0.6, parent.height * 0.8)
                    visible: (window.vm.stage === "connecting" || window.vm.stage === "accepted" && !window.vm.confirmedItself || window.ended) && size > sizes.u(100)
                }
            }

            Column {
                id: actions

                spacing: sizes.gap
                width: stage.actsAside ? stage.asideWidth : stage.wordsWidth
                x: stage.actsAside ? stage.asideX : sizes.margin
                y: (stage.actsAside && !sizes.isShort ? sizes.areaBottom : stage.contentBottom) - height

                PairingButton {
                    kind: "primary"
                    objectName: "tryAgain"
                    sizes: sizes
                    text: window.vm.stage === "fault" ? qsTr("Essayer encore") : qsTr("Demander un nouveau nombre")
                    visible: window.ended
                    width: parent.width

                    onActivated: window.vm.tryAgain()
                }

                PairingButton {
                    kind: "primary"
                    objectName: "enterAddress"
                    sizes: sizes
                    text: qsTr("Continuer")
                    visible: window.typing
                    width: parent.width

                    onActivated: window.vm.enter()
                }

                PairingButton {
                    kind: "primary"
                    objectName: "proceed"
                    sizes: sizes
                    text: qsTr("Oui, ouvrir l’accueil")
                    visible: window.vm.stage === "accepted" && window.vm.confirmedItself
                    width: parent.width

                    onActivated: window.vm.proceed()
                }

                PairingButton {
                    kind: "secondary"
                    objectName: "disown"
                    sizes: sizes
                    text: qsTr("Non, un autre nombre")
                    visible: window.vm.stage === "accepted" && window.vm.confirmedItself
                    width: parent.width

                    onActivated: window.vm.disown()
                }

                PairingButton {
                    kind: "secondary"
                    objectName: "typeAddress"
                    sizes: sizes
                    text: window.vm.stage === "fault" ? qsTr("Corriger l’adresse") : qsTr("Taper une adresse")
                    visible: window.vm.stage === "searching" || window.vm.stage === "fault" && window.vm.wasTyped
                    width: parent.width

                    onActivated: window.vm.typeAddress()
                }

                PairingButton {
                    kind: "secondary"
                    objectName: "search"
                    sizes: sizes
                    text: window.typing ? qsTr("Retour") : qsTr("Chercher une autre Cité")
                    visible: window.typing || ["connecting", "number"].includes(window.vm.stage) || window.ended
                    width: parent.width

                    onActivated: window.vm.search()
                }
            }

            ComfortRow {
                id: comfort

                sizes: sizes
                visible: sizes.isKiosk
                vm: window.vm
                voice: window.voice
                width: sizes.isShort ? stage.inner : stage.wordsWidth
                x: sizes.margin
                y: sizes.areaBottom - height
            }

            RoleRow {
                sizes: sizes
                visible: sizes.hasFoot
                vm: window.vm
                width: stage.wordsWidth
                x: sizes.margin
                y: (sizes.areaBottom + stage.height - height) / 2
            }
        }
    }
}
