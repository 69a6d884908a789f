<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Number %1, %2, called again</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Number %1, %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>Numbers %1, %2, called again</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Numbers %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Latest calls</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Numbers that were called stay shown here.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>Number {number}, {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>Numbers {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Called again. Number {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Called again. Numbers {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Other numbers are called, {place}. Please look at the screen.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>We give no more numbers. If you have one, we will see you.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Calls</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Calls – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>No connection: the latest calls stay shown</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>No connection, trying again…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>This is a trial: nobody is really called</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Sample site</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>The waiting areas have changed: all calls are shown here</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Number %1, %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Numbers %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Numbers</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Thank you for your visit, see you soon.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Your number will be shown here.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Have a number? It will be shown here.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Our doors are closed</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Take a ticket at the kiosk or at reception.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Read, look around: your number will be shown here too.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Take a seat. There is no rush.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>This screen will tell you where to go.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>called again</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Your number will be shown here.</translation>
    </message>
</context>
</TS>
