"""The sample site in every language that the program speaks: what a house of nine languages looks like."""

from __future__ import annotations

from dataclasses import replace

from cdm_kiosk.domain.languages import NAMES
from cdm_kiosk.domain.site import Labels, Service, Site

LANGUAGES = ("it", "pt", "de", "nl", "ar", "uk")
WORDS: dict[str, tuple[str, ...]] = {
    "Libre, gratuit, anonyme": (
        *("Libero, gratuito, anonimo", "Livre, gratuito, anónimo", "Offen, kostenlos, anonym"),
        *("Vrij, gratis, anoniem", "دخول حر ومجاني، دون ذكر الاسم", "Вільно, безкоштовно, без імені"),
    ),
    "à l’accueil, à gauche de l’entrée": (
        *("all’accoglienza, a sinistra dell’entrata", "na receção, à esquerda da entrada"),
        *("am Empfang, links vom Eingang", "bij het onthaal, links van de ingang"),
        *("في الاستقبال، على يسار المدخل", "на рецепції, ліворуч від входу"),
    ),
    "l’espace d’attente, près de l’accueil": (
        *("la zona di attesa, vicino all’accoglienza", "a zona de espera, perto da receção"),
        *("der Wartebereich, neben dem Empfang", "de wachtruimte, bij het onthaal"),
        *("مكان الانتظار، قرب الاستقبال", "зона очікування, біля рецепції"),
    ),
    "Choisir mon orientation": (
        *("Scegliere la mia strada", "Escolher o meu rumo", "Meinen Weg wählen", "Mijn richting kiezen"),
        *("اختيار مساري", "Обрати свій шлях"),
    ),
    "Trouver une formation": (
        *("Trovare una formazione", "Encontrar uma formação", "Eine Ausbildung finden", "Een opleiding vinden"),
        *("إيجاد تكوين", "Знайти навчання"),
    ),
    "Trouver un emploi": (
        *("Trovare un lavoro", "Encontrar um emprego", "Arbeit finden", "Werk vinden"),
        *("إيجاد عمل", "Знайти роботу"),
    ),
    "Changer de vie professionnelle": (
        *("Cambiare vita professionale", "Mudar de vida profissional", "Beruflich neu anfangen"),
        *("Een andere loopbaan kiezen", "تغيير حياتي المهنية", "Змінити професію"),
    ),
    "Créer mon activité": (
        *("Creare la mia attività", "Criar a minha atividade", "Mich selbstständig machen"),
        *("Mijn zaak beginnen", "إنشاء مشروعي", "Почати свою справу"),
    ),
    "Fiches métiers": (
        *("Schede dei mestieri", "Fichas de profissões", "Infoblätter zu Berufen", "Beroepenfiches"),
        *("بطاقات المهن", "Описи професій"),
    ),
    "Salle de documentation, étagères bleues": (
        *("Sala di documentazione, scaffali blu", "Sala de documentação, estantes azuis"),
        *("Leseraum, blaue Regale", "Leeszaal, blauwe rekken"),
        *("قاعة الوثائق، الرفوف الزرقاء", "Читальна зала, сині полиці"),
    ),
    "Guides des formations": (
        *("Guide alle formazioni", "Guias de formação", "Wegweiser zu Ausbildungen", "Opleidingsgidsen"),
        *("أدلة التكوين", "Довідники з навчання"),
    ),
    "Salle de documentation, étagères violettes": (
        *("Sala di documentazione, scaffali viola", "Sala de documentação, estantes roxas"),
        *("Leseraum, violette Regale", "Leeszaal, paarse rekken"),
        *("قاعة الوثائق، الرفوف البنفسجية", "Читальна зала, фіолетові полиці"),
    ),
    "Offres d’emploi du jour": (
        *("Offerte di lavoro di oggi", "Ofertas de emprego do dia", "Stellenangebote von heute"),
        *("Vacatures van vandaag", "عروض العمل لهذا اليوم", "Вакансії дня"),
    ),
    "Panneau vert, près de la fenêtre": (
        *("Bacheca verde, vicino alla finestra", "Painel verde, perto da janela"),
        *("Grüne Tafel, am Fenster", "Groen bord, bij het raam"),
        *("اللوحة الخضراء، قرب النافذة", "Зелена дошка, біля вікна"),
    ),
    "Écrire mon CV à l’ordinateur": (
        *("Scrivere il mio CV al computer", "Escrever o meu CV no computador"),
        *("Meinen Lebenslauf am Computer schreiben", "Mijn cv schrijven op de computer"),
        *("كتابة سيرتي الذاتية على الحاسوب", "Написати резюме на комп’ютері"),
    ),
    "Postes 1 à 8, au fond à droite": (
        *("Postazioni da 1 a 8, in fondo a destra", "Postos 1 a 8, ao fundo à direita"),
        *("Plätze 1 bis 8, hinten rechts", "Plaatsen 1 tot 8, achteraan rechts"),
        *("الأجهزة 1 إلى 8، في آخر القاعة على اليمين", "Місця 1–8, у кінці праворуч"),
    ),
    "Lire, regarder, se documenter": (
        *("Leggere, guardare, informarsi", "Ler, ver, informar-se", "Lesen, schauen, sich informieren"),
        *("Lezen, kijken, informatie zoeken", "القراءة والمشاهدة والاطلاع", "Читати, дивитися, дізнаватися"),
    ),
    "Salle de documentation, en face de l’entrée": (
        *("Sala di documentazione, di fronte all’entrata", "Sala de documentação, em frente à entrada"),
        *("Leseraum, gegenüber vom Eingang", "Leeszaal, tegenover de ingang"),
        *("قاعة الوثائق، مقابل المدخل", "Читальна зала, навпроти входу"),
    ),
    "Utiliser un ordinateur": (
        *("Usare un computer", "Usar um computador", "Einen Computer benutzen", "Een computer gebruiken"),
        *("استعمال حاسوب", "Скористатися комп’ютером"),
    ),
    "Ateliers et rencontres": (
        *("Laboratori e incontri", "Oficinas e encontros", "Workshops und Treffen"),
        *("Workshops en ontmoetingen", "ورشات ولقاءات", "Заняття та зустрічі"),
    ),
    "Programme affiché près de la salle B": (
        *("Programma esposto vicino alla sala B", "Programa afixado junto à sala B"),
        *("Programm am Raum B", "Programma bij zaal B"),
        *("البرنامج معلق قرب القاعة B", "Програма біля зали B"),
    ),
}


def polyglot(site: Site) -> Site:
    """``site``, its labels in nine languages; raises KeyError for a French label that nobody translated."""
    return replace(
        site,
        languages=tuple(NAMES),
        tagline=_told(site.tagline),
        reception=_told(site.reception),
        zones=tuple(replace(zone, label=_told(zone.label)) for zone in site.zones),
        themes=tuple(
            replace(theme, label=_told(theme.label), services=_services(theme.services)) for theme in site.themes
        ),
        services=_services(site.services),
    )


def _told(label: Labels) -> Labels:
    return {**label, **dict(zip(LANGUAGES, WORDS[label["fr"]], strict=True))}


def _services(services: tuple[Service, ...]) -> tuple[Service, ...]:
    return tuple(replace(each, label=_told(each.label), place=_told(each.place)) for each in services)
