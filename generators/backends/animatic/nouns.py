"""Owns which nouns share a picture: other names of the same thing, and near things that a viewer accepts for it.

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
sandwich: burger, hamburger
candy: sweet, bonbon, toffee, caramel
lollipop: lolly
ice cream: icecream, ice cream cone, sundae
soup: stew, bowl of soup, broth, porridge
rice: bowl of rice, noodle
honey: honey jar, honey pot, honeypot, pot of honey
milk: milk bottle, bottle of milk
fish dish: fried fish, dinner
doughnut: donut
sausage: hot dog, hotdog
ball: beach ball, toy ball, rubber ball, bouncy ball
football: soccer ball, soccerball
teddy: teddy bear, stuffed bear, toy bear, plush bear, stuffed animal, stuffed toy
doll: rag doll, puppet, marionette, barbie
toy car: model car, toy truck, toy
block: building block, toy block, brick, lego
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
chair: stool, wooden chair, rocking chair, seat, highchair
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
"""

_NEAR = """
cup: goblet, chalice, beaker, grail, teacups, flagon
bowl: colander, ramekin, mortar, ladle bowl, dish, saucer, basin of water, ashtray
plate: platter, tray, lid
bottle: wine, beer, perfume, ketchup, sauce, oil, canteen, thermos, vinegar, ink
jug: amphora, pottery, watering can, urn
bucket: tub of water, bin, trash can, dustbin, wastebasket
basket: hamper, picnic basket, crib basket, picnic
knife: razor, scalpel, switchblade, chisel, screwdriver
spoon: ladle, spatula, whisk
box: casket, container, toolbox, lunchbox, shoebox, drawer, safe, toaster, microwave, present box, package box
crate: coffin, pallet
bag: tote, basket bag, luggage bag
note: checklist, notepad, file, plan, sketch, card, form
note: homework, poem, message, telegram, bill, certificate, script, receipt
book: magazine, bookmark, passport, menu, comic
scroll: blueprint, papyrus
ticket: keycard, key card, voucher, coupon, stamp
treasure: coins, money, jewelry, jewellery
chest: ark, vault
rope: chain, thread, ribbon, hose, wire, vine, whip, leash, yarn
lamp: chandelier, spotlight, neon
candle: candlestick, incense, wax
fire: ember, spark, explosion, lava, smoke
hammer: gavel, club, mace, sledgehammer, pickaxe
shovel: hoe, trowel, pitchfork
wrench: tool, pliers, screw, nail, lever, handle
scissors: shears, clippers
brush: comb, toothbrush, hairbrush, chalk, lipstick
broom: vacuum cleaner, vacuum, feather duster
anchor: hook
net: trap, hammock, dreamcatcher
apple: fruit, plum, peach, pomegranate, mango, apricot
cherry: berry, blueberry, raspberry, cranberry
orange: peach fruit, grapefruit
potato: onion, turnip, nut, walnut, acorn, chestnut, seed, bean, almond
carrot: radish, beet, parsnip, vegetable, cucumber, chili
corn: wheat, grain
tomato: pepper, bell pepper
grape: blackberry, currant
bread: roll, bun, toast, dough, croissant, food, meal, breakfast, lunch
cake: muffin, cupcake, dessert, pudding, pastry
pie: quiche, lasagne
pizza: pasta, spaghetti
cookie: pancake, waffle, gingerbread
cheese: butter, soap, sponge
sausage: bacon, meat, ham, steak
candy: chocolate, chewing gum, pill
soup: cereal, salad, curry
milk: juice, cream, yogurt, lemonade
honey: jam, marmalade, syrup
egg: eggshell, cocoon
mug: tea, coffee, cocoa, hot chocolate, drink
ball: basketball, baseball, tennis ball, marble, bowling ball, volleyball, yarn ball, sphere, globe ball
block: cube, domino
doll: figurine, dummy, mannequin, nutcracker
teddy: plush, plushie, toy rabbit, rocking horse
chess piece: pawn, figure
drum: cymbal, gong, xylophone
guitar: mandolin, sitar, instrument
piano: music box, synthesizer
trumpet: saxophone, tuba, megaphone, bagpipe
flute: panpipe, harmonica
bell: alarm, chime
phone: remote, tablet, calculator, walkie talkie, game console, controller
computer: machine, server, console, printer, arcade
radio: speaker, loudspeaker, record player, gramophone, jukebox
camera: projector, webcam
clock: sundial, thermometer, scale
telescope: binocular, cannon
microscope: instrument of science
robot: cyborg, mech, drone, machine creature
battery: generator, fuse
magnet: horseshoe magnet
gear: wheel, cogs, tire, tyre
sword: weapon, katana, scimitar, machete
bow: crossbow, slingshot, catapult
dagger: needle, thorn, arrowhead, sewing needle
spear: staff, pole, stick, cane, walking stick, crutch, rod of iron, oar, paddle
wand: baton, twig
crown: wreath, halo
ring: bracelet, earring, hoop, bangle
gem: ice, shard, glass shard, prism
crystal: icicle, stalagmite, meteorite, asteroid
potion: chemical, perfume bottle, serum
orb: planet, lollipop ball, moonstone, drop, teardrop, raindrop, tear
flag: sail, kerchief, handkerchief, towel, cloth, napkin
skull: skeleton, bones
hat: turban, hood, beret, wig
helmet: armor, armour
coat: hoodie, blazer, tuxedo, parka, poncho, cardigan, sweatshirt, suit
coat: costume, vest, waistcoat, kimono, pajamas, clothes, clothing, laundry, jumpsuit
shirt: apron, trousers, pants, jeans, shorts, underwear, swimsuit
dress: wedding dress, tutu
scarf: tie, necktie, shawl, belt, veil, sash, bandage
glove: fist, hand
boot: ski, skate, ice skate, roller skate
tree: jungle tree, orchard, grove, treetop, branch, bough, forest, wood
bush: ivy, fern, moss, weed, seaweed, algae, hay, haystack, bale, grass, reed, bramble
flower: lotus, petal, violet, clover, dandelion, lavender, iris, herb, bud
leaf: maple leaf, shamrock, feather leaf
log: firewood, plank, board, driftwood, lumber, beam
rock: mountain, stalactite, hill, ore, coal, lump, dune, iceberg, glacier, brick wall
stone: tombstone, gravestone, grave, tile
shell: coral, snail shell, oyster, clam
star: starfish, snowflake, comet, meteor, asterisk, north star
cloud: fog, mist, dust, puff, steam
wave: splash, river, stream, ocean, sea, tide, waterfall, lake, pond
puddle: mud, spill, pool
house: school, library, museum, hospital, inn, mansion
house: cottage house, tavern, villa, bank, dollhouse, doghouse, kennel
hut: treehouse, igloo, den, hideout, cave, greenhouse, outhouse
castle: citadel, temple, fort, sandcastle, sand castle, ruin
tower: silo, pagoda, chimney, minaret, obelisk
skyscraper: factory, city, office, block of flats, power station
shop: restaurant, booth, theater, theatre, stage, circus, pharmacy
tent: pavilion, canopy, teepee, yurt
fence: trellis, hurdle, wall, barrier, hedge fence, barricade, rail
bridge: pier, dock, jetty, aqueduct, arch
statue: bust, idol, totem, gargoyle
sign: plaque, label, poster, arrow sign
table: countertop, altar, stand, podium, workbench table, picnic table
chair: deckchair, pew, saddle
bed: stretcher, bedroll, sleeping bag, nest bed
cupboard: locker, dishwasher, washing machine, washer, vending machine
bookshelf: rack, archive
door: hatch, portal, elevator, lift, exit
window: porthole, shutter
picture: poster frame, mural, selfie
ladder: staircase, stair, step
fireplace: mantel, mantelpiece, grate
glasses: eyeglass, eyeglasses, monocle
easel: tripod
blanket: tablecloth, rag, fabric
stove: burner, grill, kiln, furnace
sack: flour, sand, cement
potted plant: sprout, sapling, planter, bonsai
cage: prison, jail cell, crate cage
swing: playground, trapeze
slide: ramp, waterslide
seesaw: trampoline, carousel, merry go round
telescope: observatory lens
car: jeep, limousine, suv, hatchback, ambulance car, go kart, kart
truck: garbage truck, bulldozer, excavator, digger, crane, tanker, trailer, forklift, tank
train: subway, metro, wagon of train, freight train, tram train, monorail
bus: trolley bus, double decker
motorbike: quad bike, snowmobile, vespa
bicycle: tricycle, unicycle, tandem
boat: lifeboat, houseboat, hovercraft, barge, gondola boat
ship: ark ship, viking ship, longship, battleship, aircraft carrier, warship
airplane: glider, fighter, hang glider, seaplane, paper plane, paper airplane
rocket: satellite, space station, lander, time machine, firework, bomb
ufo: mothership, space pod
cart: rickshaw, chariot, hearse
skateboard: surfboard, snowboard, hoverboard
sled: skis
"""


def _parsed(table: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for row in table.strip().splitlines():
        picture, names = row.split(":")
        for name in names.split(","):
            out.setdefault(" ".join(name.replace("-", " ").split()), picture.strip())
    return out


SYNONYMS: Mapping[str, str] = _parsed(_SAME)
"""Another name of the same thing: the picture is right."""
NEAR: Mapping[str, str] = {noun: picture for noun, picture in _parsed(_NEAR).items() if noun not in SYNONYMS}
"""A thing of the same family: the picture is close, and said to be so."""
