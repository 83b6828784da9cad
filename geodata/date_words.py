"""The words dates are written with, by language, and how a word becomes a token.

Every word belongs to one kind, a single letter, so that a sentence becomes a string of kinds and one grammar
(`date_finder`) reads all languages:

====  ====================================================  =====================================
kind  words                                                 value
====  ====================================================  =====================================
n     a number from 1 to 31                                 int
N     another number below 1000                             int
Y     a number from 1900 to 2100                            int
M m   month; m is also another word (May, March, Jan)       1 to 12
D q   weekday; q is also another word (Sat, Sun, Mon)       0 (Monday) to 6
S z   season; z is also another word (spring, fall)         first month
U y   unit of time; y is the year                           "day", or "days" in the plural
C     a day and a night (Russian)                           "day"
W     two of a unit in one word (Arabic dual)               unit
T     time of day                                           None
d     today, yesterday, ...                                 days from the anchor, or "overnight"
k I   the day before in one word (Russian); "eve"           None
L h X last, this, next                                      -1, 0, 1
p     past, recent                                          None
v c   previous (-1) and following (1); same and that (0)    -1, 0, 1
Q V   last, this, next and previous, same, following,       -1, 0, 1; "past"
      after their noun (Arabic)
P     part of a period                                      "early", "mid", "late"
H F   half; first, second, ...                              None; int
a w   one as an article; a number in words                  int
A     few, several                                          None
l     couple                                                2
g G   ago, after and before its number                      None
E e   earlier, later; before, after                         -1, 1
i j   in, during; on                                        None
o t   of; the                                               None
f b   from; between                                         None
s u   since; until, by                                      None
r &   to; and                                               None
O     ending of an ordinal number                           None
K     a counted noun, or a verb that counts                 None
B     what is named after a day: Bridge, Brigade            None
2     first half of a month's name in two words             second half -> month
====  ====================================================  =====================================

Marks stand for themselves, a break between paragraphs is "|", everything else is "x".
"""

import re
from functools import cache
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1900, 2100

Value = int | str | dict[str, int] | None
Entry = tuple[str, Value]
_Table = tuple[tuple[str, Value, str], ...]

