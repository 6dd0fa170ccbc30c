"""Owns small word tables for other languages: story nouns to English nouns, words of saying, time and weather.

Does not know: sentences, entities.
"""

from __future__ import annotations

from planners.backends.rules.tables import wordset

ENGLISH_HINTS = wordset(
    "the a an and of to in is was he she it they with on at for his her their its that this from by as "
    "are were had has be up down into over"
)
FEMALE_NAMES = wordset(
    "Marie Anna Maria Sophie Julie Claire Emma Camille Jeanne Louise Charlotte Greta Gretel Lena Lisa "
    "Carmen Isabel Lucia Elena Sofia Ana Rosa Clara Margot Juliette Heidi"
)


def _nouns(text: str) -> dict[str, str]:
    """`fox: renard renards+` lines to {word: English noun}; a + marks a plural, an underscore a space."""
    out: dict[str, str] = {}
    for line in text.strip().splitlines():
        english, _, words = line.partition(":")
        for word in words.split():
            plural = word.endswith("+")
            out[word.rstrip("+").replace("_", " ")] = ("+" if plural else "") + english.strip().replace("_", " ")
    return out


NOUNS: dict[str, dict[str, str]] = {
    "fr": _nouns("""
man: homme monsieur bonhomme
woman: femme dame
old man: vieillard vieil_homme vieux
old woman: vieille_femme vieille
boy: garçon gamin
girl: fille fillette petite_fille jeune_fille
child: enfant enfants+
mother: mère maman
father: père papa
grandmother: grand-mère mamie
grandfather: grand-père
son: fils
brother: frère frères+
sister: sœur soeur
king: roi
queen: reine
prince: prince
princess: princesse
pope: pape
priest: curé prêtre
cardinal: cardinal cardinaux+
soldier: soldat soldats+
knight: chevalier
peasant: paysan paysanne paysans+
fisherman: pêcheur
farmer: fermier fermière
shepherd: berger bergère
baker: boulanger
teacher: maître maîtresse professeur
doctor: médecin docteur
sailor: marin
captain: capitaine
musician: joueur_de_fifre fifre musicien
friend: ami amie
witch: sorcière
fairy: fée
giant: géant
dragon: dragon
monster: monstre
ghost: fantôme
cat: chat chatte chats+
dog: chien chienne chiens+
horse: cheval chevaux+
mule: mule mulet mules+
donkey: âne
cow: vache vaches+
sheep: mouton moutons+ brebis
goat: chèvre
pig: cochon porc
wolf: loup loups+
fox: renard
bear: ours
lion: lion
rabbit: lapin lièvre lapins+
mouse: souris
rat: rat rats+
bird: oiseau oiseaux+
hen: poule poules+
rooster: coq
duck: canard
fish: poisson poissons+
frog: grenouille
snake: serpent
butterfly: papillon
bee: abeille
cicada: cigale cigales+
tree: arbre arbres+
flower: fleur fleurs+
boat: bateau barque
car: voiture auto
cart: charrette
bicycle: vélo bicyclette
ball: balle ballon
book: livre
letter: lettre
lamp: lampe lanterne
sword: épée
bell: cloche cloches+
drum: tambour tambours+
table: table
chair: chaise
bed: lit
key: clef clé
wine bottle: bouteille
glass: verre
bread: pain
forest: forêt bois
sea: mer
beach: plage
river: rivière fleuve ruisseau
mountain: montagne
village: village
street: rue rues
road: chemin route
city: ville
garden: jardin
farm: ferme
house: maison
castle: château
palace: palais
kitchen: cuisine
bedroom: chambre
school: école
classroom: classe
church: église
library: bibliothèque
bridge: pont
market: marché
island: île
field: champ prairie
stable: écurie
mill: moulin
square: place_du_village place_publique
tower: clocheton clocher tour
inn: auberge
terrace: terrasse
vineyard: vigne vignes
"""),
    "de": _nouns("""
man: mann herr
woman: frau dame
old man: alter_mann alte_mann greis
old woman: alte_frau
boy: junge knabe
girl: mädchen
child: kind kinder+
mother: mutter mama
father: vater papa
grandmother: großmutter oma
grandfather: großvater opa
son: sohn
daughter: tochter
brother: bruder brüder+
sister: schwester
king: könig
queen: königin
prince: prinz
princess: prinzessin
soldier: soldat soldaten+
knight: ritter
farmer: bauer bäuerin
fisherman: fischer
hunter: jäger
miller: müller
baker: bäcker
tailor: schneider
teacher: lehrer lehrerin
doctor: arzt
captain: kapitän
friend: freund freundin
witch: hexe
fairy: fee
giant: riese
dwarf: zwerg zwerge+
dragon: drache
ghost: geist gespenst
cat: katze katzen+
dog: hund hunde+
horse: pferd pferde+
donkey: esel
cow: kuh kühe+
sheep: schaf schafe+
goat: ziege
pig: schwein
wolf: wolf
fox: fuchs
bear: bär
lion: löwe
rabbit: hase kaninchen
mouse: maus mäuse+
bird: vogel vögel+
raven: rabe raben+
owl: eule
hen: henne huhn
rooster: hahn
duck: ente
fish: fisch fische+
frog: frosch
snake: schlange
butterfly: schmetterling
tree: baum bäume+
flower: blume blumen+
boat: boot
ship: schiff
car: auto wagen
bicycle: fahrrad
ball: ball kugel
book: buch
letter: brief
lamp: lampe laterne
sword: schwert
bell: glocke
table: tisch
chair: stuhl
bed: bett
key: schlüssel
bread: brot
apple: apfel äpfel+
forest: wald
sea: meer
beach: strand
river: fluss bach
lake: see
mountain: berg berge
village: dorf
street: straße gasse
road: weg
city: stadt
garden: garten
farm: bauernhof
house: haus
castle: schloss burg
kitchen: küche
bedroom: schlafzimmer
school: schule
classroom: klassenzimmer
church: kirche
bridge: brücke
market: markt
island: insel
field: feld wiese
tower: turm leuchtturm
inn: wirtshaus gasthaus
mill: mühle
cave: höhle
"""),
    "es": _nouns("""
man: hombre señor
woman: mujer señora
old man: anciano viejo
old woman: anciana vieja
boy: niño chico muchacho
girl: niña chica muchacha
child: niños+
mother: madre mamá
father: padre papá
grandmother: abuela
grandfather: abuelo
son: hijo
daughter: hija
brother: hermano hermanos+
sister: hermana
king: rey
queen: reina
prince: príncipe
princess: princesa
soldier: soldado soldados+
knight: caballero
farmer: campesino granjero
fisherman: pescador
hunter: cazador
teacher: maestro maestra profesora
doctor: médico
captain: capitán
friend: amigo amiga
witch: bruja
fairy: hada
giant: gigante
dragon: dragón
ghost: fantasma
cat: gato gata gatos+
dog: perro perra perros+
horse: caballo caballos+
donkey: burro asno
cow: vaca vacas+
sheep: oveja ovejas+
goat: cabra
pig: cerdo
wolf: lobo
fox: zorro zorra
bear: oso
lion: león
rabbit: conejo liebre
mouse: ratón ratones+
bird: pájaro ave pájaros+
owl: búho
hen: gallina
rooster: gallo
duck: pato
fish: pez peces+
frog: rana
snake: serpiente
butterfly: mariposa
tree: árbol árboles+
flower: flor flores+
boat: barco barca
car: coche carro
bicycle: bicicleta
ball: pelota balón
book: libro
letter: carta
lamp: lámpara linterna farol
sword: espada
bell: campana
table: mesa
chair: silla
bed: cama
key: llave
bread: pan
apple: manzana
forest: bosque
sea: mar
beach: playa
river: río
mountain: montaña
village: pueblo aldea
street: calle
road: camino carretera
city: ciudad
garden: jardín
farm: granja
house: casa
castle: castillo
palace: palacio
kitchen: cocina
bedroom: dormitorio habitación
school: escuela
classroom: clase aula
church: iglesia
library: biblioteca
bridge: puente
market: mercado
island: isla
field: campo prado
desert: desierto
tower: torre faro
cave: cueva
"""),
    "zh": _nouns("""
man: 男人 先生 汉子
woman: 女人 妇人 太太 女士
old woman: 老女人 老太太 老婆婆 老奶奶
old man: 老人 老头 老爷爷 老汉
boy: 男孩 少年 小伙子
girl: 女孩 姑娘 少女
child: 孩子 小孩
mother: 母亲 妈妈
father: 父亲 爸爸
grandmother: 奶奶 外婆 祖母
grandfather: 爷爷 祖父 外公
brother: 哥哥 弟弟 兄弟
sister: 姐姐 妹妹
king: 国王 皇帝
queen: 皇后 王后 女王
prince: 王子
princess: 公主
rickshaw puller: 车夫
policeman: 巡警 警察
soldier: 士兵 兵
farmer: 农夫 农民
fisherman: 渔夫
hunter: 猎人
teacher: 老师 先生们
student: 学生
doctor: 医生 大夫
monk: 和尚
friend: 朋友
witch: 巫婆 女巫
fairy: 仙女
ghost: 鬼
dragon: 龙
cat: 猫
dog: 狗
horse: 马 白马
donkey: 驴
cow: 牛
sheep: 羊
pig: 猪
wolf: 狼
fox: 狐狸
bear: 熊
lion: 狮子
tiger: 老虎
rabbit: 兔子
mouse: 老鼠
monkey: 猴子
panda: 熊猫
bird: 鸟
crow: 乌鸦
chicken: 鸡
duck: 鸭子
fish: 鱼
frog: 青蛙
snake: 蛇
butterfly: 蝴蝶
tree: 树
flower: 花朵 鲜花
boat: 船
car: 汽车
rickshaw: 人力车 黄包车
bicycle: 自行车
ball: 球
book: 书
letter: 信
lamp: 灯
sword: 剑
coin: 铜元 硬币
umbrella: 伞
table: 桌子
chair: 椅子
forest: 森林 树林
sea: 大海 海上
beach: 海滩 沙滩
river: 河边 河里 小河
lake: 湖
mountain: 山上 山里 高山
village: 村子 村庄 乡下
street: 街上 街道 马路 大道
road: 路上 小路
city: 城里 京城 城市
garden: 花园
farm: 农场
house: 家里 房子 屋里
castle: 城堡
palace: 皇宫 宫殿
kitchen: 厨房
bedroom: 卧室
school: 学校
classroom: 教室
temple: 庙
police station: 巡警分驻所 派出所
bridge: 桥
market: 市场
field: 田野 田里
"""),
}
"""Language -> word -> English noun; a leading + stands for several."""
NOUNS["zh"].pop("马", None)
NOUNS["zh"].pop("兵", None)
NOUNS["fr"]["hommes"] = "+man"

