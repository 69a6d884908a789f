<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="fr">
<context>
    <name>BottomBar</name>
    <message>
        <source>Retour</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Mudar de língua</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Tem alguma pergunta?
Estamos %1.</translation>
    </message>
    <message numerus="yes">
        <source>Cet écran s’efface dans %n secondes</source>
        <translation>
            <numerusform>Este ecrã apaga-se em %n segundo</numerusform>
            <numerusform>Este ecrã apaga-se em %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Voir plus haut</source>
        <translation>Ver mais acima</translation>
    </message>
    <message>
        <source>Voir plus bas</source>
        <translation>Ver mais abaixo</translation>
    </message>
    <message>
        <source>Parler à quelqu’un</source>
        <translation>Falar com alguém</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Écouter</source>
        <translation>Ouvir</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Plus fort</source>
        <translation>Mais alto</translation>
    </message>
    <message>
        <source>Moins fort</source>
        <translation>Mais baixo</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Plus bas</source>
        <translation>Mais em baixo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imagens</translation>
    </message>
</context>
<context>
    <name>DeskOffer</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>O seu número está a chegar…</translation>
    </message>
    <message>
        <source>Parler à l’accueil</source>
        <translation>Falar com a receção</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Recebe um número. Sem nome nem documentos.</translation>
    </message>
    <message>
        <source>Sans ticket, sans rendez-vous.</source>
        <translation>Sem senha, sem marcação.</translation>
    </message>
</context>
<context>
    <name>EntryClosedPage</name>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>De momento já não damos números.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour aujourd’hui.</source>
        <translation>Por hoje já não damos números.</translation>
    </message>
    <message>
        <source>Prochains numéros, au plus tard</source>
        <translation>Próximos números, o mais tardar</translation>
    </message>
    <message>
        <source>Prochains numéros</source>
        <translation>Próximos números</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro&#xa0;? Restez près de nous&#xa0;: nous vous recevons.</source>
        <translation>Já tem um número? Fique por perto: vamos atendê-lo.</translation>
    </message>
    <message>
        <source>Une question&#xa0;? On vous répond avec plaisir.</source>
        <translation>Tem alguma pergunta? Respondemos com gosto.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Aberto a todos, sem senha</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Uma pessoa está aqui para o ouvir.</translation>
    </message>
    <message>
        <source>Vous ne savez pas par où commencer&#xa0;? C’est normal. Venez en parler.</source>
        <translation>Não sabe por onde começar? É normal. Venha falar connosco.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket</source>
        <translation>Aberto a todos, sem senha</translation>
    </message>
</context>
<context>
    <name>KioskViewModel</name>
    <message>
        <source>Votre numéro</source>
        <translation>O seu número</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Espere aqui, por favor:</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone. Nous ne gardons rien sur vous.</source>
        <translation>Siga a sua vez no telemóvel. Não guardamos nada sobre si.</translation>
    </message>
    <message>
        <source>Bienvenue.</source>
        <translation>Boas-vindas.</translation>
    </message>
    <message>
        <source>Bienvenue. {tagline}.</source>
        <translation>Boas-vindas. {tagline}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers&#xa0;{hour}.</source>
        <translation>Pode voltar por volta das {hour}.</translation>
    </message>
    <message>
        <source>Sans attente</source>
        <translation>Sem espera</translation>
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
        <translation>incerta</translation>
    </message>
    <message>
        <source>L’accueil vous appelle dans {band}.</source>
        <translation>A receção chama-o em: {band}.</translation>
    </message>
    <message>
        <source>Attente prévue&#xa0;: {band}.</source>
        <translation>Espera prevista: {band}.</translation>
    </message>
    <message>
        <source>Nous venons de fermer. L’accueil peut encore vous aider.</source>
        <translation>Acabámos de fechar. A receção ainda o pode ajudar.</translation>
    </message>
    <message>
        <source>Nous ne pouvons plus donner de numéro pour aujourd’hui.</source>
        <translation>Por hoje já não podemos dar números.</translation>
    </message>
    <message>
        <source>Ce sujet est en pause pour le moment.</source>
        <translation>Este tema está em pausa de momento.</translation>
    </message>
    <message>
        <source>Votre numéro n’est pas arrivé. Touchez encore, ou passez à l’accueil.</source>
        <translation>O seu número não chegou. Toque outra vez ou passe pela receção.</translation>
    </message>
    <message>
        <source>Cela n’a pas marché. Touchez encore, ou passez à l’accueil.</source>
        <translation>Não resultou. Toque outra vez ou passe pela receção.</translation>
    </message>
