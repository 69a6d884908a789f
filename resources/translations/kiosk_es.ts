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
        <source>Parler à quelqu’un</source>
        <translation>Hablar con alguien</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Su número está llegando…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Hablar con recepción</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Ni nom, ni papiers.</source>
        <translation>Recibe un número. Sin nombre ni papeles.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Sin tique y sin cita.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>Por el momento ya no damos más números.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Ya no damos más números por hoy.</translation>
    </message>
    <message>
        <source>Nous en donnerons de nouveau au plus tard</source>
        <translation>Volveremos a dar números, a más tardar,</translation>
    </message>
    <message>
        <source>Nous en donnerons de nouveau</source>
        <translation>Volveremos a dar números</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>¿Ya tiene un número? Quédese cerca: le atenderemos.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>¿Alguna pregunta? Le respondemos con mucho gusto.</translation>
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
        <translation>Alguien le escucha.</translation>
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
        <source>Nous venons de fermer. L’accueil peut encore vous renseigner.</source>
        <translation>Acabamos de cerrar. En recepción aún pueden informarle.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Ya no podemos dar más números para hoy.</translation>
    </message>
    <message>
        <source>Ce sujet vient d’être mis en pause.</source>
        <translation>Este tema acaba de ponerse en pausa.</translation>
    </message>
    <message>
        <source>La borne n’a pas pu vous donner de numéro. Touchez encore, ou passez à l’accueil.</source>
        <translation>No hemos podido darle un número. Toque otra vez o pase por recepción.</translation>
    </message>
    <message>
        <source>Un souci est survenu. Touchez encore, ou passez à l’accueil.</source>
        <translation>Ha ocurrido un problema. Toque otra vez o pase por recepción.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Puede sentarse aquí:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Aucune donnée personnelle.</source>
        <translation>Siga su turno en su teléfono. Ningún dato personal.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Le damos la bienvenida. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Puede volver hacia las&#xa0;{hour}.</translation>
    </message>
    <message>
        <source>moins de {high}&#xa0;min</source>
        <translation>menos de {high}&#xa0;min</translation>
    </message>
    <message>
        <source>{low} à {high}&#xa0;min</source>
        <translation>{low} a {high}&#xa0;min</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>Recepción le llamará en {band}.</translation>
    </message>
    <message>
        <source>Attente estimée&#xa0;: {band}.</source>
        <translation>Espera estimada: {band}.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Site d’exemple</source>
        <translation>Sitio de ejemplo</translation>
    </message>
    <message>
        <source>Répétition&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Ensayo: nadie le llamará de verdad</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>En este momento está cerrado.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Abrimos</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est libre, gratuit et anonyme.</source>
        <translation>Vuelva en nuestro horario de apertura.
Es libre, gratuito y anónimo.</translation>
    </message>
    <message>
        <source>À bientôt. C’est libre, gratuit et anonyme.</source>
        <translation>Hasta pronto. Abierto a todos, gratuito y anónimo.</translation>
    </message>
    <message>
        <source>Cette borne fait une pause.</source>
        <translation>Esta pantalla hace una pausa.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>En recepción le atienden y le dan un número.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Le damos la bienvenida.
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
        <translation>Le respondemos con mucho gusto.</translation>
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
        <source>Pas de permanence en ce moment.</source>
        <translation>Ahora no hay asesores para este tema.</translation>
    </message>
    <message>
        <source>Sinon, prochaine permanence&#xa0;: %1</source>
        <translation>Si no, próxima sesión: %1</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>Recepción le dirá cuándo volver.</translation>
    </message>
    <message>
        <source>Prochaine permanence&#xa0;:</source>
        <translation>Próxima sesión:</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>¿Sigue usted ahí?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Si no, la pantalla se borra.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Sí, continúo</translation>
    </message>
</context>
<context>
    <name>ThemeCard</name>
    <message>
        <source>en pause</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>pas reçu en ce moment</source>
        <translation>no disponible ahora</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>completo
hoy</translation>
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
            <numerusform>%n&#xa0;persona en espera</numerusform>
            <numerusform>%n&#xa0;personas en espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>Su número está en camino…</translation>
    </message>
    <message>
        <source>Être reçu par un conseiller</source>
        <translation>Hablar con un asesor</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Ni nom, ni papiers.</source>
        <translation>Recibe un número. Sin nombre ni papeles.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi en parler maintenant</source>
        <translation>También puede hablarlo ahora</translation>
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
        <source>Touchez la phrase qui vous ressemble.</source>
        <translation>Toque la frase que mejor le corresponda.</translation>
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
        <source>documentation, ordinateurs, ateliers</source>
        <translation>documentación, ordenadores, talleres</translation>
    </message>
    <message>
        <source>Je viens seulement voir</source>
        <translation>Solo vengo a mirar</translation>
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
        <translation>Recoja su tique.</translation>
    </message>
    <message>
        <source>Le ticket n’a pas pu être imprimé. Retenez votre numéro.</source>
        <translation>No se ha podido imprimir el tique. Recuerde su número.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>Su número</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Puede sentarse aquí:</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Un asesor le atiende en</translation>
    </message>
    <message>
        <source>Attente estimée</source>
        <translation>Espera estimada</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Espere aquí, recepción le llamará:</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers</source>
        <translation>Puede volver hacia las</translation>
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
        <source>Aucune donnée personnelle.</source>
        <translation>Ningún dato personal.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>Imprimiendo su tique…</translation>
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