SAYS: dict[str, tuple[str, ...]] = {
    "fr": ("dit", "dit-il", "dit-elle", "répondit", "demanda", "cria", "disait", "répond", "murmura", "fit", "s'écria"),
    "de": ("sagte", "sprach", "rief", "fragte", "antwortete", "flüsterte", "schrie"),
    "es": ("dijo", "preguntó", "respondió", "gritó", "exclamó", "contestó", "susurró"),
    "zh": ("说", "道", "问", "答", "叫", "喊"),
}
TIMES: dict[str, dict[str, str]] = {
    "fr": {
        "nuit": "night",
        "minuit": "night",
        "aube": "dawn",
        "crépuscule": "dusk",
        "soir": "dusk",
        "matin": "day",
        "midi": "day",
        "jour": "day",
    },
    "de": {
        "nacht": "night",
        "mitternacht": "night",
        "morgendämmerung": "dawn",
        "abend": "dusk",
        "abends": "dusk",
        "morgen": "day",
        "mittag": "day",
        "tag": "day",
    },
    "es": {
        "noche": "night",
        "medianoche": "night",
        "amanecer": "dawn",
        "atardecer": "dusk",
        "anochecer": "dusk",
        "mañana": "day",
        "mediodía": "day",
        "día": "day",
    },
    "zh": {
        "夜里": "night",
        "晚上": "night",
        "半夜": "night",
        "黎明": "dawn",
        "黄昏": "dusk",
        "傍晚": "dusk",
        "早上": "day",
        "一早": "day",
        "中午": "day",
        "白天": "day",
    },
}
WEATHERS: dict[str, dict[str, str]] = {
    "fr": {
        "orage": "storm",
        "tempête": "storm",
        "pluie": "rain",
        "neige": "snow",
        "brouillard": "fog",
        "brume": "fog",
        "mistral": "wind",
        "vent": "wind",
        "soleil": "clear",
    },
    "de": {
        "gewitter": "storm",
        "sturm": "storm",
        "regen": "rain",
        "regnete": "rain",
        "schnee": "snow",
        "schneite": "snow",
        "nebel": "fog",
        "wind": "wind",
        "sonne": "clear",
    },
    "es": {
        "tormenta": "storm",
        "tempestad": "storm",
        "lluvia": "rain",
        "llovía": "rain",
        "nieve": "snow",
        "niebla": "fog",
        "viento": "wind",
        "sol": "clear",
    },
    "zh": {
        "暴风": "storm",
        "下雨": "rain",
        "雨": "rain",
        "下雪": "snow",
        "大雪": "snow",
        "雾": "fog",
        "北风": "wind",
        "大风": "wind",
        "晴": "clear",
    },
}
