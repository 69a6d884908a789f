<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Nummer %1, %2, noch einmal</translation>
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
        <translation>Nummern %1, %2, noch einmal</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Nummern %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Letzte Aufrufe</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Aufgerufene Nummern bleiben hier stehen.</translation>
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
        <translation>Nummern {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Noch einmal. Nummer {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Noch einmal. Nummern {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Weitere Nummern sind dran, {place}. Bitte schauen Sie auf den Bildschirm.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>Wir geben keine Nummern mehr aus. Haben Sie eine? Dann kommen Sie noch dran.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Aufrufe – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Keine Verbindung: die letzten Aufrufe bleiben stehen</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Keine Verbindung, neuer Versuch…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>Nur ein Test: Niemand wird wirklich aufgerufen</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>Die Wartebereiche haben sich geändert: hier stehen alle Aufrufe</translation>
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
        <translation>Nummern %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Nummern</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Danke für Ihren Besuch, bis bald.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Ihre Nummer erscheint hier.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Haben Sie eine Nummer? Sie erscheint hier.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Unsere Türen sind geschlossen</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Holen Sie eine Nummer am Gerät oder am Empfang.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Lesen und stöbern Sie: Ihre Nummer erscheint auch hier.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Nehmen Sie Platz. Es eilt nicht.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Dieser Bildschirm sagt Ihnen, wohin Sie gehen.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>noch einmal</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Ihre Nummer erscheint hier.</translation>
    </message>
</context>
</TS>
