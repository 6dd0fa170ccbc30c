"""Owns the word tables of who can act: people, animals, fabled beings, groups, and what they tell of age and gender.

Does not know: sentences, entities.
"""

from __future__ import annotations

from collections.abc import Mapping

from planners.backends.rules.tables import wordset

FEMALE = wordset(
    "woman girl mother mom mum mommy mama grandmother grandma granny sister daughter aunt niece queen princess "
    "duchess countess lady wife bride witch actress waitress hostess heroine goddess nun maid maiden stepmother "
    "mermaid fairy ballerina housewife widow empress hen cow mare ewe lioness tigress vixen nanny governess "
    "schoolgirl stewardess seamstress milkmaid lass dame madam miss mrs ms sorceress priestess enchantress"
)
MALE = wordset(
    "man boy father dad daddy papa grandfather grandpa brother son uncle nephew king prince duke count lord "
    "husband groom wizard actor waiter host hero god monk stepfather fisherman businessman policeman fireman "
    "postman mailman milkman snowman gentleman horseman huntsman woodsman rooster bull stallion ram cowboy "
    "schoolboy knight emperor baron sir mr sultan lad fellow guy bloke youth merman sorcerer bachelor widower friar "
    "cockerel drake gander priest butler"
)
YOUNG = wordset(
    "child boy girl kid toddler schoolboy schoolgirl pupil kitten puppy cub calf foal lamb duckling chick piglet "
    "gosling fawn kid youngster lad lass toddler daughter son"
)
BABIES = wordset("baby infant newborn")
ELDERS = wordset("grandmother grandma granny grandfather grandpa elder crone hag gran grandparent granddad")
TEENS = wordset("teenager teen adolescent youth")

PEOPLE = (frozenset(("cardinal", "pilgrim", "minstrel")) | FEMALE | MALE | YOUNG | BABIES | ELDERS | TEENS) - wordset(
    "hen cow mare ewe lioness tigress vixen rooster bull stallion ram kitten puppy cub calf foal lamb duckling chick "
    "piglet gosling fawn mermaid merman fairy snowman witch wizard god goddess cockerel drake gander"
) | wordset(
    "person human adult artist painter sculptor musician singer dancer drummer guitarist pianist violinist "
    "conductor composer writer author poet journalist reporter photographer filmmaker director detective inspector "
    "witness suspect policewoman officer policeperson cop sheriff guard soldier sailor captain pirate admiral general "
    "colonel lieutenant sergeant warrior archer gladiator samurai ninja knight squire peasant farmer gardener shepherd "
    "shepherdess goatherd miller baker butcher cook chef barista bartender waiter grocer shopkeeper seller "
    "vendor merchant trader "
    "tailor cobbler shoemaker blacksmith carpenter builder mason plumber electrician mechanic engineer architect "
    "scientist astronomer inventor professor teacher student pupil schoolmaster schoolteacher tutor "
    "librarian doctor nurse surgeon "
    "dentist vet veterinarian patient pharmacist lawyer judge clerk secretary manager boss worker employee employer "
    "driver pilot astronaut cosmonaut cyclist biker rider jockey racer runner skier surfer swimmer diver "
    "climber hiker skater "
    "skateboarder snowboarder boxer wrestler athlete player goalkeeper footballer coach referee umpire "
    "gymnast acrobat juggler clown magician "
    "fisher fisherwoman hunter woodcutter lumberjack ranger explorer adventurer traveler traveller tourist "
    "visitor guest "
    "passenger pedestrian commuter stranger neighbor neighbour friend companion partner lover fiance fiancee couple "
    "parent sibling twin cousin grandchild grandson granddaughter grandparent spouse relative ancestor "
    "keeper owner master mistress servant butler cleaner janitor porter messenger postwoman courier landlord "
    "innkeeper host beggar thief robber burglar criminal villain prisoner hostage spy assassin bandit outlaw "
    "mayor president minister official politician ambassador delegate speaker announcer presenter "
    "priest bishop pope preacher pilgrim hermit saint prophet shaman rabbi imam "
    "hero heroine leader chief chieftain ruler noble nobleman noblewoman baroness jester bard minstrel "
    "orphan newcomer crew_member bystander onlooker spectator crewmate teammate classmate roommate colleague "
    "coworker volunteer "
    "ferryman boatman boatswain coachman cabman rickshaw_puller watchman lamplighter chimney_sweep sweep nun lifeguard "
    "firefighter paramedic flight_attendant caretaker babysitter toddler apprentice mentor intern researcher "
    "technician programmer developer designer model influencer vlogger dj rapper fan customer shopper client buyer "
    "lady laborer labourer miner welder potter weaver spinner beekeeper birdwatcher storyteller narrator mother-in-law "
    "father-in-law horsewoman snowboarder figure_skater tightrope_walker street_performer lighthouse_keeper zookeeper "
    "toymaker watchmaker clockmaker candlemaker ringmaster gatekeeper doorman bellboy busker schoolchild grandchild "
    "protagonist folk fairytale_prince crossing_guard mountaineer cameraman camerawoman"
)

