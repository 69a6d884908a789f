<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Sprache wechseln</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Haben Sie eine Frage?
Sie finden uns hier: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Diese Anzeige verschwindet in %n Sekunde</numerusform>
            <numerusform>Diese Anzeige verschwindet in %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Weiter oben ansehen</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Weiter unten ansehen</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Mit jemandem sprechen</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Ihre Nummer kommt gleich…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Mit dem Empfang sprechen</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Nur eine Nummer. Ohne Namen, ohne Papiere.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Ohne Nummer, ohne Termin.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Im Moment geben wir keine Nummern mehr aus.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Heute geben wir keine Nummern mehr aus.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Neue Nummern, spätestens</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Neue Nummern</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Sie haben schon eine Nummer? Bleiben Sie in der Nähe: Sie kommen noch dran.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Haben Sie eine Frage? Wir antworten gern.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Für alle offen, ohne Nummer</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Hier hört Ihnen jemand zu.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Sie wissen nicht, wo Sie anfangen sollen? Das ist normal. Sprechen Sie mit uns.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Für alle offen, ohne Nummer</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Bitte warten Sie hier:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Sehen Sie auf Ihrem Telefon, wann Sie dran sind. Wir speichern nichts über Sie.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Willkommen.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Willkommen. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Sie können gegen {hour} Uhr wiederkommen.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Ohne Warten</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>weniger als {high}&#xa0;Min.</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>weniger als {high}&#xa0;Min.</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low} bis {high}&#xa0;Min.</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} bis {high}&#xa0;Min.</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>ungewiss</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Der Empfang ruft Sie auf in: {band}</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Wartezeit: {band}</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>Wir haben gerade geschlossen. Der Empfang hilft Ihnen noch.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Für heute können wir keine Nummern mehr ausgeben.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Dieses Thema macht gerade Pause.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Ihre Nummer ist nicht gekommen. Tippen Sie noch einmal oder kommen Sie zum Empfang.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>Das hat nicht geklappt. Tippen Sie noch einmal oder kommen Sie zum Empfang.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Dieses Gerät spricht mit Ihnen. Tippen Sie auf den Bildschirm oder nehmen Sie die Pfeile: Sie hören eine Auswahl. Tippen Sie noch einmal oder drücken Sie Enter: Sie wählen sie.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>Die Stimme hört auf. Bis bald.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Für diese Sprache gibt es hier keine Stimme. Das Gerät spricht Französisch.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Für diese Sprache gibt es hier keine Stimme. Der Empfang hilft Ihnen.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>Dieses Gerät spricht gerade nicht. Der Empfang hilft Ihnen.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>Sind Sie noch da? Tippen Sie auf den Bildschirm oder drücken Sie Enter. Sonst verschwindet die Anzeige.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Ihr Zettel kommt gleich.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Bitte nehmen Sie Ihren Zettel. Dann wählen Sie „Fertig“.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Ihr Zettel ist nicht richtig herausgekommen. Merken Sie sich Ihre Nummer: {number}. Dann wählen Sie „Ich habe mir die Nummer gemerkt“.</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>Im Moment gibt es kein Papier. Wenn Sie sich die Nummer gemerkt haben, wählen Sie „Fertig“.</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Für einen Zettel wählen Sie „Nummer ausdrucken“.</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Wenn Sie sich die Nummer gemerkt haben, wählen Sie „Fertig“.</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Guten Tag, was führt Sie zu uns? Wählen Sie ein Thema.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>Sie können auch „Ich weiß nicht“ wählen.</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Hier hört Ihnen jemand zu.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Wählen Sie Ihre Sprache.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Willkommen. Nehmen Sie sich Zeit.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Im Moment geben wir keine Nummern mehr aus.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Neue Nummern: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Zurzeit keine Beratung zu diesem Thema.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Nächste geplante Zeit: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Sie haben schon eine Nummer? Bleiben Sie in der Nähe: Sie kommen noch dran.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Wir haben gerade geschlossen.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>Wir öffnen: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Dieser Bildschirm macht Pause.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>Das ist nicht der Code. Warten Sie kurz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Für eine Nummer wählen Sie „Mit der Beratung sprechen“. Ohne Namen, ohne Papiere.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>Für heute ist alles voll.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Um mit einer Person zu sprechen, wählen Sie „Mit dem Empfang sprechen“.</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Haben Sie eine Frage? Sie finden uns hier: {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Für alle offen, ohne Nummer:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Wartezeit: {band}</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Wartende Personen: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Ohne Warten.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Ihre Nummer: {number}. Ich wiederhole: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Bitte warten Sie hier, der Empfang ruft Sie auf: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Bitte warten Sie hier: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>Sie können gegen {hour} Uhr wiederkommen.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Personen vor Ihnen: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Ihre Nummer ist die nächste.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Mit dem Code auf Bildschirm und Zettel sehen Sie auf Ihrem Telefon, wann Sie dran sind.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Nur ein Test: Niemand ruft Sie wirklich auf</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Wir haben gerade geschlossen.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Wir öffnen</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Kommen Sie zu unseren Öffnungszeiten wieder.
