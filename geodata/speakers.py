"""Who says a sentence, and through which outlet, as the sentence itself names them.

No grammar is parsed: a verb of saying is found, and the noun phrase before or after it is cut out at the words
and signs that end noun phrases. Word order is taken as it comes, since translated text keeps that of its source.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WINDOW = 180
_MAX_VERBS = 6
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    Attributes
    ----------
    speaker : str
        The noun phrase that names the speaker; empty where there is none.
    outlet : str
        The agency, paper or channel that quotes the speaker.
    by_pronoun : bool
        The speaker is only called "he", "she", "they" or not named again.
    """

    speaker: str = ""
    outlet: str = ""
    by_pronoun: bool = False

    @property
    def named(self) -> str:
        """What a later pronoun stands for."""
        return f"{self.speaker} ({self.outlet})" if self.speaker and self.outlet else self.speaker or self.outlet


# Outlets named bare, as translated text leaves them, without "agency" or "newspaper" beside them.
_OUTLETS = (
    r"Reuters|AFP|Agence France[- ]Presse|(?:the )?Associated Press|AP|UPI|DPA|dpa|EFE|ANSA|Kyodo|Yonhap|Xinhua|Interfax(?:-AVN)?"
    r"|(?:ITAR-)?TASS|RIA(?: Novosti)?|Novosti|Sputnik(?: News)?|RT|Rossiya ?24|Zvezda|Izvestia|Kommersant|Gazeta\.ru|Lenta\.ru"
    r"|Regnum|FAN|SANA|NNA|Petra|INA|IRNA|ISNA|Fars(?: News)?|Tasnim|Mehr|Press ?TV|Anadolu(?: Agency)?|Hurriyet|Daily Sabah"
    r"|Al[- ]?Jazeera|Al[- ]?Arabiya|Al[- ]?Mayadeen|Al[- ]?Manar|Al[- ]?Masdar(?: News)?|Al[- ]?Watan|Al[- ]?Hayat|Asharq Al[- ]Awsat"
    r"|Al[- ]?Alam|Al[- ]?Sumaria|Alsumaria|Sky News(?: Arabia)?|BBC|CNN|CBS|NBC|ABC|Fox News|MSNBC|NPR|VOA|DW|Euronews"
    r"|France ?24|Bloomberg|Rudaw|Kurdistan ?24|ARA News|Haaretz|Bild|Der Spiegel|Le Monde|Die Welt"
    r"|(?:The |the )?(?:New York|Los Angeles|Washington|Financial|Sunday) (?:Times|Post)|The Times|(?:The |the )?(?:Guardian|Independent|Telegraph)"
    r"|(?:the )?Wall Street Journal|USA Today|Newsweek|Time magazine"
    r"|Интерфакс|ТАСС|РИА(?: Новости| «Новости»)?|Спутник|Рейтер|Звезда|Известия|Коммерсант(?:ъ)?|САНА|Синьхуа|Анадолу"
    r"|رويترز|سانا|سبوتنيك|فرانس برس|الأناضول|الجزيرة|العربية|الميادين|تاس|إنترفاكس|شينخوا|نوفوستي"
)
_OUTLET_KINDS = (
    r"(?:news |information |press )?agenc(?:y|ies)|news(?:paper|wire)?|(?:TV |television )?channel|broadcaster|portal|magazine|radio"
    r"|агентств\w+|газет\w+|телеканал\w*|канал\w*|وكالة|صحيفة|قناة|إذاعة"
)
_OUTLET_NAME = rf"(?:the )?(?:[A-Z][\w.-]+ |[a-z]+ ){{0,3}}?(?:{_OUTLET_KINDS}) (?:{_OUTLETS})|(?:{_OUTLETS})(?: (?:{_OUTLET_KINDS}))?"
_OUTLET = re.compile(
    rf"(?:{_OUTLET_NAME}|(?:[Tt]he )?(?:[A-Z][\w'.-]+ ){{1,4}}(?:{_OUTLET_KINDS}|News|TV|Agency|Press|Daily|Herald|Tribune|Journal)"
    rf"|(?:the |The )?(?:[a-z]+ ){{0,2}}(?:{_OUTLET_KINDS}) (?:[A-Z«\"][\w'».\"-]*(?: (?=[A-Z])|)){{1,4}}"
    r"|(?:وكالة|صحيفة|قناة|إذاعة) \S+(?: \S+)?)(?!\w)"
)
_OUTLET_AT_END = re.compile(rf"(?:^|[\s,])(?:of |to )?({_OUTLET_NAME})$")
_OUTLET_AT_START = re.compile(rf"({_OUTLET_NAME})(?!\w)")

