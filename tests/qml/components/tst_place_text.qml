import QtQuick
import QtTest

TestCase {
    id: root

    readonly property Component places: Qt.createComponent("../../../ui/Cdm/Display/PlaceText.qml")

    function shown(text: string, more: var): var {
        return createTemporaryObject(places, root, Object.assign({
            text: text,
            size: 100
        }, more));
    }

    function test_with_room_it_is_as_large_as_asked_for(): void {
        const place = shown("Table 10", {});
        compare(place.pixelSize, 100);
        compare(place.lines.length, 1);
    }
    function test_it_shrinks_into_its_width(): void {
        const whole = shown("Table 10", {});
        const place = shown("Table 10", {
            maximumWidth: 0.8 * whole.implicitWidth
        });
        verify(place.pixelSize < 100);
        compare(place.lines.length, 1);
        verify(place.implicitWidth <= place.maximumWidth + 1);
    }
    function test_before_it_gets_small_it_stands_on_two_lines(): void {
        const whole = shown("Grande salle", {});
        const place = shown("Grande salle", {
            maximumWidth: 0.4 * whole.implicitWidth
        });
        compare(place.lines, ["Grande", "salle"]);
        verify(place.pixelSize > 40);
        verify(place.implicitWidth <= place.maximumWidth + 1);
    }
    function test_two_lines_that_would_be_no_larger_stay_one(): void {
        const whole = shown("Grande salle", {});
        const place = shown("Grande salle", {
            maximumWidth: 0.5 * whole.implicitWidth,
            maximumHeight: 60
        });
        compare(place.lines, ["Grande salle"]);
    }
    function test_one_word_is_never_cut(): void {
        const whole = shown("Bibliothèque", {});
        const place = shown("Bibliothèque", {
            maximumWidth: 0.3 * whole.implicitWidth
        });
        compare(place.lines, ["Bibliothèque"]);
        verify(place.implicitWidth <= place.maximumWidth + 1);
    }
    function test_it_is_cut_at_the_space_nearest_the_middle(data: var): void {
        const place = shown("x", {});
        compare(place.halves(data.text), data.parts);
    }
    function test_it_is_cut_at_the_space_nearest_the_middle_data(): list<var> {
        return [
            {
                tag: "no space",
                text: "Accueil",
                parts: ["Accueil"]
            },
            {
                tag: "one space",
                text: "Table 10",
                parts: ["Table", "10"]
            },
            {
                tag: "early",
                text: "A longue",
                parts: ["A", "longue"]
            },
            {
                tag: "late",
                text: "Bibliothèque 1",
                parts: ["Bibliothèque", "1"]
            },
            {
                tag: "after the middle",
                text: "A longue phrase",
                parts: ["A longue", "phrase"]
            },
            {
                tag: "on the middle",
                text: "Salle de lecture",
                parts: ["Salle de", "lecture"]
            }
        ];
    }
    function test_letters_that_hang_low_ask_for_less_size_where_ink_is_bounded(): void {
        const low = shown("Page", {
            maximumInk: 60
        });
        const level = shown("1000", {
            maximumInk: 60
        });
        verify(low.hang > 0);
        verify(low.pixelSize < level.pixelSize);
    }

    height: 600
    name: "PlaceText"
    visible: true
    when: windowShown
    width: 800
}