</context>
<context>
    <name>KioskVoice</name>
    <message>
        <source>Cette borne vous parle. Touchez l’écran ou prenez les flèches : vous entendez un choix. Touchez encore ou appuyez sur Entrée : vous choisissez.</source>
        <translation>Este quiosque fala consigo. Toque no ecrã ou use as setas: ouve uma opção. Toque outra vez ou prima Enter: escolhe-a.</translation>
    </message>
    <message>
        <source>La voix s’arrête. À bientôt.</source>
        <translation>A voz para. Até breve.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. La borne parle français.</source>
        <translation>Aqui não há voz nesta língua. O quiosque fala francês.</translation>
    </message>
    <message>
        <source>Il n’y a pas de voix dans cette langue ici. L’accueil vous aide.</source>
        <translation>Aqui não há voz nesta língua. A receção ajuda-o.</translation>
    </message>
    <message>
        <source>Cette borne ne parle pas pour le moment. L’accueil vous aide.</source>
        <translation>De momento este quiosque não fala. A receção ajuda-o.</translation>
    </message>
    <message>
        <source>Vous êtes toujours là ? Touchez l’écran ou appuyez sur Entrée. Sinon, l’écran s’efface.</source>
        <translation>Ainda está aí? Toque no ecrã ou prima Enter. Se não, o ecrã apaga-se.</translation>
    </message>
    <message>
        <source>Votre ticket arrive.</source>
        <translation>A sua senha está a sair.</translation>
    </message>
    <message>
        <source>Prenez votre ticket. Puis choisissez « C’est fait ».</source>
        <translation>Retire a sua senha. Depois escolha «Está feito».</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro : {number}. Puis choisissez « J’ai retenu mon numéro ».</source>
        <translation>A sua senha não saiu bem. Fixe o seu número: {number}. Depois escolha «Já fixei o meu número».</translation>
    </message>
    <message>
        <source>Il n’y a pas de papier pour le moment. Quand vous avez retenu votre numéro, choisissez « C’est fait ».</source>
        <translation>De momento não há papel. Quando tiver fixado o seu número, escolha «Está feito».</translation>
    </message>
    <message>
        <source>Pour l’avoir sur papier, choisissez « Imprimer mon ticket ».</source>
        <translation>Para o ter em papel, escolha «Imprimir a minha senha».</translation>
    </message>
    <message>
        <source>Quand vous l’avez retenu, choisissez « C’est fait ».</source>
        <translation>Quando o souber de cor, escolha «Está feito».</translation>
    </message>
    <message>
        <source>Bonjour, qu’est-ce qui vous amène ? Choisissez un sujet.</source>
        <translation>Olá, o que o traz por cá? Escolha um tema.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi choisir « Je ne sais pas ».</source>
        <translation>Também pode escolher «Não sei».</translation>
    </message>
    <message>
        <source>Une personne vous écoute.</source>
        <translation>Uma pessoa está aqui para o ouvir.</translation>
    </message>
    <message>
        <source>Choisissez votre langue.</source>
        <translation>Escolha a sua língua.</translation>
    </message>
    <message>
        <source>Bienvenue. Prenez votre temps.</source>
        <translation>Boas-vindas. Esteja à vontade.</translation>
    </message>
    <message>
        <source>Nous ne donnons plus de numéro pour le moment.</source>
        <translation>De momento já não damos números.</translation>
    </message>
    <message>
        <source>Prochains numéros : {moment}.</source>
        <translation>Próximos números: {moment}.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Nenhum conselheiro para este assunto neste momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu : {moment}.</source>
        <translation>Próximo horário previsto: {moment}.</translation>
    </message>
    <message>
        <source>Vous avez déjà un numéro ? Restez près de nous : nous vous recevons.</source>
        <translation>Já tem um número? Fique por perto: vamos atendê-lo.</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>De momento estamos fechados.</translation>
    </message>
    <message>
        <source>Nous ouvrons {moment}.</source>
        <translation>Abrimos: {moment}.</translation>
    </message>
    <message>
        <source>Un instant.</source>
        <translation>Um momento.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Este ecrã está em pausa.</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Attendez un peu, puis essayez encore.</source>
        <translation>Não é esse código. Espere um pouco e tente de novo.</translation>
    </message>
    <message>
        <source>Pour prendre un numéro, choisissez « Parler à un conseiller ». Pas besoin de nom, ni de papiers.</source>
        <translation>Para tirar um número, escolha «Falar com um conselheiro». Não precisa de dar o nome nem documentos.</translation>
    </message>
    <message>
        <source>C’est complet pour aujourd’hui.</source>
        <translation>Está completo por hoje.</translation>
    </message>
    <message>
        <source>Pour parler à une personne, choisissez « Parler à l’accueil ».</source>
        <translation>Para falar com uma pessoa, escolha «Falar com a receção».</translation>
    </message>
    <message>
        <source>Une question ? Nous sommes {place}.</source>
        <translation>Tem alguma pergunta? Estamos {place}.</translation>
    </message>
    <message>
        <source>Ouvert à tous, sans ticket :</source>
        <translation>Aberto a todos, sem senha:</translation>
    </message>
    <message>
        <source>Attente : {band}.</source>
        <translation>Espera: {band}.</translation>
    </message>
    <message>
        <source>Personnes qui attendent : {count}.</source>
        <translation>Pessoas à espera: {count}.</translation>
    </message>
    <message>
        <source>Sans attente.</source>
        <translation>Sem espera.</translation>
    </message>
    <message>
        <source>Votre numéro : {number}. Je répète : {number}.</source>
        <translation>O seu número: {number}. Repito: {number}.</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle : {zone}.</source>
        <translation>Espere aqui, a receção vai chamá-lo: {zone}.</translation>
    </message>
    <message>
        <source>Installez-vous ici : {zone}.</source>
        <translation>Espere aqui, por favor: {zone}.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir vers {hour}.</source>
        <translation>Pode voltar por volta das {hour}.</translation>
    </message>
    <message>
        <source>Personnes avant vous : {count}.</source>
        <translation>Pessoas antes de si: {count}.</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>O próximo número é o seu.</translation>
    </message>
    <message>
        <source>Un code à l’écran et sur le ticket montre votre tour sur votre téléphone.</source>
        <translation>Um código no ecrã e na senha mostra a sua vez no telemóvel.</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>C’est un essai&#xa0;: personne ne vous appellera vraiment</source>
        <translation>Isto é um ensaio: ninguém o vai chamar</translation>
    </message>
    <message>
        <source>Site d’exemple</source>
        <translation>Local de exemplo</translation>
    </message>
    <message>
        <source>Nous sommes fermés pour le moment.</source>
        <translation>De momento estamos fechados.</translation>
    </message>
    <message>
        <source>Nous ouvrons</source>
        <translation>Abrimos</translation>
    </message>
    <message>
        <source>Revenez pendant nos heures d’ouverture.
