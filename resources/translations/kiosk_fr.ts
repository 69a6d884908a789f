<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Cet écran s’efface dans %n seconde</numerusform>
            <numerusform>Cet écran s’efface dans %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;personne attend</numerusform>
            <numerusform>%n&#xa0;personnes attendent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;personne avant vous</numerusform>
            <numerusform>%n&#xa0;personnes avant vous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;personne attend</numerusform>
            <numerusform>%n&#xa0;personnes attendent</numerusform>
        </translation>
    </message>
</context>
</TS>
