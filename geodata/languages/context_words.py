"""Words around a name that tell what it names: vocabularies of the recogniser, by language.

Each table is plain data; regular expressions are built from them in one place, `recognise`.
"""

from collections.abc import Mapping

from geodata.shipped import DATA


def _read_words(name: str) -> frozenset[str]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


GIVEN_NAMES = _read_words("given_names.txt")
"""Before another capitalised word these make it a person's; lower case."""

COMMON_WORDS = _read_words("common_words.txt")
"""English words that are capitalised for other reasons, and bear the names of small places; lower case."""

INNER_WORDS = frozenset(
    "of and the de la le les du des di da del della do dos das y e upon on sur sous am an der den".split()
)
"""Small words inside a name ("Isle of Man", "Rio de Janeiro"), lower case."""

PLACES_LIKE_PERSONS = frozenset(
    "jordan israel georgia florence virginia madison austin dallas houston lincoln washington jackson paris "
    "sydney chelsea chad charlotte victoria orlando santiago san kim carolina dakota savannah brooklyn adelaide "
    "alexandria sofia montana cheyenne phoenix augusta beverly hamilton lee".split()
)
"""Given names that are well-known places too: a person only before a word that is no office, body or kind of place."""

ROLE_WORDS = frozenset(
    "administration affairs agency air airport ambassador army association attorney authority authorities board "
    "border branch bureau cabinet central chamber champion championship chief city civil coast college commission "
    "committee community congress constitution consulate council county court crime defence defense democrat "
    "democrats department deputy district economic education elections embassy energy executive federal festival "
    "finance fire first force forces foreign general giants governor gov governorate guard health high hospital "
    "house independence international intelligence interior island islands justice king lake law league "
    "legislature mayor media metropolitan military minister ministry monday national navy north officials open "
    "parliament police post premier president prime prince public queen rail region regional republic republicans "
    "republican river road royal rep sen school secretary security senate senator south east west sport sports "
    "state states street stock summit sunday super superior supreme team times trade transport treasury tuesday "
    "university valley wednesday thursday friday saturday war women youth parks park pass".split()
)
"""Capitalised words of offices, bodies and kinds of place: a place's name before them is still the place's."""

NAME_FEATURES = frozenset(
    "county island islands falls heights hills beach springs creek bay harbor harbour peninsula parish borough "
    "township lakes mountains mountain basin canyon".split()
)
"""Kinds of place that English writes as a part of the name, with a capital ("Orange County", "Coney Island")."""


# What the word asks for: a GeoNames feature code, or its beginning.
FEATURE_AFTER: Mapping[str, str] = {
    "province": "ADM1",
    "provinces": "ADM1",
    "governorate": "ADM1",
    "governorates": "ADM1",
    "gubernia": "ADM1",
    "countryside": "ADM1",
    "mohafazat": "ADM1",
    "oblast": "ADM1",
    "prefecture": "ADM1",
    "district": "ADM2",
    "districts": "ADM2",
    "county": "ADM2",
    "subdistrict": "ADM3",
    "river": "STM",
    "rivers": "STM",
    "lake": "LK",
    "city": "PPL",
    "town": "PPL",
    "village": "PPL",
    "villages": "PPL",
    "settlement": "PPL",
    "settlements": "PPL",
    "crossing": "PASS",
    "gate": "PASS",
    "field": "OILF",
    "fields": "OILF",
    "oilfield": "OILF",
    "base": "AIR",
    "airport": "AIR",
    "airbase": "AIR",
    "aerodrome": "AIR",
    "airfield": "AIR",
    "dam": "DAM",
    "desert": "DSRT",
    "valley": "VAL",
    "neighbourhood": "PPLX",
    "neighborhood": "PPLX",
    "quarter": "PPLX",
    "провинция": "ADM1",
    "провинции": "ADM1",
    "محافظة": "ADM1",
}
"""English words that follow a name ("Raqqa province"); lower case."""

