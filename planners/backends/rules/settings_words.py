"""Owns the word tables of where and when: places and the things that give them away, time, weather, mood.

Does not know: sentences, entities.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.backends.rules.tables import wordset


def _table(text: str) -> dict[str, str]:
    """`kitchen: kitchen kitchenette` lines to {word: canonical noun}; an underscore stands for a space."""
    out: dict[str, str] = {}
    for line in text.strip().splitlines():
        canonical, _, words = line.partition(":")
        for word in (canonical, *words.split()):
            out[word.strip().replace("_", " ")] = canonical.strip().replace("_", " ")
    return out


PLACES: Mapping[str, str] = _table("""
beach: seashore shore seaside sand_dune dunes coast coastline shoreline tideline sandbank strand
sea: ocean open_sea high_seas seas waves
underwater: seabed sea_floor ocean_floor coral_reef reef kelp_forest seafloor
river: stream brook creek riverbank riverside watering_hole waterhole ford canal rapids
waterfall: cascade
lake: pond lakeside lakeshore lagoon pool_of_water fjord
forest: woods woodland wood grove thicket pine_forest clearing glade canopy treetops forest_floor undergrowth
jungle: rainforest rain_forest
meadow: field pasture prairie wheat_field cornfield green_field farmland countryside heath moor
grassland: savannah savanna plain plains steppe grassy_plain grass_plain
desert: dune wasteland mesa canyon badlands oasis
mountain: mountains mountainside mountaintop peak summit ridge valley slope alps highlands ravine gorge crag
cliff: cliffs clifftop headland bluff
mountain: mountain_pass pass ledge hillside_rock
hill: hills hillside hilltop knoll
cave: cavern grotto den lair burrow
island: isle islet
swamp: marsh bog wetland
snowfield: tundra arctic antarctic glacier ice_floe iceberg snowy_plain icy_landscape polar_landscape north_pole
snowfield: south_pole frozen_lake ice_field snowscape
village: hamlet settlement mill_village town small_town
street: alley lane avenue boulevard sidewalk pavement crossroads intersection city_street crosswalk block_street
street: town_square square plaza courtyard
road: starting_line finish_line finishing_line
road: highway path trail footpath open_road country_road freeway motorway roadside track_road dirt_road
city: downtown metropolis rooftop skyscrapers cityscape skyline capital
park: city_park
garden: backyard yard lawn orchard greenhouse vineyard flowerbed vegetable_garden front_yard flower_garden
playground: sandbox schoolyard
farm: farmyard barnyard farmhouse
barn: stable shed stall_barn coop henhouse
bridge: footbridge drawbridge
harbor: harbour port dock pier wharf marina quay jetty
deck: ship_deck
castle: palace fortress
castle_hall: throne_room great_hall ballroom banquet_hall royal_court court
tower: lighthouse turret
kitchen: kitchenette pantry
bedroom: bedchamber nursery dormitory chamber
bathroom: washroom restroom
living_room: sitting_room lounge parlor parlour drawing_room apartment flat den_room
dining_room: dining_nook dining_hall
house: home cottage cabin hut mansion manor villa farmstead homestead
hallway: corridor hall foyer lobby staircase stairwell landing entryway stairs stairway
attic: loft garret
cellar: basement vault
dungeon: oubliette
classroom: schoolroom lecture_hall
school: university college campus academy
library: archive bookshop bookstore
hospital: clinic ward infirmary doctor's_office
office: workplace boardroom meeting_room conference_room interview_room interrogation_room police_station
office: study_room study
cafe: coffee_shop coffeehouse tearoom café board_game_cafe diner
restaurant: bistro trattoria
inn: tavern pub bar saloon
shop: store supermarket bakery grocery boutique toy_shop toyshop butcher's
market: marketplace bazaar market_stall souk
fairground: fair funfair carnival amusement_park theme_park
station: train_station railway_station platform subway_station bus_stop bus_station
airport: runway hangar terminal
church: cathedral chapel temple monastery abbey
museum: gallery art_gallery exhibition
theatre: school_hall assembly_hall stage theater concert_hall opera_house auditorium
circus: circus_tent big_top circus_ring
gym: gymnasium
stadium: arena pitch football_field soccer_field court_sport racetrack race_track
stadium: basketball_court tennis_court race_course
laboratory: lab
workshop: garage smithy forge workbench studio atelier
factory: warehouse mill foundry
space: outer_space orbit galaxy spaceship_interior
moon: lunar_surface mars planet_surface
sky: clouds air_sky mid-air
prison: jail cell jail_cell
cemetery: graveyard churchyard
camp: campsite camping_ground campground
ruins: ruin temple_ruins
pool: swimming_pool poolside
rooftop: roof rooftop_terrace terrace balcony
train_carriage: train_compartment compartment
tunnel: sewer mine subway_tunnel
construction_site:
construction site: building_site
volcano: crater lava_field
""")
"""Word for a place -> the canonical noun that scenery is drawn for."""

AMBIGUOUS: Mapping[str, str] = {
    "stage": "on", "court": "at", "track": "on", "bar": "at", "wood": "through", "fair": "at", "hall": "in",
    "mine": "in",
    "square": "in", "port": "in", "platform": "on", "plain": "across", "landing": "on", "cell": "in", "den": "in",
    "field": "in", "home": "at", "moon": "on", "deck": "on", "pool": "in", "bridge": "on", "tower": "in", "camp": "at",
}  # fmt: skip

INDOORS = frozenset(
    [
        "castle hall",
        "kitchen",
        "bedroom",
        "bathroom",
        "living room",
        "dining room",
        "hallway",
        "attic",
        "cellar",
        "circus",
        "dungeon",
        "classroom",
        "library",
        "hospital",
        "office",
        "cafe",
        "restaurant",
        "inn",
        "shop",
        "church",
        "museum",
        "theatre",
        "gym",
        "laboratory",
        "workshop",
        "factory",
        "prison",
        "train carriage",
        "barn",
        "cave",
        "tunnel",
    ]
)

CUES: Mapping[str, str] = {
    "toothbrush": "bathroom", "building": "city", "skyscraper": "city", "bathtub": "bathroom", "shower": "bathroom",
    "toilet": "bathroom", "toothpaste": "bathroom",
    "breakfast table": "kitchen", "stove": "kitchen", "oven": "kitchen", "countertop": "kitchen", "counter": "kitchen",
    "fridge": "kitchen", "refrigerator": "kitchen", "cutting board": "kitchen", "saucepan": "kitchen",
    "frying pan": "kitchen",
    "dining table": "dining room", "sofa": "living room", "couch": "living room", "armchair": "living room",
    "fireplace": "living room", "hearth": "living room", "television": "living room", "rug": "living room",
    "raised bed": "garden", "garden bed": "garden",
    "flower bed": "garden", "river bed": "river", "bed": "bedroom", "blanket": "bedroom",
    "pillow": "bedroom", "wardrobe": "bedroom", "mattress": "bedroom",
    "tree branch": "forest", "branch": "forest", "eucalyptus tree": "forest", "eucalyptus": "forest", "tree": "meadow",
    "log": "forest", "mushroom": "forest", "campfire": "camp", "bonfire": "camp", "tent": "camp",
    "blackboard": "classroom", "chalkboard": "classroom", "bookshelf": "library", "bookcase": "library",
    "wave": "sea", "sail": "sea", "sandcastle": "beach", "seashell": "beach", "surfboard": "sea", "palm tree": "beach",
    "coral": "underwater", "seaweed": "underwater", "cactus": "desert", "haystack": "farm", "tractor": "farm",
    "flower": "meadow", "grass": "meadow", "savannah grass": "grassland", "throne": "castle hall", "altar": "church",
    "city wire": "street", "wire": "street", "traffic light": "street", "lamppost": "street", "mailbox": "street",
    "taxi": "street", "van": "street", "lorry": "road",
    "microscope": "laboratory", "test tube": "laboratory", "anvil": "workshop", "cash register": "shop",
    "checkered flag": "stadium", "hairpin turn": "stadium", "asteroid": "space", "spaceship": "space",
    "planet": "space",
    "swing": "playground", "slide": "playground", "seesaw": "playground", "picnic blanket": "meadow",
    "picnic": "meadow",
    "beehive": "garden", "flowerbed": "garden", "anchor": "harbor", "iceberg": "snowfield", "ice": "snowfield",
    "snowman": "snowfield", "trophy": "stadium", "desk": "office", "menu": "restaurant", "pulpit": "church",
    "whiteboard": "classroom", "window sill": "living room", "windowsill": "living room", "front door": "house",
    "ditch": "road", "pavement": "street", "gutter": "street", "drain": "street", "racing car": "stadium",
    "iceberg floe": "snowfield",
    "bathwater": "bathroom", "sink": "bathroom", "desk lamp": "office", "hay": "barn", "manger": "barn",
    "goalpost": "stadium",
}  # fmt: skip
"""Thing -> the place that it gives away when no place is stated."""

DWELLERS: Mapping[str, str] = {
    "shark": "underwater", "octopus": "underwater", "squid": "underwater", "jellyfish": "underwater",
    "fish": "underwater",
    "clownfish": "underwater", "stingray": "underwater", "seahorse": "underwater", "lobster": "underwater",
    "whale": "sea",
    "dolphin": "sea", "boat": "sea", "ship": "sea", "sailboat": "sea", "penguin": "snowfield",
    "polar bear": "snowfield",
    "seal": "snowfield", "camel": "desert", "giraffe": "grassland", "elephant": "grassland", "lion": "grassland",
    "zebra": "grassland",
    "antelope": "grassland", "gazelle": "grassland", "cheetah": "grassland", "monkey": "jungle", "tiger": "jungle",
    "gorilla": "jungle",
    "orangutan": "jungle", "chimpanzee": "jungle", "parrot": "jungle", "cow": "meadow", "sheep": "meadow",
    "horse": "meadow", "chicken": "farm",
    "pig": "farm", "hen": "farm", "rooster": "farm", "deer": "forest", "fox": "forest", "wolf": "forest",
    "bear": "forest", "squirrel": "forest",
    "owl": "forest", "hedgehog": "forest", "astronaut": "space", "rocket": "space", "car": "street",
    "bus": "street", "truck": "road",
    "motorcycle": "road", "train": "station", "airplane": "sky", "plane": "sky", "helicopter": "sky",
    "rabbit": "meadow",
    "butterfly": "garden", "bee": "garden", "eagle": "mountain", "falcon": "mountain", "frog": "lake",
    "duck": "lake", "swan": "lake",
    "horseman": "road", "crocodile": "river", "hippopotamus": "river", "goat": "hill", "panda": "forest",
    "koala": "forest",
    "spaceship": "space", "rhinoceros": "grassland", "camper": "camp", "ballerina": "theatre", "mermaid": "underwater",
}  # fmt: skip
"""Who lives where: the last resort for a place, for who is first named."""

TIMES: Mapping[str, str] = {
    "dawn": "dawn", "sunrise": "dawn", "daybreak": "dawn", "early morning": "dawn", "first light": "dawn",
    "crack of dawn": "dawn", "morning": "day", "midday": "day", "noon": "day", "afternoon": "day", "daytime": "day",
    "daylight": "day",
    "sunlight": "day", "sunshine": "day", "sunny": "day", "blue sky": "day", "blue skies": "day",
    "late afternoon": "day", "next day": "day",
    "breakfast": "day", "lunch": "day", "lunchtime": "day", "dusk": "dusk", "sunset": "dusk", "twilight": "dusk",
    "evening": "dusk",
    "golden hour": "dusk", "sundown": "dusk", "nightfall": "dusk", "setting sun": "dusk", "gloaming": "dusk",
    "night": "night", "nighttime": "night", "midnight": "night", "moonlight": "night", "moonlit": "night",
    "starry": "night", "overnight": "night",
    "full moon": "night", "starlight": "night", "stars": "night", "nocturnal": "night", "tonight": "night",
    "stargazing": "night", "bedtime": "night",
    "moon": "night", "nights": "night", "mornings": "day", "day": "day", "rising sun": "dawn", "blazing sun": "day",
    "sundrenched": "day",
    "sun-drenched": "day", "sunlit": "day", "moonrise": "night", "pitch dark": "night", "suppertime": "dusk",
    "o'clock": "day",
    "sun rose": "dawn", "sun rises": "dawn", "sun came up": "dawn", "sun comes up": "dawn", "sun set": "dusk",
    "sun sets": "dusk", "sun sank": "dusk", "sun went down": "dusk", "sun goes down": "dusk",
}  # fmt: skip

WEATHERS: Mapping[str, str] = {
    "rain": "rain", "rains": "rain", "rained": "rain", "raining": "rain", "rainy": "rain", "raindrop": "rain",
    "raindrops": "rain", "drizzle": "rain", "downpour": "rain",
    "shower of rain": "rain", "snow": "snow", "snows": "snow", "snowed": "snow", "snowing": "snow",
    "snowflake": "snow", "snowflakes": "snow", "snowfall": "snow",
    "blizzard": "snow", "snowstorm": "snow", "whiteout": "snow", "snowy": "snow", "storm": "storm",
    "stormy": "storm", "thunderstorm": "storm", "thunderstorms": "storm",
    "thunder": "storm", "lightning": "storm", "tempest": "storm", "hurricane": "storm", "gale": "storm",
    "fog": "fog", "foggy": "fog",
    "mist": "fog", "misty": "fog", "haze": "fog", "hazy": "fog", "wind": "wind", "windy": "wind", "breeze": "wind",
    "gust": "wind", "gusts": "wind", "windswept": "wind",
    "breezy": "wind", "cloudy": "cloudy", "overcast": "cloudy", "clouds": "cloudy", "grey sky": "cloudy",
    "gray sky": "cloudy",
    "heavy clouds": "cloudy", "sunny": "clear", "clear sky": "clear", "clear skies": "clear", "blue sky": "clear",
    "blue skies": "clear",
    "sunlight": "clear", "sunshine": "clear", "blazing sun": "clear", "bright sun": "clear", "cloudless": "clear",
    "sleet": "snow", "clear night": "clear",
    "ray of sunlight": "clear", "rainstorm": "rain", "sun shone": "clear", "sun shines": "clear",
}  # fmt: skip
WEATHER_STRENGTH: Mapping[str, int] = {"clear": 1, "cloudy": 2, "wind": 3, "fog": 4, "rain": 5, "snow": 5, "storm": 6}

MOODS: Mapping[str, str] = {}
_MOODS = {
    "happy": "happy happily joy joyful joyfully joyous cheerful cheerfully merry merrily laugh laughs laughing "
    "laughed smile smiles smiled smiling delight delighted playful playfully celebrate celebrates "
    "celebration festive glad triumphant triumphantly dance dancing fun excited excitedly eager eagerly",
    "sad": "sad sadly sorrow sorrowful weep weeping wept cry cries cried crying tears tear grief mourn mourning "
    "lonely alone gloomy heartbroken miserable funeral died dead death farewell melancholy",
    "tense": "tense danger dangerous dangerously attack attacks stalk stalks chase chases chased pursuit escape "
    "escapes struggle struggles prowl prowls suspense desperate desperately threatening ambush ambushes hunt "
    "hunts criminals battle fight",
    "afraid": "afraid scared frightened fear fearful terror terrified horror horrified tremble trembling haunted ghost "
    "ghosts dread scream screamed screams panic spooky eerie nightmare",
    "angry": "angry angrily anger furious rage fury shout shouted yell yelled scold scolded snarl snarls growl growls",
    "tender": "tender tenderly gentle gently love loving lovingly hug hugs hugged embrace embraces kiss kissed cuddle "
    "caress caresses nuzzle nuzzles mother's baby affection affectionate",
    "wonder": "wonder magical magic enchanted marvel marvelous amazed awe miracle mysterious sparkling glittering "
    "spectacular spectacle breathtaking majestic majestically fireworks aurora",
    "funny": "funny silly comical comically hilarious joke jokes clumsy clumsily clown giggle giggles giggled goofy "
    "wobbles trips",
    "calm": "calm calmly peaceful peacefully quiet quietly serene silent silently still tranquil rest rests resting "
    "cozy relaxed contentedly asleep sleep sleeps slept nap",
}
MOODS = {word: mood for mood, words in _MOODS.items() for word in words.split()}
NATIONS = wordset(
    "earth africa antarctica europe america asia hong kong paris london rome england france china japan india egypt"
)
NEGLIGIBLE = wordset(
    "world country countryside_generic land earth ground floor air place somewhere area scene distance "
    "horizon landscape"
)
