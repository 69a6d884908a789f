// A language for the interview.

RadioOption {
    required property int index
    required property string code
    required property string name

    objectName: "language-" + code
    text: name
}
