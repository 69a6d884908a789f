<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="fr">
<context>
    <name>AddressPad</name>
    <message>
        <source>Adresse du serveur</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Chiffres</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Lettres à partir de %1</source>
        <translation>Letras desde la %1</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>ComfortRow</name>
    <message>
        <source>Écouter</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contraste</translation>
    </message>
</context>
<context>
    <name>Pairing</name>
    <message>
        <source>Cette machine ne parle pas cette langue pour le moment.</source>
        <translation>Esta máquina no habla este idioma por el momento.</translation>
    </message>
    <message>
        <source>Une borne</source>
        <translation>Un quiosco</translation>
    </message>
    <message>
        <source>Un écran</source>
        <translation>Una pantalla</translation>
    </message>
    <message>
        <source>Un poste de conseil</source>
        <translation>Un puesto de asesoramiento</translation>
    </message>
    <message>
        <source>Un poste d’accueil</source>
        <translation>Un puesto de recepción</translation>
    </message>
    <message>
        <source>les visiteurs y prennent leur numéro</source>
        <translation>los visitantes cogen aquí su número</translation>
    </message>
    <message>
        <source>il montre les numéros appelés</source>
        <translation>muestra los números llamados</translation>
    </message>
    <message>
        <source>une table où l’on reçoit</source>
        <translation>una mesa donde se atiende</translation>
    </message>
    <message>
        <source>on y voit toute la maison</source>
        <translation>desde aquí se ve toda la casa</translation>
    </message>
    <message>
        <source>Cette borne cherche sa&#xa0;Cité.</source>
        <translation>Este quiosco busca su Cité.</translation>
    </message>
    <message>
        <source>Cet écran cherche sa&#xa0;Cité.</source>
        <translation>Esta pantalla busca su Cité.</translation>
    </message>
    <message>
        <source>Ce poste de conseil cherche sa&#xa0;Cité.</source>
        <translation>Este puesto de asesoramiento busca su Cité.</translation>
    </message>
    <message>
        <source>Ce poste d’accueil cherche sa&#xa0;Cité.</source>
        <translation>Este puesto de recepción busca su Cité.</translation>
    </message>
    <message>
        <source>Cette borne se présente à&#xa0;l’accueil.</source>
        <translation>Este quiosco se presenta en recepción.</translation>
    </message>
    <message>
        <source>Cet écran se présente à&#xa0;l’accueil.</source>
        <translation>Esta pantalla se presenta en recepción.</translation>
    </message>
    <message>
        <source>Ce poste se présente à&#xa0;l’accueil.</source>
        <translation>Este puesto se presenta en recepción.</translation>
    </message>
    <message>
        <source>Quelle est l’adresse de votre Cité&#xa0;?</source>
        <translation>¿Cuál es la dirección de su Cité?</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Bienvenue&#xa0;!</source>
        <translation>¡Bienvenida!</translation>
    </message>
    <message>
        <source>L’accueil n’a pas reconnu ce&#xa0;poste.</source>
        <translation>Recepción no ha reconocido esta máquina.</translation>
    </message>
    <message>
        <source>Ce nombre ne vaut plus.</source>
        <translation>Este número ya no vale.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché cette&#xa0;fois.</source>
        <translation>Esta vez no ha funcionado.</translation>
    </message>
    <message>
        <source>Qui s’occupe du serveur la connaît. Par exemple 192.168.1.20 ou accueil.local</source>
        <translation>Quien se ocupa del servidor la conoce. Por ejemplo 192.168.1.20 o accueil.local</translation>
    </message>
    <message>
        <source>Une autre machine se présente en ce moment. C’est ensuite le tour de celle-ci.</source>
        <translation>Otra máquina se está presentando ahora. Después será el turno de esta.</translation>
    </message>
    <message>
        <source>Je lui demande un nombre à comparer.</source>
        <translation>Le pido un número para comparar.</translation>
    </message>
    <message>
        <source>Demandez à l’accueil de comparer ce&#xa0;nombre.</source>
        <translation>Pida a recepción que compare este número.</translation>
    </message>
    <message>
        <source>Cette Cité n’avait pas encore d’accueil&#xa0;: ce poste s’est confirmé lui-même. Le serveur affiche-t-il le même nombre&#xa0;?</source>
        <translation>Esta Cité aún no tenía recepción: este puesto se ha confirmado a sí mismo. ¿Muestra el servidor el mismo número?</translation>
    </message>
    <message>
        <source>{name} fait partie de la maison.</source>
        <translation>{name} forma parte de la casa.</translation>
    </message>
    <message>
        <source>Choisissez la vôtre.</source>
        <translation>Elija la suya.</translation>
    </message>
    <message>
        <source>En voici une. Est-ce la vôtre&#xa0;?</source>
        <translation>Aquí hay una. ¿Es la suya?</translation>
    </message>
    <message>
        <source>Aucune ne répond pour le moment. Le serveur est-il allumé, sur le même réseau&#xa0;? Son adresse se tape aussi.</source>
        <translation>Ninguna responde por el momento. ¿Está encendido el servidor, en la misma red? Su dirección también se puede escribir.</translation>
    </message>
    <message>
        <source>Je regarde sur ce réseau…</source>
        <translation>Estoy buscando en esta red…</translation>
    </message>
    <message>
        <source>Il vaut encore {seconds}&#xa0;s. Rien à taper ici.</source>
        <translation>Vale {seconds}&#xa0;s más. Aquí no hay que escribir nada.</translation>
    </message>
    <message>
        <source>Il vaut encore {minutes}&#xa0;min. Rien à taper ici.</source>
        <translation>Vale {minutes}&#xa0;min más. Aquí no hay que escribir nada.</translation>
    </message>
    <message>
        <source>Il vaut encore {minutes}&#xa0;min {seconds}&#xa0;s. Rien à taper ici.</source>
        <translation>Vale {minutes}&#xa0;min {seconds}&#xa0;s más. Aquí no hay que escribir nada.</translation>
    </message>
    <message>
        <source>Tapez l’adresse, puis continuez.</source>
        <translation>Escriba la dirección y después continúe.</translation>
    </message>
    <message>
        <source>Cette adresse ne se lit pas. Quatre nombres de 0 à 255 séparés par des points, comme 192.168.1.20&#xa0;?</source>
        <translation>Esta dirección no se entiende. ¿Cuatro números de 0 a 255 separados por puntos, como 192.168.1.20?</translation>
    </message>
    <message>
        <source>Ce nom ne se lit pas&#xa0;: lettres sans accents, chiffres, points et tirets.</source>
        <translation>Este nombre no se entiende: letras sin acentos, cifras, puntos y guiones.</translation>
    </message>
    <message>
        <source>Après les deux points vient un nombre de 1 à 65535, comme accueil.local:8080</source>
        <translation>Después de los dos puntos va un número de 1 a 65535, como accueil.local:8080</translation>
    </message>
    <message>
        <source>Le serveur ne répond pas à cette adresse. Est-il allumé, et sur le même réseau&#xa0;?</source>
        <translation>El servidor no responde en esta dirección. ¿Está encendido y en la misma red?</translation>
    </message>
    <message>
        <source>Ce qui répond à cette adresse n’est pas le serveur d’une Cité.</source>
        <translation>Lo que responde en esta dirección no es el servidor de una Cité.</translation>
    </message>
    <message>
        <source>Une autre machine se présente en ce moment. Essayez à nouveau bientôt.</source>
        <translation>Otra máquina se está presentando ahora. Inténtelo de nuevo pronto.</translation>
    </message>
    <message>
        <source>Cet essai est terminé. Demandez un nouveau nombre.</source>
        <translation>Este intento ha terminado. Pida un número nuevo.</translation>
    </message>
    <message>
        <source>Rien n’a été donné. Demandez-en un autre quand l’accueil est prêt&#xa0;: rien ne presse.</source>
        <translation>No se ha dado nada. Pida otro cuando recepción esté lista: no hay prisa.</translation>
    </message>
    <message>
        <source>Rien n’a été donné. Demandez à l’accueil, puis présentez-vous encore.</source>
        <translation>No se ha dado nada. Pregunte en recepción y vuelva a presentarse.</translation>
    </message>
    <message>
        <source>Un autre nombre a été choisi à l’accueil. Rien n’a été donné. Présentez-vous encore.</source>
        <translation>En recepción se ha elegido otro número. No se ha dado nada. Vuelva a presentarse.</translation>
    </message>
    <message>
        <source>Une autre machine s’est mise entre ce poste et le serveur. Rien n’a été donné&#xa0;: appelez qui s’occupe du réseau.</source>
        <translation>Otra máquina se ha puesto entre esta y el servidor. No se ha dado nada: llame a quien se ocupa de la red.</translation>
    </message>
    <message>
        <source>Ce poste est plus récent que le serveur&#xa0;: mettez le serveur à jour, puis revenez.</source>
        <translation>Esta máquina es más reciente que el servidor: actualice el servidor y vuelva.</translation>
    </message>
    <message>
        <source>Le serveur est plus récent que ce poste&#xa0;: mettez ce poste à jour, puis revenez.</source>
        <translation>El servidor es más reciente que esta máquina: actualice esta máquina y vuelva.</translation>
    </message>
    <message>
        <source>L’accueil en a fait&#xa0;: {role}. Lancez cette machine ainsi.</source>
        <translation>Recepción ha decidido: {role}. Arranque esta máquina así.</translation>
    </message>
    <message>
        <source>Cette machine n’a pas pu écrire dans son dossier&#xa0;: appelez qui s’en occupe.</source>
        <translation>Esta máquina no ha podido escribir en su carpeta: llame a quien se ocupa de ella.</translation>
    </message>
    <message>
        <source>Cette Cité n’a pas de place pour un tel poste dans ses réglages.</source>
        <translation>Esta Cité no tiene sitio para una máquina así en sus ajustes.</translation>
    </message>
    <message>
        <source>Le nombre est&#xa0;: {digits}.</source>
        <translation>El número es: {digits}.</translation>
    </message>
</context>
<context>
    <name>PairingWindow</name>
    <message>
        <source>Cité des métiers, nouvelle machine</source>
        <translation>Cité des métiers, máquina nueva</translation>
    </message>
    <message>
        <source>Essayer encore</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Demander un nouveau nombre</source>
        <translation>Pedir un número nuevo</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Oui, ouvrir l’accueil</source>
        <translation>Sí, abrir recepción</translation>
    </message>
    <message>
        <source>Non, un autre nombre</source>
        <translation>No, otro número</translation>
    </message>
    <message>
        <source>Corriger l’adresse</source>
        <translation>Corregir la dirección</translation>
    </message>
    <message>
        <source>Taper une adresse</source>
        <translation>Escribir una dirección</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Chercher une autre Cité</source>
        <translation>Buscar otra Cité</translation>
    </message>
</context>
</TS>
