"""Words of saying, of those who say, and of those who pass it on: vocabularies of the speaker rules, by language.

Plain data; regular expressions are built from it in `speakers` and `speakers_verb_first`. A comma parts entries, and
an entry may be a regular expression.
"""

import re
from collections.abc import Iterable

# ---- outlets, in any language --------------------------------------------------------------------------------

OUTLETS = """
Reuters, AFP, Agence France[- ]Presse, (?:the )?Associated Press, AP, UPI, DPA, dpa, EFE, ANSA, Kyodo, Yonhap,
Xinhua, Interfax(?:-AVN)?, (?:ITAR-)?TASS, RIA(?: Novosti)?, Novosti, Sputnik(?: News)?, RT, Rossiya ?24, Zvezda,
Izvestia, Kommersant, Gazeta\\.ru, Lenta\\.ru, Regnum, SANA, NNA, Petra, INA, IRNA, ISNA, Fars(?: News)?, Tasnim,
Mehr, Press ?TV, Anadolu(?: Agency)?, Hurriyet, Daily Sabah, Al[- ]?Jazeera, Al[- ]?Arabiya, Al[- ]?Mayadeen,
Al[- ]?Manar, Al[- ]?Masdar(?: News)?, Al[- ]?Watan, Al[- ]?Hayat, Asharq Al[- ]Awsat, Al[- ]?Alam, Al[- ]?Sumaria,
Sky News(?: Arabia)?, BBC, CNN, CBS, NBC, ABC, Fox News, MSNBC, NPR, VOA, DW, Euronews, France ?24, Bloomberg,
Rudaw, Kurdistan ?24, ARA News, Haaretz, Bild, Der Spiegel, Le Monde, Die Welt, USA Today, Newsweek,
(?:[Tt]he )?(?:New York|Los Angeles|Washington|Financial|Sunday) (?:Times|Post), (?:[Tt]he )?Wall Street Journal,
The Times, (?:[Tt]he )?(?:Guardian|Independent|Telegraph), Интерфакс, ТАСС, РИА(?: Новости| «Новости»)?, Спутник,
Рейтер, Звезда, Известия, Коммерсантъ?, САНА, Синьхуа, Анадолу, رويترز, سانا, سبوتنيك, فرانس برس, الأناضول, الجزيرة,
العربية, الميادين, تاس, إنترفاكس, شينخوا, نوفوستي
"""
"""Names that translated text leaves bare, without "agency" or "newspaper" beside them."""

OUTLET_KINDS = """
(?:news |information |press )?agenc(?:y|ies), news(?:paper|wire), (?:TV |television )?channel, broadcaster, portal,
magazine, radio, агентств\\w+, газет\\w+, телеканал\\w*, канал\\w*, وكالة, صحيفة, قناة, إذاعة
"""

# ---- English ---------------------------------------------------------------------------------------------------

SAYING = """
said, says, say, saying, told, tells, tell, announced, announces, announce, stated, added, adds, noted, claimed,
confirmed, confirms, confirm, declared, declares, declare, wrote, writes, write, warned, warns, explained, explains,
stressed, stresses, emphasised, emphasized, emphasises, emphasizes, quoted, quotes, quote, cited, cites,
argued, insisted, insists,
acknowledged, admitted, revealed, reported, recalled, specified, specifies, clarified, underlined, underscored,
asserted, asserts, assert, tweeted, mention, informed, informs, inform, pointed out, commented, denied, denies,
deny, alleged, concluded, replied, vowed, mentioned, mentions, documented, refuted, refutes, affirmed, affirms,
affirm, expects, considers, consider, considered, doubts, notices, reminds, reminded, proposed, promised, urged,
demanded, asked, praised, protested, welcomed, congratulated, spoke (?:of|about), speaks (?:of|about),
speak (?:of|about), learned, keeps silence, kept silence, was silent, put the (?:number|toll|figure),
puts the (?:number|toll|figure), gave a different (?:day|number|toll|account), withdrawn, withdrew,
called (?:it|them|him|her|this|that), held (?:[\\w-]+ ){1,3}responsible, saw no
"""
SAYING_OR_NOUN = """
reports, report, claims, notes, estimates, estimated, transfers, transfer, translate, translates, documents
"""
"""As often nouns ("media reports of..."): they count only after a name or plural, or at the end of a clause."""

