<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>AddressPad</name>
    <message>
        <source>Adresse du serveur</source>
        <translation>Address of the server</translation>
    </message>
    <message>
        <source>Chiffres</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>Lettres à partir de %1</source>
        <translation>Letters from %1</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
</context>
<context>
    <name>ComfortRow</name>
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
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>Cette machine ne parle pas cette langue pour le moment.</source>
        <translation>This machine does not speak this language for now.</translation>
    </message>
    <message>
        <source>Une borne</source>
        <translation>A kiosk</translation>
    </message>
    <message>
        <source>Un écran</source>
        <translation>A display</translation>
    </message>
    <message>
        <source>Un poste de conseil</source>
        <translation>An advisor’s desk</translation>
    </message>
    <message>
        <source>Un poste d’accueil</source>
        <translation>A reception desk</translation>
    </message>
    <message>
        <source>les visiteurs y prennent leur numéro</source>
        <translation>visitors take their number here</translation>
    </message>
    <message>
        <source>il montre les numéros appelés</source>
        <translation>it shows the numbers called</translation>
    </message>
    <message>
        <source>une table où l’on reçoit</source>
        <translation>a table where people are received</translation>
    </message>
    <message>
        <source>on y voit toute la maison</source>
        <translation>the whole house is seen from here</translation>
    </message>
    <message>
        <source>Cette borne cherche sa&#xa0;Cité.</source>
        <translation>This kiosk is looking for its Cité.</translation>
    </message>
    <message>
        <source>Cet écran cherche sa&#xa0;Cité.</source>
        <translation>This display is looking for its Cité.</translation>
    </message>
    <message>
        <source>Ce poste de conseil cherche sa&#xa0;Cité.</source>
        <translation>This advisor’s desk is looking for its Cité.</translation>
    </message>
    <message>
        <source>Ce poste d’accueil cherche sa&#xa0;Cité.</source>
        <translation>This reception desk is looking for its Cité.</translation>
    </message>
    <message>
        <source>Cette borne se présente à&#xa0;l’accueil.</source>
        <translation>This kiosk presents itself to reception.</translation>
    </message>
    <message>
        <source>Cet écran se présente à&#xa0;l’accueil.</source>
        <translation>This display presents itself to reception.</translation>
    </message>
    <message>
        <source>Ce poste se présente à&#xa0;l’accueil.</source>
        <translation>This desk presents itself to reception.</translation>
    </message>
    <message>
        <source>Quelle est l’adresse de votre Cité&#xa0;?</source>
        <translation>What is the address of your Cité?</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Bienvenue&#xa0;!</source>
        <translation>Welcome!</translation>
    </message>
    <message>
        <source>L’accueil n’a pas reconnu ce&#xa0;poste.</source>
        <translation>Reception did not recognise this machine.</translation>
    </message>
    <message>
        <source>Ce nombre ne vaut plus.</source>
        <translation>This number no longer holds.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché cette&#xa0;fois.</source>
        <translation>That did not work this time.</translation>
    </message>
    <message>
        <source>Qui s’occupe du serveur la connaît. Par exemple 192.168.1.20 ou accueil.local</source>
        <translation>Whoever looks after the server knows it. For example 192.168.1.20 or accueil.local</translation>
    </message>
    <message>
        <source>Une autre machine se présente en ce moment. C’est ensuite le tour de celle-ci.</source>
        <translation>Another machine is presenting itself now. Then it is this one’s turn.</translation>
    </message>
    <message>
        <source>Je lui demande un nombre à comparer.</source>
        <translation>I am asking it for a number to compare.</translation>
    </message>
    <message>
        <source>Demandez à l’accueil de comparer ce&#xa0;nombre.</source>
        <translation>Ask reception to compare this number.</translation>
    </message>
    <message>
        <source>Cette Cité n’avait pas encore d’accueil&#xa0;: ce poste s’est confirmé lui-même. Le serveur affiche-t-il le même nombre&#xa0;?</source>
        <translation>This Cité had no reception yet: this desk has confirmed itself. Does the server show the same number?</translation>
    </message>
    <message>
        <source>{name} fait partie de la maison.</source>
        <translation>{name} is part of the house.</translation>
    </message>
    <message>
        <source>Choisissez la vôtre.</source>
        <translation>Choose yours.</translation>
    </message>
    <message>
        <source>En voici une. Est-ce la vôtre&#xa0;?</source>
        <translation>Here is one. Is it yours?</translation>
    </message>
    <message>
        <source>Aucune ne répond pour le moment. Le serveur est-il allumé, sur le même réseau&#xa0;? Son adresse se tape aussi.</source>
        <translation>None answers for now. Is the server on, and on the same network? Its address can be typed, too.</translation>
    </message>
    <message>
        <source>Je regarde sur ce réseau…</source>
        <translation>I am looking on this network…</translation>
    </message>
    <message>
        <source>Il vaut encore {seconds}&#xa0;s. Rien à taper ici.</source>
        <translation>It holds for {seconds}&#xa0;s more. Nothing to type here.</translation>
    </message>
    <message>
        <source>Il vaut encore {minutes}&#xa0;min. Rien à taper ici.</source>
        <translation>It holds for {minutes}&#xa0;min more. Nothing to type here.</translation>
    </message>
    <message>
        <source>Il vaut encore {minutes}&#xa0;min {seconds}&#xa0;s. Rien à taper ici.</source>
        <translation>It holds for {minutes}&#xa0;min {seconds}&#xa0;s more. Nothing to type here.</translation>
    </message>
    <message>
        <source>Tapez l’adresse, puis continuez.</source>
        <translation>Type the address, then continue.</translation>
    </message>
    <message>
        <source>Cette adresse ne se lit pas. Quatre nombres de 0 à 255 séparés par des points, comme 192.168.1.20&#xa0;?</source>
        <translation>This address cannot be read. Four numbers from 0 to 255 with dots between, like 192.168.1.20?</translation>
    </message>
    <message>
        <source>Ce nom ne se lit pas&#xa0;: lettres sans accents, chiffres, points et tirets.</source>
        <translation>This name cannot be read: letters without accents, digits, dots and hyphens.</translation>
    </message>
    <message>
        <source>Après les deux points vient un nombre de 1 à 65535, comme accueil.local:8080</source>
        <translation>After the colon comes a number from 1 to 65535, like accueil.local:8080</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas à cette adresse. Est-il allumé, et sur le même réseau&#xa0;?</source>
        <translation>The server does not answer at this address. Is it on, and on the same network?</translation>
    </message>
    <message>
        <source>Ce qui répond à cette adresse n’est pas le serveur d’une Cité.</source>
        <translation>What answers at this address is not the server of a Cité.</translation>
    </message>
    <message>
        <source>Une autre machine se présente en ce moment. Essayez à nouveau bientôt.</source>
        <translation>Another machine is presenting itself now. Try again soon.</translation>
    </message>
    <message>
        <source>Cet essai est terminé. Demandez un nouveau nombre.</source>
        <translation>This attempt is over. Ask for a new number.</translation>
    </message>
    <message>
        <source>Rien n’a été donné. Demandez-en un autre quand l’accueil est prêt&#xa0;: rien ne presse.</source>
        <translation>Nothing was given. Ask for another when reception is ready: there is no hurry.</translation>
    </message>
    <message>
        <source>Rien n’a été donné. Demandez à l’accueil, puis présentez-vous encore.</source>
        <translation>Nothing was given. Ask reception, then try once more.</translation>
    </message>
    <message>
        <source>Un autre nombre a été choisi à l’accueil. Rien n’a été donné. Présentez-vous encore.</source>
        <translation>Reception chose another number. Nothing was given. Try once more.</translation>
    </message>
    <message>
        <source>Une autre machine s’est mise entre ce poste et le serveur. Rien n’a été donné&#xa0;: appelez qui s’occupe du réseau.</source>
        <translation>Another machine stands between this one and the server. Nothing was given: call whoever looks after the network.</translation>
    </message>
    <message>
        <source>Ce poste est plus récent que le serveur&#xa0;: mettez le serveur à jour, puis revenez.</source>
        <translation>This machine is newer than the server: update the server, then come back.</translation>
    </message>
    <message>
        <source>Le serveur est plus récent que ce poste&#xa0;: mettez ce poste à jour, puis revenez.</source>
        <translation>The server is newer than this machine: update this machine, then come back.</translation>
    </message>
    <message>
        <source>L’accueil en a fait&#xa0;: {role}. Lancez cette machine ainsi.</source>
        <translation>Reception made it: {role}. Start this machine like that.</translation>
    </message>
    <message>
        <source>Cette machine n’a pas pu écrire dans son dossier&#xa0;: appelez qui s’en occupe.</source>
        <translation>This machine could not write in its folder: call whoever looks after it.</translation>
    </message>
    <message>
        <source>Cette Cité n’a pas de place pour un tel poste dans ses réglages.</source>
        <translation>This Cité has no place for such a machine in its settings.</translation>
    </message>
    <message>
        <source>Le nombre est&#xa0;: {digits}.</source>
        <translation>The number is: {digits}.</translation>
    </message>
</context>
<context>
    <name>PairingWindow</name>
    <message>
        <source>Cité des métiers, nouvelle machine</source>
        <translation>Cité des métiers, new machine</translation>
    </message>
    <message>
        <source>Essayer encore</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Demander un nouveau nombre</source>
        <translation>Ask for a new number</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Oui, ouvrir l’accueil</source>
        <translation>Yes, open reception</translation>
    </message>
    <message>
        <source>Non, un autre nombre</source>
        <translation>No, another number</translation>
    </message>
    <message>
        <source>Corriger l’adresse</source>
        <translation>Mend the address</translation>
    </message>
    <message>
        <source>Taper une adresse</source>
        <translation>Type an address</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Chercher une autre Cité</source>
        <translation>Look for another Cité</translation>
    </message>
</context>
</TS>