# "=" before a word: only as written here. Otherwise also capitalised and in capitals.
# "." after a word: it is an abbreviation, and a full stop after it is its own.
_ENGLISH: _Table = (
    ("m", 1, "=Jan. =JAN."),
    ("M", 1, "=January =JANUARY"),
    ("M", 2, "=February =FEBRUARY =Feb. =FEB."),
    ("m", 3, "=March =MARCH =Mar. =MAR."),
    ("M", 4, "=April =APRIL =Apr. =APR."),
    ("m", 5, "=May =MAY"),
    ("M", 6, "=June =JUNE =Jun. =JUN."),
    ("M", 7, "=July =JULY =Jul. =JUL."),
    ("M", 8, "=August =AUGUST =Aug. =AUG."),
    ("M", 9, "september =Sept. =SEPT. =Sep. =SEP."),
    ("M", 10, "october =Oct. =OCT."),
    ("M", 11, "november =Nov. =NOV."),
    ("M", 12, "december =Dec. =DEC."),
    ("D", 0, "monday"),
    ("D", 1, "tuesday =Tue. =Tues."),
    ("D", 2, "wednesday =Wed."),
    ("D", 3, "thursday =Thu. =Thur. =Thurs."),
    ("D", 4, "friday =Fri."),
    ("D", 5, "saturday"),
    ("D", 6, "sunday"),
    ("q", 0, "=Mon. =MON."),
    ("q", 5, "=Sat. =SAT."),
    ("q", 6, "=Sun. =SUN."),
    ("z", 3, "spring"),
    ("z", 6, "summer summertime"),
    ("z", 9, "autumn fall"),
    ("z", 12, "winter wintertime"),
    ("U", "minute", "minute"),
    ("U", "minutes", "minutes"),
    ("U", "hour", "hour"),
    ("U", "hours", "hours hrs"),
    ("U", "day", "day"),
    ("U", "days", "days"),
    ("U", "week", "week"),
    ("U", "weeks", "weeks"),
    ("U", "weekend", "weekend"),
    ("U", "month", "month"),
    ("U", "months", "months"),
    ("y", "year", "year"),
    ("y", "years", "years"),
    ("T", None, "morning evening night afternoon noon midday dawn midnight"),
    ("d", 0, "today tonight"),
    ("d", -1, "yesterday"),
    ("d", 1, "tomorrow"),
    ("d", "overnight", "overnight"),
    ("I", None, "eve"),
    ("L", -1, "last"),
    ("h", 0, "this current"),
    ("X", 1, "next"),
    ("p", None, "past recent latest"),
    ("v", -1, "previous preceding"),
    ("v", 1, "following"),
    ("c", 0, "same that"),
    ("P", "early", "early beginning start"),
    ("P", "mid", "mid middle"),
    ("P", "late", "late end"),
    ("H", None, "half"),
    ("F", 1, "first"),
    ("F", 2, "second"),
    ("F", 3, "third"),
    ("F", 4, "fourth"),
    ("F", 5, "fifth"),
    ("F", 6, "sixth"),
    ("F", 7, "seventh"),
    ("F", 8, "eighth"),
    ("F", 9, "ninth"),
    ("F", 10, "tenth"),
    ("F", 11, "eleventh"),
    ("F", 12, "twelfth"),
    ("F", 20, "twentieth"),
    ("F", 30, "thirtieth"),
    ("a", 1, "a an"),
    ("w", 1, "one"),
    ("w", 2, "two"),
    ("w", 3, "three"),
    ("w", 4, "four"),
    ("w", 5, "five"),
    ("w", 6, "six"),
    ("w", 7, "seven"),
    ("w", 8, "eight"),
    ("w", 9, "nine"),
    ("w", 10, "ten"),
    ("w", 11, "eleven"),
    ("w", 12, "twelve"),
    ("A", None, "few several some"),
    ("l", 2, "couple"),
    ("g", None, "ago"),
    ("E", -1, "earlier"),
    ("E", 1, "later"),
    ("e", -1, "before"),
    ("e", 1, "after"),
    ("i", None, "in during over within for at throughout"),
    ("j", None, "on"),
    ("o", None, "of"),
    ("t", None, "the"),
    ("f", None, "from"),
    ("b", None, "between"),
    ("s", None, "since"),
    ("u", None, "until till by"),
    ("r", None, "to through"),
    ("&", None, "and"),
    ("O", None, "st nd rd th"),
    (
        "K",
        None,
        "people persons civilians militants fighters soldiers settlements villages towns terrorists tanks children "
        "women men km kilometres kilometers metres meters miles percent dead wounded injured killed killing wounding "
        "vehicles houses strikes airstrikes sorties raids members troops families bodies refugees officers rebels "
        "militiamen mercenaries prisoners hostages tons tonnes million hectares residents homes cases square",
    ),
    (
        "B",
        None,
        "=Brigade =Brigades =Bridge =Street =Square =Movement =Battalion =Hospital =Airport =University =Mosque "
        "=Stadium =Division =Regiment =Avenue =Dam =School",
    ),
)

