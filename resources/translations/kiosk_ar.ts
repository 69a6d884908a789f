<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>تغيير اللغة</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>هل لديكم سؤال؟
تجدوننا هنا: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>تُمسح هذه الشاشة الآن</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد ثانية واحدة</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد ثانيتين</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثوانٍ</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثانية</numerusform>
            <numerusform>تُمسح هذه الشاشة بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>عرض ما في الأعلى</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>عرض ما في الأسفل</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>التحدث إلى شخص</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>استمعوا</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>أعلى صوتًا</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>أخفض صوتًا</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>التباين</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>صور</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>رقمكم قادم…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>التحدث إلى الاستقبال</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>تحصلون على رقم. لا حاجة إلى اسم ولا إلى أوراق.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>بدون تذكرة وبدون موعد.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>لا نعطي أرقامًا في الوقت الحالي.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>لن نعطي أرقامًا أخرى اليوم.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>الأرقام القادمة، في أقصى تقدير</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>الأرقام القادمة</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>لديكم رقم؟ ابقوا قريبين منا: سنستقبلكم.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>هل لديكم سؤال؟ يسعدنا أن نجيبكم.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>مفتوح للجميع، بدون تذكرة</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>هنا من يستمع إليكم.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>لا تعرفون من أين تبدؤون؟ هذا طبيعي. تعالوا نتحدث عن ذلك.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>مفتوح للجميع، بدون تذكرة</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>رقمكم</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>تفضلوا بالانتظار هنا:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>تابعوا دوركم على هاتفكم. لا نحتفظ بأي شيء عنكم.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>مرحبًا بكم.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>مرحبًا بكم. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>يمكنكم العودة نحو الساعة {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>دون انتظار</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>أقل من {high}&#xa0;دقائق</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>أقل من {high}&#xa0;دقيقة</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low} إلى {high}&#xa0;دقائق</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} إلى {high}&#xa0;دقيقة</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>الاستقبال يناديكم خلال: {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>مدة الانتظار المتوقعة: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>لقد أغلقنا للتو. ما زال الاستقبال يستطيع مساعدتكم.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>لا يمكننا إعطاء المزيد من الأرقام اليوم.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>هذا الموضوع متوقف مؤقتًا.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>لم يصل رقمكم. المسوا مرة أخرى، أو توجهوا إلى الاستقبال.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>لم ينجح ذلك. المسوا مرة أخرى، أو توجهوا إلى الاستقبال.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>هذا الجهاز يتحدث إليكم. المسوا الشاشة أو استعملوا الأسهم: تسمعون خيارًا. المسوا مرة أخرى أو اضغطوا على مفتاح الإدخال: تختارونه.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>يتوقف الصوت. إلى اللقاء قريبًا.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>لا يوجد هنا صوت بهذه اللغة. الجهاز يتحدث بالفرنسية.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>لا يوجد هنا صوت بهذه اللغة. الاستقبال يساعدكم.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>هذا الجهاز لا يتحدث الآن. الاستقبال يساعدكم.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>هل ما زلتم هنا؟ المسوا الشاشة أو اضغطوا على مفتاح الإدخال. وإلا فسيتم مسح الشاشة.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>تذكرتكم قادمة.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>خذوا تذكرتكم. ثم اختاروا «تم».</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>لم تخرج تذكرتكم كما يجب. احفظوا رقمكم: {number}. ثم اختاروا «حفظت رقمي».</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>لا يوجد ورق في الوقت الحالي. عندما تحفظون رقمكم، اختاروا «تم».</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>للحصول عليه على ورق، اختاروا «طباعة تذكرتي».</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>عندما تحفظونه، اختاروا «تم».</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>مرحبًا، ما الذي أتى بكم؟ اختاروا موضوعًا.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>يمكنكم أيضًا اختيار «لا أعرف».</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>هنا من يستمع إليكم.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>اختاروا لغتكم.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>مرحبًا بكم. خذوا وقتكم.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>لا نعطي أرقامًا في الوقت الحالي.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>الأرقام القادمة: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>لا يوجد مستشار لهذا الموضوع الآن.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>الوقت المقرر التالي: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>لديكم رقم؟ ابقوا قريبين منا: سنستقبلكم.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>نحن مغلقون في الوقت الحالي.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>نفتح: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>لحظة من فضلكم.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>هذه الشاشة متوقفة مؤقتًا.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>هذا ليس الرمز. انتظروا قليلًا، ثم حاولوا من جديد.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>للحصول على رقم، اختاروا «التحدث إلى مستشار». لا حاجة إلى اسم ولا إلى أوراق.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>اكتمل العدد لهذا اليوم.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>للتحدث إلى شخص، اختاروا «التحدث إلى الاستقبال».</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>هل لديكم سؤال؟ تجدوننا هنا: {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>مفتوح للجميع، بدون تذكرة:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>الانتظار: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>عدد المنتظرين: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>دون انتظار.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>رقمكم: {number}. أكرر: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>تفضلوا بالانتظار هنا، سيناديكم الاستقبال: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>تفضلوا بالانتظار هنا: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>يمكنكم العودة نحو الساعة {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>عدد الأشخاص قبلكم: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>الرقم التالي هو رقمكم.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>رمز على الشاشة وعلى التذكرة يُظهر دوركم على هاتفكم.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>هذه تجربة: لن يناديكم أحد فعلًا</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>موقع للتجربة</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>نحن مغلقون في الوقت الحالي.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>نفتح</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>عودوا في أوقات العمل.
الخدمة مجانية ومفتوحة للجميع.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>إلى اللقاء قريبًا. الخدمة مجانية ومفتوحة للجميع.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>هذه الشاشة متوقفة مؤقتًا.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>الاستقبال يرحب بكم ويعطيكم رقمًا.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>ولغة أخرى</numerusform>
            <numerusform>ولغتان أخريان</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
            <numerusform>و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>تغيير اللغة</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>اختاروا لغتكم</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>الرمز صحيح.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>الخروج من الجهاز</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>هل تريد الخروج من الجهاز؟</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>اكتبوا رمز الإعدادات. من دونه يعود الجهاز إلى صفحته الأولى.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>الأرقام المكتوبة: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>هذا ليس الرمز. محاولة جديدة بعد %1 ث.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>يمكنك المحاولة من جديد.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>لم يتم اختيار أي رمز بعد. يتم اختياره في إعدادات الموقع.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>لا يمكن التحقق من الرمز: الجهاز غير متصل بالاستقبال.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>تعذر التحقق من الرمز. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>تأكيد</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>البقاء</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>مرحبًا بكم.
خذوا وقتكم.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>كل هذا مفتوح للجميع، بدون تذكرة.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>هل لديكم سؤال؟</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>يسعدنا أن نجيبكم.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>اليوم على الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>غدًا على الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} على الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>اليوم
من الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>غدًا
من الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
من الساعة&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>من&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>متوقف مؤقتًا.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>اكتمل العدد لهذا اليوم.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>لا يوجد مستشار لهذا الموضوع الآن.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>الوقت المقرر التالي: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>الوقت المقرر التالي:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>الاستقبال يخبركم متى تعودون.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>متوقف الآن</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>مكتمل
اليوم</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>الانتظار
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>دون انتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>شخص واحد ينتظر</numerusform>
            <numerusform>شخصان ينتظران</numerusform>
            <numerusform>%n&#xa0;أشخاص ينتظرون</numerusform>
            <numerusform>%n&#xa0;شخصًا ينتظرون</numerusform>
            <numerusform>%n&#xa0;شخص ينتظرون</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>توجيهي</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>التكوين</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>العمل</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>الإنشاء</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>التدرّب</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>القراءة والكتابة</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>السفر</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>التصديق</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>ورشات</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>وثائق</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>حواسيب</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>الاستقبال</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>هل ما زلتم هنا؟</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>وإلا فسيتم مسح الشاشة.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>نعم، أواصل</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>رقمكم قادم…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>التحدث إلى مستشار</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>تحصلون على رقم. لا حاجة إلى اسم ولا إلى أوراق.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>يمكن للاستقبال مساعدتكم الآن</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>الآن، بدون تذكرة</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>مرحبًا،
