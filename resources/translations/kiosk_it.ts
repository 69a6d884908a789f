<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Cambiare lingua</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Ha una domanda?
Siamo %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Questo schermo si cancella tra %n secondo</numerusform>
            <numerusform>Questo schermo si cancella tra %n secondi</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Vedere più in alto</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Vedere più in basso</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Parlare con qualcuno</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Ascoltare</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Ripetere</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Più forte</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Più piano</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Più grande</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contrasto</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Più in basso</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Immagini</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Il suo numero sta arrivando…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Parlare con l’accoglienza</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Riceve un numero. Senza nome né documenti.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Senza biglietto, senza appuntamento.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Per il momento non diamo più numeri.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Per oggi non diamo più numeri.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Prossimi numeri, al più tardi</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Prossimi numeri</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Ha già un numero? Resti vicino: la riceveremo.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Ha una domanda? Le rispondiamo volentieri.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Aperto a tutti, senza biglietto</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Una persona la ascolta.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Non sa da dove cominciare? È normale. Venga a parlarne.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Aperto a tutti, senza biglietto</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>Il suo numero</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Si accomodi qui:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Segua il suo turno sul telefono. Non conserviamo nulla su di lei.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Benvenuti.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Benvenuti. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Può tornare verso le {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Senza attesa</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>meno di {high}&#xa0;min</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>meno di {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>da {low} a {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>da {low} a {high}&#xa0;min</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>incerta</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>L’accoglienza la chiamerà tra: {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Attesa prevista: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>Abbiamo appena chiuso. L’accoglienza può ancora aiutarla.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Per oggi non possiamo più dare numeri.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Questo tema è in pausa per il momento.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Il suo numero non è arrivato. Tocchi di nuovo o passi all’accoglienza.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>Non ha funzionato. Tocchi di nuovo o passi all’accoglienza.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Questo totem le parla. Tocchi lo schermo o usi le frecce: sentirà una scelta. Tocchi di nuovo o prema Invio: la sceglie.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>La voce si ferma. A presto.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Qui non c’è una voce in questa lingua. Il totem parla francese.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Qui non c’è una voce in questa lingua. L’accoglienza la aiuta.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>Per il momento questo totem non parla. L’accoglienza la aiuta.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>È ancora qui? Tocchi lo schermo o prema Invio. Altrimenti lo schermo si cancella.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Il suo biglietto sta arrivando.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Prenda il suo biglietto. Poi scelga «Fatto».</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Il suo biglietto non è uscito bene. Tenga a mente il suo numero: {number}. Poi scelga «Ho memorizzato il mio numero».</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>Per il momento non c’è carta. Quando ha memorizzato il suo numero, scelga «Fatto».</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Per averlo su carta, scelga «Stampare il mio biglietto».</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Quando lo ricorda, scelga «Fatto».</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Buongiorno, che cosa la porta qui? Scelga un tema.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>Può anche scegliere «Non so».</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Una persona la ascolta.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Scelga la sua lingua.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Benvenuti. Faccia con calma.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Per il momento non diamo più numeri.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Prossimi numeri: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Nessun consulente per questo argomento in questo momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Prossimo orario previsto: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Ha già un numero? Resti vicino: la riceveremo.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>In questo momento siamo chiusi.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>Apriamo: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Un momento.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Questo schermo è in pausa.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>Il codice non è questo. Aspetti un momento, poi riprovi.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Per prendere un numero, scelga «Parlare con un consulente». Non servono né nome né documenti.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>È completo per oggi.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Per parlare con una persona, scelga «Parlare con l’accoglienza».</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Ha una domanda? Siamo {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Aperto a tutti, senza biglietto:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Attesa: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Persone in attesa: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Senza attesa.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Il suo numero: {number}. Ripeto: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Si accomodi qui, l’accoglienza la chiamerà: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Si accomodi qui: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>Può tornare verso le {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Persone prima di lei: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Il prossimo numero è il suo.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Un codice sullo schermo e sul biglietto mostra il suo turno sul telefono.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>È una prova: nessuno la chiamerà davvero</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Sito di esempio</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>In questo momento siamo chiusi.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Apriamo</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Torni durante l’orario di apertura.
È gratuito e aperto a tutti.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>A presto. È gratuito e aperto a tutti.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Questo schermo è in pausa.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>L’accoglienza la riceve e le dà un numero.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>e %n altra</numerusform>
            <numerusform>e altre %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Cambiare lingua</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Scelga la sua lingua</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>Il codice è giusto.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Esci dal totem</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Vuole uscire dal totem?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Digiti il codice delle impostazioni. Senza di esso, il terminale torna alla sua prima pagina.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Cifre inserite: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>Il codice non è questo. Nuovo tentativo tra %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>Può riprovare.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Nessun codice è stato ancora scelto. Si sceglie nelle impostazioni del sito.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>Il codice non si può verificare: il totem non raggiunge l’accoglienza.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>Non è stato possibile verificare il codice. Riprovi.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Cancella</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Conferma</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Resta</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Benvenuti.
Faccia con calma.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Tutto questo è aperto a tutti, senza biglietto.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Ha una domanda?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>Le rispondiamo volentieri.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>oggi alle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>domani alle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} alle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>oggi
dalle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>domani
dalle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
dalle&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>dal&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>In pausa per il momento.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Completo per oggi.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Nessun consulente per questo argomento in questo momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Prossimo orario previsto: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Prossimo orario previsto:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>L’accoglienza le dice quando tornare.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>in pausa</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>completo
oggi</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>non adesso</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>attesa
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>senza attesa</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>Aspetta %n&#xa0;persona</numerusform>
            <numerusform>Aspettano %n&#xa0;persone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Orientarmi</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Formarmi</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Lavoro</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Cambiare</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Creare</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Mestiere</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Leggere, scrivere</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Partire</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Convalidare</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Laboratori</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Accoglienza</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>È ancora qui?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Altrimenti lo schermo si cancella.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Sì, continuo</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Il suo numero sta arrivando…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Parlare con un consulente</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Riceve un numero. Senza nome né documenti.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>L’accoglienza può aiutarla adesso</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Subito, senza biglietto</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Buongiorno,
che cosa la porta qui?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Tocchi ciò che cerca.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>vorrei parlare con qualcuno</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Non so</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>documenti, computer, laboratori</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Voglio solo guardare</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Guardare</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Parlare</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>Attesa prevista</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Un consulente la riceverà. Attesa:</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>Il prossimo numero è il suo.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;persona prima di lei</numerusform>
            <numerusform>%n&#xa0;persone prima di lei</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Prenda il suo biglietto.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Il suo biglietto non è uscito bene. Tenga a mente il suo numero.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>Per il momento non c’è carta. Tenga a mente il suo numero.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Il suo numero</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Si accomodi qui, l’accoglienza la chiamerà:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Si accomodi qui:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Torni verso le</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Codice da fotografare con il telefono</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Segua il suo turno sul telefono, senza installare nulla.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>Non conserviamo nulla su di lei.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Ha una domanda?
Siamo %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Il suo biglietto sta arrivando…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Stampare il mio biglietto</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Senza carta</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>Ho memorizzato il mio numero</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Attesa: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>senza attesa</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;persona in attesa</numerusform>
            <numerusform>%n&#xa0;persone in attesa</numerusform>
        </translation>
    </message>
</context>
</TS>
