/** The British spelling of a word often spelled the American way, so that both find the same name. */
export const british = (word: string): string =>
  Object.hasOwn(americanisms, word) ? (americanisms[word] ?? word) : word;

const americanisms: Record<string, string> = {
  favorite: 'favourite',
  favorites: 'favourites',
  color: 'colour',
  colors: 'colours',
  center: 'centre',
  jewelry: 'jewellery',
  gray: 'grey',
  catalog: 'catalogue',
  program: 'programme',
  enrollment: 'enrolment',
  license: 'licence',
  personalization: 'personalisation',
  organization: 'organisation',
};

/** Short words are too close to one another to be corrected. */
const SHORTEST = 5;

/** Words people write that are near to one of ours and mean something else. */
const realWords = new Set(
  `older elder border boarder boulder shipped shipping ships likes liked loves loved lovers living paint paints
  green greens brown black white stores store stored stock stocks sport sports short shorts spring string
  where whose would could mouth mouths weak weakly large larger least lease brand brands bread bored
  bored board boards third thirds thirst trust trusts parts party parties phase plane planes plans plants
  places plates plate spent spend spare spark spike spoke speed speak smoke stand stands state states
  static station action actions native nature lasts lost lists lasting listing letter better bitter butter
  mother father sister brother number numbers member timber sender senders gender tender vendor vendors
  border orders ordered ordering owner owners older golden golder glitter twitter winter printer painter
  active activity captive cities pities sitting shoes shoe shirt shirts skirt skirts dress dresses
  retail retailer details detail clean clear close closed cloth cloths clothes never ever fever level
  form goal cafe salt slat lats alts tips rage cafes angel trail tacos after often water cater later latter total totals metal local loyal royal among money honey monkey month
  months contact contract contracts content contents countries county counties country around ground
  round found bound pound pounds sound wound mount amount amounts account accounts recount discount
  discounts count counts mountain fountain spender slender single simple sample temple purple people
  peoples signed singed assigned designed resigned joint joints coins coin points pointed printed visited
  visitor returned returns return retired repeated repeat market marked markets marker tagged bagged
  nagged thanks tanks banks ranks email emails females reach reached beach teach peach preach
  french trench fresh flesh wealth health bikes biked hikes hiker biker baker bakers barber walked talked
  worked words world worlds women woman human humans house horse horses course courses source
  still skill skills spill until unlike unit units united twist twists twice price prices prizes
  buyer buyers flyer flyers player players layer payer payers bought brought fought sought thought
  though through tough rough cough enough laugh month moths myths eight eighth weight height right light night
  sight tight fight might least yeast feast beast east past paste waste taste tested texts texted
  within without window windows widow sales sale sales safe saved salad seats meats heats wheat sweat sweet sweets
  sleeping sweeping keeping beeping creeping shopped chopped dropped stopped swapped wrapped trapped
  using users user uses used usage bags boxes books cooks looks looking booking bookings cooking
  valued values value valid visits visit vests tests rests rents spending sending lending bending mending
  running cunning winning beginning planning planting painting printing price customer custom customs costume costumes`.split(
    /\s+/,
  ),
);

/** Words by their length: those a slip can lead to. */
type Words = ReadonlyMap<number, readonly string[]>;

/** The words that are long enough, by length; made once for all that stay the same. */
export function byLength(words: Iterable<string>): Words {
  const lists = new Map<number, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST - 1 || !/^\p{Ll}+$/u.test(word)) continue;
    const list = lists.get(word.length) ?? [];
    list.push(word);
    lists.set(word.length, list);
  }
  return lists;
}

/**
 * The word that was meant by one we do not know: one slip (two in a long word) from exactly one that we do. A slip is
 * a letter missing, too many or wrong, or two swapped. The first letter must be right, as it nearly always is.
 * Null when the word is unlike all others, could be several, or means something else.
 */
export function correct(word: string, lists: readonly Words[]): string | null {
  const usual = usualSlips.get(word);
  if (usual) return usual;
  if (word.length > 20 || realWords.has(word) || !/^\p{Ll}+$/u.test(word)) return null;
  if (word.length < SHORTEST) return swapped(word, lists);
  const most = word.length >= 8 ? 2 : 1;
  let best: string[] = [];
  let least = most + 1;
  for (const list of lists)
    for (let length = word.length - most; length <= word.length + most; length += 1)
      for (const candidate of list.get(length) ?? []) {
        if (candidate[0] !== word[0]) continue;
        const distance = slips(word, candidate, least);
        if (distance < least) [least, best] = [distance, [candidate]];
        else if (distance === least && least <= most && !best.includes(candidate)) best.push(candidate);
      }
  if (least > most) return null;
  // “orderd” is one slip from order, orders and ordered: a letter left out is the most common one.
  const longest = Math.max(...best.map((candidate) => candidate.length));
  const [first, ...others] = best.filter((candidate) => candidate.length === longest);
  return first && others.length === 0 ? first : null;
}

/** “tahn”: short words are corrected only where two letters are swapped. */
function swapped(word: string, lists: readonly Words[]): string | null {
  if (word.length !== SHORTEST - 1) return null;
  const meant = [1, 2].map((i) => `${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`);
  const found = lists.flatMap((list) => list.get(word.length) ?? []).filter((known) => meant.includes(known));
  return new Set(found).size === 1 ? (found[0] ?? null) : null;
}

/** Slips that the distance does not reach, or that are too short for it. */
const usualSlips = new Map([
  ['costumer', 'customer'],
  ['costumers', 'customers'],
  ['lst', 'last'],
  ['teh', 'the'],
  ['adn', 'and'],
  ['nad', 'and'],
  ['frm', 'from'],
  ['wth', 'with'],
  ['ordr', 'order'],
  ['odrer', 'order'],
  ['ovr', 'over'],
  ['tehy', 'they'],
  ['whos', 'whose'],
  ['febuary', 'february'],
  ['wich', 'which'],
  ['fo', 'of'],
  ['dya', 'day'],
  ['dyas', 'days'],
  ['yrs', 'years'],
  ['purchace', 'purchase'],
  ['purchaces', 'purchases'],
  ['purchaced', 'purchased'],
  ['excpet', 'except'],
  ['exept', 'except'],
  ['untill', 'until'],
  ['recieved', 'received'],
]);

/** Optimal string alignment distance, or any number above `limit` when it is above. */
function slips(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}