FEATURE_BEFORE: Mapping[str, str] = {
    "province of": "ADM1",
    "provinces of": "ADM1",
    "governorate of": "ADM1",
    "governorates of": "ADM1",
    "countryside of": "ADM1",
    "state of": "ADM1",
    "rural": "ADM1",
    "province": "ADM1",
    "provinces": "ADM1",
    "governorate": "ADM1",
    "district": "ADM2",
    "aerodrome": "AIR",
    "airbase": "AIR",
    "airfield": "AIR",
    "base": "AIR",
    "field": "OILF",
    "oil field": "OILF",
    "gas field": "OILF",
    "village": "PPL",
    "town": "PPL",
    "city": "PPL",
    "district of": "ADM2",
    "city of": "PPL",
    "cities of": "PPL",
    "the city": "PPL",
    "town of": "PPL",
    "towns of": "PPL",
    "the town": "PPL",
    "village of": "PPL",
    "villages of": "PPL",
    "the village": "PPL",
    "the villages": "PPL",
    "settlement of": "PPL",
    "settlements of": "PPL",
    "settlement": "PPL",
    "settlements": "PPL",
    "villages": "PPL",
    "towns": "PPL",
    "n.p.": "PPL",
    "hamlet of": "PPL",
    "hamlets of": "PPL",
    "river": "STM",
    "lake": "LK",
    "republic of": "PCL",
    "kingdom of": "PCL",
    "н.п.": "PPL",
    "н. п.": "PPL",
    "населенный пункт": "PPL",
    "населенного пункта": "PPL",
    "населенные пункты": "PPL",
    "населенных пунктов": "PPL",
    "населённый пункт": "PPL",
    "населённого пункта": "PPL",
    "населённые пункты": "PPL",
    "населённых пунктов": "PPL",
    "город": "PPL",
    "города": "PPL",
    "городе": "PPL",
    "городу": "PPL",
    "городом": "PPL",
    "село": "PPL",
    "деревня": "PPL",
    "деревни": "PPL",
    "деревню": "PPL",
    "поселок": "PPL",
    "посёлок": "PPL",
    "провинция": "ADM1",
    "провинции": "ADM1",
    "провинцию": "ADM1",
    "провинцией": "ADM1",
    "река": "STM",
    "реки": "STM",
    "реку": "STM",
    "реке": "STM",
    "مدينة": "PPL",
    "بلدة": "PPL",
    "بلدات": "PPL",
    "قرية": "PPL",
    "قرى": "PPL",
    "ناحية": "PPL",
    "محافظة": "ADM1",
    "حقل": "OILF",
    "مطار": "AIR",
    "معبر": "PASS",
    "سد": "DAM",
    "ريف": "ADM1",
    "قضاء": "ADM2",
    "منطقة": "",
    "نهر": "STM",
}
"""Words that stand before a name ("the village of Hajin", "н.п. Хаджин"); lower case."""

LOCATIVE = (
    "in at near from to towards toward around outside into between across inside within via through past beyond "
    "leaving entering reaching reached entered captured took seized liberated besieged approached stormed"
).split()
"""Words after which a capitalised unknown word may well be a place."""

COMPASS = (
    "north south east west northern southern eastern western north-east north-west south-east south-west "
    "north-eastern north-western south-eastern south-western northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern central upper lower greater"
).split()

STATING = (
    "said says told announced announces declared declares stated states warned warns insisted insists accused accuses "
    "denied denies rejected rejects welcomed condemned condemns demanded demands vowed vows urged urges believes "
    "considers argued argues blames blamed signalled offered offers proposed proposes refused refuses hopes wants "
    "agreed agrees backs supports notes noted stressed stresses recalled"
).split()
"""Verbs only a speaker can do: before them a capital or country stands for its government."""

LOCATED = frozenset(
    "in at near outside inside around across throughout within toward towards entering reaching leaving visiting "
    "visited в во под около близ возле في قرب".split()
)
"""Words after which a name is hardly anything but a place's."""

LOCATIVE_WORDS = (
    frozenset(LOCATIVE)
    | frozenset(COMPASS)
    | frozenset("line в во под у из около близ возле районе في قرب إلى من".split())
)
LOCATIVE_PHRASES = (
    frozenset(f"{side} {word}" for side in COMPASS for word in ("of", "from"))
    | frozenset(f"{side} side of" for side in COMPASS)
    | frozenset(
        "outskirts of;side of;castle of;countries of;port of;island of;edge of;entrance of;gate of;gates of;suburb of;"
        "suburbs of;area of;areas of;line of;direction of;vicinity of;km from;km of;kilometres from;kilometres of;"
        "kilometers from;kilometers of;miles from;miles of".split(";")
    )
)
"""Phrases that do the same as `LOCATIVE`."""

ADDRESSED_WORDS = frozenset("congratulated thanked told informed asked urged warned accused blamed".split())
ADDRESSED_PHRASES = frozenset(
    "gratitude to;thanks to;message to;telegram to;appealed to;sounding of;and to;talks with".split(";")
)
"""Before a capital or country: its government is spoken to."""

TALKS_WORDS = frozenset({"between"})
TALKS_PHRASES = frozenset("according to;talks with;relations with;agreement with;pressure on".split(";"))
"""Before a capital: its government is meant."""

