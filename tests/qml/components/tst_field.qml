import QtQuick
import QtTest

TestCase {
    id: root

    readonly property Component fields: Qt.createComponent("../../../ui/Cdm/Administration/Field.qml")

    function shown(more: var): var {
        const field = createTemporaryObject(fields, root, Object.assign({
            label: "Nom",
            value: "Accueil"
        }, more));
        typed.target = entered.target = field;
        typed.clear();
        entered.clear();
        return field;
    }

    function test_what_is_typed_takes_the_place_of_what_was_there(): void {
        const field = shown({});
        field.takeFocus();
        keyClick("x");
        compare(field.input.text, "x");
        compare(typed.signalArguments.map(each => each[0]), ["x"]);
    }
    function test_a_value_that_comes_back_otherwise_waits_until_who_types_has_left(): void {
        const field = shown({
            value: ""
        });
        field.typed.connect(text => field.value = text.toUpperCase());
        field.takeFocus();
        for (const key of [Qt.Key_A, Qt.Key_B])
            keyClick(key);
        compare(field.input.text, "ab");
        field.input.focus = false;
        compare(field.input.text, "AB");
    }
    function test_who_leaves_the_field_sees_the_value_that_holds(): void {
        const field = shown({});
        field.takeFocus();
        keyClick("x");
        field.input.focus = false;
        compare(field.input.text, "Accueil");
    }
    function test_a_new_value_is_shown(): void {
        const field = shown({});
        field.value = "Orientation";
        compare(field.input.text, "Orientation");
        compare(typed.count, 0);
    }
    function test_enter_is_told(): void {
        const field = shown({});
        field.takeFocus();
        keyClick(Qt.Key_Return);
        compare(entered.count, 1);
    }
    function test_a_secret_is_not_readable(): void {
        const field = shown({
            secret: true,
            value: "1234"
        });
        compare(field.input.text, "1234");
        verify(!field.input.displayText.includes("1234"));
        compare(field.Accessible.name, "Nom");
        compare(field.Accessible.role, Accessible.Grouping);
    }
    function test_a_fault_is_said_in_place_of_the_hint(): void {
        const field = shown({
            hint: "Affiché sur la borne"
        });
        compare(field.input.Accessible.description, "Affiché sur la borne");
        field.fault = "Ce nom existe déjà.";
        compare(field.input.Accessible.description, "Ce nom existe déjà.");
    }
    function test_what_stands_below_takes_room_only_when_there_is_something_to_say(): void {
        const field = shown({});
        const bare = field.implicitHeight;
        field.fault = "Ce nom existe déjà.";
        verify(field.implicitHeight > bare);
        field.fault = "";
        compare(field.implicitHeight, bare);
    }

    height: 300
    name: "Field"
    visible: true
    when: windowShown
    width: 400

    SignalSpy {
        id: typed

        signalName: "typed"
    }

    SignalSpy {
        id: entered

        signalName: "entered"
    }
}
