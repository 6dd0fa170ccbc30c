"""Owns the word tables of things: props, vehicles, parts, what is worn, and what is never drawn as a thing.

Does not know: sentences, entities.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.backends.rules.tables import wordset

VEHICLES = wordset(
    "car truck bus van taxi cab lorry jeep limousine motorcycle motorbike "
    "bicycle bike tricycle scooter skateboard train tram subway_train locomotive wagon carriage coach cart "
    "wheelbarrow rickshaw sleigh sled "
    "tractor bulldozer excavator fire_truck fire_engine ambulance boat ship sailboat rowboat canoe kayak "
    "raft ferry yacht barge gondola "
    "submarine motorboat speedboat fishing_boat pirate_ship airplane aeroplane plane jet helicopter rocket "
    "spaceship spacecraft flying_saucer saucer ufo "
    "hot_air_balloon balloon drone glider airship blimp parachute tank trolley pram stroller wheelchair school_bus "
    "steamboat snowmobile hovercraft steam_train steam_engine vehicle vessel cargo_ship cruise_ship tugboat"
)

_RIDEABLE = wordset(
    "horse pony donkey mule camel elephant unicorn dragon stallion mare steed ostrich reindeer broomstick"
)
_NOT_RIDEABLE = wordset("drone parachute stroller pram wheelbarrow trolley")


def rideable(noun: str) -> bool:
    """Whether one gets on or into what a noun names."""
    return (noun in VEHICLES or noun.split(" ")[-1] in VEHICLES | _RIDEABLE) and noun not in _NOT_RIDEABLE


PROPS = wordset(
    "ball football basketball tennis_ball beach_ball soccer_ball balloon kite doll teddy_bear toy puppet "
    "drum guitar violin piano trumpet flute harp "
    "cello accordion saxophone fifer's_flute bell whistle radio television tv phone telephone smartphone "
    "cellphone laptop computer "
    "tablet camera tripod microphone headphones lamp lantern candle candlestick torch flashlight chandelier "
    "lightbulb streetlamp "
    "streetlight lamppost  fire campfire bonfire fireplace stove oven fridge refrigerator sink bathtub tub "
    "toilet shower towel "
    "soap toothbrush comb brush mirror razor table desk chair armchair stool bench sofa couch bed cradle crib wardrobe "
    "closet cupboard cabinet drawer shelf bookshelf bookcase chest trunk_box box crate barrel tar-barrel "
    "basket picnic_basket bucket pail bag backpack "
    "suitcase purse handbag wallet sack pouch parcel package gift present envelope letter postcard card book "
    "notebook notepad folder file newspaper magazine map "
    "scroll diary journal pen pencil crayon paintbrush palette easel canvas painting picture photograph "
    "photo poster portrait chalk blackboard "
    "chalkboard whiteboard globe clock watch pocket_watch hourglass compass telescope binoculars "
    "magnifying_glass key lock padlock door gate "
    "window curtain blanket pillow quilt cushion mattress rug carpet mat tent sleeping_bag hammock umbrella "
    "parasol cane stick "
    "staff_stick rod fishing_rod pole net rope chain ladder hammer axe saw nail screwdriver wrench shovel "
    "spade rake hoe pitchfork "
    "scythe sickle broom broomstick mop watering_can hose pot pan saucepan kettle teapot cup mug glass "
    "goblet bottle jug jar bowl plate dish tray "
    "spoon fork knife chopsticks ladle spatula cutting_board countertop counter tablecloth napkin cake pie "
    "bread loaf sandwich pizza burger hamburger cookie biscuit "
    "candy lollipop chocolate ice_cream donut pancake egg cheese apple banana orange pear lemon cherry "
    "strawberry grape berry "
    "watermelon pineapple coconut peach plum tomato potato carrot cabbage lettuce onion garlic pumpkin corn "
    "mushroom pepper "
    "cucumber salad soup noodle rice meat steak sausage ham bone fish_bone nut acorn chestnut honey honeypot "
    "milk juice water_bottle tea coffee wine beer "
    "flower rose tulip daisy sunflower lily bouquet cactus plant potted_plant tree pine oak palm_tree "
    "apple_tree christmas_tree "
    "bush shrub hedge branch tree_branch log stump leaf seed vine grass_blade bamboo bamboo_shoot seaweed "
    "coral reed rock stone boulder pebble gem diamond "
    "ruby emerald crystal pearl gold coin treasure treasure_chest jewel ring necklace bracelet earring crown "
    "tiara throne sword "
    "dagger shield spear bow arrow gun pistol rifle cannon bomb armor helmet wand cauldron potion "
    "crystal_ball magic_wand "
    "statue fountain well windmill mailbox signpost sign flag banner fence post bridge wall ladder scarecrow snowball "
    "swing slide seesaw sandcastle surfboard snowboard ski skate trampoline tire wheel steering_wheel engine "
    "anchor sail mast oar paddle "
    "lifebuoy nest cage birdcage doghouse kennel beehive honeycomb spiderweb cobweb web egg  leash collar "
    "saddle bridle "
    "ticket passport trophy medal ribbon dice chessboard chess_piece puzzle board_game game_board "
    "playing_card cards recorder "
    "voice_recorder statue vase  picture_frame feather shell seashell bubble snowflake_toy robot_toy "
    "spinning_top yo-yo rocking_horse "
    "firework fireworks firecracker sparkler moonstone meteor planet satellite flagpole wire power_line "
    "clothesline traffic_light "
    "hydrant dumpster trash_can bin cart_wheel hay haystack straw bale spinning_wheel loom anvil bellows bubble_gum "
    "cauliflower turnip beet gingerbread marshmallow popcorn lunchbox elastic_band rubber_band thermos "
    "stroller_toy  ball_of_yarn yarn thread needle "
    "button scissors tape glue paper origami paper_boat paper_airplane lifejacket life_jacket oxygen_tank "
    "machine machine_gun "
    "console keyboard monitor printer calculator test_tube flask beaker microscope syringe stethoscope bandage pill "
    "stretcher crutch coffin tombstone gravestone cross altar candle_holder menorah drumstick tambourine "
    "xylophone gramophone "
    "record_player record projector screen_door film_reel clapperboard megaphone sundial weathervane   meal    snack "
    "handkerchief ladle rolling_pin whisk oven_mitt grinder colander apron_string serving_dish ramekin "
    "spice_jar pea pod_of_peas "
    " nugget bagpipe fiddle lute lyre gong cymbal candlelight_lamp scepter orb carriage_wheel "
    "goldfish_bowl aquarium fishbowl terrarium skateboard_ramp goal goalpost hoop racket racquet shuttlecock "
    "frisbee boomerang dart dartboard "
    "dumbbell barbell treadmill medallion amulet locket music_box jack-in-the-box snow_globe nutcracker "
    "matchbox matchstick lighter pipe cigar grindstone millstone "
    "cube sphere cone cylinder pyramid triangle square circle_shape rectangle star_shape block brick plank "
    "board pillar column "
    "blackberry raspberry blueberry bowl_of_fruit fruit vegetable flower_pot flowerpot pot_plant sunglasses "
    "binocular  island_counter counter_top banana_peel "
    "jigsaw lantern_post cooler toolbox tool briefcase clipboard laptop_bag tote bin_bag shopping_cart "
    "shopping_bag stand_stall stall booth podium stage_light spotlight_lamp"
)
BIG = wordset(
    "house castle tower lighthouse windmill skyscraper building hut cottage barn church temple palace tent igloo"
)
"""Buildings: a place when one goes there, a thing in the picture when one passes."""

GARMENTS: Mapping[str, str] = {
    **{noun: noun for noun in (
        "coat", "jacket", "shirt", "blouse", "sweater", "hoodie", "cardigan", "vest", "dress", "skirt", "trousers",
        "jeans", "shorts", "apron", "robe", "cloak", "cape", "gown", "suit", "uniform", "hat", "cap", "crown", "helmet",
        "scarf", "gloves", "boots", "shoes", "sandals", "socks", "glasses", "sunglasses", "tie", "belt", "veil", "mask",
        "bonnet", "beanie", "turban", "kimono", "overalls", "pajamas", "swimsuit", "armor", "backpack", "necklace",
        "earrings", "raincoat", "poncho", "shawl", "mittens", "bow", "hood", "tuxedo", "toga", "sari", "headscarf",
        "blazer", "tunic", "leggings", "spacesuit", "tiara", "ribbon", "goggles", "eyepatch", "watch", "bracelet",
    )},
    "overcoat": "coat", "trenchcoat": "coat", "trench coat": "coat", "parka": "coat", "anorak": "raincoat",
    "windbreaker": "jacket", "bomber": "jacket", "t-shirt": "shirt", "tshirt": "shirt", "tee": "shirt", "polo": "shirt",
    "button-up": "shirt", "button-down": "shirt", "turtleneck": "sweater", "jumper": "sweater", "pullover": "sweater",
    "jersey": "shirt", "sweatshirt": "hoodie", "waistcoat": "vest", "sundress": "dress", "frock": "dress",
    "pants": "trousers", "slacks": "trousers", "chinos": "trousers", "pant": "trousers", "trouser": "trousers",
    "jean": "jeans", "short": "shorts", "mantle": "cloak", "bathrobe": "robe", "sunhat": "hat", "fedora": "hat",
    "top hat": "hat", "beret": "cap", "bandana": "headscarf", "kerchief": "headscarf", "boot": "boots",
    "shoe": "shoes", "sneaker": "shoes", "sneakers": "shoes", "loafer": "shoes", "loafers": "shoes", "heels": "shoes",
    "clog": "shoes", "slipper": "shoes", "slippers": "shoes", "sandal": "sandals", "sock": "socks",
    "eyeglass": "glasses", "eyeglasses": "glasses", "spectacles": "glasses", "spectacle": "glasses",
    "glove": "gloves", "mitten": "mittens", "earring": "earrings", "pyjamas": "pajamas", "nightgown": "gown",
    "nightdress": "gown", "overall": "overalls", "dungarees": "overalls", "jumpsuit": "overalls", "bikini": "swimsuit",
    "armour": "armor", "goggle": "goggles", "legging": "leggings", "labcoat": "coat", "lab coat": "coat",
    "straw hat": "hat", "bow tie": "bow", "bowtie": "bow", "wetsuit": "swimsuit", "corduroys": "trousers",
    "pajama": "pajamas", "cowl": "hood", "headband": "ribbon", "fleece": "jacket", "sari": "sari", "toque": "hat",
    "costume": "costume", "outfit": "outfit", "clothes": "outfit", "clothing": "outfit", "garment": "outfit",
    "tights": "leggings", "stockings": "socks", "pendant": "necklace", "choker": "necklace", "sunglass": "sunglasses",
}  # fmt: skip
"""Noun of clothing -> the kind that is drawn."""

BODY = wordset(
    "hand arm leg foot feet head face eye eyebrow brow ear nose mouth lip tooth teeth tongue chin cheek neck shoulder "
    "back chest belly stomach waist hip knee ankle wrist elbow finger fingertip thumb palm fist toe heel hair beard "
    "mustache moustache skin fur feather wing tail paw claw talon hoof beak trunk tusk horn antler mane whisker fin "
    "scale bone muscle skull blood heart brain lap body torso forehead eyelash bosom breast throat jaw forearm thigh "
    "snout muzzle hump flipper tentacle antenna proboscis mouthful grip gaze glance smile grin frown "
    "expression posture "
    "stance gesture silhouette profile bun braid ponytail bangs freckle wrinkle scar tear sweat breath voice "
    "fingernail hairline eyelid"
)

PARTS = wordset(
    "edge side top bottom end middle center centre corner tip rim surface inside outside interior exterior "
    "handle lid leg strap sleeve collar cuff hem pocket knot spine_book page cover label hull stern roof "
    "windshield bumper headlight taillight cockpit strings string reins rein "
    "hook hinge doorknob knob threshold pane pedal handlebar clamp rung prow rudder piece part half quarter "
    "rest bit slice portion section row layer trace trail path_line streak patch spot crack gap hole opening "
    "seam fold crease foreground background midground "
    "front rear corner base blade rail railing armrest backrest tabletop lamplight saucer's_door tread "
    "surroundings grounds"
)

NEVER = wordset(
    # light, sound, weather, sky
    "light sunlight moonlight starlight daylight lamplight firelight candlelight glow glare gleam glint "
    "flash shine shadow "
    "darkness dark brightness reflection sparkle shimmer ray beam sunbeam spotlight ambiance backlight "
    "highlight sound noise "
    "voice song music melody tune echo whisper shout cry scream laugh laughter click whistle_sound roar "
    "thunder lightning rain "
    "raindrop snow snowflake hail sleet fog mist haze wind breeze gust storm thunderstorm blizzard hurricane "
    "tornado cloud sun "
    "moon star sky rainbow sunset sunrise dawn dusk dew frost ice heat cold warmth weather air smoke steam "
    "dust sand mud "
    "dirt soil water wave tide current splash drop droplet puddle spray foam ripple flame spark ash ember "
    "smell scent aroma "
    "fragrance odor taste flavor atmosphere temperature horizon landscape scenery view scene sight vista "
    "backdrop setting "
    "panorama cityscape skyline seascape creation breath_air dust_cloud sunshine moonbeam drizzle downpour "
    "vapor mirage climate season "
    # film
    "frame picnic breakfast lunch dinner feast supper brunch match camera_view video clip film movie shot "
    "frame screen camera_angle close-up closeup angle lens zoom pan tilt footage image "
    "picture_frame perspective composition montage sequence cut fade transition viewer animation style "
    "render quality resolution "
    "k fps cinematic depth focus blur bokeh mm aspect ratio slow_motion motion tracking_shot panning insert "
    "two-shot tripod_shot "
    # time
    "time day night morning evening afternoon noon midday midnight hour minute second moment instant week "
    "month year decade "
    "century today tomorrow yesterday tonight spring summer autumn fall winter monday tuesday wednesday "
    "thursday friday "
    "saturday sunday january february march april may june july august september october november december "
    "beginning start "
    "end finish future past age era period while meanwhile once time_of_day season weekend birthday christmas "
    # direction, measure
    "left right up down north south east west way direction distance length height width speed pace meter metre mile "
    "kilometer inch pound degree number amount lot percent step stride turn course route line circle arc "
    "curve zigzag loop spiral "
    "position location spot point area space_area region midst inch mid-air midair middle level row order "
    "rate size shape color colour "
    # abstract
    "thing something anything nothing everything everyone anyone someone nobody thought idea dream hope wish "
    "fear joy love hate "
    "anger sadness happiness sorrow grief pain pleasure delight wonder surprise curiosity courage bravery "
    "strength power magic "
    "luck fortune life death soul mind memory story tale word name question answer reason truth lie secret "
    "promise plan "
    "problem trouble danger adventure journey trip travel voyage visit fight battle war peace friendship "
    "freedom work job task duty "
    "help care attention silence quiet calm peace energy effort skill talent grace beauty style elegance "
    "precision confidence "
    "excitement anticipation determination concentration relief pride satisfaction victory success failure "
    "defeat lesson "
    "chance choice decision change difference effect result cause purpose fact case matter sense feeling emotion mood "
    "spirit_mood temper nature world universe existence reality fate destiny history culture tradition "
    "ceremony event festival celebration "
    "meeting conversation talk speech chat discussion argument gossip news warning signal hint clue mystery "
    "instruction command rule law permission business money price cost value wage worth bargain deal trade "
    "exchange offer reward kindness goodness evil sin virtue honor shame guilt blame mercy forgiveness trust "
    "faith belief "
    "doubt worry anxiety panic terror horror disgust jealousy envy greed hunger thirst nap health sickness illness "
    "disease wound injury cure remedy movement action activity exercise practice performance show act deed "
    "trick joke fun "
    "play_fun sport competition contest attack escape rescue search hunt chase flight departure arrival "
    "return entrance exit "
    "approach descent ascent climb jump leap bound hop spin glide motion look stare glimpse nod shrug sigh "
    "kiss hug embrace handshake greeting "
    "welcome farewell goodbye thank thanks hello apology respect admiration gratitude affection comfort "
    "presence absence appearance "
    "behavior habit manner kind sort type form pattern detail element feature quality example instance "
    "aspect addition contrast variety mixture "
    "collection_abstract unity union harmony balance chaos mess confusion bustle hustle stir hum buzz rhythm "
    "beat pulse timing "
    "burst surge rush flurry swirl whirl blast blaze glimmer sunset_light spectacle display_show "
    "belonging possession need want desire use usage benefit support supply resource technology science art "
    "literature language "
    "knowledge wisdom information data experience experiment invention discovery development growth progress "
    "education study research training "
    "service opportunity possibility ability responsibility relationship connection contact bond link "
    "tension pressure force weight impact touch sensation texture "
    "impression opinion view_opinion attitude intention interest passion devotion loyalty honesty patience "
    "hesitation amazement awe "
    "ease difficulty hardship struggle challenge obstacle limit phase process procedure method technique system "
    "background_noise theme topic subject_topic content context title heading chapter paragraph sentence "
    "phrase verse poem rhyme legend myth fable tradition_story "
    "cast_list narrator_voice wind_gust stillness solitude loneliness companionship teamwork cooperation "
    "coordination expression_of teasing creating "
    "shadow_play fresh_air chill cool heat_haze underpainting identity everyday total rest mischief "
    "vengeance revenge cleverness nonsense heaven sake "
    "god's_sake self kin quest mission errand fatigue exhaustion wake hospitality kill catch "
    "instinct territory habitat ecosystem wildlife agility dive swoop perch_place cheer applause ovation"
)
"""Nouns that are heard, felt, thought, or part of the picture's light and air: never cast, never props."""