ANIMALS = wordset(
    "cat kitten dog puppy wolf fox bear polar_bear grizzly panda red_panda koala kangaroo wombat possum "
    "opossum sugar_glider rabbit "
    "bunny hare squirrel chipmunk raccoon badger beaver otter hedgehog porcupine skunk mole mouse rat "
    "hamster gerbil guinea_pig "
    "shrew vole weasel ferret mink lion lioness tiger tigress leopard cheetah jaguar panther lynx cougar puma bobcat "
    "hyena jackal coyote meerkat mongoose monkey ape gorilla chimpanzee chimp orangutan baboon gibbon lemur sloth "
    "anteater armadillo aardvark elephant rhinoceros rhino hippopotamus hippo giraffe zebra horse pony foal mare "
    "stallion donkey mule ass cow bull ox calf buffalo bison yak goat kid sheep lamb ram ewe pig piglet hog boar "
    "deer stag doe fawn moose elk reindeer caribou antelope gazelle wildebeest springbok impala camel llama alpaca "
    "bird sparrow pigeon dove robin crow raven magpie jay blackbird thrush finch canary parrot parakeet "
    "budgie cockatoo "
    "toucan macaw hummingbird woodpecker kingfisher swallow swift wren owl eagle falcon hawk kite_bird "
    "buzzard vulture condor "
    "seagull gull albatross pelican heron stork crane_bird flamingo swan goose gosling duck duckling hen chicken chick "
    "rooster cockerel cock turkey peacock ostrich emu penguin puffin kiwi quail pheasant partridge "
    "nightingale lark cuckoo "
    "fish goldfish salmon trout tuna shark whale dolphin orca porpoise seal sea_lion walrus manatee octopus squid "
    "jellyfish lobster crab shrimp prawn starfish seahorse clownfish pufferfish eel stingray ray_fish "
    "manta_ray swordfish carp koi "
    "snake python cobra viper lizard gecko iguana chameleon crocodile alligator turtle tortoise sea_turtle "
    "frog toad newt salamander "
    "tadpole insect butterfly moth dragonfly bee bumblebee wasp hornet ant beetle ladybug ladybird fly mosquito "
    "grasshopper cricket caterpillar worm earthworm snail slug spider scorpion firefly centipede mantis "
    "dinosaur tyrannosaurus t-rex triceratops stegosaurus brontosaurus pterodactyl velociraptor mammoth "
    "animal beast pet hound greyhound bulldog poodle corgi husky labrador retriever golden_retriever terrier "
    "beagle chihuahua dachshund collie "
    "shepherd_dog german_shepherd dalmatian cub gelding steed jade nag colt filly crocodile "
    "livestock cattle critter snow_leopard "
    "mountain_goat barn_owl snowy_owl arctic_fox honeybee sea_otter hermit_crab water_buffalo guard_dog "
    "sheepdog sheep_dog baby_bird"
)
FABLED = wordset(
    "dragon unicorn pegasus phoenix griffin griffon mermaid merman fairy elf dwarf gnome goblin troll ogre "
    "giant giantess witch "
    "wizard sorcerer sorceress ghost spirit specter phantom demon devil angel vampire werewolf zombie "
    "skeleton mummy monster "
    "creature alien robot android cyborg snowman snowwoman scarecrow genie leprechaun centaur minotaur "
    "cyclops hydra kraken "
    "yeti bigfoot superhero god goddess imp sprite pixie nymph golem gingerbread_man puppet teddy_bear toy_soldier "
    "tin_soldier wooden_horse sea_monster sea_serpent serpent djinn jinn nixie brownie"
)
GENERIC_BEINGS = wordset("animal beast creature critter being monster bird fish insect pet")

