<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Número %1, %2, nova chamada</translation>
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
        <translation>Números %1, %2, nova chamada</translation>
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
        <translation>Últimas chamadas</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Os números já chamados ficam aqui.</translation>
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
        <translation>Nova chamada. Número {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Nova chamada. Números {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Foram chamados outros números, {place}. Veja o ecrã.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>Já não damos números. Se tem um, vamos atendê-lo.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Chamadas</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Chamadas – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Sem ligação: ficam as últimas chamadas</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Sem ligação, nova tentativa…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>Isto é um ensaio: ninguém é chamado</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Local de exemplo</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>As zonas de espera mudaram: aqui estão todas as chamadas</translation>
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
        <translation>Obrigado pela visita, até breve.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>O seu número aparece aqui.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Tem um número? Aparece aqui.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>As nossas portas estão fechadas</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Boas-vindas</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Retire uma senha no quiosque ou na receção.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Leia, procure: o seu número aparece aqui também.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Esteja à vontade. Não há pressa.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Este ecrã diz-lhe aonde ir.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>nova chamada</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>O seu número aparece aqui.</translation>
    </message>
</context>
</TS>
