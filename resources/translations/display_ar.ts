<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="fr">
<context>
    <name>CallRow</name>
    <message>
        <source>Numéro %1, %2, rappel</source>
        <translation>الرقم %1، %2، نداء جديد</translation>
    </message>
    <message>
        <source>Numéro %1, %2</source>
        <translation>الرقم %1، %2</translation>
    </message>
</context>
<context>
    <name>CalledTogether</name>
    <message>
        <source>Numéros %1, %2, rappel</source>
        <translation>الأرقام %1، %2، نداء جديد</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>الأرقام %1، %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Derniers appels</source>
        <translation>آخر النداءات</translation>
    </message>
    <message>
        <source>Les numéros déjà appelés resteront affichés ici.</source>
        <translation>تبقى الأرقام التي نودي عليها معروضة هنا.</translation>
    </message>
</context>
<context>
    <name>DisplayViewModel</name>
    <message>
        <source>Numéro {number}, {place}.</source>
        <translation>الرقم {number}، {place}.</translation>
    </message>
    <message>
        <source>Numéros {number}, {place}.</source>
        <translation>الأرقام {number}، {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéro {number}, {place}.</source>
        <translation>نداء جديد. الرقم {number}، {place}.</translation>
    </message>
    <message>
        <source>Rappel. Numéros {number}, {place}.</source>
        <translation>نداء جديد. الأرقام {number}، {place}.</translation>
    </message>
    <message>
        <source>D’autres numéros sont appelés, {place}. Regardez l’écran.</source>
        <translation>هناك أرقام أخرى مطلوبة، {place}. انظروا إلى الشاشة.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro. Si vous en avez un, nous vous recevons.</source>
        <translation>لا نعطي أرقامًا أخرى. إن كان لديكم رقم فسنستقبلكم.</translation>
    </message>
</context>
<context>
    <name>DisplayWindow</name>
    <message>
        <source>Appels</source>
        <translation>النداءات</translation>
    </message>
    <message>
        <source>Appels – %1</source>
        <translation>النداءات – %1</translation>
    </message>
    <message>
        <source>Affichage non connecté&#xa0;: les derniers appels restent affichés</source>
        <translation>لا اتصال: تبقى آخر النداءات معروضة</translation>
    </message>
    <message>
        <source>Affichage non connecté, nouvelle tentative…</source>
        <translation>لا اتصال، محاولة جديدة…</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne n’est vraiment appelé</source>
        <translation>هذه تجربة: لا ينادى أحد فعلًا</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>موقع للتجربة</translation>
    </message>
    <message>
        <source>Les espaces d’attente ont changé&#xa0;: tous les appels sont affichés ici</source>
        <translation>تغيّرت أماكن الانتظار: كل النداءات معروضة هنا</translation>
    </message>
</context>
<context>
    <name>NewestCall</name>
    <message>
        <source>Numéro %1, %2</source>
        <translation>الرقم %1، %2</translation>
    </message>
    <message>
        <source>Numéros %1, %2</source>
        <translation>الأرقام %1، %2</translation>
    </message>
    <message>
        <source>Numéro</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Numéros</source>
        <translation>الأرقام</translation>
    </message>
</context>
<context>
    <name>NobodyCalled</name>
    <message>
        <source>Merci de votre visite, à&#xa0;bientôt.</source>
        <translation>شكرًا لزيارتكم، إلى اللقاء قريبًا.</translation>
    </message>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>سيظهر رقمكم هنا.</translation>
    </message>
    <message>
        <source>Vous avez un numéro&#xa0;? Il s’affichera ici.</source>
        <translation>لديكم رقم؟ سيظهر هنا.</translation>
    </message>
    <message>
        <source>Nos portes sont fermées</source>
        <translation>أبوابنا مغلقة</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>مرحبًا بكم</translation>
    </message>
    <message>
        <source>Prenez un ticket à la borne ou à l’accueil.</source>
        <translation>خذوا تذكرة من الجهاز أو من الاستقبال.</translation>
    </message>
    <message>
        <source>Lisez, cherchez&#xa0;: votre numéro sera affiché ici aussi.</source>
        <translation>اقرؤوا وابحثوا: سيظهر رقمكم هنا أيضًا.</translation>
    </message>
    <message>
        <source>Installez-vous. Rien ne presse.</source>
        <translation>تفضلوا بالجلوس. لا داعي للعجلة.</translation>
    </message>
    <message>
        <source>Cet écran vous dira où aller.</source>
        <translation>هذه الشاشة ستقول لكم إلى أين تذهبون.</translation>
    </message>
</context>
<context>
    <name>RecallMark</name>
    <message>
        <source>rappel</source>
        <translation>نداء جديد</translation>
    </message>
</context>
<context>
    <name>ZonePanel</name>
    <message>
        <source>Votre numéro s’affichera ici.</source>
        <translation>سيظهر رقمكم هنا.</translation>
    </message>
</context>
</TS>