_RUSSIAN: _Table = (
    ("M", 1, "январь января январе январю январем январём янв."),
    ("M", 2, "февраль февраля феврале февралю февралем февралём фев."),
    ("M", 3, "март марта марте марту мартом"),
    ("M", 4, "апрель апреля апреле апрелю апрелем апр."),
    ("M", 5, "май мая мае маю маем"),
    ("M", 6, "июнь июня июне июню июнем"),
    ("M", 7, "июль июля июле июлю июлем"),
    ("M", 8, "август августа августе августу августом авг."),
    ("M", 9, "сентябрь сентября сентябре сентябрю сентябрем сентябрём сен. сент."),
    ("M", 10, "октябрь октября октябре октябрю октябрем октябрём окт."),
    ("M", 11, "ноябрь ноября ноябре ноябрю ноябрем ноябрём ноя. нояб."),
    ("M", 12, "декабрь декабря декабре декабрю декабрем декабрём дек."),
    ("D", 0, "понедельник понедельника понедельнику понедельником"),
    ("D", 1, "вторник вторника вторнику вторником"),
    ("q", 2, "среда среды среду среде"),
    ("D", 3, "четверг четверга четвергу четвергом"),
    ("D", 4, "пятница пятницы пятницу пятнице"),
    ("D", 5, "суббота субботы субботу субботе"),
    ("D", 6, "воскресенье воскресенья воскресенью"),
    ("S", 3, "весной весною"),
    ("S", 6, "летом"),
    ("S", 9, "осенью"),
    ("S", 12, "зимой зимою"),
    ("z", 3, "весна весны весну весне"),
    ("z", 6, "лето лета"),
    ("z", 9, "осень осени"),
    ("z", 12, "зима зимы зиму зиме"),
    ("U", "minute", "минуту"),
    ("U", "minutes", "минуты минут"),
    ("U", "hour", "час"),
    ("U", "hours", "часа часов часы часами"),
    ("U", "day", "день дня днем днём"),
    ("U", "days", "дней дни днями"),
    ("C", "day", "сутки суток сутками"),
    ("U", "week", "неделя неделю неделе"),
    ("U", "weeks", "недели недель неделями"),
    ("U", "month", "месяц месяце"),
    # The genitive is singular in "end of the month" and counts two to four of them: its number tells the rest.
    ("U", "month", "месяца"),
    ("U", "months", "месяцев месяцы месяцами"),
    ("y", "year", "год года году годом г."),
    ("y", "years", "лет годы"),
    ("T", None, "утром вечером ночью ночь утро вечер полдень утра вечера ночи"),
    ("d", 0, "сегодня"),
    ("d", -1, "вчера"),
    ("d", -2, "позавчера"),
    ("d", 1, "завтра"),
    ("d", 2, "послезавтра"),
    ("k", None, "накануне"),
    ("L", -1, "прошлый прошлого прошлом прошлую прошлой прошлое минувший минувшего минувшем минувшую минувшей"),
    ("h", 0, "этот этого этом эту этой это нынешнего нынешнем текущего текущем"),
    ("X", 1, "следующий следующем следующую следующей следующего будущем будущего"),
    ("p", None, "последний последние последних последнюю последней минувшие прошедшие прошедший прошлые"),
    ("c", 0, "тот же"),
    ("P", "early", "начало начале начала начала началу"),
    ("P", "mid", "середина середине середины середину"),
    ("P", "late", "конец конце конца концу"),
    ("H", None, "половина половине половины"),
    ("F", 1, "первый первая первой первого первые первых"),
    ("F", 2, "второй второго вторая"),
    ("w", 1, "один одну одним"),
    ("w", 2, "два две двое двух двумя"),
    ("w", 3, "три трое трех трёх тремя"),
    ("w", 4, "четыре четырех четырёх четырьмя"),
    ("w", 5, "пять пяти пятью"),
    ("w", 6, "шесть шести"),
    ("w", 7, "семь семи"),
    ("w", 10, "десять десяти"),
    ("A", None, "несколько нескольких несколькими"),
    ("g", None, "назад"),
    ("E", -1, "ранее раньше"),
    ("E", 1, "позже спустя"),
    ("i", None, "в во за течение"),
    ("j", None, "на"),
    ("f", None, "с со"),
    ("b", None, "между"),
    ("u", None, "до к"),
    ("r", None, "по"),
    ("&", None, "и"),
    ("O", None, "го ого е ое й ого"),
    ("K", None, "человек боевиков террористов населенных сел деревень"),
)