CITING = """
according to, in the words of, by (?:the )?words of, on (?:the )?words of, by (?:the )?information of, citing,
with reference to, referring to
"""

OWN_WORDS = "by (?:his|her|its|their) words"

ADVERBS = """
also, later, earlier, previously, then, further, recently, repeatedly, officially, formally, again, has, have, had,
already, reportedly, now, just, since, once, thus, in turn, in a statement, in an interview, itself, themselves,
for (?:his|her|its|their) part, were, are, meanwhile, twice, jointly, immediately, publicly, only, not, never,
did, does,
do
"""
"""What may stand between a speaker and the verb."""

OPENINGS = """
and, but, also, yet, so, still, now, then, thus, moreover, however, meanwhile, later, earlier, as, that, while,
because, what, if, in turn, for (?:his|her|its|their) part, although, only, even
"""
"""What may stand between the beginning of a clause and a speaker."""

CLAUSE_WORDS = """
that, but, while, when, after, before, because, if, although, though, as, than, whether, until, unless, where
"""

PREPOSITIONS = """
on, in, at, during, by, from, for, with, over, under, after, before, near, through, within, following, since, until,
to, of, about, against, for
"""

FINITE_VERBS = """
was, were, is, are, am, be, been, has, have, had, will, would, could, should, did, does, do, can, may, might, must,
not, destroyed, killed, captured, launched, attacked, entered, continued?, continues, began, started, took, said,
came, became, made, seized, went, go, goes, repelled, struck, shelled, remains?, remained, lay, works?, stands?,
fell, fled
"""

SPEAKER_WORDS = """
the, a, an, one, two, three, some, several, another, other, local, official, military, senior, unnamed, anonymous,
his, her, their, its, our, sources?, witness(?:es)?, residents?, officials?, activists?, rebels, opposition,
eyewitness(?:es)?, media, experts?, analysts?, doctors, police, spokes\\w+, state, security, agencies,
representatives?, president, commanders?, chief, head, minister, general, officers?, monitors, department,
correspondents?, pages
"""
"""What a phrase that names a speaker may begin with in lower case."""

ROLES = """
minist, spokes, source, army, command, general, president, official, cent(?:er|re), observator, agency, head, chief,
staff, council, govern, resident, envoy, ambassador, secretary, coalition, police, mayor, director, represent,
officer, department, militia, media, monitor, pages
"""

HEADLINE_SPEAKERS = """
activists, officials?, sources?, residents, witnesses, eyewitnesses, police, monitors, rebels, doctors, analysts,
experts, ministry, army, ministers?, militants, medics, reports, media, observers
"""
"""Who a headline names after "say" without a comma."""

NOT_SPEAKERS = """
plans?, agreements?, schedule, laws?, constitution, reports?, data, information, estimates?, figures?, article, him,
her, them, us, me, you, terms, document, results?, deal, survey, study, map, footage, facts?, needs?, rules?,
advance
"""
"""What "according to" and "confirmed" often go with, and is nobody."""

PLACE_WORDS = """
province, city, town, village, settlement, aerodrome, airport, airfield, area, region, district, river, valley,
base, governorate, direction, side, route, road
"""

OCCASIONS = "statement, interview, comment, post, tweet, briefing, report, conversation, message, release, communique"

# ---- Russian ---------------------------------------------------------------------------------------------------

