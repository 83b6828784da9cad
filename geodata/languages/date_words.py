"""The words dates are written with, by language, and how a word becomes a token.

Every word belongs to one kind, a single letter, so that a sentence becomes a string of kinds
(`date_tokens`) and one grammar (`date_finder`) reads all languages:

====  ====================================================  =====================================
kind  words                                                 value
====  ====================================================  =====================================
n     a number from 1 to 31                                 int
N     another number below 1000                             int
Y Z   a number from 1900 to 2100; another of four figures   int
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

from collections.abc import Iterator

FIRST_YEAR = 1900
LAST_YEAR = 2100

Value = int | str | dict[str, int] | None
Entry = tuple[str, Value]
_Row = tuple[str, Value, str]

# A line is a kind, a value and its words; "1.." gives each group between commas the next number, "-" is no value, and
# an indented line goes on with the one above. "=" before a word: only as written here, otherwise also
# capitalised and in capitals.
# "." after a word: it is an abbreviation, and a full stop after it is its own.
_ENGLISH = """\
m 1 =Jan. =JAN.
M 1 =January =JANUARY
M 2 =February =FEBRUARY =Feb. =FEB.
m 3 =March =MARCH =Mar. =MAR.
M 4 =April =APRIL =Apr. =APR.
m 5 =May =MAY
M 6.. =June =JUNE =Jun. =JUN., =July =JULY =Jul. =JUL., =August =AUGUST =Aug. =AUG., september =Sept.
    =SEPT. =Sep. =SEP., october =Oct. =OCT., november =Nov. =NOV., december =Dec. =DEC.
D 0.. monday, tuesday =Tue. =Tues., wednesday =Wed., thursday =Thu. =Thur. =Thurs., friday =Fri.,
    saturday, sunday
q 0 =Mon. =MON.
q 5 =Sat. =SAT.
q 6 =Sun. =SUN.
z 3 spring
z 6 summer summertime
z 9 autumn fall
z 12 winter wintertime
U minute minute
U minutes minutes
U hour hour
U hours hours hrs
U day day
U days days
U week week
U weeks weeks
U weekend weekend
U month month
U months months
y year year
y years years
T - morning evening night afternoon noon midday dawn midnight
d 0 today tonight
d -1 yesterday
d 1 tomorrow
d overnight overnight
I - eve
L -1 last
h 0 this current
X 1 next
p - past recent latest
v -1 previous preceding
v 1 following
c 0 same that
P early early beginning start
P mid mid middle
P late late end
H - half
F 1.. first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth
F 20 twentieth
F 30 thirtieth
a 1 a an
w 1.. one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve
A - few several some
l 2 couple
g - ago
E -1 earlier
E 1 later
e -1 before
e 1 after
i - in during over within for at throughout
j - on
o - of
t - the
f - from
b - between
s - since
u - until till by
r - to through
& - and
O - st nd rd th
K - people persons civilians militants fighters soldiers settlements villages towns terrorists tanks
    children women men km kilometres kilometers metres meters miles percent dead wounded injured killed
    killing wounding vehicles houses strikes airstrikes sorties raids members troops families bodies
    refugees officers rebels militiamen mercenaries prisoners hostages tons tonnes million hectares
    residents homes cases square
B - =Brigade =Brigades =Bridge =Street =Square =Movement =Battalion =Hospital =Airport =University
    =Mosque =Stadium =Division =Regiment =Avenue =Dam =School
"""

_RUSSIAN = """\
M 1.. январь января январе январю январем январём янв., февраль февраля феврале февралю февралем февралём
    фев., март марта марте марту мартом, апрель апреля апреле апрелю апрелем апр., май мая мае маю маем,
    июнь июня июне июню июнем, июль июля июле июлю июлем, август августа августе августу августом авг.,
    сентябрь сентября сентябре сентябрю сентябрем сентябрём сен. сент., октябрь октября октябре октябрю
    октябрем октябрём окт., ноябрь ноября ноябре ноябрю ноябрем ноябрём ноя. нояб., декабрь декабря
    декабре декабрю декабрем декабрём дек.