Kostenlos und offen für alle.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>Bis bald. Kostenlos und offen für alle.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Dieser Bildschirm macht Pause.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>Der Empfang hilft Ihnen und gibt Ihnen eine Nummer.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Sprache wechseln</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Wählen Sie Ihre Sprache</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>Der Code stimmt.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Terminal verlassen</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Möchten Sie das Terminal verlassen?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Geben Sie den Code der Einstellungen ein. Ohne ihn beginnt das Terminal wieder auf seiner ersten Seite.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Eingegebene Ziffern: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>Das ist nicht der Code. Neuer Versuch in %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>Sie können es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Es ist noch kein Code gewählt. Man wählt ihn in den Einstellungen.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>Der Code kann nicht geprüft werden: Das Terminal erreicht den Empfang nicht.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>Der Code konnte nicht geprüft werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Willkommen.
Nehmen Sie sich Zeit.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Das alles ist für alle offen, ohne Nummer.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Haben Sie eine Frage?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>Wir antworten gern.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>heute um&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>morgen um&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} um&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>heute
ab&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>morgen
ab&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
ab&#xa0;{hour}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>ab&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>Gerade Pause.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Für heute voll.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Zurzeit keine Beratung zu diesem Thema.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Nächste geplante Zeit: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Nächste geplante Zeit:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Der Empfang sagt Ihnen, wann Sie wiederkommen können.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>heute
voll</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>nicht jetzt</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>Wartezeit
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>ohne Warten</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;Person wartet</numerusform>
            <numerusform>%n&#xa0;Personen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Mein Weg</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Gründen</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Lehre</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Lesen, schreiben</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Ausland</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Infos</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Empfang</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Sonst verschwindet die Anzeige.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Ja, ich mache weiter</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Ihre Nummer kommt gleich…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Mit der Beratung sprechen</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Nur eine Nummer. Ohne Namen, ohne Papiere.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>Der Empfang hilft Ihnen jetzt</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Sofort, ohne Nummer</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Guten Tag,
was führt Sie zu uns?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Tippen Sie an, was Sie suchen.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>ich möchte mit jemandem sprechen</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Ich weiß nicht</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>Infos, Computer, Workshops</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Ich will mich nur umsehen</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Sprechen</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Sie sind dran in</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Ihre Nummer ist die nächste.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;Person vor Ihnen</numerusform>
            <numerusform>%n&#xa0;Personen vor Ihnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Bitte nehmen Sie Ihren Zettel.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Ihr Zettel ist nicht richtig herausgekommen. Merken Sie sich Ihre Nummer.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>Im Moment gibt es kein Papier. Merken Sie sich Ihre Nummer.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Bitte warten Sie hier, der Empfang ruft Sie auf:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Bitte warten Sie hier:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Kommen Sie gegen</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Code zum Fotografieren mit Ihrem Telefon</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Sehen Sie auf Ihrem Telefon, wann Sie dran sind. Ohne App.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>Wir speichern nichts über Sie.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Haben Sie eine Frage?
Sie finden uns hier: %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Ihr Zettel kommt gleich…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Nummer ausdrucken</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Ohne Papier</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>Ich habe mir die Nummer gemerkt</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Wartezeit: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>ohne Warten</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;Person wartet</numerusform>
            <numerusform>%n&#xa0;Personen warten</numerusform>
        </translation>
    </message>
</context>
</TS>
