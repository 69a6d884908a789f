<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Cambiar de idioma</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>¿Alguna pregunta?
Estamos %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Esta pantalla se borra en %n segundo</numerusform>
            <numerusform>Esta pantalla se borra en %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Ver más arriba</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Ver más abajo</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Hablar con alguien</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
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
    <message>
        <source>Plus bas</source>
        <translation>Más cerca</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Su número está en camino…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Hablar con recepción</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Recibe un número. Sin dar su nombre ni papeles.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Sin tique, sin cita.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Por el momento ya no damos números.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Hoy ya no damos más números.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Próximos números, a más tardar</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Próximos números</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>¿Ya tiene un número? Quédese cerca: le atenderemos.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>¿Alguna pregunta? Le respondemos con gusto.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Abierto a todos, sin tique</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Una persona le escucha.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>¿No sabe por dónde empezar? Es normal. Venga a hablarlo.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Abierto a todos, sin tique</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Hoy ya no podemos dar más números.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Puede esperar aquí:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Siga su turno en su teléfono. No guardamos nada sobre usted.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Bienvenidos.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Bienvenidos. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Puede volver hacia las {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Sin espera</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>menos de {high}&#xa0;min</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>menos de {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <comment>ten at most</comment>
        <translation>{low} a {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} a {high}&#xa0;min</translation>
    </message>
    <message>
        <source>incertaine</source>
        <comment>a wait</comment>
        <translation>incierta</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Recepción le llamará en {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Espera prevista: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>Acabamos de cerrar. Recepción aún puede ayudarle.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Este tema está en pausa por el momento.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>Su número no ha llegado. Toque otra vez o pase por recepción.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>No ha funcionado. Toque otra vez o pase por recepción.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Este puesto le habla. Toque la pantalla o use las flechas: oirá una opción. Toque otra vez o pulse Intro: la elige.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>La voz se detiene. Hasta pronto.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Aquí no hay voz en este idioma. El puesto habla francés.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Aquí no hay voz en este idioma. Recepción le ayuda.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>Este puesto no habla por el momento. Recepción le ayuda.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>¿Sigue ahí? Toque la pantalla o pulse Intro. Si no, la pantalla se borra.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>Su tique está saliendo.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Coja su tique. Después elija «Listo».</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>Su tique no ha salido bien. Recuerde su número: {number}. Después elija «He memorizado mi número».</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>Por el momento no hay papel. Cuando recuerde su número, elija «Listo».</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Para tenerlo en papel, elija «Imprimir mi tique».</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Cuando lo recuerde, elija «Listo».</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Hola, ¿qué le trae por aquí? Elija un tema.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>También puede elegir «No lo sé».</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Una persona le escucha.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Elija su idioma.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Bienvenidos. Tómese su tiempo.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Por el momento ya no damos números.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Próximos números: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Ningún asesor para este tema en este momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Próximo horario previsto: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>¿Ya tiene un número? Quédese cerca: le atenderemos.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Ahora estamos cerrados.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>Abrimos: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Un momento.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Esta pantalla está en pausa.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>No es ese código. Espere un poco y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Para coger un número, elija «Hablar con un asesor». No hace falta dar su nombre ni papeles.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>Está completo por hoy.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Para hablar con una persona, elija «Hablar con recepción».</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>¿Alguna pregunta? Estamos {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Abierto a todos, sin tique:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Espera: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Personas que esperan: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Sin espera.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>Su número: {number}. Repito: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Puede esperar aquí, recepción le llamará: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Puede esperar aquí: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>Puede volver hacia las {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Personas antes que usted: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>El próximo número es el suyo.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Un código en la pantalla y en el tique muestra su turno en su teléfono.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Site d’exemple</source>
        <translation>Sitio de ejemplo</translation>
    </message>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Es una prueba: nadie le llamará de verdad</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>Ahora estamos cerrados.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Abrimos</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Vuelva en nuestro horario de apertura.
Es gratuito y abierto a todos.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>Hasta pronto. Es gratuito y abierto a todos.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Esta pantalla está en pausa.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>Recepción le atiende y le da un número.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Cambiar de idioma</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Elija su idioma</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>El código es correcto.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Salir del terminal</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>¿Quiere salir del terminal?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Escriba el código de los ajustes. Sin él, el terminal vuelve a su primera página.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Cifras escritas: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>No es ese código. Nuevo intento en %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>Puede intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Todavía no se ha elegido un código. Se elige en los ajustes del sitio.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>No se puede comprobar el código: el terminal no conecta con la recepción.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>No se ha podido comprobar el código. Inténtelo otra vez.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Validar</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Bienvenidos.
Tómese su tiempo.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Todo esto está abierto a todos, sin tique.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>¿Alguna pregunta?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>Le respondemos con gusto.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>hoy a las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>mañana a las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} a las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>hoy
desde las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>mañana
desde las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
desde las&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>desde el&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>En pausa por el momento.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Completo por hoy.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Ningún asesor para este tema en este momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Próximo horario previsto: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Próximo horario previsto:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Recepción le dice cuándo volver.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>completo
hoy</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>ahora no</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>espera
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>sin espera</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>Espera %n&#xa0;persona</numerusform>
            <numerusform>Esperan %n&#xa0;personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Orientarme</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Formarme</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Empleo</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Leer, escribir</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Irme</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Validar</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Talleres</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Ordenadores</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Recepción</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Si no, la pantalla se borra.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Sí, sigo aquí</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Su número está en camino…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Hablar con un asesor</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Recibe un número. Sin dar su nombre ni papeles.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>Recepción puede ayudarle ahora</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Ahora mismo, sin tique</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Hola,
¿qué le trae por aquí?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Toque lo que busca.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>quiero hablar con alguien</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>documentos, ordenadores, talleres</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Solo vengo a mirar</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Hablar</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>El próximo número es el suyo.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;persona antes que usted</numerusform>
            <numerusform>%n&#xa0;personas antes que usted</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Coja su tique.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Puede esperar aquí:</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Un asesor le atiende en</translation>
    </message>
    <message>
        <source>Attente prévue</source>
        <translation>Espera prevista</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>Su tique no ha salido bien. Recuerde su número.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>Por el momento no hay papel. Recuerde su número.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Puede esperar aquí, recepción le llamará:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Vuelva hacia las</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Código para escanear con su teléfono</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Siga su turno en su teléfono, sin instalar nada.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>No guardamos nada sobre usted.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>¿Alguna pregunta?
Estamos %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Su tique está saliendo…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Imprimir mi tique</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Sin papel</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>He memorizado mi número</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>Attente&#xa0;: %1</source>
        <translation>Espera: %1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>sin espera</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;persona espera</numerusform>
            <numerusform>%n&#xa0;personas esperan</numerusform>
        </translation>
    </message>
</context>
</TS>
