import QtQuick
import QtTest

TestCase {
    id: root

    readonly property Component sheets: Qt.createComponent("../../../ui/Cdm/Administration/AskSheet.qml")
    property int answers: 0

    function asked(): var {
        const sheet = createTemporaryObject(sheets, root);
        sheet.ask("Retirer ce thème\u00a0?", "Ses tickets restent.", "Retirer", () => ++root.answers, "");
        tryCompare(sheet, "opened", true);
        for (const name of ["confirm", "cancel"])
            tryCompare(findChild(sheet.contentItem, name), "settling", false);
        return sheet;
    }
    function init(): void {
        answers = 0;
    }

    function test_the_focus_is_on_what_changes_nothing(): void {
        const sheet = asked();
        tryCompare(findChild(sheet.contentItem, "cancel"), "activeFocus", true);
        keyClick(Qt.Key_Return);
        tryCompare(sheet, "opened", false);
        compare(answers, 0);
    }
    function test_the_verb_is_done_once_and_the_sheet_goes(): void {
        const sheet = asked();
        const confirm = findChild(sheet.contentItem, "confirm");
        compare(confirm.text, "Retirer");
        mouseClick(confirm);
        tryCompare(sheet, "opened", false);
        compare(answers, 1);
    }
    function test_the_arrows_lead_from_one_answer_to_the_other(): void {
        const sheet = asked();
        keyClick(Qt.Key_Right);
        tryCompare(findChild(sheet.contentItem, "confirm"), "activeFocus", true);
        keyClick(Qt.Key_Left);
        tryCompare(findChild(sheet.contentItem, "cancel"), "activeFocus", true);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(answers, 1);
    }
    function test_escape_changes_nothing(): void {
        const sheet = asked();
        keyClick(Qt.Key_Escape);
        tryCompare(sheet, "opened", false);
        compare(answers, 0);
    }
    function test_a_touch_beside_it_does_not_answer(): void {
        const sheet = asked();
        mouseClick(root, 5, 5);
        wait(0);
        verify(sheet.opened);
        compare(answers, 0);
    }
    function test_without_a_refusal_of_its_own_it_says_that_nothing_changes(): void {
        const sheet = asked();
        compare(findChild(sheet.contentItem, "cancel").text, "Ne rien changer");
        sheet.ask("Retirer ce thème\u00a0?", "", "Retirer", () => {}, "Garder");
        compare(findChild(sheet.contentItem, "cancel").text, "Garder");
    }

    height: 600
    name: "AskSheet"
    visible: true
    when: windowShown
    width: 800
}
