"""Owns what verbs mean for the eye: lemma to action, movement, pace, emotion, sound, and what they do to belief.

Does not know: sentences, entities.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from planners.backends.rules.tables import wordset
from planners.plan import Action, Emotion


def _table(text: str) -> dict[str, str]:
    """`walk: stroll trudge` lines to {lemma: value}."""
    out: dict[str, str] = {}
    for line in text.strip().splitlines():
        value, _, lemmas = line.partition(":")
        out.update({lemma: value.strip() for lemma in (value.strip(), *lemmas.split())})
    return out


_ACTIONS = _table("""
stand: stay remain wait halt pause stop linger rise arise appear pose face freeze hesitate await loom tower emerge
stand: awaken awake wake stir stretch exist be brace balance guard straighten
walk: go come move stroll wander trudge march stride step pace amble tiptoe hike tramp trek plod saunter limp
walk: stagger stumble strut waddle approach enter leave exit arrive depart return proceed head pass cross follow
walk: lead venture travel roam prowl creep sneak stalk stray advance retreat retire navigate shuffle lumber wade
walk: patrol escort accompany journey visit explore continue set withdraw parade meander pad slip steal circle turn
walk: back disappear vanish traverse shepherd usher trail migrate embark
run: dash race sprint gallop rush hurry chase flee charge bolt scamper scurry dart trot escape hasten speed pursue
run: burst barge
run: jog scuttle sweep stampede hunt scramble bustle canter rampage
sit: seat squat settle lounge rest relax meditate
kneel: genuflect
lie: recline sprawl bask sunbathe
sleep: nap doze slumber snooze dream snore hibernate nestle curl
jump: leap spring vault pounce hurdle bound lunge ambush bounce
dance: waltz prance twirl frolic cavort sway groove
reach: touch grab grasp take seize snatch pluck gather collect pick pat stroke caress tap press feel get fetch find
reach: receive accept choose use light switch pinch scoop groom brush comb wash clean wipe scrub polish knock
reach: unlock pet adjust place put set lay hang attach tie fasten fix repair tend untie pack button dress plant
reach: water snap assemble arrange prepare
hold: clutch grip keep clasp wield cradle possess bear wear own have clench squeeze raise lift hoist brandish
hold: display show present reveal steady support
carry: bring haul lug tote transport deliver convey load
give: hand offer share feed lend serve donate sell trade exchange award grant pay distribute
wave: greet salute signal beckon gesture farewell welcome hail bid
point: indicate aim direct
hug: embrace cuddle nuzzle kiss snuggle huddle console comfort reunite
fight: attack hit punch kick battle wrestle strike slap beat bite stab defend duel combat kill slay defeat fence
fight: smash clash stab claw scratch capture thwart restrain arrest struggle strangle snarl
fly: soar glide hover flutter flit swoop ascend descend launch flap wing zoom buzz swarm
swim: dive paddle snorkel splash bathe submerge surface
fall: drop tumble trip topple plunge collapse crash sink faint melt drip plummet land crumble
climb: scale mount clamber swing shin
crawl: slither wriggle worm squirm
roll: wheel trundle slide skid bowl
ride: cycle bike pedal skate ski surf skateboard sled
drive: steer park accelerate maneuver manoeuvre brake pilot rev overtake swerve honk reverse
eat: nibble munch chew devour graze feast gobble dine swallow taste sample lick consume snack peck breakfast browse
eat: gnaw sup
drink: sip gulp slurp quaff
read: study leaf peruse
write: scribble draw sketch note sign type jot record underline trace compose copy inscribe
cook: bake boil fry stir roast grill chop slice knead mix pour brew peel cut whisk simmer drizzle season garnish
cook: sprinkle toast grind barbecue measure
sing: hum chant howl crow chirp trumpet whistle serenade croon tweet caw bark meow roar bellow neigh chatter hoot
cry: weep sob wail whimper mourn grieve lament moan
laugh: giggle chuckle smile grin joke snicker beam celebrate cheer rejoice smirk
look: see watch gaze stare observe notice glance peer spot inspect examine survey scan search admire seek peek peep
look: view behold discover check regard witness blink squint spy eye glimpse recognize contemplate overlook scout
look: marvel wonder think ponder consider focus monitor track
talk: say speak tell ask answer reply shout whisper call yell exclaim explain discuss chat murmur mutter announce
talk: declare scold command order beg plead promise warn apologize argue respond communicate thank converse debate
talk: gossip remark mumble scream shriek interview question persuade invite negotiate teach recite introduce
talk: encourage suggest mention confess insist advise interrupt complain describe
listen: hear overhear attend obey nod heed
push: shove bump propel butt bat swat nudge
pull: drag tug tow yank heave strain reel
throw: toss hurl fling lob cast pitch scatter shoot spray fire
catch: trap net snare intercept
open: close shut unwrap unfold unpack unveil uncover
hide: conceal cower lurk duck shelter cover disguise camouflage
dig: burrow bury excavate shovel rake plow plough hoe
play: perform toy strum drum compete fiddle practise practice rehearse tease juggle knit sew weave
paint: color colour decorate
float: drift bob dangle hang levitate flow waft
sail: row cruise voyage
spin: whirl revolve rotate swirl pirouette orbit encircle twist spiral loop
bow: curtsy curtsey kowtow
hop: skip
perch: roost alight
crouch: stoop bend hunch lean cringe
""")
_BUILD = {"build": "reach", "make": "reach", "construct": "reach", "create": "reach", "craft": "reach", "carve": "dig"}

ACTIONS: Mapping[str, Action] = cast(
    "Mapping[str, Action]", {lemma: action for lemma, action in (_ACTIONS | _BUILD).items()}
)
"""Verb lemma -> what a figure is seen doing."""

PHRASAL: Mapping[tuple[str, str], str] = {
    ("take", "off"): "fly",
    ("sit", "down"): "sit",
    ("stand", "up"): "stand",
    ("get", "up"): "stand",
    ("lie", "down"): "lie",
    ("fall", "asleep"): "sleep",
    ("curl", "up"): "sleep",
    ("pick", "up"): "reach",
    ("put", "on"): "reach",
    ("set", "off"): "walk",
    ("set", "out"): "walk",
    ("run", "away"): "run",
    ("look", "for"): "look",
    ("kneel", "down"): "kneel",
    ("bend", "down"): "crouch",
    ("get", "down"): "crouch",
    ("climb", "up"): "climb",
    ("set", "sail"): "sail",
    ("go", "home"): "walk",
    ("bow", "down"): "bow",
    ("break", "down"): "cry",
    ("cry", "out"): "talk",
    ("call", "out"): "talk",
    ("throw", "away"): "throw",
    ("take", "flight"): "fly",
    ("wake", "up"): "stand",
    ("hold", "hands"): "hold",
    ("turn", "around"): "spin",
    ("spin", "around"): "spin",
    ("hang", "out"): "sit",
    ("go", "to sleep"): "sleep",
    ("shake", "hands"): "hold",
    ("hide", "away"): "hide",
    ("grow", "up"): "stand",
    ("hand", "over"): "give",
    ("give", "back"): "give",
    ("pass", "by"): "walk",
    ("come", "in"): "walk",
    ("go", "out"): "walk",
    ("jump", "over"): "jump",
    ("fly", "away"): "fly",
    ("ride", "off"): "ride",
    ("lift", "off"): "fly",
    ("blast", "off"): "fly",
    ("swing", "off"): "climb",
    ("push", "up"): "push",
    ("take", "out"): "reach",
    ("lean", "in"): "crouch",
}

PAST_FORMS: Mapping[str, str] = {
    "leapt": "leap", "knelt": "kneel", "dreamt": "dream", "crept": "creep", "swam": "swim", "swum": "swim",
    "sprang": "spring", "sprung": "spring", "strode": "stride", "sank": "sink", "sunk": "sink", "wept": "weep",
    "slept": "sleep", "spun": "spin", "clung": "cling", "swung": "swing", "flung": "fling", "wrung": "wring",
    "strung": "string", "slunk": "slink", "shrank": "shrink", "stole": "steal", "stolen": "steal", "fled": "flee",
    "bent": "bend", "lent": "lend", "leant": "lean", "trod": "tread", "rode": "ride", "rowed": "row", "sewed": "sew",
    "wove": "weave", "woven": "weave", "dug": "dig", "slid": "slide", "bade": "bid", "bound": "bind", "hung": "hang",
    "drew": "draw", "drawn": "draw", "blew": "blow", "threw": "throw", "fell": "fall", "sped": "speed", "lit": "light",
    "awoke": "awake", "woke": "wake", "woken": "wake", "shook": "shake", "beheld": "behold", "sought": "seek",
    "sang": "sing", "rang": "ring", "shot": "shoot", "struck": "strike", "stuck": "stick", "swept": "sweep",
    "drank": "drink", "drunk": "drink", "ate": "eat", "rose": "rise", "spat": "spit", "ground": "grind",
    "tore": "tear", "bore": "bear", "froze": "freeze", "hid": "hide", "bit": "bite", "fed": "feed", "led": "lead",
}  # fmt: skip
"""Past forms that the tagger is known to leave as they are."""
MANNERS: Mapping[str, str] = {
    **{verb: "run" for verb, action in ACTIONS.items() if action == "run"},
    **{verb: "fly" for verb, action in ACTIONS.items() if action == "fly"},
    **{verb: "swim" for verb, action in ACTIONS.items() if action == "swim"},
    **{verb: "fall" for verb, action in ACTIONS.items() if action == "fall"},
    **{verb: "jump" for verb, action in ACTIONS.items() if action in ("jump", "hop")},
    **{verb: "climb" for verb, action in ACTIONS.items() if action == "climb"},
    **{verb: "roll" for verb, action in ACTIONS.items() if action == "roll"},
    **{verb: "drive" for verb, action in ACTIONS.items() if action in ("drive", "ride")},
    **{verb: "float" for verb, action in ACTIONS.items() if action in ("float", "sail")},
    **{verb: "crawl" for verb, action in ACTIONS.items() if action == "crawl"},
    "throw": "fly",
    "toss": "fly",
    "hurl": "fly",
    "fling": "fly",
    "shoot": "fly",
    "kick": "roll",
    "spin": "walk",
    "orbit": "fly",
    "circle": "walk",
    "bounce": "jump",
    "slide": "roll",
    "ascend": "fly",
    "descend": "fly",
}
MOVERS = frozenset(
    lemma
    for lemma, action in ACTIONS.items()
    if action
    in (
        "walk",
        "run",
        "jump",
        "fly",
        "swim",
        "fall",
        "climb",
        "crawl",
        "roll",
        "ride",
        "drive",
        "float",
        "sail",
        "spin",
        "hop",
        "dance",
    )
) | wordset(
    "start begin carry push pull throw chase sweep shift kick toss rise travel lift pounce throw bring "
    "emerge reach appear"
)
"""Verbs whose doer (or object) changes place."""
STILL = wordset(
    "appear stop turn hang dangle groove sway twist wait swing set back hunt steal lead slip retire explore visit"
)

STEERING: Mapping[str, Action] = {
    "paddle": "sail", "row": "sail", "sail": "sail", "steer": "drive", "pilot": "drive", "fly": "drive",
    "pedal": "ride", "cycle": "ride", "ride": "ride", "drive": "drive", "race": "drive", "gallop": "ride",
}  # fmt: skip
"""What is done with something that carries, when it is the object."""
GETTING = wordset("get hop climb jump leap step clamber scramble swing slip slide pile squeeze bundle mount board")
"""Verbs of getting on something or off it."""
TRAVEL: frozenset[str] = frozenset(
    {"walk", "run", "jump", "fly", "swim", "fall", "climb", "crawl", "roll", "ride", "drive", "float", "sail", "hop"}
)
"""Actions that change place."""
SHOWN: frozenset[Action | None] = frozenset(
    {"sleep", "sit", "kneel", "lie", "dance", "cry", "laugh", "sing", "fly", "swim", "run", "jump", "fight", "read",
     "eat", "crouch", "wave"}
)  # fmt: skip
"""What an adjective can say that somebody is seen doing."""
CARRIED = wordset("push pull carry throw kick toss hurl roll bring drag drive lead fling launch slide bounce shoot")
"""Verbs that move their object."""

PACES: Mapping[str, float] = {
    "dash": 1.8,
    "race": 1.9,
    "sprint": 1.9,
    "gallop": 1.7,
    "rush": 1.7,
    "hurry": 1.5,
    "chase": 1.6,
    "flee": 1.7,
    "charge": 1.7,
    "bolt": 1.9,
    "dart": 1.8,
    "scurry": 1.5,
    "scamper": 1.5,
    "speed": 1.9,
    "zoom": 2.0,
    "swoop": 1.7,
    "pounce": 1.6,
    "hasten": 1.5,
    "accelerate": 1.8,
    "leap": 1.3,
    "creep": 0.5,
    "sneak": 0.55,
    "tiptoe": 0.5,
    "stroll": 0.7,
    "amble": 0.65,
    "wander": 0.7,
    "trudge": 0.6,
    "plod": 0.55,
    "drift": 0.5,
    "stalk": 0.55,
    "prowl": 0.6,
    "crawl": 0.5,
    "limp": 0.6,
    "shuffle": 0.6,
    "waddle": 0.7,
    "lumber": 0.6,
    "float": 0.6,
    "glide": 0.8,
    "soar": 1.1,
    "inch": 0.4,
    "saunter": 0.7,
    "graze": 0.6,
}
PACE_ADVERBS: Mapping[str, float] = {
    "quickly": 1.5,
    "fast": 1.6,
    "swiftly": 1.5,
    "rapidly": 1.6,
    "hastily": 1.5,
    "hurriedly": 1.5,
    "suddenly": 1.3,
    "briskly": 1.3,
    "furiously": 1.5,
    "slowly": 0.55,
    "gently": 0.7,
    "carefully": 0.65,
    "gradually": 0.5,
    "softly": 0.7,
    "leisurely": 0.6,
    "lazily": 0.55,
    "stealthily": 0.55,
    "quietly": 0.75,
    "gracefully": 0.85,
    "calmly": 0.7,
    "steadily": 0.8,
    "wearily": 0.6,
    "cautiously": 0.55,
    "silently": 0.7,
    "eagerly": 1.2,
    "excitedly": 1.3,
    "violently": 1.4,
}

_EMOTIONS = {
    "happy": "laugh giggle chuckle smile grin celebrate cheer rejoice dance joke happily joyfully cheerfully merrily "
    "delighted happy glad joyful merry playfully eagerly excitedly triumphantly contentedly joyously",
    "sad": "cry weep sob wail mourn grieve lament whimper sadly sad sorrowfully unhappy miserable lonely gloomily "
    "tearfully mournfully",
    "angry": "scold yell snarl growl attack rage angrily angry furious furiously crossly fiercely protest vexed mad",
    "afraid": "flee tremble cower scream shriek shiver fear afraid scared frightened terrified fearfully nervously "
    "anxiously nervous anxious timidly",
    "surprised": "gasp startle surprised astonished amazed marvel "
    "exclaim wonder curiosity curiously unexpectedly shocked "
    "startled",
    "tender": "hug kiss caress cuddle nuzzle cradle embrace comfort stroke tenderly lovingly gently softly kindly love "
    "affectionately warmly",
    "pain": "hurt groan moan ache wounded injured bleed limp painfully",
    "tired": "yawn doze tired weary exhausted wearily sleepily sleepy drowsily",
    "proud": "boast strut proud proudly majestically bravely boldly triumphant confidently",
    "thoughtful": "think ponder consider contemplate wonder thoughtfully "
    "study meditate pensively attentively curiously "
    "intently",
}
EMOTIONS: Mapping[str, Emotion] = cast(
    "Mapping[str, Emotion]",
    {word: emotion for emotion, text in reversed(list(_EMOTIONS.items())) for word in text.split()},
)
SOUNDS: Mapping[str, str] = {
    "rain": "rain",
    "drizzle": "rain",
    "wind": "wind",
    "gust": "wind",
    "howl": "wind",
    "wave": "waves",
    "sea": "waves",
    "ocean": "waves",
    "surf": "waves",
    "walk": "steps",
    "step": "steps",
    "march": "steps",
    "trudge": "steps",
    "footstep": "steps",
    "stride": "steps",
    "knock": "door",
    "door": "door",
    "thunder": "thunder",
    "lightning": "thunder",
    "storm": "thunder",
    "chirp": "birds",
    "sing_bird": "birds",
    "birdsong": "birds",
    "crackle": "fire",
    "campfire": "fire",
    "fire": "fire",
    "bonfire": "fire",
    "engine": "engine",
    "rev": "engine",
    "accelerate": "engine",
    "drive": "engine",
    "bell": "bell",
    "ring": "bell",
    "chime": "bell",
    "splash": "water",
    "river": "water",
    "stream": "water",
    "waterfall": "water",
    "pour": "water",
    "crowd": "crowd",
    "cheer": "crowd",
    "applaud": "crowd",
    "audience": "crowd",
    "race_car": "engine",
}

SAY = wordset(
    "say ask answer reply shout whisper call yell exclaim cry explain murmur mutter announce declare scold "
    "command order beg plead promise "
    "warn respond remark mumble scream shriek sigh laugh sob groan growl bark snap continue add agree repeat "
    "suggest tell think wonder demand "
    "insist admit inquire enquire observe reflect roar hiss croak squeak chirp sing quoth speak chuckle gasp "
    "grumble breathe giggle grin smile return "
    "cheer boast complain protest retort rejoin bellow whimper stammer interrupt begin urge confess conclude "
    "correct nod sneer joke tease pipe grunt offer note bid"
)
THINK = wordset(
    "think wonder hope wish believe know remember forget imagine suppose guess feel mean seem consider "
    "understand realize expect doubt fear"
)
UNREAL = wordset(
    "want hope wish plan intend promise refuse fail forget dream long yearn ask order beg tell command allow "
    "invite expect afford pretend threaten wish agree offer prefer need urge advise forbid dare hesitate "
    "mean vow swear warn aspire wait know like love hate used"
)
"""Verbs whose infinitive is not (yet) happening."""
ATTEMPT = wordset(
    "try attempt struggle begin start continue proceed keep help manage stop go come seem decide hurry rush "
    "set turn learn get prepare cease stoop bend lean reach stretch hasten run stand sit lie"
)
"""Verbs whose infinitive can be seen."""
UNSEEN = wordset(
    "be have seem become know think believe hope wish want need like love hate mean remember forget "
    "understand realize suppose guess expect own belong cost contain consist "
    "depend matter deserve owe include involve require concern resemble equal fit suit last lack exist feel "
    "symbolize signify represent signal reflect unite "
    "emphasize highlight ensure allow let cause happen occur begin start end finish continue keep try seem "
    "wonder imagine prefer doubt decide intend plan learn fancy warrant "
    "entitle name use love enjoy convey express blend echo bathe linger ripple glow shine sparkle gleam "
    "glitter shimmer illuminate "
    "cast fill surround indicate become grow mark complete get do make please deserve regret envy trust"
)
"""Verbs without a doer that can be drawn doing it; they make events only with an actor and a thing."""
ARRIVE = wordset("appear arrive enter emerge come approach join show materialize return reappear land")
DEPART = wordset("leave depart exit disappear vanish flee escape retreat go fade withdraw")
GIVE = wordset(
    "give hand offer pass show bring lend serve throw toss sell tell feed send deliver present share teach read"
)
DRESS = wordset("wear don dress clothe clad sport")
PUT_ON = wordset("don")
CHANGES: Mapping[str, str] = {
    "light": "lit",
    "extinguish": "unlit",
    "open": "open",
    "close": "closed",
    "shut": "closed",
    "break": "broken",
    "smash": "broken",
    "shatter": "broken",
    "melt": "melted",
    "burn": "burnt",
    "wake": "awake",
    "awaken": "awake",
    "fill": "full",
    "empty": "empty",
    "lock": "locked",
    "unlock": "unlocked",
    "repair": "repaired",
    "fix": "repaired",
    "bloom": "blooming",
    "die": "dead",
    "kill": "dead",
    "injure": "injured",
    "wound": "wounded",
    "tie": "tied",
    "vanish": "gone",
    "disappear": "gone",
    "freeze": "frozen",
    "blow_out": "unlit",
    "ignite": "lit",
    "kindle": "lit",
    "wrap": "wrapped",
    "unwrap": "unwrapped",
    "cut": "cut",
    "soak": "wet",
    "dry": "dry",
    "slay": "dead",
    "devour": "gone",
    "peel": "peeled",
}
SINGULAR_VERBS = frozenset(ACTIONS)


def of_participle(word: str) -> str:
    """The verb of "sleeping", "running", "dancing"; the bare word when no table knows it."""
    body = word.removesuffix("ing")
    stems = (body, f"{body}e", body[:-1] if body[-1:] == body[-2:-1] else body)
    return next((stem for stem in stems if stem in ACTIONS), body)
