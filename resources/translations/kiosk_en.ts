<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Change the language</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Any questions?
We are %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>This screen clears in %n second</numerusform>
            <numerusform>This screen clears in %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>See further up</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>See further down</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Talk to someone</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Pictures</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Your number is on its way…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Talk to reception</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>You get a number. No name or papers needed.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>No ticket, no appointment.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>We are not giving out any more numbers for now.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>We are not giving out any more numbers today.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Next numbers, at the latest</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Next numbers</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Already have a number? Stay close by: we will see you.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Any questions? We are happy to help.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Open to everyone, no ticket</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Someone is here to listen.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Not sure where to start? That is fine. Come and talk it over.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Open to everyone, no ticket</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>We cannot give any more numbers for today.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Please take a seat here:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Follow your turn on your phone. We keep nothing about you.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Welcome.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Welcome. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>You can come back at about {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>No wait</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>less than {high}&#xa0;min</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>less than {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low} to {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} to {high}&#xa0;min</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>uncertain</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Reception will call you in {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Expected wait: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>We have just closed. Reception can still help you.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>This topic is paused for now.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Your number did not come. Please touch again, or come to reception.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>That did not work. Please touch again, or come to reception.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>This kiosk talks to you. Touch the screen or use the arrows: you hear a choice. Touch again or press Enter: you choose.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>The voice stops. See you soon.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>There is no voice in this language here. The kiosk speaks French.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>There is no voice in this language here. Reception will help you.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>This kiosk cannot talk for now. Reception will help you.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>Are you still there? Touch the screen or press Enter. If not, this screen clears.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Your ticket is coming.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Please take your ticket. Then choose “Done”.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Your ticket did not come out properly. Remember your number: {number}. Then choose “I have kept my number in mind”.</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>There is no paper at the moment. When you have your number in mind, choose “Done”.</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>To have it on paper, choose “Print my ticket”.</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>When you can remember it, choose “Done”.</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Hello, what brings you here? Choose a topic.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>You can also choose “I am not sure”.</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Someone is here to listen.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Choose your language.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Welcome. Take your time.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>We are not giving out any more numbers for now.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Next numbers: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>No adviser for this topic at the moment.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Next planned time: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Already have a number? Stay close by: we will see you.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>We are closed at the moment.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>We open: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>One moment.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>This screen is taking a break.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>That is not the code. Wait a little, then try again.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>To get a number, choose “Talk to an adviser”. No name or papers needed.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>It is full for today.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>To talk to a person, choose “Talk to reception”.</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Any questions? We are {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Open to everyone, no ticket:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Wait: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>People waiting: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>No wait.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Your number: {number}. I repeat: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Please take a seat here, reception will call you: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Please take a seat here: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>You can come back at about {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>People before you: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Your number is next.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>A code on the screen and on the ticket shows your turn on your phone.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Site d’exemple</source>
        <translation>Sample site</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>This is a trial: nobody will really call you</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>We are closed at the moment.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>We open</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Come back during our opening hours.
Free and open to everyone.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>See you soon. Free and open to everyone.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>This screen is taking a break.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>Reception will welcome you and give you a number.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Change language</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Choose your language</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>The code is right.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Leave the kiosk</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Do you want to leave the kiosk?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Type the settings code. Without it, the kiosk goes back to its first page.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Digits typed: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>That is not the code. Try again in %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>You can try again.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>No code has been chosen yet. It is chosen in the site’s settings.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>The code cannot be checked: the kiosk cannot reach reception.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>The code could not be checked. Try again.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Stay</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Welcome.
Take your time.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>All of this is open to everyone, no ticket needed.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Any questions?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>We are happy to help.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>today at&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>tomorrow at&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} at&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>today
from&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>tomorrow
from&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
from&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>from&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>Paused for now.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Full for today.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>No adviser for this topic at the moment.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Next planned time: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Next planned time:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Reception will tell you when to come back.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>full
today</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>wait
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>no wait</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;person is waiting</numerusform>
            <numerusform>%n&#xa0;people are waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>My path</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Start up</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Read, write</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Abroad</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Certify</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Computers</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Reception</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>If not, this screen clears.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Yes, I am still here</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Your number is on its way…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Talk to an adviser</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>You get a number. No name or papers needed.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>Reception can help you now</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Right now, no ticket</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Hello,
what brings you here?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Touch what you are looking for.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>I would like to talk to someone</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>I am not sure</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>documents, computers, workshops</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>I just want to look around</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Talk</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Your number is next.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;person before you</numerusform>
            <numerusform>%n&#xa0;people before you</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Please take your ticket.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Please take a seat here:</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>An adviser will see you in</translation>
    </message>
    <message>
        <source>Attente prévue</source>
        <translation>Expected wait</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Your ticket did not come out properly. Remember your number.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>No paper at the moment. Remember your number.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Please take a seat here, reception will call you:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Come back around</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Code to scan with your phone</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Follow your turn on your phone, nothing to install.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>We keep nothing about you.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Any questions?
We are %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Printing your ticket…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Print my ticket</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>No paper</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>I have kept my number in mind</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Wait: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>no wait</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;person waiting</numerusform>
            <numerusform>%n&#xa0;people waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