D 0 понедельник понедельника понедельнику понедельником
D 1 вторник вторника вторнику вторником
q 2 среда среду
D 3.. четверг четверга четвергу четвергом, пятница пятницы пятницу пятнице, суббота субботы субботу
    субботе, воскресенье воскресенья воскресенью
S 3 весной весною
S 6 летом
S 9 осенью
S 12 зимой зимою
z 3 весна весны весну весне
z 6 лето лета
z 9 осень осени
z 12 зима зимы зиму зиме
U minute минуту
U minutes минуты минут
U hour час
U hours часа часов часы часами
U day день дня днем днём
U days дней дни днями
C day сутки суток сутками
U week неделя неделю неделе
U weeks недели недель неделями
U month месяц месяце месяца
U months месяцев месяцы месяцами
y year год года году годом г.
y years лет годы
T - утром вечером ночью ночь утро вечер полдень утра вечера ночи
d 0 сегодня
d -1 вчера
d -2 позавчера
d 1 завтра
d 2 послезавтра
k - накануне
L -1 прошлый прошлого прошлом прошлую прошлой прошлое минувший минувшего минувшем минувшую минувшей
h 0 этот этого этом эту этой это нынешнего нынешнем текущего текущем
X 1 следующий следующем следующую следующей следующего будущем будущего
p - последний последние последних последнюю последней минувшие прошедшие прошедший прошлые
c 0 тот же
P early начало начале начала начала началу
P mid середина середине середины середину
P late конец конце конца концу
H - половина половине половины
F 1 первый первая первой первого первые первых
F 2 второй второго вторая
w 1.. один одну одним, два две двое двух двумя, три трое трех трёх тремя, четыре четырех четырёх четырьмя,
    пять пяти пятью, шесть шести, семь семи
w 10 десять десяти
A - несколько нескольких несколькими
g - назад
E -1 ранее раньше
E 1 позже спустя
i - в во за течение
j - на
f - с со
b - между
u - до к
r - по
& - и
O - го ого е ое й
K - человек боевиков террористов населенных сел деревень
"""

_ARABIC = """\
M 1 يناير
M 2 فبراير شباط
m 3 مارس
M 3.. آذار, أبريل إبريل نيسان, مايو أيار, يونيو حزيران, يوليو تموز, أغسطس
m 8 آب
M 9.. سبتمبر أيلول, أكتوبر, نوفمبر, ديسمبر
2 الاول=10,الثاني=11 تشرين
2 الاول=12,الثاني=1 كانون
D 0.. الاثنين الإثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد
z 3 الربيع ربيع
z 6 الصيف صيف
z 9 الخريف خريف
z 12 الشتاء شتاء
U minutes دقيقة دقائق
U hour ساعة الساعة
U hours ساعات الساعات
U day يوم يوما
U days أيام الأيام
U week أسبوع الأسبوع أسبوعا
U weeks أسابيع الأسابيع
U month شهر الشهر شهرا
U months أشهر الأشهر شهور
y year عام العام سنة السنة عاما
y years أعوام سنوات السنوات الأعوام
W hour ساعتين الساعتين
W day يومين اليومين
W week أسبوعين الأسبوعين
W month شهرين الشهرين
W year عامين العامين سنتين
T - صباح مساء فجر ليل ليلة الليلة ظهر عصر صباحا مساء الصباح المساء الفجر
d 0 اليوم
d -1 أمس الأمس البارحة
d 1 غدا
Q -1 الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة الفائت الفائتة
Q past الأخيرة الأخيرين الأخير
Q 0 الحالي الحالية الجاري الجارية
Q 1 المقبل المقبلة القادم القادمة
V -1 السابق السابقة
V 1 التالي التالية
V 0 نفسه ذاته
h 0 هذا هذه
P early مطلع أوائل بداية مستهل
P mid منتصف أواسط
P late أواخر نهاية آخر
H - النصف
F 1.. الأول الحادي, الثاني, الثالث, الرابع, الخامس, السادس, السابع, الثامن, التاسع, العاشر
F 20 العشرين
F 30 الثلاثين
w 2.. اثنين, ثلاثة ثلاث الثلاثة, أربعة أربع الأربعة, خمسة خمس الخمسة, ستة ست, سبعة سبع, ثمانية, تسعة, عشرة
    عشر
