pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Cdm.Kiosk

TestCase {
    id: root

    function fitted(more: var): var {
        return createTemporaryObject(fits, root, Object.assign({
            titles: ["Emploi"],
            roomWidth: 1000,
            wish: 40
        }, more));
    }

    function test_a_short_word_has_the_size_that_was_wished(): void {
        compare(fitted({}).size, 40);
    }
    function test_a_long_word_shrinks_until_it_fits(): void {
        const fit = fitted({
            titles: ["Accompagnement"],
            roomWidth: 200
        });
        verify(fit.size < 40);
        verify(fit.widestWord * fit.size <= 200);
        verify(fit.widestWord * (fit.size + 1) > 200);
    }
    function test_the_longest_of_several_texts_decides_for_all(): void {
        const alone = fitted({
            titles: ["Accompagnement"],
            roomWidth: 200
        });
        const beside = fitted({
            titles: ["Emploi", "Accompagnement", "Santé"],
            roomWidth: 200
        });
        compare(beside.size, alone.size);
    }
    function test_words_that_fit_one_by_one_stand_on_lines_of_their_own(): void {
        const fit = fitted({
            titles: ["Orientation Formation"],
            roomWidth: 300
        });
        compare(fit.size, 40);
        compare(fit.linesAt(40), 2);
    }
    function test_no_more_lines_than_allowed(): void {
        const free = fitted({
            titles: ["Créer une entreprise"],
            roomWidth: 260
        });
        verify(free.linesAt(free.size) > 1);
        const bound = fitted({
            titles: ["Créer une entreprise"],
            roomWidth: 260,
            mostLines: 1
        });
        compare(bound.linesAt(bound.size), 1);
        verify(bound.size < free.size);
    }
    function test_a_low_place_makes_it_smaller(): void {
        const fit = fitted({
            titles: ["Orientation Formation"],
            roomWidth: 300,
            roomHeight: 60
        });
        verify(fit.size < 40);
        verify(fit.neededHeight <= 60);
    }
    function test_below_the_least_size_the_place_has_to_grow(): void {
        const fit = fitted({
            roomHeight: 10,
            least: 30
        });
        compare(fit.size, 30);
        verify(!fit.tooSmall);
        verify(fit.neededHeight > 10);
    }
    function test_a_word_that_is_too_wide_goes_below_the_least_size_and_says_so(): void {
        const fit = fitted({
            titles: ["Accompagnement"],
            roomWidth: 100,
            least: 30
        });
        verify(fit.size < 30);
        verify(fit.tooSmall);
        verify(fit.widestWord * fit.size <= 100);
    }
    function test_a_detail_is_smaller_in_proportion_but_never_below_its_least_size(): void {
        compare(fitted({
            details: ["sans rendez-vous"]
        }).detailSize, 28);
        compare(fitted({
            details: ["sans rendez-vous"],
            leastDetail: 35.2
        }).detailSize, 36);
    }
    function test_a_detail_needs_room_below_its_title(): void {
        verify(fitted({
            details: ["sans rendez-vous"]
        }).neededHeight > fitted({}).neededHeight);
    }
    function test_arabic_letters_have_more_room_between_lines(): void {
        verify(fitted({
            titles: ["عمل"]
        }).pitch > fitted({}).pitch);
        verify(fitted({
            details: ["عمل"]
        }).pitch > fitted({}).pitch);
    }
    function test_a_new_text_is_fitted_at_once(): void {
        const fit = fitted({
            roomWidth: 200
        });
        compare(fit.size, 40);
        fit.titles = ["Accompagnement"];
        verify(fit.size < 40);
    }

    name: "TextFit"

    Component {
        id: fits

        TextFit {}
    }
}
