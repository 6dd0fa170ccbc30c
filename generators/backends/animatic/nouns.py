"""Owns which nouns share a picture because they name the same thing.

Each row is `picture: noun, noun ...`; every other name of a row finds the picture. Does not know: how it is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

_SAME = """
cup: teacup, coffee cup, paper cup
mug: coffee mug, tankard, beer mug
glass: tumbler, drinking glass, water glass
jug: pitcher, ewer
bucket: pail
pan: frying pan, skillet
pot: saucepan, cooking pot, stew pot, casserole
jar: jam jar, glass jar, cookie jar
bag: handbag, satchel, briefcase
backpack: rucksack, knapsack, schoolbag, school bag
suitcase: luggage, case, travel bag
sack: bundle, pouch, bag of flour, swag
gift: present, birthday present, parcel with a bow
letter: envelope, invitation, mail, postcard
note: paper, sheet, page, sheet of paper, list, document, contract, recipe
book: diary, notebook, novel, journal, album, storybook, bible, spellbook, textbook, dictionary
scroll: parchment, decree, proclamation
map: treasure map, chart
newspaper: paper boy paper, gazette
box: parcel, package, carton, cardboard box
chest: treasure chest, trunk, coffer, strongbox
treasure: hoard, pile of gold, gold, riches, loot, heap of coins
coin: penny, gold coin, silver coin, dime, token
purse: wallet, moneybag, coin purse
barrel: keg, cask
crate: wooden box
lantern: paper lantern, storm lantern, oil lamp, oil lantern
lamp: table lamp, desk lamp, bedside lamp, night light, reading lamp, light
street lamp: lamppost, lamp post, streetlight, street light, lantern post
torch: flaming torch
flashlight: electric torch, pocket torch
lightbulb: light bulb, bulb
campfire: bonfire, camp fire
fire: flame, blaze, flames
fireplace: hearth, chimney place
lock: padlock
hammer: mallet
axe: ax, hatchet
shovel: spade
broom: broomstick, besom, flying broom
umbrella: parasol
net: butterfly net, fishing net
fishing rod: fishing pole, rod, angling rod
mirror: looking glass, magic mirror, hand mirror
wrench: spanner
brush: paintbrush, paint brush
pen: marker, quill pen, ballpoint
pencil: crayon, pencil crayon
rope: cord, coil, lasso, string, cable
ladder: step ladder, stepladder, rope ladder
easel: canvas, painting, portrait
apple: red apple
orange: tangerine, mandarin
watermelon: melon
grape: grapes, bunch of grapes
corn: corn cob, maize, ear of corn
pumpkin: jack o lantern, jack-o-lantern, squash
mushroom: toadstool
bread: loaf, loaf of bread, baguette
cake: birthday cake, gateau, wedding cake
pie: tart, apple pie
cookie: biscuit, cracker
sandwich: sub, panini
burger: hamburger, cheeseburger
candy: sweet, bonbon, toffee, caramel
lollipop: lolly
ice cream: icecream, ice cream cone, sundae
soup: stew, bowl of soup, broth, porridge
rice: bowl of rice
noodles: noodle, ramen, spaghetti, pasta, bowl of noodles
honey: honey jar, honey pot, honeypot, pot of honey
milk: milk bottle, bottle of milk
fish dish: fried fish, dinner
doughnut: donut
sausage: frankfurter
hot dog: hotdog
ball: beach ball, toy ball, rubber ball, bouncy ball
football: soccer ball, soccerball
teddy: teddy bear, stuffed bear, toy bear, plush bear, stuffed animal, stuffed toy
doll: rag doll, puppet, marionette, barbie
toy car: model car, toy truck, toy
block: building block, toy block, lego
dice: die
chess piece: chess, chessboard, knight piece
drum: drums, bongo, tambourine
guitar: ukulele, banjo, lute, electric guitar
violin: fiddle, cello, viola
piano: keyboard, upright piano, organ, harpsichord
trumpet: horn, bugle, trombone, cornet
flute: pipe, recorder, whistle, clarinet, oboe
bell: handbell, church bell, school bell
accordion: concertina
phone: telephone, smartphone, mobile, cellphone, cell phone, mobile phone, cell
laptop: notebook computer
computer: pc, monitor, screen, desktop
tv: television, telly, tv set, television set
radio: wireless, boombox, stereo
camera: video camera
clock: alarm clock, timer, wall clock
grandfather clock: standing clock, pendulum clock
watch: wristwatch, pocket watch, stopwatch
hourglass: sandglass, sand clock
telescope: spyglass
magnifying glass: magnifier, lens, loupe
glasses: spectacles, sunglasses, goggles
compass: pocket compass
robot: android, droid, automaton, machine man
trophy: prize, award, trophy cup
medal: medallion, badge
gear: cog, cogwheel
sword: blade, saber, sabre, rapier, cutlass, excalibur
shield: buckler
bow: longbow
spear: lance, javelin, trident, pike, harpoon
wand: magic wand, magic staff, sceptre, scepter
crown: tiara, diadem, coronet
ring: engagement ring, magic ring, wedding ring
necklace: pendant, amulet, locket, pearl necklace
gem: diamond, jewel, ruby, emerald, sapphire, gemstone, pearl
crystal: quartz, magic crystal
potion: elixir, magic potion, poison, medicine, flask, vial
orb: crystal ball, magic orb, snowball, bubble, pearl ball
magic carpet: flying carpet
flag: banner, pennant
ghost: phantom, spirit, spook, spectre, specter
love heart: heart
feather: quill, plume
hat: cap, bonnet, straw hat, sun hat, fedora, cowboy hat
wizard hat: witch hat, pointed hat
helmet: knight helmet
glove: mitten
sock: stocking
shoe: sneaker, trainer, slipper, sandal, glass slipper
boot: wellington, rain boot
coat: jacket, raincoat, overcoat, cloak, cape, robe
dress: gown, skirt, ball gown
shirt: t shirt, tshirt, sweater, jumper, pullover, blouse, uniform
mask: carnival mask
blanket: quilt, duvet
pillow: cushion
tree: oak, oak tree, maple, elm, beech, willow, apple tree, old tree, ash tree, birch
pine: pine tree, fir, fir tree, spruce, christmas tree, conifer
palm: palm tree, coconut tree
bush: shrub, hedge, berry bush, thicket
flower: daisy, blossom, wildflower, bloom, lily, poppy, orchid
rose: red rose
tulip: daffodil
potted plant: plant, houseplant, seedling, flowerpot, flower pot
bouquet: bunch of flowers, flowers
log: tree trunk, timber
stump: tree stump
rock: boulder, cliff, crag
stone: pebble
leaf: leaves, autumn leaf
shell: seashell, sea shell, conch
moon: full moon, crescent, crescent moon
sun: sunshine
star: shooting star, falling star, evening star
cloud: rain cloud, storm cloud
snowman: snow man
nest: bird nest
cage: birdcage, bird cage
web: spider web, cobweb, spiderweb
wave: sea wave
puddle: pool of water
house: home, cottage, farmhouse, village house, bungalow
hut: shack, cabin, shed, log cabin
castle: palace, fortress
tower: turret, clock tower
lighthouse: beacon
windmill: mill
church: chapel, cathedral
barn: stable
tent: camp tent, wigwam
skyscraper: building, office building, tall building, apartment building, hotel
shop: store, bakery, market stall, stall, cafe, kiosk
well: wishing well
fence: picket fence, railing
gate: iron gate, gateway
bridge: stone bridge, footbridge
statue: sculpture, monument
fountain: water fountain
sign: signpost, road sign, sign post, notice board, billboard
bench: park bench
mailbox: postbox, letterbox, letter box, post box
traffic light: stoplight, traffic signal
scarecrow: straw man
tombstone: gravestone, headstone, grave
mountain: peak, snowy mountain
wheel: cartwheel, wagon wheel
stool: bar stool, footstool
washing machine: washer
cupcake: muffin
chocolate: chocolate bar, bar of chocolate
igloo: snow hut
chair: wooden chair, rocking chair, seat, highchair
armchair: easy chair, wing chair
throne: royal chair
sofa: couch, settee, loveseat
table: dining table, kitchen table, tabletop, workbench, counter, bar
desk: writing desk, school desk
bed: bunk, bunk bed, cot, mattress
cradle: crib, bassinet
bookshelf: bookcase, shelf, library shelf, shelves
wardrobe: closet, armoire
cupboard: cabinet, dresser, sideboard, chest of drawers
door: doorway, wooden door, front door, trapdoor, trap door
window: window pane
curtain: drape
fridge: refrigerator, freezer, icebox
stove: oven, cooker, range
bathtub: bath, tub
toilet: lavatory
sink: washbasin, basin
rug: carpet, mat
picture: picture frame, photo, photograph, drawing, frame
blackboard: chalkboard, whiteboard
car: automobile, sedan, motorcar, convertible, red car, vehicle
race car: racing car, sports car, racecar
police car: patrol car, squad car
taxi: cab, taxicab
truck: lorry, pickup, pickup truck, dump truck
bus: school bus, coach bus, minibus, tram, trolleybus
van: minivan, camper, delivery van, camper van, ice cream van
bicycle: bike, cycle, mountain bike, pushbike
motorbike: motorcycle, moped
scooter: kick scooter
train: locomotive, steam train, railway, engine, steam engine
carriage: coach, stagecoach, royal carriage, pumpkin carriage
cart: wagon cart, donkey cart, handcart, hay cart
wheelbarrow: barrow
tractor: farm tractor
fire engine: fire truck, firetruck
boat: motorboat, fishing boat, ferry, speedboat, tugboat, small boat, wooden boat
sailboat: sailing boat, yacht, sail boat, dinghy, toy boat, paper boat
ship: sailing ship, pirate ship, galleon, frigate, vessel
steamer: steamship, cruise ship, liner, ocean liner, cargo ship
rowboat: rowing boat, row boat
raft: float
canoe: kayak, gondola
airplane: plane, aeroplane, jet, aircraft, airliner, biplane
rocket: rocket ship, spaceship, spacecraft, space ship, space shuttle, missile
ufo: flying saucer, alien ship, alien spaceship
hot air balloon: air balloon, balloon basket, airship, zeppelin
helicopter: chopper
sled: sledge, toboggan
sleigh: santa sleigh
skateboard: longboard
wagon: toy wagon, pull cart, handwagon
pram: stroller, baby carriage, pushchair, buggy
shopping cart: shopping trolley, trolley
wheelchair: wheel chair
parachute: paraglider
trash can: garbage can, dustbin, bin, wastebasket, rubbish bin, garbage bin, litter bin
vacuum cleaner: vacuum, hoover
soap: bar of soap
thread: spool, spool of thread, reel
yarn ball: yarn, wool, ball of yarn, ball of wool
needle: sewing needle, knitting needle
bandage: plaster, band aid
stairs: stair, staircase, steps, stairway, flight of stairs
drum kit: drum set
headphones: headphone, earphones, headset
game controller: controller, gamepad, joystick, game console
rubber duck: rubber ducky, toy duck, bath duck
tap: faucet, spigot
paper plane: paper airplane, paper aeroplane
clothesline: washing line, laundry line, laundry
fries: french fries, chips
pancake: pancakes, stack of pancakes
waffle: waffles
popsicle: ice pop, ice lolly
gingerbread man: gingerbread
pepper: bell pepper, paprika
eggplant: aubergine
beet: beetroot
chili: chilli, chili pepper, hot pepper
cereal: box of cereal, cornflakes
treehouse: tree house
haystack: hay, stack of hay
hay bale: bale, bale of hay, straw bale
skeleton: skeletons
skis: ski
roller skate: roller skates, inline skate, rollerblade
ice skate: ice skates, skate
fire hydrant: hydrant
traffic cone: cone
planet: saturn, jupiter, mars, venus
comet: meteor, meteorite
jack in the box: jack in a box
yo yo: yoyo
portal: wormhole, magic portal
coral: coral reef, reef
seaweed: kelp, algae
wheat: grain, barley, ear of wheat
pinecone: pine cone, fir cone, cone of a pine
beanstalk: bean stalk
magic lamp: genie lamp, wonderful lamp
ship wheel: steering wheel, helm
life ring: life buoy, lifebuoy, life preserver, buoy, life belt
message in a bottle: bottle post
oar: paddle
phone booth: telephone booth, telephone box, phone box
party hat: birthday hat
christmas ornament: ornament, bauble
firework: fireworks, sparkler
dynamite: tnt, stick of dynamite
tire: tyre
totem pole: totem
stage: theatre stage, theater stage
cave: cavern, grotto
picnic basket: picnic hamper, hamper, picnic
fossil: ammonite
megaphone: loudhailer
hammock: hammocks
sandcastle: sand castle
trash can: trash
pinwheel: toy windmill
"""


def parsed(table: str) -> dict[str, str]:
    """The rows of a table, turned round: noun to picture."""
    out: dict[str, str] = {}
    for row in table.strip().splitlines():
        picture, names = row.split(":")
        for name in names.split(","):
            out.setdefault(" ".join(name.replace("-", " ").split()), picture.strip())
    return out


SYNONYMS: Mapping[str, str] = parsed(_SAME)
"""Another name of the same thing: the picture is right."""

_PERSON_WORDS = """
woman man boy girl person child kid baby toddler lady gentleman mother father mom dad mum grandmother grandfather
grandma grandpa sister brother son daughter aunt uncle cousin wife husband friend stranger king queen prince princess
knight wizard witch pirate soldier guard sailor fisherman farmer baker chef cook teacher student doctor nurse
policeman policewoman police firefighter detective thief robber hunter merchant tailor carpenter blacksmith miller
shepherd monk nun priest artist painter singer dancer musician scientist astronaut pilot driver gardener librarian
keeper clown ninja samurai viking hero heroine villager traveler traveller neighbor neighbour crowd people family
couple audience team fairy elf dwarf mermaid angel vampire zombie genie superhero
"""
PERSONS = frozenset(_PERSON_WORDS.split())
"""Nouns of people, whatever the plan calls them."""