A - بضعة بضع عدة
G - قبل
i - في خلال
t - ال
f - من
b - بين
s - منذ
u - حتى
r - إلى الى
& - و
"""


def _parse_value(written: str) -> Value:
    if "=" in written:
        return {word: int(number) for word, _, number in (pair.partition("=") for pair in written.split(","))}
    if written == "-":
        return None
    return int(written) if written.lstrip("-").isdigit() else written


def _parse_table(table: str) -> Iterator[_Row]:
    for line in table.replace("\n    ", " ").splitlines():
        kind, value, words = line.split(" ", 2)
        if value.endswith(".."):
            yield from ((kind, number, group) for number, group in enumerate(words.split(","), int(value[:-2])))
        else:
            yield kind, _parse_value(value), words


TABLES = {"en": tuple(_parse_table(_ENGLISH)), "ru": tuple(_parse_table(_RUSSIAN)), "ar": tuple(_parse_table(_ARABIC))}
"""By ISO 639-1: rows of kind, value and words."""

ABBREVIATIONS = frozenset(
    word.removeprefix("=").removesuffix(".")
    for table in TABLES.values()
    for _, _, words in table
    for word in words.split()
    if word.endswith(".")
)
"""Words whose full stop ends no sentence."""

# Spelling differences of no weight in Arabic, and digits to ASCII.
_ARABIC_FOLD = str.maketrans(
    "أإآٱىة٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااي" + "ه" + "0123456789" * 2,
    "".join(map(chr, range(0x64B, 0x660))) + "\u0640\u0670",
)

# Marks by their kind; dashes of all lengths are one.
_MARKS = {"-": "-", "–": "-", "—": "-", "‑": "-", ".": ".", ",": ",", "،": ",", "/": "/", ":": ":", "(": "(", ")": ")"}


def fold_arabic(word: str) -> str:
    """Write an Arabic word the plain way.

    Parameters
    ----------
    word : str
        A word or number.

    Returns
    -------
    str
        Without vowel signs, forms of alif and ya told apart no more, digits in ASCII.
    """
    return word.translate(_ARABIC_FOLD)


def spellings(word: str) -> tuple[str, ...]:
    """List how a text may write a word of the tables.

    Parameters
    ----------
    word : str
        As in the tables: "=" before it for this spelling only, "." after an abbreviation.

    Returns
    -------
    tuple of str
        The word as written, capitalised and in capitals; an Arabic word the plain way.
    """
    word = word.removesuffix(".")
    if word.startswith("="):
        return (word[1:],)
    if "\u0600" <= word[0] <= "\u06ff":
        return (fold_arabic(word),)
    return (word, word.capitalize(), word.upper())


def _number_entries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for number in range(1, 1000):
        for written in {str(number), f"{number:02d}"}:
            entries[written] = ("n" if number <= 31 else "N", number)
    entries.update({f"{number:03d}": ("N", number) for number in range(1, 1000)})
    entries.update({str(year): ("Y", year) for year in range(FIRST_YEAR, LAST_YEAR + 1)})
    return entries


def _read_tables() -> dict[str, Entry]:
    entries: dict[str, Entry] = {mark: (kind, None) for mark, kind in _MARKS.items()} | _number_entries()
    for table in TABLES.values():
        for kind, value, words in table:
            entries.update({written: (kind, value) for word in words.split() for written in spellings(word)})
    return entries


VOCABULARY = _read_tables()
"""Word as written -> (kind, value), of all languages: no two of them write a word alike and mean different things."""
