<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Numero %1, %2, richiamato</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Numero %1, %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>Numeri %1, %2, richiamati</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Numeri %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Ultime chiamate</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>I numeri già chiamati restano qui.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>Numero {number}, {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>Numeri {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Richiamo. Numero {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Richiamo. Numeri {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Sono chiamati altri numeri, {place}. Guardi lo schermo.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>Non diamo più numeri. Se ne ha uno, la riceveremo.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Chiamate</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Chiamate – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Nessuna connessione: restano le ultime chiamate</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Nessuna connessione, nuovo tentativo…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>È una prova: nessuno è chiamato davvero</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Sito di esempio</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>Le zone di attesa sono cambiate: qui ci sono tutte le chiamate</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Numero %1, %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Numeri %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Numeri</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Grazie della visita, a presto.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Il suo numero apparirà qui.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Ha un numero? Apparirà qui.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Le nostre porte sono chiuse</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Benvenuti</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Prenda un biglietto al totem o all’accoglienza.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Legga, cerchi: il suo numero apparirà anche qui.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Si accomodi. Non c’è fretta.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Questo schermo le dirà dove andare.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>richiamo</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Il suo numero apparirà qui.</translation>
    </message>
</context>
</TS>
