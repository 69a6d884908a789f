pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Cdm.Controls
import Cdm.Kiosk

TestCase {
    id: root

    function metrics(width: real, height: real, more: var): var {
        return createTemporaryObject(sizes, root, Object.assign({
            windowWidth: width,
            windowHeight: height
        }, more));
    }
    function init(): void {
        Theme.pixelsPerMm = 3.78;
    }
    function cleanup(): void {
        Theme.pixelsPerMm = 3.78;
    }

    function test_one_unit_is_a_pixel_of_the_reference_window(): void {
        compare(metrics(1080, 1800, {}).unit, 1);
        compare(metrics(1880, 1250, {}).unit, 1);
        compare(metrics(540, 1800, {}).unit, 0.5);
    }
    function test_a_touch_target_keeps_its_millimetres_whatever_the_window(): void {
        Theme.pixelsPerMm = 10;
        for (const width of [300, 1080, 3000])
            compare(metrics(width, 1800, {}).atLeastTarget(1), 200);
    }
    function test_what_can_be_touched_is_four_millimetres_apart(): void {
        verify(metrics(300, 500, {}).gap >= 4 * Theme.pixelsPerMm);
    }
    function test_large_text_is_never_smaller_than_what_must_be(): void {
        const large = metrics(300, 500, {
            largeText: true
        });
        compare(large.text(1), large.leastText);
        compare(large.noteText(1), large.leastText);
        verify(large.leastText * 0.66 >= 7.3 * Theme.pixelsPerMm);
    }
    function test_usual_text_follows_the_window_alone(): void {
        compare(metrics(540, 900, {}).text(40), 20);
    }
    function test_in_low_reach_the_targets_are_between_both_heights_above_the_floor(): void {
        const low = metrics(1080, 1920, {
            lowReach: true,
            lowerEdgeMm: 800
        });
        fuzzyCompare(low.roomBelow, 100 * Theme.pixelsPerMm, 2);
        fuzzyCompare(low.areaHeight, 320 * Theme.pixelsPerMm, 2);
    }
    function test_a_screen_that_hangs_too_high_brings_them_to_its_lower_edge(): void {
        const low = metrics(1080, 1920, {
            lowReach: true,
            lowerEdgeMm: 1300
        });
        compare(low.roomBelow, 0);
        fuzzyCompare(low.areaHeight, low.leastAreaHeight, 2);
    }
    function test_without_low_reach_the_whole_window_is_used(): void {
        const whole = metrics(1080, 1920, {});
        compare(whole.areaY, 0);
        compare(whole.areaHeight, 1920);
    }

    name: "KioskMetrics"

    Component {
        id: sizes

        KioskMetrics {}
    }
}
