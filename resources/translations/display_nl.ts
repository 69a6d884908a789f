<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Nummer %1, %2, nieuwe oproep</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Nummer %1, %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>Nummers %1, %2, nieuwe oproep</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Nummers %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Laatste oproepen</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Opgeroepen nummers blijven hier staan.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>Nummer {number}, {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>Nummers {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Nieuwe oproep. Nummer {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Nieuwe oproep. Nummers {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Er worden nog andere nummers opgeroepen, {place}. Kijk op het scherm.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>We geven geen nummers meer. Hebt u er een? Dan komt u nog aan de beurt.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Oproepen</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Oproepen – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Geen verbinding: de laatste oproepen blijven staan</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Geen verbinding, nieuwe poging…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>Dit is een test: niemand wordt echt opgeroepen</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>De wachtruimtes zijn veranderd: hier staan alle oproepen</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Nummer %1, %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Nummers %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Nummers</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Bedankt voor uw bezoek, tot binnenkort.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Uw nummer verschijnt hier.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Hebt u een nummer? Het verschijnt hier.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Onze deuren zijn gesloten</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Neem een ticket aan de zuil of bij het onthaal.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Lees, zoek: uw nummer verschijnt ook hier.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Neem plaats. Er is geen haast.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Dit scherm zegt u waar u heen moet.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>nieuwe oproep</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Uw nummer verschijnt hier.</translation>
    </message>
</context>
</TS>
