<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Змінити мову</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Маєте запитання?
Ми тут: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Цей екран очиститься через %n секунду</numerusform>
            <numerusform>Цей екран очиститься через %n секунди</numerusform>
            <numerusform>Цей екран очиститься через %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Показати вище</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Показати нижче</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Поговорити з людиною</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Слухати</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Гучніше</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Тихіше</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Більше</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Контраст</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Нижче</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Малюнки</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Ваш номер уже готується…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Поговорити на рецепції</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Ви отримаєте номер. Без імені й документів.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Без талона і без запису.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Зараз ми більше не видаємо номерів.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Сьогодні ми більше не видаємо номерів.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Наступні номери, найпізніше</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Наступні номери</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Уже маєте номер? Залишайтеся поруч: ми вас приймемо.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Маєте запитання? Ми радо відповімо.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Відкрито для всіх, без талона</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Тут вас вислухають.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Не знаєте, з чого почати? Це нормально. Приходьте поговорити.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Відкрито для всіх, без талона</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>Ваш номер</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Зачекайте, будь ласка, тут:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Стежте за чергою у своєму телефоні. Ми нічого про вас не зберігаємо.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Ласкаво просимо.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Ласкаво просимо. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Ви можете повернутися близько {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Без черги</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>менше ніж {high}&#xa0;хв</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>менше ніж {high}&#xa0;хв</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low}–{high}&#xa0;хв</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low}–{high}&#xa0;хв</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>невідомо</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Рецепція викличе вас. Чекати: {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Час очікування: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>Ми щойно зачинилися. Рецепція ще може вам допомогти.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>На сьогодні ми вже не можемо видати номер.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Ця тема зараз на паузі.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Номер не надійшов. Торкніться ще раз або підійдіть на рецепцію.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>Не вийшло. Торкніться ще раз або підійдіть на рецепцію.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Цей термінал говорить з вами. Торкніться екрана або натисніть стрілки: ви почуєте варіант. Торкніться ще раз або натисніть Enter: ви його оберете.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>Голос вимикається. До зустрічі.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Тут немає голосу цією мовою. Термінал говорить французькою.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Тут немає голосу цією мовою. Рецепція вам допоможе.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>Цей термінал зараз не говорить. Рецепція вам допоможе.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>Ви ще тут? Торкніться екрана або натисніть Enter. Інакше екран очиститься.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Ваш талон друкується.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Візьміть свій талон. Потім оберіть «Готово».</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Ваш талон не вийшов як слід. Запам’ятайте свій номер: {number}. Потім оберіть «Номер запам’ятовано».</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>Наразі немає паперу. Коли запам’ятаєте свій номер, оберіть «Готово».</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Щоб мати його на папері, оберіть «Друкувати талон».</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Коли запам’ятаєте його, оберіть «Готово».</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Вітаємо! Що привело вас до нас? Оберіть тему.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>Ви також можете обрати «Я не знаю».</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Тут вас вислухають.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Оберіть свою мову.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Ласкаво просимо. Не поспішайте.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Зараз ми більше не видаємо номерів.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Наступні номери: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Зараз немає консультанта з цієї теми.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Наступний час за планом: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Уже маєте номер? Залишайтеся поруч: ми вас приймемо.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Зараз ми зачинені.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>Ми відкриємося: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Хвилинку.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Цей екран на паузі.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>Це не той код. Зачекайте трохи, потім спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Щоб узяти номер, оберіть «Поговорити з консультантом». Не потрібно ні імені, ні документів.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>На сьогодні місць немає.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Щоб поговорити з людиною, оберіть «Поговорити на рецепції».</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Маєте запитання? Ми тут: {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Відкрито для всіх, без талона:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Чекати: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Людей у черзі: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Без черги.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Ваш номер: {number}. Повторюю: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Зачекайте тут, рецепція вас викличе: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Зачекайте, будь ласка, тут: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>Ви можете повернутися близько {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Людей перед вами: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Наступний номер ваш.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Код на екрані й на талоні показує вашу чергу в телефоні.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Це проба: насправді вас ніхто не викличе</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Приклад</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Зараз ми зачинені.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Ми відкриємося</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Приходьте в години роботи.
Це безкоштовно і для всіх.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>До зустрічі. Це безкоштовно і для всіх.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Цей екран на паузі.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>Рецепція прийме вас і дасть вам номер.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
            <numerusform>і ще %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Змінити мову</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Оберіть свою мову</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>Код правильний.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Вийти з термінала</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Бажаєте вийти з термінала?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Введіть код налаштувань. Без нього термінал повернеться на свою першу сторінку.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Введено цифр: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>Це не той код. Нова спроба через %1 с.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>Можете спробувати ще раз.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Код ще не вибрано. Його вибирають у налаштуваннях.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>Код неможливо перевірити: термінал не має зв’язку з рецепцією.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>Не вдалося перевірити код. Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Стерти</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Залишитися</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Ласкаво просимо.
Не поспішайте.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Усе це відкрито для всіх, без талона.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Маєте запитання?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>Ми радо відповімо.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>сьогодні о&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>завтра о&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} о&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>сьогодні
з&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>завтра
з&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
з&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>з&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>Зараз перерва.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>На сьогодні місць немає.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Зараз немає консультанта з цієї теми.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Наступний час за планом: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Наступний час за планом:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Рецепція скаже, коли прийти знову.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>перерва</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>сьогодні
місць немає</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>не зараз</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>чекати
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>без черги</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;людина чекає</numerusform>
            <numerusform>%n&#xa0;людини чекають</numerusform>
            <numerusform>%n&#xa0;людей чекають</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Мій шлях</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Навчання</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Робота</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Зміни</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Створити</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Фах</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Читати, писати</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Виїзд</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Визнання</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Заняття</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Матеріали</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Комп’ютери</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Рецепція</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>Ви ще тут?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Інакше екран очиститься.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Так, продовжую</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Ваш номер уже готується…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Поговорити з консультантом</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Ви отримаєте номер. Без імені й документів.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>Рецепція може допомогти вам зараз</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Одразу, без талона</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Вітаємо!
Що привело вас до нас?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Торкніться того, що шукаєте.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>хочу поговорити з людиною</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Я не знаю</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>матеріали, комп’ютери, заняття</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Я лише подивитися</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Подивитися</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Поговорити</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>Час очікування</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Консультант прийме вас. Чекати:</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Наступний номер ваш.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;особа перед вами</numerusform>
            <numerusform>%n&#xa0;особи перед вами</numerusform>
            <numerusform>%n&#xa0;осіб перед вами</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Візьміть свій талон.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Ваш талон не вийшов як слід. Запам’ятайте свій номер.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>Наразі немає паперу. Запам’ятайте свій номер.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Ваш номер</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Зачекайте тут, рецепція вас викличе:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Зачекайте, будь ласка, тут:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Поверніться близько</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Код, який можна сфотографувати телефоном</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Стежте за чергою в телефоні, нічого не встановлюючи.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>Ми нічого про вас не зберігаємо.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Маєте запитання?
Ми тут: %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Ваш талон друкується…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Друкувати талон</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Без паперу</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>Номер запам’ятовано</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Чекати: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>без черги</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;особа чекає</numerusform>
            <numerusform>%n&#xa0;особи чекають</numerusform>
            <numerusform>%n&#xa0;осіб чекають</numerusform>
        </translation>
    </message>
</context>
</TS>
