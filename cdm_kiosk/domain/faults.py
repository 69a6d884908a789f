"""What can be wrong: a stable code, the field it is about and its values; each code has one English sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from datetime import date as Date
from enum import StrEnum

Value = str | int | float | Date | tuple[str, ...]
"""What a sentence names: plain data, which whoever shows it writes in the reader's language."""


class Code(StrEnum):
    """Every code with its English sentence, for terminals, logs and the ``detail`` of problems.

    A name in braces is one of the fault's values.
    """

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Code:
        made = str.__new__(cls, code)
        made._value_ = code
        made.sentence = sentence
        return made

    # ----- what is asked of the house
    NO_TOKEN = "no_token", "no station of this house shows this token, or none is shown: pair the station"
    NOT_YOURS = "not_yours", "this is not for the role {role} to do"
    UNKNOWN_THEME = "unknown_theme", 'there is no theme "{theme}" here'
    UNKNOWN_COUNTER = "unknown_counter", 'there is no counter "{counter}" here'
    UNKNOWN_TICKET = "unknown_ticket", "there is no such ticket today"
    UNKNOWN_STATION = "unknown_station", 'no station named "{name}" is there now'
    NOT_PAIRED = "not_paired", "no station like this is paired with this hub"
    BAD_STATION_NAME = "bad_station_name", "a station's name has 1 to {most} letters that can be shown"
    STATION_NAME_TAKEN = "station_name_taken", 'a station named "{name}" is paired already'
    ROLE_NOT_FOR_STATIONS = "role_not_for_stations", "no station has the role {role}"
    UNKNOWN_LANGUAGE = "unknown_language", 'the language "{language}" is not offered here'
    SHIFT_WITHOUT_THEME = "shift_without_theme", "a shift needs at least one theme of its own"
    SHIFT_WITHOUT_LANGUAGE = "shift_without_language", "a shift needs at least one language"
    SHIFT_ENDS_IN_THE_PAST = "shift_ends_in_the_past", "a shift ends after it begins"
    HAND_OVER_TO_NOWHERE = "hand_over_to_nowhere", "expected a theme, a counter, or both"
    THEME_NAMED_TWICE = "theme_named_twice", "a theme is either a first choice or an overflow, once"
    NOBODY_NAMED = "nobody_named", "expected at least one ticket"
    TICKET_NAMED_TWICE = "ticket_named_twice", "a visitor is called once"
    TICKET_TAKEN = "ticket_taken", "another ticket of today has this id"
    KEY_REUSED = "key_reused", "this key was used for another command"
    DAY_NOT_OPEN = "day_not_open", "the doors are closed: the day is not open"
    DAY_ALREADY_OPEN = "day_already_open", "the day is open already"
    NO_SHIFT = "no_shift", "no shift is open at {counter}"
    SHIFT_OVER = "shift_over", "this shift has ended: open it again to go on"
    ON_BREAK = "on_break", "this counter is on a break already"
    NOT_ON_BREAK = "not_on_break", "this counter is not on a break"
    ENTRY_CLOSED = "entry_closed", "no number is given any more now"
    ENTRY_OPEN = "entry_open", "the entry is open already"
    THEME_PAUSED = "theme_paused", "this theme is paused"
    THEME_NOT_OFFERED = "theme_not_offered", "this theme is not offered today"
    THEME_NOT_PAUSED = "theme_not_paused", "this theme is not paused"
    HELP_ASKED = "help_asked", "reception knows already"
    NO_HELP_ASKED = "no_help_asked", "this counter has not asked for help"
    NOTHING_COUNTED = "nothing_counted", "nothing of the kind was counted today"
    FULL_TODAY = "full_today", "nobody more can be received for this theme before its shifts end"
    COUNTER_BUSY = "counter_busy", "a visitor is called to, or received at, this counter"
    NOBODY_WAITING = "nobody_waiting", "nobody waits for this counter"
    NOBODY_CALLED = "nobody_called", "nobody is called to this counter"
    NOBODY_RECEIVED = "nobody_received", "nobody is received at this counter"
    TICKET_NOT_ABSENT = "ticket_not_absent", "this visitor was not marked absent"
    GRACE_OVER = "grace_over", "the place was kept for a while, and is gone: a new number is needed"
    NO_MORE_TIME = "no_more_time", "others may pass {most} times at the most"
    TOO_LATE_FOR_MORE_TIME = "too_late_for_more_time", "who comes back later is not called any more today"
    RECALL_LIMIT = "recall_limit", "a call is repeated {most} times at the most"
    RECALL_TOO_SOON = "recall_too_soon", "the last call has hardly been heard"
    TOO_LATE_TO_UNDO = "too_late_to_undo", "the visitor is on the way: mark the absence instead"
    TICKET_NOT_WAITING = "ticket_not_waiting", "number {number} does not wait in line now"
    NOBODY_THERE = "nobody_there", "nobody is called to, or received at, this counter"
    SEVERAL_THERE = "several_there", "several visitors are there: say which"
    PRECEDENCE_ONLY_RISES = "precedence_only_rises", "this visitor has that precedence already"
    TICKET_OVER = "ticket_over", "this ticket is over already"
    TICKET_IN_INTERVIEW = "ticket_in_interview", "this visitor is being received"
    IN_USE = "in_use", '"{what}" is in use today: it can change when nobody counts on it'

    # ----- administration
    PIN_NEEDED = "pin_needed", "administration asks for the PIN"
    NO_PIN = "no_pin", "there is no PIN yet: choose one"
    WRONG_PIN = "wrong_pin", "this is not the PIN, or one was wrong just now: wait before the next try"
    BAD_SITE = "bad_site", "the site cannot be used"
    SITE_CHANGED = "site_changed", "the site was changed meanwhile: look at the difference, then change it again"
    SITE_NOT_OWN = "site_not_own", "this machine has a site of its own: start the hub on {path}"
    BAD_SITE_FILE = "bad_site_file", "the site file cannot be used"
    UNKNOWN_VERSION = "unknown_version", "there is no version {version}"
    UNKNOWN_PICTURE = "unknown_picture", "the site names no picture like this"
    BAD_PICTURE = "bad_picture", "the picture cannot be used"

    # ----- pairing
    PAIRING_BUSY = "pairing_busy", "another station is being paired, or was just refused: again in {seconds} s"
    PAIRING_OVER = "pairing_over", "there is no such pairing, or it is over: begin again"
    PAIRING_REFUSED = "pairing_refused", "reception refused this station"
    PAIRING_TOO_SLOW = "pairing_too_slow", "this pairing took too long: begin again"
    PAIRING_REPEATED = "pairing_repeated", "this pairing was tried a second time: begin again"
    PAIRING_INTERCEPTED = (
        "pairing_intercepted",
        "what the station saw is not this hub's certificate: something stands between them",
    )
    WRONG_DIGITS = "wrong_digits", "reception sees another number than the station shows: nothing was given"
    STATION_TOO_NEW = (
        "station_too_new",
        "the station pairs by version {version}, the hub by {known}: update the hub",
    )
    STATION_TOO_OLD = (
        "station_too_old",
        "the station pairs by version {version}, the hub by {known}: update the station",
    )
    NO_ROOM_FOR_ROLE = "no_room_for_role", "this site has no place for a station of the role {role}"
    NO_PLACE_FOR_ROLE = "no_place_for_role", "a station of the role {role} has no place of its own"
    UNKNOWN_ZONE = "unknown_zone", 'there is no zone "{zone}" here'

    # ----- a site
    MISSING = "missing", "is missing"
    NO_FIRST_TEXT = "no_first_text", 'expected a text in the site\'s first language ("{language}")'
    ZONE_NOT_LISTED = "zone_not_listed", 'zone "{zone}" is not among the zones'
    COUNTER_NOT_LISTED = "counter_not_listed", 'counter "{counter}" is not among the counters'
    THEME_NOT_LISTED = "theme_not_listed", 'theme "{theme}" is not among the themes'
    LANGUAGE_NOT_LISTED = "language_not_listed", 'language "{language}" is not among the languages'
    TWO_PERMANENCES = "two_permanences", 'counter "{counter}" has two permanences at that time'
    PERMANENCE_ALREADY = "permanence_already", 'counter "{counter}" has a permanence at that time already'
    NOT_ONE = "not_one", "expected at least one"
    NO_THEME = "no_theme", "expected at least one theme"
    NO_LANGUAGE = "no_language", "expected at least one language"
    NO_LANGUAGES = "no_languages", 'expected at least one language, like ["fr"]'
    NO_DAY = "no_day", "expected at least one day"
    LAST_BEFORE_FIRST = "last_before_first", "expected a date that is not before the first"
    NOT_A_TIME_ZONE = "not_a_time_zone", '"{text}" is not a time zone like "Europe/Paris"'
    NOT_AN_ADDRESS = "not_an_address", 'expected an address like "https://tickets.example.org"'
    BAD_SITE_ID = "bad_site_id", '"{text}" names the data folder: expected letters without accents, digits, - or _'
    SITE_ID_STAYS = "site_id_stays", 'names the data folder: it stays "{id}"'
    USED_TWICE = "used_twice", '"{text}" is used twice'
    ID_OF_THE_DESK = "id_of_the_desk", '"{id}" is the desk\'s own: choose another id'
    NO_HOURS = "no_hours", '"" is not a span of hours like "09:00-12:30"'
    NOT_HOURS = "not_hours", '"{text}" is not a span of hours like "09:00-12:30"'
    HOURS_OFFSET = "hours_offset", '"{text}" is in the site\'s own time: expected no offset, like "09:00-12:30"'
    HOURS_END_FIRST = "hours_end_first", '"{text}" must end after it starts, like "09:00-12:30"'
    HOURS_OVERLAP = "hours_overlap", '"{text}" overlaps the hours before it'
    NOT_A_WEEKDAY = "not_a_weekday", 'expected a weekday in English ("monday") or "every_day"'
    NEGATIVE = "negative", "expected a number that is not negative"
    TOO_MUCH = "too_much", "expected at most {most:,}"
    PERCENT_TOO_HIGH = "percent_too_high", "expected at most {most} of a hundred"
    NOT_SO_MANY_MINUTES = "not_so_many_minutes", "expected from {least} to {most:,} minutes"
    NOT_SO_LOUD = "not_so_loud", "expected from 0 to {most}"
    NOT_A_COLOUR = "not_a_colour", '"{text}" is not a colour like "{like}"'
    TOO_PALE = "too_pale", "white text on it stands out {ratio:.1f}:1: expected a darker colour, {least}:1"

    # ----- the texts of a site
    NOT_AN_ID = "not_an_id", "expected up to 40 letters without accents, digits, - or _, with no space"
    NOT_A_LANGUAGE = "not_a_language", 'expected the code of a language, like "fr"'
    UNKNOWN_KEY = "unknown_key", "is not a key of a site file"
    TOO_LONG = "too_long", "has {length} characters: expected at most {most}, to fit on the screens"
    TOO_MANY_ENTRIES = "too_many_entries", "has {count} entries: expected at most {most}"
    TURNS_TEXT = "turns_text", "holds an invisible character that turns the reading direction: type the text again"
    INVISIBLE_CHARACTER = (
        "invisible_character",
        "holds a control or invisible character (a tab, a line break, an escape): expected plain text",
    )
    MARKUP = "markup", "holds markup (<, > or an &entity;): expected plain text"

    # ----- the shape of a site file
    NOT_A_TEXT = "not_a_text", "expected a text in quotes"
    NOT_A_NUMBER = "not_a_number", "expected a whole number"
    NOT_A_TRUTH = "not_a_truth", "expected true or false"
    NOT_A_LIST = "not_a_list", "expected a list, in brackets"
    NOT_A_TABLE = "not_a_table", "expected keys with their values"
    NOT_A_DATE = "not_a_date", "expected a date, like 2026-12-24"
    NOT_ONE_OF = "not_one_of", "expected one of {known}"
    NOT_FIT = "not_fit", "expected another value ({what})"
    DATES_FOLLOW = "dates_follow", "follow from the country: write others as exceptions"
    NO_HOLIDAYS = "no_holidays", 'the public holidays of "{place}" are not known: expected a country like "FR"'
    NOT_UTF_8 = "not_utf_8", "expected UTF-8 text"
    NOT_TOML = "not_toml", "{reason} (not valid TOML)"
    TOO_MUCH_FOR_TOML = "too_much_for_toml", "expected shorter numbers and fewer brackets"
    WORD_TOO_LONG = "word_too_long", "expected keys and numbers of at most {most} characters"
    KEY_TOO_DEEP = "key_too_deep", "expected keys of at most {most} parts"
    TOO_DEEP = "too_deep", "expected at most {most} brackets within one another"
    TOO_MANY_KEYS = "too_many_keys", "expected at most {most:,} keys in all"
    TOO_MANY_IN_ALL = "too_many_in_all", "expected at most {most:,} entries in all"
    CANNOT_BE_READ = "cannot_be_read", "cannot be read ({reason})"
    FILE_CANNOT_BE_READ = "file_cannot_be_read", "{file} cannot be read ({reason})"
    TOO_HEAVY = "too_heavy", "expected at most {most:,} bytes"
    THEMES_ELSEWHERE = "themes_elsewhere", "{file} takes its own themes from elsewhere: name that file"
    NO_THEMES_THERE = "no_themes_there", "{file} has no themes"
    THEMES_HERE_TOO = "themes_here_too", "the themes are written here too: expected one or the other"
    PACK_HAS_ITS_THEMES = "pack_has_its_themes", "a pack carries its themes itself: make it with site export"
    NOT_A_CITES_FILE = "not_a_cites_file", 'expected the file or pack of the Cité, like "cite.toml"'
    CITES_FILE_NOT_THERE = "cites_file_not_there", "{file} is not there: expected the file or pack of the Cité"
    NOT_ON_ITS_LINE = "not_on_its_line", "expected on a line of its own, before the first [table]"

    # ----- pictures
    NO_PICTURE = "no_picture", 'there is no picture "{name}": expected a file of that name, or one of {known}'
    UNNAMED_PICTURE = "unnamed_picture", "is named nowhere in the site file"
    NOT_BASE64 = "not_base64", "expected the bytes of a picture in base64"
    PICTURE_TOO_HEAVY = "picture_too_heavy", "expected at most {most:,} bytes"
    TOO_MANY_PIXELS = "too_many_pixels", "is {width} × {height} pixels: expected at most {most} a side"
    FAR_TOO_MANY_PIXELS = "far_too_many_pixels", "is far too large: expected at most {most} pixels a side"
    MOVES = "moves", "moves: expected a still picture"
    NOT_A_PNG = "not_a_png", "is damaged, or not a PNG picture"
    NOT_AN_SVG = "not_an_svg", "is damaged, or not an SVG picture"
    SVG_NOT_UTF_8 = "svg_not_utf_8", "expected an SVG picture written in UTF-8"
    SVG_ROOT = "svg_root", 'expected an SVG picture, which begins with <svg xmlns="http://www.w3.org/2000/svg">'
    SVG_DOCTYPE = "svg_doctype", "holds a DOCTYPE, an entity or a processing instruction: save it as plain SVG"
    SVG_TOO_LARGE = "svg_too_large", "is too large: expected at most {most} a side"
    SVG_INTRICATE = "svg_intricate", "is too intricate: expected at most {most} shapes, {deepest} levels deep"
    SVG_NOT_A_SHAPE = "svg_not_a_shape", "holds <{name}>: expected plain shapes only ({known})"
    SVG_ATTRIBUTE = "svg_attribute", "holds {name}=…: expected the attributes of plain shapes only"
    SVG_REFERENCE = "svg_reference", "holds {name} with a reference or a sign that no shape needs"
    SVG_TEXT = "svg_text", "holds text between its shapes"

    # ----- packs
    NOT_A_ZIP = "not_a_zip", "is damaged, or not a pack: expected a zip file"
    NOT_A_PACK = "not_a_pack", "is missing: this zip file is not a pack of a site"
    TOO_MANY_FILES = "too_many_files", "holds {count} files: expected at most {most}"
    THERE_TWICE = "there_twice", "is there twice: expected each name once"
    SVG_AND_PNG = "svg_and_png", "is there as SVG and as PNG: expected one of them"
    NO_PACK_FORMAT = "no_pack_format", "expected the version of its format, like pack = {format}"
    NEWER_PACK = (
        "newer_pack",
        "was made by a newer version of the program (pack = {found}, and this one reads pack = {format}): "
        "update this one first",
    )
    LINK = "link", "is a link to another file: expected the file itself"
    LEADS_OUT = "leads_out", "leads out of the pack: expected pictures/NAME.svg or pictures/NAME.png"
    PACK_IN_PACK = "pack_in_pack", "is a pack inside the pack: expected one site only"
    NO_PLACE_IN_PACK = (
        "no_place_in_pack",
        "has no place in a pack: expected site.toml, and pictures like pictures/name.svg "
        "(a to z without accents, digits, - and _)",
    )
    ENCRYPTED = "encrypted", "is encrypted: expected a pack that everybody can read"
    NOT_DEFLATED = "not_deflated", "is compressed in a way that packs do not use: expected deflate"
    ENTRY_TOO_HEAVY = "entry_too_heavy", "has {size:,} bytes: expected at most {most:,}"
    GROWS = "grows", "grows more than {most} times when unpacked: no text or picture does"
    DAMAGED = "damaged", "is damaged: ask for the pack once more"
    SIZE_DIFFERS = "size_differs", "is damaged: its size is not the one that the pack names"

    # ----- what a hub lacks on its machine
    DISK_FULL = "disk_full", "The disk that holds {path} is full. Free some space."
    DATA_UNWRITABLE = (
        "data_unwritable",
        "{path} cannot be used ({why}). Check that the folder exists and that this user may write in it.",
    )
    DATA_GONE = (
        "data_gone",
        "The files of {path} were removed or replaced while the hub ran. Start the hub again.",
    )
    DATA_DAMAGED = (
        "data_damaged",
        "The day in {folder} is damaged: {what}. The hub does not start on it, so that no number is given twice. "
        '"cdm-kiosk day rescue --data {folder}" keeps a copy and goes on with what can be read.',
    )
    DATA_HELD = (
        "data_held",
        "Another hub works with the folder {folder}. One hub at a time: stop that one first.",
    )
    NO_DATA = "no_data", "There is no folder {folder}. Name the data folder with --data."
    PIN_UNREADABLE = "pin_unreadable", "The file {path} cannot be read ({why})."
    SITE_UNWRITABLE = "site_unwritable", "{path} cannot be written ({why})."
    STATIONS_UNREADABLE = (
        "stations_unreadable",
        "The file {path} cannot be read ({why}). Put a copy of it back from a backup; or move it away, start "
        "the hub again and pair every station anew.",
    )
    STATIONS_NEWER = (
        "stations_newer",
        "The file {path} was written by a newer version of the program: update this one. The stations stay paired.",
    )
    BAD_ADDRESS = (
        "bad_address",
        '"{host}" is not an address of this machine. Expected one of its own, 127.0.0.1 for this machine alone, or '
        "0.0.0.0 for all ({option}).",
    )
    GRANT_UNWRITABLE = "grant_unwritable", "The token for --grant cannot be written to {file} ({why})."
    PORT_IN_USE = (
        "port_in_use",
        "Port {port} cannot be used ({why}). Is another hub running? Choose another with {option}.",
    )
    BAD_CERTIFICATE = "bad_certificate", "The certificate {file} cannot be used ({why}). Expected two PEM files."
    BAD_HUB = "bad_hub", '"{url}" is not the address of a hub. Expected one like https://192.168.1.20:8080.'
    HUB_NOT_ENCRYPTED = (
        "hub_not_encrypted",
        "The hub at {url} is on another machine: everybody on the way could listen. Expected https://…",
    )
    UNKNOWN_HUB = (
        "unknown_hub",
        "This station does not know the hub at {url} yet: pair it first (cdm-kiosk pair).",
    )
    NO_OWN_CERTIFICATE = (
        "no_own_certificate",
        "No hub has a certificate in {folder}: it makes one when it first listens beyond its machine (--host).",
    )
    CERTIFICATE_WITHOUT_KEY = (
        "certificate_without_key",
        "--certificate and --key go together: expected both files, or neither.",
    )
    CERTIFICATE_FOR_NOBODY = (
        "certificate_for_nobody",
        "--certificate is for a hub that other machines reach, and {host} is this machine alone: expected --host "
        "too, such as 0.0.0.0.",
    )
    BAD_OWN_CERTIFICATE = (
        "bad_own_certificate",
        "The hub's certificate in {folder} cannot be used ({why}). Put its files back from a backup; or remove "
        "that folder, and pair every station again.",
    )

    # ----- advice: worth a second look, and nothing keeps the site from being used
    HARD_TO_READ = (
        "hard_to_read",
        "white text on it stands out {ratio:.1f}:1, and needs {least}:1 to be read by everybody. "
        "A darker colour does it",
    )
    NO_LOGO = "no_logo", "the site has no logo: nothing is printed in its place"
    NOTHING_PLANNED = "nothing_planned", "no permanence is planned: nobody is told when a theme is served next"
    FRENCH_FIRST = (
        "french_first",
        "in France French comes first, and no other language is easier to read (law 94-665)",
    )
    ONLY_FOREIGN_LANGUAGE = (
        "only_foreign_language",
        '"{language}" is the only foreign language: in France a public service that translates does so '
        "into two at least (law 94-665, art. 4). Add one more, or none",
    )
    ONE_OTHER_LANGUAGE = (
        "one_other_language",
        '"{language}" is the only language beside "{first}": at least one more is fairer to those who read '
        "neither (in France the law asks for two)",
    )
    SCREENS_NOT_TRANSLATED = (
        "screens_not_translated",
        'the screens\' own words are not translated into "{language}" yet: they appear in French there, '
        "beside your labels",
    )
    NOT_TRANSLATED = "not_translated", 'has no text in {languages}: the one in "{instead}" is shown instead'
    NO_TYPEFACE = "no_typeface", 'no typeface here has "{letters}": on paper there would be empty boxes'
    SAME_NAME = "same_name", '"{name}" is the name of another one, too'
    NEVER_CALLED = "never_called", '"{counter}" has no permanence: nobody is called there by plan'
    NEVER_SERVED = "never_served", 'no permanence serves "{theme}": visitors who choose it are sent to reception'
    NOT_SERVED_ACCESSIBLY = (
        "not_served_accessibly",
        'no accessible counter serves "{theme}": who needs one cannot be received for it',
    )
    DOORS_CLOSED = "doors_closed", "on {day} the doors stay closed"
    OUTSIDE_HOURS = "outside_hours", "{hours} is not within the opening hours of {day} ({opening})"
    FOLLOWS_CITE = "follows_cite", "they follow {file}: once they are changed here, they do so no more"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``field`` is a dotted path like ``themes.0.label.fr``, "" where no field is."""

    field: str
    code: Code
    values: Mapping[str, Value] = made_by(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What is wrong, in English."""
        return in_english(self.code, self.values)


def in_english(code: Code, values: Mapping[str, Value]) -> str:
    """The English sentence of a code with its values."""
    return code.sentence.format(**{name: _written(value) for name, value in values.items()})


def _written(value: Value) -> Value:
    return ", ".join(value) if isinstance(value, tuple) else value
