"""Owns the words for animals: canonical names, aliases, young, and kinds named by breed. Does not know: drawings."""

# ruff: noqa: E501 (tables of words)

from __future__ import annotations

_ALIASES: dict[str, str] = {
    "fox": "vixen reynard",
    "wolf": "coyote jackal werewolf dingo wolfdog",
    "dog": "puppy pup hound doggy doggie spaniel terrier poodle labrador retriever husky corgi beagle mutt dachshund collie bulldog pug sheepdog dalmatian shepherd-dog wolfhound greyhound chihuahua cerberus",
    "cat": "kitten kitty tomcat tabby pussycat feline tom-cat",
    "bear": "grizzly bear-cub cub brown-bear",
    "polar-bear": "polarbear",
    "panda": "panda-bear",
    "rabbit": "bunny hare jackrabbit easter-bunny pika",
    "mouse": "mice field-mouse dormouse vole shrew chinchilla lemming jerboa",
    "rat": "rodent",
    "hedgehog": "echidna",
    "raccoon": "racoon",
    "possum": "opossum",
    "otter": "sea-otter",
    "beaver": "marmot groundhog woodchuck platypus",
    "badger": "wolverine",
    "monkey": "ape baboon orangutan macaque gibbon mandrill capuchin marmoset",
    "kangaroo": "wallaby joey quokka",
    "meerkat": "prairie-dog",
    "koala": "koala-bear wombat",
    "horse": "pony stallion mare foal colt filly steed mustang racehorse nag",
    "donkey": "mule ass burro",
    "cow": "calf cattle heifer",
    "bull": "ox yak steer",
    "pig": "piglet hog swine sow piggy",
    "boar": "wild-boar",
    "sheep": "lamb ewe lambkin",
    "goat": "billy-goat ibex chamois",
    "deer": "stag doe fawn buck hart roe bambi",
    "reindeer": "caribou",
    "moose": "elk",
    "rhino": "rhinoceros",
    "hippo": "hippopotamus tapir",
    "camel": "dromedary",
    "lion": "lioness lion-cub",
    "tiger": "tigress tiger-cub",
    "leopard": "jaguar puma cougar ocelot snow-leopard",
    "unicorn": "alicorn",
    "pegasus": "winged-horse hippogriff",
    "griffin": "gryphon sphinx",
    "dragon": "wyvern drake wyrm pterodactyl pterosaur",
    "longneck": "dinosaur brontosaurus brachiosaurus diplodocus apatosaurus sauropod dino",
    "stegosaurus": "stego ankylosaurus",
    "triceratops": "styracosaurus",
    "trex": "t-rex tyrannosaurus tyrannosaur velociraptor raptor godzilla",
    "monster": "beast creature demon gruffalo alien ogre-beast minotaur",
    "yeti": "bigfoot sasquatch abominable-snowman",
    "troll": "ogre goblin orc",
    "crocodile": "alligator croc gator caiman",
    "lizard": "gecko iguana chameleon salamander newt komodo axolotl skink",
    "turtle": "tortoise sea-turtle terrapin",
    "owl": "owlet",
    "crow": "cormorant raven rook jackdaw blackbird",
    "duck": "duckling mallard drake-duck",
    "goose": "gosling geese",
    "swan": "cygnet",
    "chicken": "hen quail partridge grouse",
    "rooster": "cock cockerel",
    "chick": "hatchling nestling",
    "parrot": "macaw parakeet cockatoo budgie budgerigar",
    "songbird": "bird cuckoo bluebird finch canary nightingale swallow lark wren tit thrush starling cardinal birdie bluetit bluejay",
    "robin": "redbreast",
    "pigeon": "homing-pigeon",
    "dove": "turtledove",
    "seagull": "gull albatross tern petrel",
    "ostrich": "emu",
    "peacock": "peahen peafowl pheasant",
    "heron": "crane egret",
    "stork": "ibis",
    "vulture": "condor",
    "phoenix": "firebird",
    "turkey": "gobbler",
    "fish": "salmon goldfish trout carp clownfish minnow cod tuna herring koi guppy pike stingray tadfish angelfish catfish piranha barracuda swordfish anchovy sardine haddock",
    "dolphin": "porpoise",
    "whale": "humpback narwhal beluga blue-whale sperm-whale",
    "orca": "killer-whale",
    "seahorse": "sea-horse",
    "seal": "sea-lion sealion manatee",
    "octopus": "kraken",
    "crab": "hermit-crab",
    "lobster": "crayfish shrimp prawn krill",
    "starfish": "sea-star",
    "jellyfish": "medusa",
    "snake": "serpent viper cobra python adder rattlesnake anaconda boa eel lamprey slowworm basilisk hydra",
    "frog": "tadpole treefrog tree-frog bullfrog",
    "butterfly": "monarch-butterfly",
    "bee": "bumblebee wasp hornet honeybee fly mosquito gnat firefly",
    "ladybug": "ladybird",
    "beetle": "bug insect scarab cockroach cicada flea weevil stag-beetle",
    "spider": "tarantula scorpion",
    "dragonfly": "damselfly",
    "grasshopper": "cricket locust mantis",
    "worm": "earthworm maggot",
    "caterpillar": "centipede millipede inchworm",
    "snail": "slug",
    "springbok": "gazelle impala",
    "antelope": "oryx kudu eland gemsbok",
    "wildebeest": "gnu",
    "bison": "buffalo aurochs",
    "llama": "alpaca vicuna",
    "ram": "bighorn",
    "lynx": "bobcat wildcat",
    "hamster": "gerbil chinchilla lemming",
    "armadillo": "pangolin",
    "anteater": "aardvark",
    "weasel": "ferret mink stoat marten mongoose polecat",
    "chimpanzee": "chimp bonobo",
    "lemur": "aye-aye",
    "guinea-pig": "cavy",
    "ant": "termite",
    "chipmunk": "gopher",
    "shark": "sawfish hammerhead",
    "hawk": "falcon kestrel osprey buzzard harrier",
    "kingfisher": "kookaburra bee-eater",
    "puffin": "auk",
}  # fmt: skip
_BY_ALIAS: dict[str, str] = {alias: name for name, words in _ALIASES.items() for alias in words.split()}
_THINGS = frozenset({"hot", "teddy", "rocking", "toy", "rubber", "stuffed", "paper", "wooden", "hobby"})
"""First words of compounds that name things: a rocking horse is no horse."""
YOUNG = frozenset(
    [
        "puppy",
        "pup",
        "kitten",
        "kitty",
        "cub",
        "bear-cub",
        "lion-cub",
        "tiger-cub",
        "foal",
        "colt",
        "filly",
        "calf",
        "piglet",
        "lamb",
        "lambkin",
        "kid",
        "fawn",
        "duckling",
        "gosling",
        "cygnet",
        "owlet",
        "joey",
        "bunny",
        "hatchling",
        "chick",
        "nestling",
    ]
)
"""Words that name a young animal: larger head, shorter legs."""
COATS: dict[str, tuple[str, ...]] = {
    "raven": ("black",), "blackbird": ("black",), "swallow": ("navy", "white"), "goldfish": ("orange",),
    "salmon": ("coral",), "trout": ("silver",), "canary": ("yellow",), "cardinal": ("red",), 
    "nightingale": ("brown", "cream"), "lioness": (), "duckling": ("yellow",), "cygnet": ("silver",), "husky": ("grey", "white"),
    "dalmatian": ("white",), "poodle": ("white",), "labrador": ("golden",), "retriever": ("golden",), "fly": ("charcoal",),
    "snow-leopard": ("silver",), "puma": ("tan",), "cougar": ("tan",), "hare": ("tan",),  "goblin": ("green",), "coyote": ("tan", "cream"),
    "finch": ("gold", "cream"), "lark": ("tan", "cream"), "wren": ("brown", "tan"), "bluejay": ("azure", "white"), 
    "yak": ("chestnut",), "lamb": ("white",), "emu": ("brown",), "orangutan": ("rust",), "slug": ("olive",),
    "gosling": ("yellow",), 
}  # fmt: skip
"""Coats that a word implies when the story gives none."""


def resolve(noun: str, known: frozenset[str]) -> str | None:
    """The canonical species that a noun names ("brown bear" and "bears" included), or None."""
    word = noun.strip().lower().replace(" ", "-").replace("_", "-")
    if word.partition("-")[0] in _THINGS:
        return None
    for candidate in (word, word.removesuffix("s"), word.removesuffix("es"), word.rpartition("-")[2]):
        if candidate in known:
            return candidate
        if candidate in _BY_ALIAS:
            return _BY_ALIAS[candidate]
    return None


def alias_of(noun: str) -> str:
    """The word as the tables spell it."""
    return noun.strip().lower().replace(" ", "-").replace("_", "-")