GROUPS: Mapping[str, int] = {
    "group": 4, "crowd": 6, "family": 4, "herd": 5, "pack": 4, "flock": 6, "team": 4, "crew": 4, "army": 6, "pair": 2,
    "couple": 2, "trio": 3, "quartet": 4, "duo": 2, "gang": 4, "band": 4, "swarm": 6, "school": 6, "pride": 4,
    "troop": 5, "audience": 6, "class": 5, "litter": 4, "brood": 4, "handful": 4, "bunch": 5, "delegation": 4,
    "party": 5,
    "squad": 4, "choir": 5, "orchestra": 6, "row": 4, "line": 4, "dozen": 12, "colony": 6, "company": 5,
    "committee": 4, "regiment": 6, "throng": 6, "mob": 6, "tribe": 5, "community": 5, "stack": 4, "pile": 4,
    "number": 4,
    "cluster": 4, "bouquet": 5, "string": 4, "set": 4, "series": 4, "pod": 4, "parade": 5, "procession": 5, "circle": 5,
}  # fmt: skip
"""Collective noun -> how many are drawn when the text does not say."""
PEOPLE_GROUPS = wordset(
    "crowd family team crew army couple audience class delegation gang choir orchestra squad committee "
    "regiment throng mob tribe community band people folk staff "
    "public police cavalry congregation troupe household crowd public population company party government "
    "mankind humanity"
)
ANIMAL_GROUPS = wordset("herd pack flock swarm litter brood pod colony")
EPITHET_GROUPS = wordset(
    "friend pair two couple duo three four trio child kid sibling brother sister twin animal companion other "
    "all both everyone "
    "partner character group family traveler traveller adventurer lover boy girl man woman people parent "
    "creature person "
    "teammate player two_friend colleague comrade figure adult explorer"
)
"""Plural nouns that may stand for individuals named before."""

NUMBERS: Mapping[str, int] = {
    "one": 1, "a": 1, "an": 1, "single": 1, "lone": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "twenty": 20, "pair": 2,
    "couple": 2, "few": 3, "several": 4, "some": 3, "many": 6, "various": 4, "numerous": 6, "countless": 8, "lots": 6,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100, "thousand": 1000,
}  # fmt: skip
VAGUE_NUMBERS = wordset("few several some many various numerous countless lots pair_of hundred thousand")

HYPERNYMS: Mapping[str, frozenset[str]] = {
    "bird": wordset(
        "sparrow pigeon dove robin crow raven magpie jay blackbird thrush finch canary parrot parakeet toucan macaw "
            "hummingbird woodpecker kingfisher swallow swift wren owl eagle falcon hawk buzzard vulture condor "
            "seagull gull "
            "albatross pelican heron stork flamingo swan goose duck hen chicken rooster turkey peacock ostrich "
            "penguin puffin "
        "nightingale lark cuckoo phoenix"
    ),
    "fish": wordset("goldfish salmon trout tuna shark carp koi clownfish pufferfish eel swordfish"),
    "insect": wordset(
        "butterfly moth dragonfly bee bumblebee wasp hornet ant beetle ladybug fly mosquito grasshopper cricket"
    ),
    "feline": wordset("cat kitten lion tiger leopard cheetah jaguar panther lynx cougar puma"),
    "hound": wordset("dog puppy"),
    "pup": wordset("dog puppy wolf seal"),
    "puppy": wordset("dog"),
    "kitten": wordset("cat"),
    "kitty": wordset("cat kitten"),
    "chimp": wordset("chimpanzee"),
    "rodent": wordset("mouse rat hamster gerbil squirrel"),
    "reptile": wordset("snake lizard crocodile alligator turtle tortoise"),
    "ape": wordset("gorilla chimpanzee orangutan"),
    "serpent": wordset("snake dragon"),
    "steed": wordset("horse pony unicorn"),
    "vessel": wordset("boat ship sailboat yacht ferry canoe raft rowboat"),
    "boat": wordset("sailboat rowboat canoe ferry yacht ship"),
    "ship": wordset("boat sailboat spaceship"),
    "saucer": wordset("flying_saucer spaceship ufo"),
    "craft": wordset("boat ship spaceship rocket flying_saucer"),
    "vehicle": wordset("car truck bus van motorcycle taxi lorry jeep train racing_car"),
    "automobile": wordset("car"),
    "car": wordset("taxi jeep racing_car limousine"),
    "bike": wordset("bicycle motorcycle"),
    "plane": wordset("airplane aeroplane jet"),
}  # fmt: skip
"""General noun -> nouns of entities that it may stand for."""

CORE_ROLES = wordset(
    "knight pirate chef queen king prince princess witch wizard doctor nurse teacher farmer soldier sailor captain "
    "detective police_officer police firefighter astronaut artist painter musician singer dancer clown "
    "magician cook baker "
    "gardener fisherman hunter waiter waitress pilot driver engineer scientist keeper student priest monk nun judge "
    "robot cowboy ninja samurai explorer guard servant maid butler merchant blacksmith carpenter miller "
    "shepherd mechanic "
    "photographer athlete runner swimmer racer cyclist superhero ballerina boxer builder barista official librarian "
    "shopkeeper postman schoolmaster"
)

RIDDEN = wordset(
    "horse pony donkey mule camel elephant unicorn dragon bicycle bike motorcycle broomstick ostrich "
    "reindeer scooter skateboard"
)
