<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Número %1, %2, segunda llamada</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Número %1, %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>Números %1, %2, segunda llamada</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Números %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Últimas llamadas</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Los números ya llamados quedan aquí.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>Número {number}, {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>Números {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Segunda llamada. Número {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Segunda llamada. Números {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Se llama a otros números, {place}. Mire la pantalla.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>Ya no damos números. Si tiene uno, le atenderemos.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Llamadas – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Sin conexión: quedan las últimas llamadas</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Sin conexión, nuevo intento…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>Es una prueba: no se llama a nadie de verdad</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Sitio de ejemplo</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>Las zonas de espera han cambiado: aquí están todas las llamadas</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Número %1, %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Números %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Números</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Gracias por su visita, hasta pronto.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Su número aparecerá aquí.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>¿Tiene un número? Aparecerá aquí.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Nuestras puertas están cerradas</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Bienvenidos</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Coja un tique en el puesto o en recepción.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Lea, busque: su número aparecerá aquí también.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Póngase cómodo. No hay prisa.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Esta pantalla le dirá adónde ir.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>segunda llamada</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Su número aparecerá aquí.</translation>
    </message>
</context>
</TS>