RUSSIAN_STATING = (
    "заявила заявил заявили сообщила сообщил сообщили обвинила обвинил отметили отметила считает считают".split()
)

ARTICLES = frozenset(
    "al el as es ash esh ad ed ar er at et an en az ez ul il ath eth adh edh ach "
    "аль эль ас эс аш эш ад эд ар эр ат эт ан эн аз эз".split()
)
"""The Arabic article and its assimilations, as transliterations write them."""


TITLES = frozenset(
    "mr mrs ms dr sir lord lady king queen prince princess president minister premier chancellor senator governor "
    "general lieutenant colonel major captain sergeant admiral marshal commander brigadier sheikh imam ayatollah "
    "professor ambassador envoy secretary spokesman spokeswoman spokesperson judge pope saint gen col lt maj capt "
    "brig sen gov rep prof abu генерал полковник президент министр".split()
)
"""Before a name these make it a person's."""


BEFORE_TITLES = frozenset("prime vice deputy".split())
"""What stands before a title and belongs to it."""


NOT_PLACES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "christmas ramadan eid easter english arabic russian french german spanish turkish kurdish american british "
    "parliament congress senate government ministry army air force forces allah god islam islamic christian muslim "
    "sunni shia shiite i he she they we you it this that these those the a an and but or if when while where who what "
    "there here then thus however also meanwhile moreover instead still yet so as at by for from in into of on to "
    "with after before during since until over under about above between through against among no not all any both "
    "each few more most other some such only own same than too very can will just should now our their his her its my "
    "kremlin pentagon base house command storm council force committee agency operation operations joint department "
    "تشرين كانون شباط آذار نيسان أيار حزيران تموز آب أيلول "
    "your today yesterday tomorrow one two three four five six seven eight nine ten first second third many "
    "isis isil is daesh ypg ypj sdf sdf's pkk fsa hts sana tass interfax reuters afp ap cnn bbc rt ria un nato eu "
    "president minister general colonel secretary spokesman commander defence defense foreign state states "
    "new old great big good bad high low long short said of salah mine same nice mobile reading hit van sur bay "
    "mary marks union page nation media video photo image source sources read share tags related".split()
)
"""Words that are capitalised for other reasons; alone they are never taken for a place on sight."""

CASE_TRAPS = frozenset(
    "hit van nice reading mobile of march said salah bath cork tours split bar ash most same are man mary sur bay "
    "august orange buffalo independence marks victoria victory sale bend surprise male is page bari pole mons as "
    "mus many along ham best eu un born lens liege essen worms ems do la le da de si po deal hook hull wells "
    "normal union enterprise commerce liberty freedom hope defiance opportunity paradise santa san st mine bo goa "
    "pau ain ale tell tall deir dayr ras jabal abu umm bir wadi khan sheikh shaykh haj hajj ali hasan hassan "
    "husayn hussein omar jisr qasr bab beit bayt kafr kafar kfar marj tal til nahr sabah sadiq saad mansur "
    "mansura faysal abbas hamdan yusuf ibrahim isa khalid mahmud mustafa salim salman hamid tariq zahra zaynab".split()
)
"""Gazetteer names that are common words, given names or bare feature words: they need a locative or feature word
before them, or another place's company, to be taken for a place."""

ORGANISATION_HEADS = (
    "islamic state in iraq and syria",
    "islamic state of iraq and syria",
    "islamic state of iraq and the levant",
    "islamic state in iraq and the levant",
    "islamic state of iraq and al-sham",
    "raqqa is being slaughtered silently",
    "deir ez-zor 24",
    "deirezzor 24",
    "syrian observatory for human rights",
    "قوات سوريا الديمقراطية",
    "قوات سورية الديمقراطية",
    "الدولة الإسلامية في العراق والشام",
    "تنظيم الدولة الإسلامية في العراق",
)
ORGANISATION_TAILS = (
    r"(?:joint )?operations command|military council|civil council|civilian council|times|post|"
    "herald|tribune|gazette|university|institute|media center|media centre|media office|news agency|hotel|airlines|"
    "airways|bank|club|united|fc|brigade|storm|conventions?|accords?|protocol|treaty"
)
"""What, standing right after a name, makes the whole an organisation's name."""

ORGANISATION_LONG_TAILS = (
    "Brigade|Brigades|Council|Security Forces|Movement|Battalion|Division|Committee|Network|Foundation"
)
"""The same, with a capital, after one or two more capitalised words ("Homs Revolution Brigade")."""

CLUB_LEADS = "FC|AFC|CF|AC|Real|Atletico|Atlético|Borussia|Bayern|Dynamo|Spartak|Lokomotiv|Sporting"
"""Before a town these make the whole a club of players."""
