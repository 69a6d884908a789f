import QtQuick
import QtTest
import Cdm.Pairing

TestCase {
    id: root

    readonly property Component cards: Component {
        DigitsCard {
            digits: "700040"
            padding: 10
        }
    }

    function shown(width: real, height: real): var {
        return createTemporaryObject(cards, root, {
            width: width,
            height: height
        });
    }
    function groups(card: Item): list<var> {
        return [...card.children].filter(child => child.text !== undefined);
    }

    function test_the_digits_stand_in_two_groups_of_three(): void {
        compare(groups(shown(300, 300)).map(group => group.text), ["700", "040"]);
    }
    function test_the_groups_stand_where_they_are_largest_data(): list<var> {
        return [
            {
                tag: "high",
                width: 200,
                height: 400,
                beside: false
            },
            {
                tag: "square",
                width: 300,
                height: 300,
                beside: false
            },
            {
                tag: "wide",
                width: 600,
                height: 150,
                beside: true
            }
        ];
    }
    function test_the_groups_stand_where_they_are_largest(data: var): void {
        const card = shown(data.width, data.height);
        compare(card.beside, data.beside);
        const [first, second] = groups(card);
        compare(first.size, second.size);
        for (const group of [first, second]) {
            verify(group.x >= 10 - 1 && group.x + group.width <= data.width - 10 + 1);
            verify(group.y >= 10 - 1 && group.y + group.height <= data.height - 10 + 1);
        }
        verify(data.beside ? first.x + first.width < second.x : first.y + first.height < second.y);
    }
    function test_a_screen_reader_is_told_each_digit(): void {
        compare(shown(300, 300).Accessible.name, "7 0 0 0 4 0");
    }

    name: "DigitsCard"
    visible: true
    when: windowShown
}
