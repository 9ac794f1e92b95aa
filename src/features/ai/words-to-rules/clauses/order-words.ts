import { phraseSet, phrases } from '../phrases.ts';

// What orders are called, and the words around them.

export const orderNouns = phraseSet(`
  order|orders|purchase|purchases|transaction|transactions|sale|sales|checkouts|baskets|activity|order activity|purchase activity|purchase history|order history|orders at all|purchases at all|time|times|
  occasions|separate occasions|orders placed|purchases made|orders on file|different times|buys`);
/** To order, in all its words: “active” and “seen” too mean having ordered. */
export const buying = phraseSet(`
  ordered|order|orders|ordering|bought|buy|buys|buying|brought|purchased|purchase|purchases|
  purchasing|shopped|shop|shops|shopping|transacted|checked out|been active|active|been seen|seen|
  been back|come back|came back|been shopping|been ordering|been buying|been around|did business|
  done business|convert|converted|placed an order|place an order|placed orders|place orders|
  placed any order|made a purchase|make a purchase|made an order|make an order|made purchases|
  put in an order|made any purchase|made any purchases|placed any orders|completed a purchase|
  completed an order|place any orders|make any purchases|made any orders|buy from us|placed|
  made a transaction`);
/** “have placed …” */
export const leads = phraseSet(`
  placed|made|place|make|makes|places|put in|completed|had|has|have|having|with|did|done|of|who|
  who have|that have|a total of|in total|ever|already|their|his|whose|there are|there were|showing|
  made up of|got|get`);
/** “3 separate orders” */
export const adjectives = phraseSet(`
  separate|different|individual|completed|paid|successful|single|such|or so|
  lifetime|total|actual|distinct|recorded`);
/** What is bought, said without saying it. */
export const objects = phraseSet(`
  on record|on file|in our system|anything|something|somthing|stuff|goods|products|product|items|item|things|a thing|from us|
  with us|at our store|from our shop|from our store|in our shop|in our store|at all|any|ever|yet|of us|so far|before|from you|here|already|even|
  a single|off us|to date|it|from me|with our shop|anything else|
  anything at all|a single thing|one thing|any products|any items|any more|anymore`);
export const many = phrases({
  'multiple|more than one|a couple of|a couple': 2,
  'several|a few|few': 3,
  'many|a lot of|lots of|numerous|plenty of|loads of|tons of': 5,
});
export const each = phraseSet('each|a piece|apiece|per order|every time|in value|in size|in amount|or so');
/** Before an amount of each order: “orders worth …”. */
export const ofAmount = phraseSet(`
  of|worth|for|with a value of|valued at|valued|with an amount of|with a total of|totalling|
  totaling|costing|that were|which were|that was|were|was|is|are|being|that are|priced|with amount|
  amounting to|at|that cost|whose value is|with a value|, each|each|, each of|each of|, each worth|
  each worth|with each|, all`);
export const inTotal = phraseSet(
  'worth of goods|worth of stuff|worth of products|worth of items|worth of things|worth|in total|altogether|combined|together|all together|overall',
);
