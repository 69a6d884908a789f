pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Cdm.Controls
import Cdm.ViewModels

// The first question: what brings you? All of it is in sight at once in the ordinary text.
PageScroll {
    id: root

    required property KioskViewModel vm
    required property KioskMetrics metrics

    readonly property int count: vm.picturesFirst ? pictures.count : themes.count
    readonly property int columns: {
        if (metrics.largeText)
            return metrics.twoColumns ? 2 : 1;
        if (!metrics.landscape)
            return count <= 5 && !metrics.lowReach ? 1 : 2;
        return count <= 4 ? 2 : count <= 6 ? 3 : 4;
    }
    readonly property int rows: Math.max(1, Math.ceil(count / columns))
    // What the cards may share.
    readonly property real cardsHeight: wholeHeight - head.implicitHeight - choices.implicitHeight - above * 2
    readonly property real above: metrics.isLow || metrics.lowReach ? metrics.gap : Math.max(metrics.gap, metrics.u(36))
    readonly property real cardHeight: Math.max(metrics.target, Math.min(metrics.u(metrics.landscape ? 340 : 250), Math.floor((cardsHeight - (rows - 1) * metrics.gap) / rows)))
    readonly property real cardWidth: Math.floor((width - (columns - 1) * metrics.gap) / columns)
    readonly property bool stacked: columns > 3
    readonly property real bandSize: {
        if (stacked)
            return Math.min(metrics.u(140), cardHeight * 0.34);
        return metrics.u(columns === 1 && !metrics.largeText ? 172 : 122);
    }

    neededHeight: column.implicitHeight

    TextFit {
        id: fit

        readonly property list<Item> cards: {
            const found = [];
            for (let at = 0; at < themes.count; ++at)
                found.push(themes.itemAt(at));
            return found.filter(card => card !== null);
        }

        detailIndent: 1.4
        detailRatio: 0.76
        details: cards.map(card => (card as ThemeCard).offered)
        // Large text may have to be scrolled to, and is never made smaller for that.
        roomHeight: root.metrics.largeText ? Number.POSITIVE_INFINITY : root.cardHeight - root.metrics.u(28) - (root.stacked ? root.bandSize : 0)
        least: Math.max(root.metrics.leastTitle, root.metrics.leastText)
        leastDetail: Math.max(root.metrics.leastSmall, root.metrics.leastText)
        titles: cards.map(card => (card as ThemeCard).label)
        roomWidth: root.cardWidth - root.metrics.u(40) - (root.stacked ? 0 : root.bandSize)
        wish: root.metrics.text(48)
    }

    ColumnLayout {
        id: column

        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            id: head

            Layout.fillWidth: true
            spacing: root.metrics.u(8)

            PageHeading {
                readonly property string greeting: qsTr("Bonjour,\nqu’est-ce qui vous amène\u00a0?")

                Layout.fillWidth: true
                metrics: root.metrics
                text: root.metrics.landscape ? greeting.replace("\n", " ") : greeting
            }

            BodyText {
                Layout.fillWidth: true
                size: root.metrics.text(38)
                soft: true
                text: qsTr("Touchez ce que vous cherchez.")
                visible: !root.metrics.isLow && !root.metrics.lowReach && !root.vm.picturesFirst
            }
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.topMargin: root.above
            columnSpacing: root.metrics.gap
            columns: root.columns
            rowSpacing: root.metrics.gap
            uniformCellHeights: true
            uniformCellWidths: true
            visible: !root.vm.picturesFirst

            Repeater {
                id: themes

                model: root.vm.picturesFirst ? null : root.vm.themes

                delegate: ThemeCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.maximumHeight: Math.max(implicitHeight, root.cardHeight)
                    bandSize: root.bandSize
                    fit: fit
                    metrics: root.metrics
                    stacked: root.stacked

                    onActivated: root.vm.chooseTheme(themeId)
                }
            }
        }

        GridLayout {
            id: choices

            Layout.fillHeight: false
            Layout.fillWidth: true
            Layout.topMargin: root.above
            columnSpacing: root.metrics.gap
            columns: root.metrics.largeText && !root.metrics.twoColumns ? 1 : 2
            rowSpacing: root.metrics.gap
            uniformCellWidths: true
            visible: !root.vm.picturesFirst

            OfferButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                detail: qsTr("je veux parler à quelqu’un")
                metrics: root.metrics
                objectName: "dontKnow"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Je ne sais pas")

                onActivated: root.vm.showHelp()
            }

            OfferButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                detail: qsTr("documents, ordinateurs, ateliers")
                metrics: root.metrics
                objectName: "justLooking"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/documentation.svg")
                text: qsTr("Je viens juste regarder")

                onActivated: root.vm.showLook()
            }
        }

        Flow {
            id: flow

            readonly property int columns: {
                if (root.metrics.largeText && !root.metrics.twoColumns)
                    return 2;
                if (root.metrics.landscape)
                    return root.count + 2 <= 8 ? 4 : 5;
                return root.count <= 4 ? 2 : root.count <= 6 ? 3 : 4;
            }
            // Lying, the last two stand among the others; upright they have a row of their own.
            readonly property int rows: {
                const lying = root.metrics.landscape;
                return Math.ceil((root.count + (lying ? 2 : 0)) / columns) + (lying ? 0 : 1);
            }
            readonly property real cellWidth: across(columns)
            readonly property real lastWidth: root.metrics.landscape ? cellWidth : across(2)
            readonly property real room: root.wholeHeight - head.implicitHeight - root.above
            readonly property real cellRoom: Math.floor((room - (rows - 1) * spacing) / rows)
            readonly property real cellHeight: {
                const needed = pictureSide + wordsHeight + root.metrics.u(42);
                return Math.ceil(Math.max(root.metrics.target, needed, Math.min(root.metrics.u(420), cellRoom)));
            }

            // The same for all, so that they stand in lines.
            readonly property real wordsHeight: {
                let highest = Math.max(dontKnow.wordsHeight, justLooking.wordsHeight);
                for (let at = 0; at < pictures.count; ++at)
                    highest = Math.max(highest, (pictures.itemAt(at) as PictureCard)?.wordsHeight ?? 0);
                return highest;
            }
            readonly property real pictureSide: Math.floor(Math.max(root.metrics.u(96), Math.min(root.metrics.u(200), cellWidth - root.metrics.u(20), cellRoom - wordsHeight - root.metrics.u(42))))

            function across(columns: int): real {
                return Math.floor((root.width - (columns - 1) * spacing) / columns);
            }

            Layout.preferredWidth: root.width
            Layout.preferredHeight: rows * (cellHeight + spacing) - spacing
            Layout.topMargin: root.above
            spacing: root.metrics.gap
            visible: root.vm.picturesFirst

            TextFit {
                id: wordFit

                readonly property list<string> words: {
                    // Upright the last two have more room.
                    const found = root.metrics.landscape ? [dontKnow.word, justLooking.word] : [];
                    for (let at = 0; at < pictures.count; ++at)
                        found.push((pictures.itemAt(at) as PictureCard)?.title ?? "");
                    return found;
                }

                least: Math.max(root.metrics.leastTitle, root.metrics.leastText)
                titles: words
                roomWidth: flow.cellWidth - root.metrics.u(20)
                wish: root.metrics.text(40)
            }

            Repeater {
                id: pictures

                model: root.vm.picturesFirst ? root.vm.themes : null

                delegate: PictureCard {
                    id: card

                    required colour
                    required property string themeId
                    required property string label
                    required property bool served
                    required property bool full
                    required property bool paused
                    required property int waiting
                    required property string band
                    required property string nextTime

                    detail: offer.text
                    height: flow.cellHeight
                    metrics: root.metrics
                    objectName: "theme-" + themeId
                    text: label
                    width: flow.cellWidth
                    pictureSide: flow.pictureSide
                    wordSize: wordFit.size

                    onActivated: root.vm.chooseTheme(themeId)

                    OfferWords {
                        id: offer

                        band: card.band
                        full: card.full
                        nextTime: card.nextTime
                        paused: card.paused
                        served: card.served
                        waiting: card.waiting
                    }
                }
            }

            PictureCard {
                id: dontKnow

                height: flow.cellHeight
                metrics: root.metrics
                objectName: "dontKnow"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/accueil.svg")
                text: qsTr("Je ne sais pas")
                width: flow.lastWidth
                word: qsTr("Parler")
                pictureSide: flow.pictureSide
                wordSize: wordFit.size

                onActivated: root.vm.showHelp()
            }

            PictureCard {
                id: justLooking

                detail: qsTr("documents, ordinateurs, ateliers")
                height: flow.cellHeight
                metrics: root.metrics
                objectName: "justLooking"
                pictogram: Qt.resolvedUrl("../../../resources/pictograms/documentation.svg")
                text: qsTr("Je viens juste regarder")
                width: flow.lastWidth
                word: qsTr("Regarder")
                pictureSide: flow.pictureSide
                wordSize: wordFit.size

                onActivated: root.vm.showLook()
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
