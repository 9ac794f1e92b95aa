import { type Phrases, phraseSet, phrases } from './phrases.ts';

// The closed classes of words that hold a request together. Words that carry a condition belong to the readers in
// `clauses/`; words of a whole class (people, articles) belong here.

/** How conditions are joined. */
export const joiners = phrases({
  'and|&|&&|plus|+|also|as well as|and also|along with|together with|and then|and additionally|in addition|in addition to|moreover|additionally|combined with|while|and at the same time|and still|and yet':
    'and',
  'or|/|\\||\\|\\||or else|or even|or maybe|or alternatively|alternatively|and / or|or also': 'or',
  // “VIPs, plus anyone who …”: more people.
  'plus anyone|plus everyone|plus anybody|plus everybody|plus all|plus those|plus people|plus customers|as well as anyone|as well as everyone|as well as those|as well as people|and anyone|and everyone|and anybody|and everybody|along with anyone|together with anyone|and also anyone|& anyone|+ anyone':
    'or',
  'but|yet|though|although|however|but also|but still|but then|and but|but who|but they': 'but',
} as const);

/** What follows holds in any case: “A or B, as long as C”. */
export const conditions = phraseSet(`
  but only if|only if|as long as|so long as|provided|provided that|providing|on condition that|if|
  but only those|but only the ones|but only when|keep only|only keep|keep only those|limit to|
  limited to|restricted to|restrict to|narrow to|narrow down to|filter to|only include|and only if|
  given that|assuming|but only`);

/** What follows is left out of what stands before. */
export const exclusions = phraseSet(`
  except|except for|excepting|excluding|exclude|excludes|excluded|unless|minus|leave out|
  leaving out|but leave out|but exclude|but excluding|but not those|but not anyone|other than|
  apart from|aside from|bar|barring|save for|ignore|ignoring|skip|skipping|omit|omitting|drop|
  filter out|take out|remove|removing|do not include|but do not include|not including|
  but not including|not counting|with the exception of|rather than|do not send to|do not target|
  do not email|do not contact|do not want|do not need|leave off|not those|not the ones|not anyone|
  never mind|everyone but|everybody but|anyone but|anybody but|all but|anything but|anywhere but|
  everywhere but|nobody from|people but|customers but|no one from`);

/** Words that turn one condition into its opposite. */
export const negations = phraseSet(`
  not|no|never|without|without a single|without one|without even one|non|not any|lacking|lack|lacks|missing|none of|no longer|nor|with no|neither|
  without any|without a|without an|without the|with out|w / o|free of|hardly|nobody|ex|did never|
  anti|outside|outside of|anywhere outside|anywhere outside of|away from|elsewhere than|is not|
  do not|does not|did not`);

/** Words with “not” or “no” in them that deny nothing. */
export const neutral = phraseSet(`
  not only|not just|whether or not|no matter what|no matter|not to mention|why not|if not|
  no problem|no worries|no rush|not necessarily|not limited to`);

/** Who is meant, in words that say nothing more. */
export const people = phraseSet(`
  customer|customers|client|clients|people|person|persons|ppl|folk|folks|shopper|shoppers|buyer|
  buyers|user|users|member|members|account|accounts|subscriber|subscribers|contact|contacts|
  consumer|consumers|purchaser|purchasers|individual|individuals|guys|everyone|everybody|anyone|
  anybody|someone|somebody|all|every|each customer|each person|each of our|each one|any|those|ones|one|patron|patrons|recipient|recipients|
  holder|holders|audience|segment|list|group|crowd|cohort|profiles|records|resident|residents|
  citizens|citizen|base|whoever|anything|database|types|type|kind|region|area|everything|lot|bunch|
  group of|list of|segment of|audience of|spenders|fans|owners of accounts|orderers|crm|leads|
  ladies and gentlemen`);

/** Words without a meaning of their own here. Prepositions stay with an unknown word that follows them. */
export const glue = phraseSet(`
  the|a|an|this|these|that|who|which|whose|whom|whoever|what|it|its|they|them|their|theirs|he|she|
  his|her|we|us|our|ours|you|your|i|me|my|mine|am|is|are|was|were|be|been|being|has|have|had|having|
  do|does|did|done|will|would|can|could|shall|should|may|might|must|got|get|gets|so|very|really|
  quite|just|only|even|ever|already|actually|basically|simply|currently|presently|now|there|here|
  too|then|else|ok|okay|hi|hello|hey|please|pls|plz|thanks|thank|thx|ta|cheers|kindly|currently|
  still|yet|both|either|overall|altogether|total|totally|maybe|perhaps|also|some|such|
  themselves|exact|exactly|well|particularly|especially|where|when|how|as|if|because|about|happen|happens|currently|meet|meets|
  match|matches|matching|criteria|condition|conditions|following|whole|entire|lot|lots|dear|team|
  previously|formerly|etc|etcetera|ie|eg|im|ive|id|lets|let|u|r|ur|wanna|gonna|existing|ago|anyway|
  thereof|namely|based|living|lives|live|located|residing|
  reside|resides|coming|come|comes|hailing|ordering from us|simple|inclusive|inclusively|database|
  system|whatsoever|at all|side|whats|be it|being it|those whose|in total|in all|
  all together`);

export const prepositions = phraseSet(`
  w|w /|of|in|on|at|by|for|from|to|with|within|into|onto|over|under|during|between|through|
  per|as|like|than|inside|upon|among|amongst`);

/** Lead-ins: what someone wants done with the audience rather than who is in it. */
export const wishes = phraseSet(`
  offer|announce|promote|pitch|advertise|share|show|show me|give|give me|find|find me|get|get me|
  list|list of|pull|pull up|fetch|send|send to|send this to|email|mail|message|text|reach|
  reach out to|target|targeting|contact|create|make|build|select|want|want to|need|looking for|
  look for|look at|search for|segment of|audience of|group of|a list of|return|display|identify|
  who are|which are|like to|love to|interested in|planning|preparing|launching|running|filter|
  include|see|pick|choose|extract|export|grab|retrieve|compile|define|set up|narrow|aim at|aimed at|
  address|invite|notify|thank|reward|go after|win back|bring back|re engage|reengage|nudge|remind|
  approach|write to|offer to|announce to|share with|tell|how many|know`);

/** “for our spring campaign”: what the audience is for. */
export const purposes = phraseSet(`
  campaign|campaigns|newsletter campaign|sale|launch|promo|promotion|offer|mailing|blast|event|
  announcement|mailshot|push|email|survey|drop|giveaway|competition|webinar|initiative|project|test|
  discount|voucher|coupon|collection|code|discount code`);

/** Small words: a tag called “new” or a value “all” is meant only where a tag or value must stand. */
export const isSmallWord = (
  sentence: { find(at: number, table: Phrases<unknown>): unknown },
  at: number,
): boolean =>
  [glue, people, prepositions, joiners, negations, conditions].some(
    (table) => sentence.find(at, table) !== null,
  );

/** Begins a clause about the people before it. */
export const relatives = phraseSet('who|that|which|whose|whom|where they|they|and who|and whose');