_ARABIC: _Table = (
    ("M", 1, "يناير"),
    ("M", 2, "فبراير شباط"),
    ("m", 3, "مارس"),
    ("M", 3, "آذار"),
    ("M", 4, "أبريل إبريل نيسان"),
    ("M", 5, "مايو أيار"),
    ("M", 6, "يونيو حزيران"),
    ("M", 7, "يوليو تموز"),
    ("M", 8, "أغسطس"),
    ("m", 8, "آب"),
    ("M", 9, "سبتمبر أيلول"),
    ("M", 10, "أكتوبر"),
    ("M", 11, "نوفمبر"),
    ("M", 12, "ديسمبر"),
    ("2", {"الاول": 10, "الثاني": 11}, "تشرين"),
    ("2", {"الاول": 12, "الثاني": 1}, "كانون"),
    ("D", 0, "الاثنين الإثنين"),
    ("D", 1, "الثلاثاء"),
    ("D", 2, "الأربعاء"),
    ("D", 3, "الخميس"),
    ("D", 4, "الجمعة"),
    ("D", 5, "السبت"),
    ("D", 6, "الأحد"),
    ("z", 3, "الربيع ربيع"),
    ("z", 6, "الصيف صيف"),
    ("z", 9, "الخريف خريف"),
    ("z", 12, "الشتاء شتاء"),
    ("U", "minutes", "دقيقة دقائق"),
    ("U", "hour", "ساعة الساعة"),
    ("U", "hours", "ساعات الساعات"),
    ("U", "day", "يوم يوما"),
    ("U", "days", "أيام الأيام"),
    ("U", "week", "أسبوع الأسبوع أسبوعا"),
    ("U", "weeks", "أسابيع الأسابيع"),
    ("U", "month", "شهر الشهر شهرا"),
    ("U", "months", "أشهر الأشهر شهور"),
    ("y", "year", "عام العام سنة السنة عاما"),
    ("y", "years", "أعوام سنوات السنوات الأعوام"),
    ("W", "hour", "ساعتين الساعتين"),
    ("W", "day", "يومين اليومين"),
    ("W", "week", "أسبوعين الأسبوعين"),
    ("W", "month", "شهرين الشهرين"),
    ("W", "year", "عامين العامين سنتين"),
    ("T", None, "صباح مساء فجر ليل ليلة الليلة ظهر عصر صباحا مساء الصباح المساء الفجر"),
    ("d", 0, "اليوم"),
    ("d", -1, "أمس الأمس البارحة"),
    ("d", 1, "غدا"),
    ("Q", -1, "الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة الفائت الفائتة"),
    ("Q", "past", "الأخيرة الأخيرين الأخير"),
    ("Q", 0, "الحالي الحالية الجاري الجارية"),
    ("Q", 1, "المقبل المقبلة القادم القادمة"),
    ("V", -1, "السابق السابقة"),
    ("V", 1, "التالي التالية"),
    ("V", 0, "نفسه ذاته"),
    ("h", 0, "هذا هذه"),
    ("P", "early", "مطلع أوائل بداية مستهل"),
    ("P", "mid", "منتصف أواسط"),
    ("P", "late", "أواخر نهاية آخر"),
    ("H", None, "النصف"),
    ("F", 1, "الأول الحادي"),
    ("F", 2, "الثاني"),
    ("F", 3, "الثالث"),
    ("F", 4, "الرابع"),
    ("F", 5, "الخامس"),
    ("F", 6, "السادس"),
    ("F", 7, "السابع"),
    ("F", 8, "الثامن"),
    ("F", 9, "التاسع"),
    ("F", 10, "العاشر"),
    ("F", 20, "العشرين"),
    ("F", 30, "الثلاثين"),
    ("w", 2, "اثنين"),
    ("w", 3, "ثلاثة ثلاث الثلاثة"),
    ("w", 4, "أربعة أربع الأربعة"),
    ("w", 5, "خمسة خمس الخمسة"),
    ("w", 6, "ستة ست"),
    ("w", 7, "سبعة سبع"),
    ("w", 8, "ثمانية"),
    ("w", 9, "تسعة"),
    ("w", 10, "عشرة عشر"),
    ("A", None, "بضعة بضع عدة"),
    ("G", None, "قبل"),
    ("i", None, "في خلال"),
    ("t", None, "ال"),
    ("f", None, "من"),
    ("b", None, "بين"),
    ("s", None, "منذ"),
    ("u", None, "حتى"),
    ("r", None, "إلى الى"),
    ("&", None, "و"),
)

_TABLES: dict[str, _Table] = {"en": _ENGLISH, "ru": _RUSSIAN, "ar": _ARABIC}

_ABBREVIATIONS = frozenset(
    word.removeprefix("=").removesuffix(".")
    for table in _TABLES.values()
    for _, _, words in table
    for word in words.split()
    if word.endswith(".")
)

# Spelling differences of no weight in Arabic, and digits to ASCII.
_ARABIC_FOLD = str.maketrans(
    "أإآٱىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااي" + "ه" + "0123456789" * 2,
    "".join(map(chr, range(0x64B, 0x660))) + "\u0640\u0670",
)
_CLITICS = "وفبلك"
_LONGEST_ARABIC_WORD = 20
_UNKNOWN: Entry = ("x", None)
# Kinds that the token before them can change.
_LEANING_KINDS = frozenset(".nNY")

# Marks by their kind; dashes of all lengths are one.
_MARKS = {"-": "-", "–": "-", "—": "-", "‑": "-", ".": ".", ",": ",", "،": ",", "/": "/", ":": ":", "(": "(", ")": ")"}

# Letters of the scripts we have words in are spelled out, so that Arabic vowel signs stay inside their word;
# any other letter, digit or mark is a token of its own kind. "\n", blanks, "\n" is a paragraph's end.
_TOKEN = re.compile(r"[a-zA-Z\u00c0-\u024f\u0400-\u052f\u0621-\u065f\u0670-\u06d3]+|\d+|[^\W\d_]+|\n[^\S\n]*\n|[^\w\s]")


class Tokens(NamedTuple):
    """A text cut into words, numbers and marks.

    `kinds` holds one letter a token; the other lists run beside it.
    """

    kinds: str
    values: list[Value]
    spans: list[tuple[int, int]]


def _fold_arabic(word: str) -> str:
    return word.translate(_ARABIC_FOLD)


def _spellings(word: str) -> tuple[str, ...]:
    word = word.removesuffix(".")
    if word.startswith("="):
        return (word[1:],)
    if "\u0600" <= word[0] <= "\u06ff":
        return (_fold_arabic(word),)
    return (word, word.capitalize(), word.upper())