SAYING_RU = """
сообщил[аои]?, сообща[ею]т, заявил[аои]?, заявля[ею]т, сказал[аи]?, рассказал[аи]?, рассказывает, отметил[аои]?,
отмеча[ею]т, переда[её]т, передают, передал[аои]?, пишет, пишут, подчеркнул[аи]?, добавил[аи]?, уточнил[аи]?,
пояснил[аи]?, цитиру[ею]т, объявил[аои]?, подтвердил[аои]?, утвержда[ею]т, информиру[ею]т, говорит, говорят,
написал[аи]?, опроверг(?:ла|ло|ли)?
"""
CITING_RU = "по словам, по данным, по информации, по сообщени[юям]+, по заявлению, со ссылкой на, согласно"
OPENINGS_RU = "и, а, но, как, также, ранее, при этом, в свою очередь, между тем, об этом, что, этом, позже"
PHRASE_ENDS_RU = """
что, в (?:ходе|интервью|эфире|беседе|сво[её]м), на (?:брифинге|пресс\\S*|своей), журналистам, со ссылкой, во, о, об,
сегодня, вчера, ранее, также, по итогам, из, \\d{1,2} [а-я]+
"""

# ---- Arabic ----------------------------------------------------------------------------------------------------

SAYING_AR = """
قالت?, قالوا, [أا]علنت?, ذكرت?, [أا]فادت?, [أا]كدت?, صرّ?حت?, [أا]ضافت?, [أا]وضحت?, نقلت?, [أا]شارت?, كشفت?, يقول,
تقول, لفتت?, شددت?, نفت, نفى
"""
CITING_AR = "وفقاً?, بحسب, حسب, نقلاً?, طبقاً?, استناداً?"
PHRASE_ENDS_AR = """
[إأا]ن, ب[أا]ن, [إأا]نه, [إأا]نها, ب[أا]نه, عن, خلال, اليوم, أمس, يوم, على, عبر, [إا]لى, لوكالة, لقناة, لصحيفة,
في (?:بيان|تصريح|حديث|مؤتمر|وقت|مقابلة|تغريدة), مساء, صباح, السبت, الأحد, ال[إا]ثنين, الثلاثاء, الأربعاء, الخميس,
الجمعة, أمام, من جهة, مقتل, استعادة, السيطرة, سيطرة, تحرير
"""


def alternatives(*lists: str) -> str:
    """Join vocabularies into the inside of a regular expression, longest entries first.

    Parameters
    ----------
    *lists : str
        Vocabularies of this module: a comma and a space part entries.

    Returns
    -------
    str
        "abc|ab|c", to be put into a group.
    """
    return "|".join(_entries(lists))


def words_by_initial(*lists: str) -> str:
    """Join vocabularies by first letter, which searches several times faster; the first may be a capital.

    Parameters
    ----------
    *lists : str
        Vocabularies whose entries all begin with a plain letter.

    Returns
    -------
    str
        "[Aa](?:bc|b)|[Cc](?:)", to be put into a group.
    """
    by_initial: dict[str, list[str]] = {}
    for entry in _entries(lists):
        by_initial.setdefault(entry[0], []).append(entry[1:])
    return "|".join(f"[{initial.upper()}{initial}](?:{'|'.join(rests)})" for initial, rests in by_initial.items())


def telling_words(*lists: str) -> frozenset[str]:
    """Give one word of each entry without which the entry cannot stand in a text: its longest outside any group.

    Parameters
    ----------
    *lists : str
        Vocabularies whose entries hold a plain word outside groups and classes of letters.

    Returns
    -------
    frozenset of str
        Lower case; a text with none of them holds no entry.
    """
    plain = (_GROUPED.sub(" ", entry) for entry in _entries(lists))
    return frozenset(max(re.findall(r"[a-z]+", entry), key=len) for entry in plain)


_GROUPED = re.compile(r"\((?:[^()]|\([^()]*\))*\)[*+?]?|\{[^}]*\}|\[[^\]]*\][*+?]?")


def _entries(lists: Iterable[str]) -> list[str]:
    entries = {entry.strip(" ,") for given in lists for entry in given.replace("\n", " ").split(", ")} - {""}
    return sorted(entries, key=lambda entry: (-len(entry), entry))