C’est gratuit et ouvert à tous.</source>
        <translation>Volte no nosso horário de abertura.
É gratuito e aberto a todos.</translation>
    </message>
    <message>
        <source>À bientôt. C’est gratuit et ouvert à tous.</source>
        <translation>Até breve. É gratuito e aberto a todos.</translation>
    </message>
    <message>
        <source>Cet écran fait une pause.</source>
        <translation>Este ecrã está em pausa.</translation>
    </message>
    <message>
        <source>L’accueil vous reçoit et vous donne un numéro.</source>
        <translation>A receção atende-o e dá-lhe um número.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message numerus="yes">
        <source>et %n autres</source>
        <translation>
            <numerusform>e mais %n</numerusform>
            <numerusform>e mais %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changer de langue</source>
        <translation>Mudar de língua</translation>
    </message>
</context>
<context>
    <name>LanguagesPage</name>
    <message>
        <source>Choisissez votre langue</source>
        <translation>Escolha a sua língua</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>Le code est juste.</source>
        <translation>O código está certo.</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Sair do quiosque</translation>
    </message>
    <message>
        <source>Voulez-vous quitter la borne&#xa0;?</source>
        <translation>Quer sair do quiosque?</translation>
    </message>
    <message>
        <source>Tapez le code des réglages. Sans lui, la borne reprend à sa première page.</source>
        <translation>Escreva o código das definições. Sem ele, o terminal volta à sua primeira página.</translation>
    </message>
    <message>
        <source>Chiffres tapés&#xa0;: %1</source>
        <translation>Algarismos escritos: %1</translation>
    </message>
    <message>
        <source>Ce n’est pas ce code. Nouvel essai dans %1&#xa0;s.</source>
        <translation>Não é esse código. Nova tentativa em %1 s.</translation>
    </message>
    <message>
        <source>Vous pouvez essayer à nouveau.</source>
        <translation>Pode tentar de novo.</translation>
    </message>
    <message>
        <source>Aucun code n’est encore choisi. On le choisit dans les réglages du site.</source>
        <translation>Ainda não foi escolhido um código. Escolhe-se nas definições do local.</translation>
    </message>
    <message>
        <source>Le code ne peut pas être vérifié&#xa0;: la borne ne joint pas l’accueil.</source>
        <translation>Não é possível verificar o código: o quiosque não contacta a receção.</translation>
    </message>
    <message>
        <source>Le code n’a pas pu être vérifié. Essayez encore.</source>
        <translation>Não foi possível verificar o código. Tente de novo.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Validar</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Ficar</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Bienvenue.
