<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>Номер %1, %2, повторно</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Номер %1, %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>Номери %1, %2, повторно</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Номери %1, %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>Останні виклики</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>Викликані номери залишаються тут.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>Номер {number}, {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>Номери {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>Повторно. Номер {number}, {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>Повторно. Номери {number}, {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>Викликано й інші номери, {place}. Подивіться на екран.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>Ми більше не видаємо номерів. Якщо маєте номер, ми вас приймемо.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>Виклики</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>Виклики – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>Немає зв’язку: останні виклики залишаються</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>Немає зв’язку, нова спроба…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>Це проба: насправді нікого не викликають</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Приклад</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>Зони очікування змінилися: тут усі виклики</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>Номер %1, %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>Номери %1, %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>Номери</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>Дякуємо, що завітали. До зустрічі.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Ваш номер з’явиться тут.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>Маєте номер? Він з’явиться тут.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>Наші двері зачинено</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Ласкаво просимо</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>Візьміть талон у терміналі або на рецепції.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>Читайте, шукайте: ваш номер з’явиться й тут.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>Влаштовуйтеся. Поспішати нікуди.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>Цей екран скаже, куди йти.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>повторно</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>Ваш номер з’явиться тут.</translation>
    </message>
</context>
</TS>
