"""Owns near nouns: things of the same family, whose picture a viewer accepts when the thing has none of its own.

Rows are as in `nouns`. Does not know: how anything is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.backends.animatic.nouns import SYNONYMS, parsed

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

NEAR: Mapping[str, str] = {noun: picture for noun, picture in parsed(_NEAR).items() if noun not in SYNONYMS}
"""A thing of the same family: the picture is close, and said to be so."""