Prenez votre temps.</source>
        <translation>Boas-vindas.
Esteja à vontade.</translation>
    </message>
    <message>
        <source>Tout ceci est ouvert à tous, sans ticket.</source>
        <translation>Tudo isto está aberto a todos, sem senha.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?</source>
        <translation>Tem alguma pergunta?</translation>
    </message>
    <message>
        <source>On vous répond avec plaisir.</source>
        <translation>Respondemos com gosto.</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>aujourd’hui à&#xa0;{hour}</source>
        <translation>hoje às&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain à&#xa0;{hour}</source>
        <translation>amanhã às&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{day} à&#xa0;{hour}</source>
        <translation>{day} às&#xa0;{hour}</translation>
    </message>
    <message>
        <source>aujourd’hui
dès&#xa0;{hour}</source>
        <translation>hoje
a partir das&#xa0;{hour}</translation>
    </message>
    <message>
        <source>demain
dès&#xa0;{hour}</source>
        <translation>amanhã
a partir das&#xa0;{hour}</translation>
    </message>
    <message>
        <source>{weekday}
dès&#xa0;{hour}</source>
        <translation>{weekday}
a partir das&#xa0;{hour}</translation>
    </message>
    <message>
        <source>dès le&#xa0;{date}</source>
        <translation>a partir de&#xa0;{date}</translation>
    </message>
</context>
<context>
    <name>NextTime</name>
    <message>
        <source>En pause pour le moment.</source>
        <translation>Em pausa de momento.</translation>
    </message>
    <message>
        <source>Complet pour aujourd’hui.</source>
        <translation>Completo por hoje.</translation>
    </message>
    <message>
        <source>Pas de conseiller sur ce sujet en ce moment.</source>
        <translation>Nenhum conselheiro para este assunto neste momento.</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;: %1</source>
        <translation>Próximo horário previsto: %1</translation>
    </message>
    <message>
        <source>Prochain horaire prévu&#xa0;:</source>
        <translation>Próximo horário previsto:</translation>
    </message>
    <message>
        <source>L’accueil vous dit quand revenir.</source>
        <translation>A receção diz-lhe quando voltar.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>en pause</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>complet
aujourd’hui</source>
        <translation>completo
hoje</translation>
    </message>
    <message>
        <source>pas en ce moment</source>
        <translation>agora não</translation>
    </message>
    <message>
        <source>attente
%1</source>
        <translation>espera
%1</translation>
    </message>
    <message>
        <source>sans attente</source>
        <translation>sem espera</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;pessoa à espera</numerusform>
            <numerusform>%n&#xa0;pessoas à espera</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>M’orienter</source>
        <translation>Orientar-me</translation>
    </message>
    <message>
        <source>Me former</source>
        <translation>Formar-me</translation>
    </message>
    <message>
        <source>Emploi</source>
        <translation>Emprego</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>Créer</source>
        <translation>Criar</translation>
    </message>
    <message>
        <source>Apprendre</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Lire, écrire</source>
        <translation>Ler, escrever</translation>
    </message>
    <message>
        <source>Partir</source>
        <translation>Partir</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Validar</translation>
    </message>
    <message>
        <source>Ateliers</source>
        <translation>Oficinas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Ordinateurs</source>
        <translation>Computadores</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Receção</translation>
    </message>
</context>
<context>
    <name>StillThereOverlay</name>
    <message>
        <source>Vous êtes toujours là&#xa0;?</source>
        <translation>Ainda está aí?</translation>
    </message>
    <message>
        <source>Sinon, l’écran s’efface.</source>
        <translation>Se não, o ecrã apaga-se.</translation>
    </message>
    <message>
        <source>Oui, je continue</source>
        <translation>Sim, continuo</translation>
    </message>
