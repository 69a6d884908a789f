import QtQuick
import QtTest

TestCase {
    id: root

    readonly property Component strips: Qt.createComponent("../../../ui/Cdm/Display/Notices.qml")
    readonly property string longText: "Le centre ferme plus tôt aujourd’hui, merci de garder votre ticket. ".repeat(4)

    function shown(more: var): var {
        const given = {
            message: "",
            notice: "",
            messageTurn: true,
            messageRightToLeft: false,
            noticeRightToLeft: false,
            unit: 5,
            most: 200,
            width: 400
        };
        return createTemporaryObject(strips, root, Object.assign(given, more));
    }

    function test_with_nothing_to_say_it_takes_no_room(): void {
        const strip = shown({});
        compare(strip.height, 0);
        verify(!strip.visible);
    }
    function test_two_short_texts_stand_together(): void {
        const strip = shown({
            message: "Atelier à 14 h",
            notice: "Le café est ouvert."
        });
        verify(strip.hasRoom);
        verify(findChild(strip, "message").visible);
        verify(findChild(strip, "notice").visible);
        verify(strip.height <= strip.most);
    }
    function test_two_long_texts_take_turns(): void {
        const strip = shown({
            message: longText,
            notice: longText
        });
        verify(!strip.hasRoom);
        verify(findChild(strip, "message").visible);
        verify(!findChild(strip, "notice").visible);
        strip.messageTurn = false;
        verify(!findChild(strip, "message").visible);
        verify(findChild(strip, "notice").visible);
    }
    function test_a_long_text_alone_waits_for_no_turn(): void {
        verify(shown({
            message: longText,
            messageTurn: false
        }).showsMessage);
        verify(shown({
            notice: longText,
            messageTurn: true
        }).showsNotice);
    }
    function test_nothing_is_cut_off(): void {
        const strip = shown({
            message: longText
        });
        const message = findChild(strip, "message");
        verify(!message.truncated);
        verify(message.contentWidth <= message.width);
        verify(strip.height >= message.contentHeight);
    }
    function test_its_own_language_says_where_a_text_begins(): void {
        const strip = shown({
            message: "مرحبا",
            messageRightToLeft: true,
            notice: "Bonjour"
        });
        compare(findChild(strip, "message").horizontalAlignment, Text.AlignRight);
        compare(findChild(strip, "notice").horizontalAlignment, Text.AlignLeft);
    }
    function test_a_new_notice_appears_softly_and_ends_in_full_ink(): void {
        const strip = shown({
            notice: "Le café est ouvert."
        });
        const notice = findChild(strip, "notice");
        tryCompare(notice, "opacity", 1);
        strip.notice = "Le café est fermé.";
        compare(notice.opacity, 0);
        tryCompare(notice, "opacity", 1);
    }

    height: 600
    name: "Notices"
    visible: true
    when: windowShown
    width: 800
}
