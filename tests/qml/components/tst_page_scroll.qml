pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Cdm.Kiosk

TestCase {
    id: root

    function shown(neededHeight: real): var {
        return createTemporaryObject(pages, root, {
            neededHeight: neededHeight
        });
    }

    // By the time that another page has moved, this one would have too.
    function staysAtTheTop(page: var): void {
        const other = shown(700);
        other.step(true);
        tryCompare(other.moved, "y", -240);
        compare(page.moved.y, 0);
    }

    function test_a_page_that_fits_does_not_scroll(): void {
        const page = shown(300);
        verify(!page.scrolls);
        verify(page.atStart && page.atEnd);
        compare(page.farthest, 0);
    }
    function test_a_page_that_is_too_high_scrolls(): void {
        const page = shown(700);
        verify(page.scrolls);
        compare(page.farthest, 400);
        verify(page.atStart);
        verify(!page.atEnd);
    }
    function test_one_step_leaves_the_last_lines_in_sight(): void {
        const page = shown(700);
        page.step(true);
        tryCompare(page.moved, "y", -240);
        verify(!page.atStart && !page.atEnd);
        page.step(false);
        tryCompare(page, "atStart", true);
    }
    function test_no_step_leads_beyond_the_ends(): void {
        const page = shown(700);
        page.step(false);
        page.step(true);
        tryCompare(page.moved, "y", -240);
        page.step(true);
        tryCompare(page, "atEnd", true);
        tryCompare(page.moved, "y", -400);
    }
    function test_a_control_below_is_brought_into_sight_whole(): void {
        const page = shown(700);
        page.reveal(page.low);
        tryCompare(page.moved, "y", 300 - 650);
    }
    function test_a_control_above_is_brought_back_into_sight(): void {
        const page = shown(700);
        page.reveal(page.low);
        tryCompare(page.moved, "y", 300 - 650);
        page.reveal(page.high);
        tryCompare(page.moved, "y", -20);
    }
    function test_a_control_in_sight_moves_nothing(): void {
        const page = shown(700);
        page.reveal(page.high);
        staysAtTheTop(page);
    }
    function test_what_is_no_part_of_the_page_moves_nothing(): void {
        const page = shown(700);
        page.reveal(outside);
        staysAtTheTop(page);
    }
    function test_a_page_that_gets_shorter_comes_back_and_stops_scrolling(): void {
        const page = shown(700);
        page.reveal(page.low);
        tryCompare(page.moved, "y", 300 - 650);
        page.neededHeight = 300;
        verify(!page.scrolls);
        tryCompare(page.moved, "y", 0);
    }
    function test_a_higher_room_shows_no_more_than_the_page(): void {
        const page = shown(700);
        page.reveal(page.low);
        tryCompare(page.moved, "y", 300 - 650);
        page.height = 500;
        verify(page.scrolls);
        tryCompare(page.moved, "y", 500 - 700);
    }
    function test_scroll_buttons_that_take_the_room_do_not_come_and_go_for_ever(): void {
        const page = shown(250);
        verify(!page.scrolls);
        // Too high as long as it does not scroll, not so when it does: once that was tried often enough, it scrolls.
        for (let round = 0; round < 20; ++round) {
            page.neededHeight = 320;
            page.neededHeight = 250;
        }
        verify(page.scrolls);
    }
    function test_another_page_is_tried_without_scroll_buttons_again(): void {
        const page = shown(250);
        for (let round = 0; round < 20; ++round) {
            page.neededHeight = 320;
            page.neededHeight = 250;
        }
        page.neededHeight = 200;
        verify(!page.scrolls);
    }

    height: 300
    name: "PageScroll"
    visible: true
    when: windowShown
    width: 400

    Component {
        id: pages

        PageScroll {
            id: page

            // How far the page has moved is where its top stands in the room.
            readonly property Item moved: first.parent.parent
            readonly property alias low: last
            readonly property alias high: first

            height: 300
            width: 400

            Rectangle {
                id: first

                height: 50
                width: 50
                y: 20
            }

            Rectangle {
                id: last

                height: 50
                width: 50
                y: 600
            }
        }
    }

    Item {
        id: outside

        y: 5000
    }
}