</context>
<context>
    <name>ThemePage</name>
    <message>
        <source>Votre numéro arrive…</source>
        <translation>O seu número está a chegar…</translation>
    </message>
    <message>
        <source>Parler à un conseiller</source>
        <translation>Falar com um conselheiro</translation>
    </message>
    <message>
        <source>Vous recevez un numéro. Pas besoin de nom, ni de papiers.</source>
        <translation>Recebe um número. Sem nome nem documentos.</translation>
    </message>
    <message>
        <source>L’accueil peut vous aider maintenant</source>
        <translation>A receção pode ajudar agora</translation>
    </message>
    <message>
        <source>Tout de suite, sans ticket</source>
        <translation>Agora mesmo, sem senha</translation>
    </message>
</context>
<context>
    <name>ThemesPage</name>
    <message>
        <source>Bonjour,
qu’est-ce qui vous amène&#xa0;?</source>
        <translation>Olá,
o que o traz por cá?</translation>
    </message>
    <message>
        <source>Touchez ce que vous cherchez.</source>
        <translation>Toque no que procura.</translation>
    </message>
    <message>
        <source>je veux parler à quelqu’un</source>
        <translation>quero falar com alguém</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>Não sei</translation>
    </message>
    <message>
        <source>documents, ordinateurs, ateliers</source>
        <translation>documentos, computadores, oficinas</translation>
    </message>
    <message>
        <source>Je viens juste regarder</source>
        <translation>Venho só ver</translation>
    </message>
    <message>
        <source>Regarder</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Parler</source>
        <translation>Falar</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Attente prévue</source>
        <translation>Espera prevista</translation>
    </message>
    <message>
        <source>Un conseiller vous reçoit dans</source>
        <translation>Um conselheiro atende-o em</translation>
    </message>
    <message>
        <source>Le prochain numéro est le vôtre.</source>
        <translation>O próximo número é o seu.</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes avant vous</source>
        <translation>
            <numerusform>%n&#xa0;pessoa antes de si</numerusform>
            <numerusform>%n&#xa0;pessoas antes de si</numerusform>
        </translation>
    </message>
    <message>
        <source>Prenez votre ticket.</source>
        <translation>Retire a sua senha.</translation>
    </message>
    <message>
        <source>Votre ticket n’est pas bien sorti. Retenez votre numéro.</source>
        <translation>A sua senha não saiu bem. Fixe o seu número.</translation>
    </message>
    <message>
        <source>Pas de papier pour le moment. Retenez votre numéro.</source>
        <translation>De momento não há papel. Fixe o seu número.</translation>
    </message>
    <message>
        <source>Votre numéro</source>
        <translation>O seu número</translation>
    </message>
    <message>
        <source>Installez-vous ici, l’accueil vous appelle&#xa0;:</source>
        <translation>Espere aqui, a receção vai chamá-lo:</translation>
    </message>
    <message>
        <source>Installez-vous ici&#xa0;:</source>
        <translation>Espere aqui, por favor:</translation>
    </message>
    <message>
        <source>Revenez vers</source>
        <translation>Volte por volta das</translation>
    </message>
    <message>
        <source>Code à photographier avec votre téléphone</source>
        <translation>Código para fotografar com o telemóvel</translation>
    </message>
    <message>
        <source>Suivez votre tour sur votre téléphone, sans rien installer.</source>
        <translation>Siga a sua vez no telemóvel, sem instalar nada.</translation>
    </message>
    <message>
        <source>Nous ne gardons rien sur vous.</source>
        <translation>Não guardamos nada sobre si.</translation>
    </message>
    <message>
        <source>Une question&#xa0;?
Nous sommes %1.</source>
        <translation>Tem alguma pergunta?
Estamos %1.</translation>
    </message>
    <message>
        <source>Votre ticket arrive…</source>
        <translation>A sua senha está a sair…</translation>
    </message>
    <message>
        <source>Imprimer mon ticket</source>
        <translation>Imprimir a minha senha</translation>
    </message>
    <message>
        <source>Sans papier</source>
        <translation>Sem papel</translation>
    </message>
    <message>
        <source>C’est fait</source>
        <translation>Está feito</translation>
    </message>
    <message>
        <source>J’ai retenu mon numéro</source>
        <translation>Já fixei o meu número</translation>
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
        <translation>sem espera</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;personnes attendent</source>
        <translation>
            <numerusform>%n&#xa0;pessoa à espera</numerusform>
            <numerusform>%n&#xa0;pessoas à espera</numerusform>
        </translation>
    </message>
</context>
</TS>
