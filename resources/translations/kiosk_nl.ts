<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Andere taal kiezen</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Hebt u een vraag?
U vindt ons hier: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Dit scherm wordt gewist over %n seconde</numerusform>
            <numerusform>Dit scherm wordt gewist over %n seconden</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Verder naar boven</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Verder naar beneden</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Met iemand praten</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Luisteren</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Herhalen</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Harder</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Zachter</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Lager</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Plaatjes</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Uw nummer komt eraan…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Het onthaal spreken</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>U krijgt een nummer. Geen naam of papieren nodig.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Zonder ticket, zonder afspraak.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Op dit moment geven we geen nummers meer.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Vandaag geven we geen nummers meer.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Nieuwe nummers, ten laatste</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Nieuwe nummers</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Hebt u al een nummer? Blijf in de buurt: we ontvangen u nog.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Hebt u een vraag? We helpen u graag.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Open voor iedereen, zonder ticket</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Iemand luistert naar u.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Weet u niet waar u moet beginnen? Dat is heel gewoon. Kom erover praten.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Open voor iedereen, zonder ticket</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>Uw nummer</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>U kunt hier wachten:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Volg uw beurt op uw telefoon. We bewaren niets over u.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Welkom.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Welkom. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>U mag rond {hour} terugkomen.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Geen wachttijd</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>minder dan {high}&#xa0;min</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>minder dan {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low} tot {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} tot {high}&#xa0;min</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>onzeker</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Het onthaal roept u over {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Verwachte wachttijd: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>We zijn net gesloten. Het onthaal kan u nog helpen.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Vandaag kunnen we geen nummers meer geven.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Dit onderwerp is even gepauzeerd.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Uw nummer is niet gekomen. Raak het nog eens aan, of kom naar het onthaal.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>Dat is niet gelukt. Raak het nog eens aan, of kom naar het onthaal.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Deze zuil spreekt tegen u. Raak het scherm aan of neem de pijlen: u hoort een keuze. Raak nog eens aan of druk op Enter: u kiest.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>De stem stopt. Tot binnenkort.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Hier is geen stem in deze taal. De zuil spreekt Frans.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Hier is geen stem in deze taal. Het onthaal helpt u.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>Deze zuil spreekt nu niet. Het onthaal helpt u.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>Bent u er nog? Raak het scherm aan of druk op Enter. Anders wordt het scherm gewist.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Uw ticket komt eraan.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Neem uw ticket. Kies dan ‘Klaar’.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Uw ticket is niet goed uit de printer gekomen. Onthoud uw nummer: {number}. Kies dan ‘Ik heb mijn nummer onthouden’.</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>Er is even geen papier. Kies ‘Klaar’ als u uw nummer onthouden hebt.</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Kies ‘Mijn ticket afdrukken’ om het op papier te hebben.</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Kies ‘Klaar’ als u het nummer onthoudt.</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Dag, wat brengt u hier? Kies een onderwerp.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>U kunt ook ‘Ik weet het niet’ kiezen.</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Iemand luistert naar u.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Kies uw taal.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Welkom. Neem uw tijd.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Op dit moment geven we geen nummers meer.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Nieuwe nummers: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Geen adviseur voor dit onderwerp op dit moment.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Volgende geplande tijd: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Hebt u al een nummer? Blijf in de buurt: we ontvangen u nog.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>We zijn nu gesloten.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>We openen: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Een ogenblik.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Dit scherm neemt even pauze.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>Dat is niet de code. Wacht even en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Kies ‘Met een adviseur praten’ voor een nummer. Geen naam of papieren nodig.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>Het is vandaag volzet.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Kies ‘Het onthaal spreken’ om met iemand te praten.</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Hebt u een vraag? U vindt ons hier: {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Open voor iedereen, zonder ticket:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Wachttijd: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Wachtende personen: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Geen wachttijd.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Uw nummer: {number}. Ik herhaal: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>U kunt hier wachten, het onthaal roept u: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>U kunt hier wachten: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>U mag rond {hour} terugkomen.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Personen voor u: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Uw nummer is het volgende.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Met de code op het scherm en op het ticket ziet u uw beurt op uw telefoon.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Dit is een test: niemand roept u echt op</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>We zijn nu gesloten.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>We openen</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Kom terug tijdens onze openingsuren.
Het is gratis en open voor iedereen.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>Tot binnenkort. Het is gratis en open voor iedereen.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Dit scherm neemt even pauze.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>Het onthaal helpt u en geeft u een nummer.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Taal veranderen</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Kies uw taal</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>De code is juist.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Kiosk afsluiten</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Wilt u de kiosk afsluiten?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Typ de code van de instellingen. Zonder die code begint de zuil weer op haar eerste pagina.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Getypte cijfers: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>Dat is niet de code. Nieuwe poging over %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>U kunt het opnieuw proberen.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Er is nog geen code gekozen. Die kiest u in de instellingen.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>De code kan niet gecontroleerd worden: de kiosk bereikt de receptie niet.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>De code kon niet gecontroleerd worden. Probeer het opnieuw.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Bevestigen</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Blijven</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Welkom.
Neem uw tijd.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Dit alles is open voor iedereen, zonder ticket.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Hebt u een vraag?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>We helpen u graag.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>vandaag om&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>morgen om&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} om&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>vandaag
vanaf&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>morgen
vanaf&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
vanaf&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>vanaf&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>Nu even pauze.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Vandaag volzet.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Geen adviseur voor dit onderwerp op dit moment.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Volgende geplande tijd: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Volgende geplande tijd:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Het onthaal zegt u wanneer u kunt terugkomen.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>pauze</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>vandaag
vol</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>nu niet</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>wachttijd
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>geen wachttijd</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;persoon wacht</numerusform>
            <numerusform>%n&#xa0;mensen wachten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Mijn weg</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Leren</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Leertijd</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Lezen, schrijven</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Computers</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Onthaal</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>Bent u er nog?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Anders wordt het scherm gewist.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Ja, ik ga verder</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Uw nummer komt eraan…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Met een adviseur praten</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>U krijgt een nummer. Geen naam of papieren nodig.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>Het onthaal kan u nu helpen</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Meteen, zonder ticket</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Dag,
wat brengt u hier?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Raak aan wat u zoekt.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>ik wil met iemand praten</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Ik weet het niet</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>documenten, computers, workshops</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Ik kom alleen kijken</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Kijken</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Praten</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>Verwachte wachttijd</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Een adviseur ontvangt u over</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Uw nummer is het volgende.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;persoon voor u</numerusform>
            <numerusform>%n&#xa0;personen voor u</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Neem uw ticket.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Uw ticket is niet goed uit de printer gekomen. Onthoud uw nummer.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>Er is even geen papier. Onthoud uw nummer.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Uw nummer</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>U kunt hier wachten, het onthaal roept u:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>U kunt hier wachten:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Kom terug rond</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Code om met uw telefoon te fotograferen</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Volg uw beurt op uw telefoon, zonder iets te installeren.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>We bewaren niets over u.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Hebt u een vraag?
U vindt ons hier: %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Uw ticket komt eraan…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Mijn ticket afdrukken</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Zonder papier</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>Ik heb mijn nummer onthouden</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Wachttijd: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>geen wachttijd</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;persoon wacht</numerusform>
            <numerusform>%n&#xa0;personen wachten</numerusform>
        </translation>
    </message>
</context>
</TS>
