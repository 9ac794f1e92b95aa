import { plain } from './tokens.ts';

/**
 * What people and things of a country are called, and the names it has beside the English one. Codes are ISO 3166-1;
 * the English names come from the run time itself.
 */
const called: Record<string, string> = {
  AE: 'emirati emiratis uae emirates',
  AR: 'argentinian argentinians argentine argentines',
  AT: 'austrian austrians osterreich',
  AU: 'australian australians aussie aussies oz',
  BE: 'belgian belgians belgie belgique',
  BG: 'bulgarian bulgarians',
  BH: 'bahraini bahrainis',
  BR: 'brazilian brazilians brasil',
  CA: 'canadian canadians',
  CH: 'swiss schweiz suisse',
  CL: 'chilean chileans',
  CN: 'chinese prc',
  CO: 'colombian colombians',
  CY: 'cypriot cypriots',
  CZ: 'czech czechs czech_republic',
  DE: 'german germans deutschland',
  DK: 'danish dane danes danmark',
  EE: 'estonian estonians',
  EG: 'egyptian egyptians',
  ES: 'spanish spaniard spaniards espana',
  FI: 'finnish finn finns suomi',
  FR: 'french frenchman frenchmen frenchwomen',
  GB: 'uk gb british brit brits britain great_britain england english scotland scottish scots scot wales welsh northern_ireland united_kingdom_of_great_britain',
  GR: 'greek greeks hellas',
  HK: 'hong_kong hongkong',
  HR: 'croatian croatians croat croats',
  HU: 'hungarian hungarians',
  ID: 'indonesian indonesians',
  IE: 'irish eire republic_of_ireland irishman irishmen',
  IL: 'israeli israelis',
  IN: 'indian indians',
  IS: 'icelandic icelander icelanders',
  IT: 'italian italians italia',
  JP: 'japanese nippon',
  KE: 'kenyan kenyans',
  KR: 'korean koreans korea south_korean south_koreans republic_of_korea',
  LB: 'lebanese',
  LT: 'lithuanian lithuanians',
  LU: 'luxembourgish luxembourger luxembourgers',
  LV: 'latvian latvians',
  MA: 'moroccan moroccans',
  MT: 'maltese',
  MX: 'mexican mexicans',
  MY: 'malaysian malaysians',
  NG: 'nigerian nigerians',
  NL: 'dutch dutchman dutchmen holland nederland the_netherlands',
  NO: 'norwegian norwegians norge',
  NZ: 'new_zealander new_zealanders kiwi kiwis',
  PE: 'peruvian peruvians',
  PH: 'filipino filipinos philippine',
  PK: 'pakistani pakistanis',
  PL: 'polish pole poles polska',
  PT: 'portuguese',
  RO: 'romanian romanians',
  RS: 'serbian serbians serb serbs',
  RU: 'russian russians',
  SA: 'saudi saudis',
  SE: 'swedish swede swedes sverige',
  SG: 'singaporean singaporeans',
  SI: 'slovenian slovenians slovene slovenes',
  SK: 'slovak slovaks slovakian slovakians',
  TH: 'thai thais',
  TR: 'turkish turk turks turkiye turkey',
  TW: 'taiwanese',
  UA: 'ukrainian ukrainians',
  US: 'usa us america american americans united_states_of_america the_states us_of_a yanks',
  VN: 'vietnamese',
  ZA: 'south_african south_africans rsa',
};

/** Regions by the countries they are made of. */
export const regions: Record<string, string> = {
  dach: 'DE AT CH',
  benelux: 'BE NL LU',
  scandinavia: 'DK NO SE',
  scandinavian: 'DK NO SE',
  scandinavians: 'DK NO SE',
  nordics: 'DK FI IS NO SE',
  nordic: 'DK FI IS NO SE',
  nordic_countries: 'DK FI IS NO SE',
  baltics: 'EE LV LT',
  baltic: 'EE LV LT',
  iberia: 'ES PT',
  iberian: 'ES PT',
  british_isles: 'GB IE',
  north_america: 'US CA MX',
  north_american: 'US CA MX',
  north_americans: 'US CA MX',
  latin_america: 'AR BO BR CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE',
  south_america: 'AR BO BR CL CO EC GY PE PY SR UY VE',
  eu: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  european_union: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  europe:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK',
  european:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK',
  europeans:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK',
};

/** Parts that stand for the whole country where a workspace does not tell them apart. */
export const partsOfCountries = new Set(
  'england english scotland scottish scots scot wales welsh northern ireland'.split(' '),
);

const names = new Intl.DisplayNames('en', { type: 'region' });

const nameOf = new Map<string, string>();
/** The English name of a country: “France” of FR. */
export function countryName(code: string): string {
  const name = nameOf.get(code) ?? names.of(code) ?? code;
  nameOf.set(code, name);
  return name;
}

const byName = new Map<string, string>();
const codes = new Set<string>();
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
  const name = names.of(code);
  // Codes that stand for no country answer with themselves; a few for groups, tests or what is no more.
  if (
    !name ||
    name === code ||
    /^(?:EU|EZ|UN|X[A-JL-Z]|Q[MNO]|ZZ|DD|SU|YD|YU|FX|CS|TP|BU|ZR|AN|AC|CP|DG|EA|IC|TA|UK)$/.test(code)
  )
    continue;
  byName.set(plain(name).replaceAll('&', 'and'), code);
}
for (const [code, words] of Object.entries(called))
  for (const word of words.split(' ')) byName.set(word.replaceAll('_', ' '), code);

for (const code of byName.values()) codes.add(code);

/** Every name and adjective with its country's code. */
export const countryNames: ReadonlyMap<string, string> = byName;

/** The code of a country by any of its names, adjectives or its own code; null when it is none we know. */
export function countryCode(name: string): string | null {
  const known = byName.get(plain(name).replaceAll('.', '').replace(/^the /, '').replaceAll('&', 'and'));
  if (known) return known;
  const code = name.trim().toUpperCase();
  return codes.has(code) ? code : null;
}

/** Other names and the people of cities. */
export const cityNicknames: Record<string, string> = {
  amsterdam: 'amsterdammer amsterdammers',
  birmingham: 'brummie brummies',
  brussels: 'bruxelles brussel',
  cologne: 'koln',
  copenhagen: 'kobenhavn',
  florence: 'firenze florentine florentines',
  geneva: 'geneve genf',
  glasgow: 'glaswegian glaswegians',
  hamburg: 'hamburger hamburgers',
  lisbon: 'lisboa',
  liverpool: 'liverpudlian liverpudlians',
  'los angeles': 'la',
  lyon: 'lyonnais lyons',
  madrid: 'madrileno madrilenos madrilenian madrilenians',
  manchester: 'mancunian mancunians',
  milan: 'milano milanese',
  munich: 'munchen muenchen',
  naples: 'napoli neapolitan neapolitans',
  'new york': 'nyc ny new_york_city new_yorkers new_yorker big_apple',
  newcastle: 'geordie geordies',
  paris: 'parisian parisians parisienne parisiennes',
  prague: 'praha',
  rome: 'roma roman romans',
  'san francisco': 'sf',
  seville: 'sevilla',
  sydney: 'sydneysider sydneysiders',
  turin: 'torino',
  venice: 'venezia venetian venetians',
  vienna: 'wien viennese',
  warsaw: 'warszawa',
  zurich: 'zuerich',
};