# ---- English ---------------------------------------------------------------------------------------------------

_SAY = (
    "said|says|saying|told|tells|announced|announces|stated|added|adds|noted|claimed|claims|confirmed|confirms|declared|wrote"
    "|writes|warned|warns|explained|explains|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|quoted|quotes|cited|cites|argued|insisted|insists"
    "|acknowledged|admitted|revealed|reported|reports|recalled|specified|clarified|underlined|underscored|asserted|tweeted"
    "|informed|informs|pointed out|commented|denied|alleged|concluded|replied|vowed|estimated|estimates|learned"
)
_CUE_EN = re.compile(
    rf"\b(?:(?P<say>{_SAY})|(?P<by>(?:according to|in the words of|citing|with reference to|referring to)))\b"
    r"|(?P<colon>^[^:\x01\n\"“«]{3,80}):\s?(?=[\"“«\x01]|(?:We|I|Our|My)\b)",
    re.IGNORECASE,
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_TIME = rf"(?:(?:late |early )?(?:on |last |this )?{_DAY}(?: (?:morning|evening|night|afternoon))?|(?:on )?{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|(?:on )?\d{{1,2}} {_MONTH}(?: \d{{4}})?|today|yesterday|tomorrow)"
_ADVERB = r"(?:also|later|earlier|previously|then|further|recently|repeatedly|officially|again|has|have|had|already|reportedly|now|just|since|once|thus|in turn|in a statement|in an interview|for (?:his|her|its|their) part|were|are)"
_TAIL = re.compile(rf"[\s,]+(?:{_ADVERB}|{_TIME})$", re.IGNORECASE)
_HEAD = re.compile(
    rf"(?:(?:and|but|also|yet|so|still|now|then|thus|moreover|however|meanwhile|later|earlier|as|that|while|because|what|if|in turn|for (?:his|her|its|their) part|{_TIME})\b[\s,]*)+",
    re.IGNORECASE,
)
_SIGNS_BEFORE = re.compile(r"[;:!?–—…\"“”«»\x01()\n\[\]]|\s-\s|--|\.\s(?=[a-z])")
_CLAUSE = re.compile(r"\s(?:that|but|while|when|after|before|because|if|although|though|as|than|whether|until|unless|whereas|where)\s", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:^|\s)(?:who|which|whose|whom)\s")
_PREPOSITION = re.compile(r"(?:on|in|at|during|by|from|for|with|over|under|after|before|near|through|within|following|since|until|to|of|about|against)\s", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|am|be|been|has|have|had|will|would|could|should|did|does|do|can|may|might|must|not|destroyed|killed|captured"
    r"|launched|attacked|entered|continued|continues|began|started|took|said|came|became|made|seized|went|repelled|struck|shelled)\b"
)
_SIGNS_AFTER = re.compile(r"[,;:!?…\"“”«»\x01()\n\[\]]|\s[-–—]+(?:\s|$)|--|(?<=[a-z]{4})\.\s")
_STOP_AFTER = re.compile(
    rf"\s(?:on|that|who|whose|which|during|after|before|to|as|while|adding|when|where|with reference|referring|citing|quoting|by|today|yesterday|earlier|later|about|this|last|{_DAY}|late|via"
    r"|in (?:a|an|his|her|their|its|the|an exclusive) (?:\w+ )?(?:statement|interview|comment|post|tweet|briefing|report|conversation|message|release)|at (?:a|the|his) (?:\w+ )?(?:briefing|press|news|meeting)"
    r"|in (?:\d{4}|an? )|if|because|but|and (?:added|noted|said|that)|, )(?=\s|$|\w)",
    re.IGNORECASE,
)
_NP_START = re.compile(
    r"(?:[A-Z]|(?:the|a|an|one|two|three|some|several|another|local|official|military|senior|unnamed|anonymous|his|her|their|its|our|sources?|witness(?:es)?|residents?|officials?|activists?|rebels|opposition|eyewitness(?:es)?|media|experts?|analysts?|doctors|police|spokes\w+|state|security)\b)"
)
_NO_SPEAKER = re.compile(
    r"(?:(?:the |an? |this |these |some |many |various |preliminary |initial |latest |early |our |previous |media |such |other |recent |all |new |available )*"
    r"(?:plans?|agreements?|schedule|laws?|constitution|reports?|data|information|estimates?|figures?|article|him|her|them|us|me|you|terms|document|results?|deal|survey|study|map|footage|statements?|fact|facts|need|needs|rules?)"
    r"|there|what|which|this|that|these|those|nothing|everything|others|something|no one|nobody|none|it being|not|United|more|so|(?:being|having)\b.*)$",
    re.IGNORECASE,
)
_FROM_SOURCE = re.compile(r"(?:(?:the|some|preliminary|official|initial|latest|their|its|own|new) )*(?:data|information|reports?|estimates?|statements?|figures?|words?|sources?) (?:of|from|by|provided by|released by|published by) ", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|it|who|we|i|his|the latter|the official|the source)$", re.IGNORECASE)
_ROLE = re.compile(
    r"minist|spokes|source|army|command|general|president|official|cent(?:er|re)|observator|agency|head|chief|staff|council|govern|resident|envoy|ambassador|secretary|coalition|police|mayor|director",
    re.IGNORECASE,
)


def find_attribution(words: str, language: str) -> Attribution:
    """Find who says a sentence.

    Parameters
    ----------
    words : str
        One segment; what it quotes may be blanked with U+0001.
    language : str
        ISO 639-1: rules exist for "en", "ru" and "ar"; other languages are read as English, which finds
        nothing in them.

    Returns
    -------
    Attribution
        Empty where the sentence does not say. The first speaker and the first outlet win: a sentence that
        reports what somebody said that somebody said is the outer one's.
    """
    read = _LANGUAGES.get(language, _read_english)
    speaker = outlet = ""
    by_pronoun = False
    for phrase in read(words):
        if not phrase or _PRONOUN.match(phrase):
            by_pronoun = by_pronoun or not speaker
            continue
        named, through = _part_outlet(phrase)
        outlet = outlet or through
        speaker = speaker or named
        if speaker and outlet:
            break
    return Attribution(speaker, outlet, by_pronoun and not speaker)


def _part_outlet(phrase: str) -> tuple[str, str]:
    """Part "the chief of the General Staff Interfax" into speaker and outlet."""
    if _OUTLET.fullmatch(phrase):
        return "", re.sub(r"^[Tt]he (?=[A-Z])", "", phrase) if phrase[4:5].isupper() else phrase
    at_start = _OUTLET_AT_START.match(phrase)
    if at_start and re.match(r" (?:the|an?|[a-z]+ )", phrase[at_start.end() :]):
        return phrase[at_start.end() :].strip(), at_start.group(1)
    at_end = _OUTLET_AT_END.search(phrase)
    if at_end and at_end.start() > 0 and not re.search(r"\b(?:of|for|the|from|and)$", phrase[: at_end.start()]):
        return phrase[: at_end.start()].strip(" ,"), at_end.group(1)
    return phrase, ""


def _read_english(words: str) -> Iterator[str]:
    """Phrases that name a speaker or outlet, in the order of the sentence; "" where a verb has only a pronoun."""
    for count, match in enumerate(_CUE_EN.finditer(words)):
        if count >= _MAX_VERBS:
            return
        if match["colon"]:
            yield from _read_colon(match["colon"])
        elif match["by"]:
            yield from _phrase_after(words, match.end())
        else:
            yield from _read_verb(words, match.start(), match.end(), match["say"].lower())


def _read_colon(label: str) -> Iterator[str]:
    label = label.strip()
    if _ROLE.search(label) or re.fullmatch(r"(?:[A-Z][\w'’.-]+ ?){1,4}", label):
        yield from filter(None, [_clean_before(label)])


def _read_verb(words: str, start: int, end: int, verb: str) -> Iterator[str]:
    before = words[max(0, start - 12) : start].lower()
    if re.search(r"\b(?:was|were|is|are|been|being|as) (?:also |first )?$", before) or words[end : end + 4] == " by ":
        by = re.match(r"(?: as saying| on \w+| in \w+| earlier| today)? by ", words[end : end + 30])
        if by:
            yield from _phrase_after(words, end + by.end())
            return
        if not before.rstrip().endswith(" as") and before.strip() != "as":
            if words[end : end + 10] == " as saying":
                yield from _phrase_before(words, start)
            return
    if words[end : end + 7] in (" to be ", " to hav"):
        return
    sign = words[:start].rstrip()[-1:]
    inverted = not sign or sign in ",\"”»\x01!?–—-…" or before.endswith(("as ", "about this "))
    phrases = list(_phrase_after(words, end)) if inverted else []
    phrases = phrases or list(_phrase_before(words, start)) or ([] if inverted else _translated_order(words, end, verb))
    yield from phrases
    if verb in ("told", "informed", "tells") and not inverted:
        yield from (phrase for phrase in _phrase_after(words, end) if _OUTLET_AT_START.fullmatch(phrase))
    told_to = re.match(r" (?:on \w+ )?(?:to|in an interview (?:with|to)) ", words[end : end + 40])
    if told_to:
        outlet = _OUTLET_AT_START.match(words, end + told_to.end())
        if outlet:
            yield outlet.group(1)


def _translated_order(words: str, end: int, verb: str) -> list[str]:
    """A verb without a subject before it: "Told RIA Novosti the head of the administration"."""
    return list(_phrase_after(words, end)) if verb in ("told", "quotes", "reports", "informs", "cites") else []


def _phrase_before(words: str, position: int) -> Iterator[str]:
    window = words[max(0, position - _WINDOW) : position]
    if position > _WINDOW:
        window = window.partition(" ")[2]
    signs = list(_SIGNS_BEFORE.finditer(window))
    clause = window[signs[-1].end() :] if signs else window
    parts = [part.strip() for part in clause.split(",")]
    if not parts[-1] and len(parts) > 2:
        # "X, a spokesman, said": the name, not what is put beside it.
        parts = [parts[-3] if _NP_START.match(_strip_clause(parts[-3])) else parts[-2]]
    phrase = _clean_before(next((part for part in reversed(parts) if part), ""))
    if not phrase or _PRONOUN.match(phrase):
        yield ""
    elif _is_speaker(phrase):
        yield phrase


def _strip_clause(part: str) -> str:
    cut = [match.end() for match in _CLAUSE.finditer(f" {part}")]
    return part[cut[-1] - 1 :] if cut else part


def _clean_before(part: str) -> str:
    previous = None
    while previous != part:
        previous = part
        part = _TAIL.sub("", f" {part}").strip(" ,")
        if re.fullmatch(rf"{_ADVERB}|{_TIME}", part, re.IGNORECASE):
            return ""
    part = _strip_clause(part).strip()
    relative = _RELATIVE.search(part)
    if relative:
        part = part[: relative.start()].strip()
    part = _HEAD.sub("", part, count=1) if _HEAD.match(part) else part
    part = _after_opening(part)
    return _last_joined(part).strip(" ,'’-")


def _after_opening(part: str) -> str:
    """Take "In Damascus" off "In Damascus a source"."""
    if not _PREPOSITION.match(part):
        return part
    starts = [match.start() for match in re.finditer(r"(?<=\s)(?:the|an?|local|one|some|sources?|residents|officials|activists)\s?", part)]
    starts = [start for start in starts if not re.search(r"\b(?:on|in|at|of|to|by|from|for|with|near|over|after|during)\s$", part[:start], re.IGNORECASE)]
    if starts:
        return part[starts[0] :]
    names = list(re.finditer(r"(?:[A-Z][\w'’.-]*\s?)+", part))
    return part[names[-1].start() :] if len(names) > 2 else ""


def _last_joined(part: str) -> str:
    """Of "the army advanced and the ministry" what follows "and"; "Turkey and Russia" stay together."""
    sides = re.split(r"\s(?:and|or)\s", part)
    if len(sides) > 1 and (_FINITE.search(" ".join(sides[:-1])) or len(sides[0].split()) > 6):
        return sides[-1]
    return part


def _phrase_after(words: str, position: int) -> Iterator[str]:
    window = words[position : position + _WINDOW].lstrip()
    sign = _SIGNS_AFTER.search(window)
    phrase = window[: sign.start()] if sign else window
    from_source = _FROM_SOURCE.match(phrase)
    if from_source:
        phrase = phrase[from_source.end() :]
    stop = _STOP_AFTER.search(f" {phrase}", 1)
    phrase = (phrase[: stop.start() - 1] if stop else phrase).strip(" .'’")
    if _PRONOUN.match(phrase) or re.match(r"(?:he|she|they|it)\b", phrase):
        yield ""
    elif _is_speaker(phrase):
        yield phrase


def _is_speaker(phrase: str) -> bool:
    return (
        0 < len(phrase.split()) <= _MAX_WORDS
        and _NP_START.match(phrase) is not None
        and not _NO_SPEAKER.match(phrase)
        and not _FINITE.search(phrase)
        and not re.fullmatch(rf"(?:{_TIME}|[\d\W]+)", phrase, re.IGNORECASE)
    )


# ---- Russian ---------------------------------------------------------------------------------------------------

_SAY_RU = (
    "сообщил|сообщила|сообщило|сообщили|сообщает|сообщают|заявил|заявила|заявило|заявили|заявляет|сказал|сказала|сказали|рассказал|рассказала|рассказали"
    "|отметил|отметила|отметили|отметило|передает|передаёт|передают|передал|передала|передало|пишет|пишут|подчеркнул|подчеркнула|добавил|добавила|добавили|уточнил|уточнила|уточнили"
    "|пояснил|пояснила|пояснили|цитирует|цитируют|объявил|объявила|объявило|объявили|подтвердил|подтвердила|подтвердили|подтвердило|утверждает|утверждают|информирует|говорит|написал|написала"
)
_CUE_RU = re.compile(
    rf"\b(?:(?P<say>{_SAY_RU})|(?P<by>по словам|по данным|по информации|по сообщению|по сообщениям|по заявлению|со ссылкой на|согласно|слова))\b", re.IGNORECASE
)
_STOP_RU = re.compile(
    r"[,;:!?…\"“”\x01()\n]|(?<=[а-я]{4})\.(?=\s|$)|\s[-–—]+(?:\s|$)|\s(?:что|в (?:ходе|интервью|эфире|четверг|пятницу|субботу|воскресенье|понедельник|вторник|среду|беседе|своем|своём)|на (?:брифинге|пресс\w*|своей)|журналистам|со ссылкой|во|о|об|сегодня|вчера|ранее|также|по итогам|из|\d{1,2} [а-я]+)(?=\s|$)"
)
_HEAD_RU = re.compile(r"(?:(?:и|а|но|как|также|ранее|при этом|в свою очередь|между тем|об этом|что|этом|позже)\s)+", re.IGNORECASE)
_TAIL_RU = re.compile(r"\s(?:также|ранее|позже|уже|в (?:четверг|пятницу|субботу|воскресенье|понедельник|вторник|среду))$")
_PRONOUN_RU = re.compile(r"(?:он|она|они|оно|который|которая|которые|об этом|этом)$", re.IGNORECASE)


def _read_russian(words: str) -> Iterator[str]:
    yield from _read_marked(words, _CUE_RU, _STOP_RU, _subject_russian)


def _subject_russian(words: str, start: int, end: int) -> str:
    """After the verb first, as Russian reports have it: "сообщил представитель"; else before: "Минобороны сообщило"."""
    after = _cut_phrase(words, end, _STOP_RU)
    after = "" if re.match(r"(?:о|об|что|в|на|за|при|из|с|это|этом)\b", after) else after
    if not after or _PRONOUN_RU.match(after):
        window = re.split(r"[,;:!?…\"“”\x01()\n]|\s[-–—]+\s|\sчто\s", words[max(0, start - _WINDOW) : start])[-1]
        after = _HEAD_RU.sub("", _TAIL_RU.sub("", window.rstrip()).strip(), count=1)
    return "" if _PRONOUN_RU.match(after) else after


# ---- Arabic ----------------------------------------------------------------------------------------------------

_SAY_AR = (
    "قال|قالت|قالوا|أعلن|أعلنت|اعلن|اعلنت|ذكر|ذكرت|أفاد|أفادت|افاد|افادت|أكد|أكدت|اكد|اكدت|صرح|صرحت|صرّح|أضاف|أضافت|اضاف|اضافت|أوضح|أوضحت|اوضح|نقلت|نقل|أشار|أشارت|اشار|كشف|كشفت|يقول|تقول|لفت|شدد|شددت"
)
_CUE_AR = re.compile(
    rf"(?<!\w)[وف]?(?:(?P<say>{_SAY_AR})|(?P<by>(?:وفقا|وفقاً|وفق|بحسب|حسب|نقلا|نقلاً|طبقا|استنادا)(?: (?:عن|إلى|ما ذكر(?:ت|ه)?|ما أعلن(?:ت|ه)?))?))(?!\w)"
)
_STOP_AR = re.compile(
    r"[،,;؛:!?؟…\"“”«»\x01()\n.]|\s[-–—]+(?:\s|$)|\s(?:إن|أن|بأن|ان|إنه|أنه|إنها|أنها|انه|عن|خلال|اليوم|أمس|يوم|على|عبر|إلى|الى|لوكالة|لقناة|لصحيفة|في (?:بيان|تصريح|حديث|مؤتمر|وقت|مقابلة|تغريدة)|مساء|صباح|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|أمام|من جهة|مقتل|استعادة|السيطرة|سيطرة|تحرير)(?=\s|$)"
)
_OUTLET_OF_AR = re.compile(rf"\s(?:لوكالة|لقناة|لصحيفة)(?: الأنباء)? ({_OUTLETS})|\sل(?:وكالة )?(رويترز|فرانس برس)")


def _read_arabic(words: str) -> Iterator[str]:
    yield from _read_marked(words, _CUE_AR, _STOP_AR, _subject_arabic)
    outlet = _OUTLET_OF_AR.search(words)
    if outlet:
        yield outlet.group(1) or outlet.group(2)


def _subject_arabic(words: str, _start: int, end: int) -> str:
    return _cut_phrase(words, end, _STOP_AR)


def _read_marked(
    words: str, cue: re.Pattern[str], stop: re.Pattern[str], subject: Callable[[str, int, int], str]
) -> Iterator[str]:
    for count, match in enumerate(cue.finditer(words)):
        if count >= _MAX_VERBS:
            return
        if match["by"]:
            phrase = re.sub(r"^(?:عن |من )?(?:ل(?=ال|م|و)|لل(?=\w))?", "", _cut_phrase(words, match.end(), stop, first=False))
        else:
            phrase = subject(words, match.start(), match.end())
        if len(phrase.split()) <= _MAX_WORDS:
            yield phrase


def _cut_phrase(words: str, position: int, stop: re.Pattern[str], *, first: bool = True) -> str:
    """What follows up to a word or sign that ends a noun phrase; its first word may be such a word if `first`."""
    window = f" {words[position : position + _WINDOW].lstrip()}"
    found = stop.search(window, 0 if first else 1)
    return (window[: found.start()] if found else window).strip(" .،,")


_LANGUAGES: dict[str, Callable[[str], Iterator[str]]] = {
    "en": _read_english,
    "ru": _read_russian,
    "ar": _read_arabic,
}