ما الذي أتى بكم؟</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>المسوا ما تبحثون عنه.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>أريد التحدث إلى شخص</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>لا أعرف</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>وثائق، حواسيب، ورشات</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>جئت للاطلاع فقط</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>الاطلاع</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>التحدث</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>مدة الانتظار المتوقعة</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>يستقبلكم مستشار خلال</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>الرقم التالي هو رقمكم.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>لا أحد قبلكم</numerusform>
            <numerusform>شخص واحد قبلكم</numerusform>
            <numerusform>شخصان قبلكم</numerusform>
            <numerusform>%n&#xa0;أشخاص قبلكم</numerusform>
            <numerusform>%n&#xa0;شخصًا قبلكم</numerusform>
            <numerusform>%n&#xa0;شخص قبلكم</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>خذوا تذكرتكم.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>لم تخرج تذكرتكم كما يجب. احفظوا رقمكم.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>لا يوجد ورق في الوقت الحالي. احفظوا رقمكم.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>رقمكم</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>تفضلوا بالانتظار هنا، سيناديكم الاستقبال:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>تفضلوا بالانتظار هنا:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>عودوا نحو</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>رمز تصوّرونه بهاتفكم</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>تابعوا دوركم على هاتفكم، دون تثبيت أي شيء.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>لا نحتفظ بأي شيء عنكم.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>هل لديكم سؤال؟
تجدوننا هنا: %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>تذكرتكم قادمة…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>طباعة تذكرتي</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>دون ورق</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>حفظت رقمي</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>الانتظار: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>دون انتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>لا أحد ينتظر</numerusform>
            <numerusform>شخص واحد ينتظر</numerusform>
            <numerusform>شخصان ينتظران</numerusform>
            <numerusform>%n&#xa0;أشخاص ينتظرون</numerusform>
            <numerusform>%n&#xa0;شخصًا ينتظرون</numerusform>
            <numerusform>%n&#xa0;شخص ينتظرون</numerusform>
        </translation>
    </message>
</context>
</TS>