def _number_entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number in range(1, 1000):
        for written in {str(number), f"{number:02d}"}:
            entries[written] = ("n" if number <= 31 else "N", number)
    entries.update({f"{number:03d}": ("N", number) for number in range(1, 1000)})
    entries.update({str(year): ("Y", year) for year in range(FIRST_YEAR, LAST_YEAR + 1)})
    return entries


@cache
def _vocabulary(language: str) -> dict[str, Entry]:
    """All languages' words, those of `language` laid over the others where they clash."""
    entries: dict[str, Entry] = {mark: (kind, None) for mark, kind in _MARKS.items()} | _number_entries()
    for name in sorted(_TABLES, key=lambda name: name == language):
        for kind, value, words in _TABLES[name]:
            entries.update({written: (kind, value) for word in words.split() for written in _spellings(word)})
    return entries


def vocabulary(language: str) -> dict[str, Entry]:
    """Look up the words of a language.

    Parameters
    ----------
    language : str
        ISO 639-1; an unknown or empty one gets the words of all languages, like every other, with none preferred.

    Returns
    -------
    dict
        Word as written -> (kind, value).
    """
    return _vocabulary(language if language in _TABLES else "")


def _read_arabic(word: str, entries: dict[str, Entry]) -> Entry:
    """Find an Arabic word or number by its plain spelling, off its one-letter prefixes if need be."""
    plain = _fold_arabic(word)
    for _ in range(3):
        if entry := entries.get(plain):
            return entry
        if len(plain) < 4 or plain[0] not in _CLITICS:
            break
        # "li" and the article melt into "ll".
        plain = "ا" + plain[1:] if plain.startswith("لل") else plain[1:]
    return _UNKNOWN


# Kinds without one of which, or two figures with a mark between, nothing tells a day.
_TELLING_KINDS = frozenset("MmDqSzYdkIUCyTW2")
_NUMERIC_DATE = re.compile(r"\d[-/.]\d")
_ARABIC_SIGN = re.compile("[\u0600-\u06ff]")


@cache
def _telling_words(language: str) -> frozenset[str]:
    return frozenset(word for word, (kind, _) in vocabulary(language).items() if kind in _TELLING_KINDS)


def tells_time(text: str, language: str) -> bool:
    """Tell quickly whether a text may hold a date expression at all; most sentences hold none.

    Parameters
    ----------
    text : str
        Any text.
    language : str
        ISO 639-1 or empty.

    Returns
    -------
    bool
        False only when it holds none; always true for a text with Arabic letters, whose words need folding first.
    """
    return bool(
        not _telling_words(language).isdisjoint(_TOKEN.findall(text))
        or _NUMERIC_DATE.search(text)
        or _ARABIC_SIGN.search(text)
    )


def cut_tokens(text: str, language: str) -> Tokens:
    """Cut a text into tokens.

    Parameters
    ----------
    text : str
        Any text.
    language : str
        ISO 639-1 or empty.

    Returns
    -------
    Tokens
        In order; offsets count in `text`.
    """
    entries = vocabulary(language)
    kinds: list[str] = []
    values: list[Value] = []
    spans: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(text):
        word = found.group()
        kind, value = entries.get(word) or _read_unlisted(word, entries)
        span = found.span()
        if kinds and (kind in _LEANING_KINDS or kinds[-1] == "2"):
            before = text[spans[-1][0] : spans[-1][1]]
            if kinds[-1] == "2" and (second := _second_half(values[-1], word)):
                kinds[-1], values[-1], spans[-1] = "M", second, (spans[-1][0], span[1])
                continue
            if kind == "." and spans[-1][1] == span[0] and before in _ABBREVIATIONS:
                continue
            # "T72", "Q4": a number grown onto a word that says nothing of time is a name's.
            if kind in "nNY" and kinds[-1] == "x" and spans[-1][1] == span[0] and before[-1].isalpha():
                kind = "x"
        kinds.append(kind)
        values.append(value)
        spans.append(span)
    return Tokens("".join(kinds), values, spans)


def _read_unlisted(word: str, entries: dict[str, Entry]) -> Entry:
    if "\u0600" <= word[0] <= "\u06ff" and len(word) <= _LONGEST_ARABIC_WORD:
        return _read_arabic(word, entries)
    return ("|", None) if word[0] == "\n" else _UNKNOWN


def _second_half(halves: Value, word: str) -> int | None:
    return halves.get(_fold_arabic(word)) if isinstance(halves, dict) else None