FOODS = wordset(
    "cake pie bread loaf sandwich pizza burger hamburger cookie biscuit candy lollipop chocolate pancake "
    "donut egg cheese apple banana orange pear lemon cherry "
    "strawberry grape berry watermelon pineapple coconut peach plum tomato potato carrot salad soup noodle "
    "rice meat steak sausage ham honey lunch breakfast meal dinner supper "
    "feast snack picnic fruit vegetable shoot food treat dessert fish popcorn marshmallow porridge stew nut "
    "acorn seed grass bamboo"
)
CONTAINERS = wordset(
    "cup glass bottle bowl plate basket box bag jar pot bucket mug can tin jug barrel sack crate chest tray "
    "pan vase dish kettle pail pouch"
)
PARTITIVES = wordset(
    "lump piece slice bit chunk handful spoonful loaf sheet scrap drop pinch bundle mound heap "
    "pile stack block bunch pair blade"
)
HELD = wordset(
    "hold carry grab lift pick grasp grip clutch drop throw toss catch wield fetch eat drink munch nibble "
    "juggle swing wave raise ride drive build"
)
HANDLES = wordset(
    "hold carry grab take lift pick grasp grip clutch drop throw toss catch bring give hand find fetch push "
    "pull drag pass wield raise "
                   "open close kick use place put set lay hang wear "
                   "show build make paint cut chop slice peel pour light "
                   "break fix repair buy sell steal hide eat drink read write play")  # fmt: skip
"""Verbs whose object is a thing that can be seen, even when its noun is in no table."""

ABSTRACT_ENDINGS = (
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ism",
    "ance",
    "ence",
    "ship",
    "hood",
    "dom",
    "ure",
    "ing",
    "acy",
    "ics",
    "logy",
    "th",
)
VAPOURS = wordset("smoke fire flame steam dust")
