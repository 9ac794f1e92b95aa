import {
  all,
  amount,
  any,
  attribute,
  averageOrder,
  city,
  country,
  createdAt,
  days,
  during,
  type EvaluationCase,
  emailEnds,
  field,
  firstOrder,
  lapsed,
  lastOrder,
  months,
  none,
  notCity,
  notCountry,
  notTag,
  orderCount,
  ordered,
  orders,
  ordersAvg,
  ordersMax,
  ordersMin,
  ordersSum,
  placedAt,
  request,
  segment,
  spend,
  tag,
  weeks,
} from './shorthand.ts';

// How requests are meant where the words alone leave it open. These conventions hold for both sets.
//
// Amounts and counts
// - “over”, “more than”, “above”, “exceeds”: >. “at least”, “X or more”, “X+”, “no less than”, “from X”: >=.
//   “under”, “less than”, “below”, “fewer than”: <. “at most”, “up to”, “max”, “no more than”, “X or less”: <=.
//   Who spent or ordered nothing is among those below an amount or a number; an average, a biggest or smallest order they
//   do not have. “between X and Y”, “X-Y”, “from X to Y”, “aged X to Y”: both ends included.
// - The currency sign or word says nothing. k = thousand, m = million, a grand = 1,000, quid = pounds.
// - Spend, lifetime value, LTV, worth: totalSpend. AOV, basket, average or mean order value: averageOrderValue.
//   Purchases, times: orders. Big or high spenders, high value: total spend at least 500.
// - One-time, single-purchase, first-time buyers: exactly 1 order. Repeat, returning: at least 2. Loyal: at least 5.
//   Biggest, largest: orders.amount max. Smallest: min. “Every order above X”: min > X.
//
// Dates and windows (UTC, at the context's `now`; nothing lies in the future)
// - “in the last/past N …” is a rolling window: a year is 12 months, half a year 6, a quarter 3, a fortnight 14 days,
//   a couple 2. “last year”, “last month” without “the”: the calendar year or month before this one.
// - “in 2025”, “in February 2026”, “in Q4 2025”: the whole of it. “this year”, “this month”: from its first moment on.
// - “since D”: D included (since January: from 1 January on). “before D”: D not included. “after D”: from the next day on.
//   “on or after D”: D included. “between D and E”: both days included. Christmas is 25 December.
// - “haven't ordered in …”, “nothing in …”, “no order since …”, “never an order over …”: people who never ordered are
//   among them, as they are in `notInLast`.
// - Lapsed, dormant, inactive, churned, “last order more than … ago”: has ordered before, but not in that time;
//   6 months when no time is said. Recently: in the last 30 days. Active, seen, shopped, purchased: ordered.
// - New customers: first order in the last 30 days. “first ordered”, “first bought”: firstOrderAt.
//   Joined, signed up, sign-ups, registered, account created, “with us for”: createdAt.
// - Spend or an average with a time beside it is that of the orders in that time (`orders.amount`, sum or avg).
//
// Who and where
// - A place is a country or city of the workspace by its name, an adjective, an abbreviation or its people (Germans, US,
//   Dutch, Londoners), however the workspace spells it (Ireland is EIRE here). One it does not have is a country, as it
//   stands. DACH: Germany, Austria, Switzerland; Benelux: Belgium, Netherlands, Luxembourg; Scandinavia: Denmark,
//   Norway, Sweden.
// - A tag's name as a noun or adjective means the tag: VIPs, wholesale customers, staff. So does an attribute's value:
//   gold members, platinum customers, male shoppers; women are gender female. Attributes are called by their key
//   whatever its spelling: loyaltyPoints is loyalty points, favourite_category also favorite category; “aged” is age.
//   “without X” for a yes/no attribute: not true.
// - The names of RFM segments mean the segment; those that are everyday words (loyal customers, new customers,
//   promising, need attention, lost) only beside “segment” or “RFM”. Recency, frequency, monetary score: rfm.….
// - Gmail users: the email ends with @gmail.com; so icloud. Yahoo, Hotmail, Outlook have many domains: it contains
//   “@yahoo.”. “on the acme.com domain”, “at acme.com”: ends with @acme.com. Reachable by phone: phone known.
// - Called or named X: the name begins with X. Surname X: the name ends with X.
//
// Joining
// - “and” binds closer than “or”. But values of one kind that follow one another belong together: “from France or
//   Germany and spent over 100” is (France or Germany) and over 100; places joined by “and” or commas are
//   alternatives (nobody lives in two), “tagged a and b” is both tags.
// - Commas, “but”, “;”, “&”, “+” and full stops join like “and”; inside a list that ends in “or” a comma is an “or”.
// - Not, except, excluding, unless, without, minus, “leave out”, “exclude X and Y”, neither … nor: none of these.
// - Brackets group. “either A or B, and C”; “A or B, but only if C”; “A, B or C, as long as D”: the alternatives together
//   and the last.
// - Lead-ins (“win-back:”, “for our spring campaign”, “thanks!”) say nothing about who is meant. Small slips of spelling
//   are read through.
// - What no rule can express appears in `unmapped`, and everything else of the request still counts.

/** Requests one may look at while working on the offline parser. */
export const tunedCases: readonly EvaluationCase[] = [
  request('spend-01', 'customers who spent over £500', spend('>', 500)),
  request('spend-04', 'less than €50 spent in total', spend('<', 50)),
  request('spend-06', 'anyone with lifetime spend >= 2.5k', spend('>=', 2_500)),
  request('spend-09', 'people that have spent 300 or more', spend('>=', 300)),
  request('spend-10', 'max £75 total spend', spend('<=', 75)),
  request('spend-11', '¥10,000+ lifetime value', spend('>=', 10_000)),
  request('spend-12', 'Show me shoppers whose total spend exceeds USD 750', spend('>', 750)),
  request('spend-13', 'spent no more than 40 euros', spend('<=', 40)),
  request('spend-14', 'customers worth over 1m to us', spend('>', 1_000_000)),
  request('spend-16', 'spent anywhere from 50 to 150 pounds', spend('between', [50, 150])),
  request('spend-17', 'up to $200 in lifetime purchases', spend('<=', 200)),
  request('spend-18', 'high-value shoppers', spend('>=', 500)),
  request('spend-19', 'custmers who spent more then 120', spend('>', 120)),
  request('spend-21', 'total spend of exactly 100', spend('=', 100)),

  request('orders-01', 'one-time buyers', orderCount('=', 1)),
  request('orders-02', 'repeat customers', orderCount('>=', 2)),
  request('orders-03', 'never bought anything', orderCount('=', 0)),
  request('orders-05', 'bought at least twice', orderCount('>=', 2)),
  request('orders-07', "people who've ordered 5+ times", orderCount('>=', 5)),
  request('orders-09', 'Which customers have placed between 2 and 6 orders?', orderCount('between', [2, 6])),
  request('orders-12', 'no more than two orders', orderCount('<=', 2)),
  request('orders-14', 'our loyal customers', orderCount('>=', 5)),
  request('orders-15', 'bought three or more times', orderCount('>=', 3)),
  request('orders-16', '2 orders or less', orderCount('<=', 2)),
  request('orders-17', 'yet to place an order', orderCount('=', 0)),
  request('orders-18', 'havent orderd yet', orderCount('=', 0)),
  request('orders-19', 'returning shoppers', orderCount('>=', 2)),

  request('average-02', 'AOV over £120', averageOrder('>', 120)),
  request('average-03', 'avg basket under 30', averageOrder('<', 30)),
  request('average-04', 'average basket size of at least 65 euros', averageOrder('>=', 65)),
  request('average-07', 'average order value no more than 15', averageOrder('<=', 15)),
  request('average-08', 'aov >= 99.50', averageOrder('>=', 99.5)),
  request('average-09', 'Average order value of 200 or more, please', averageOrder('>=', 200)),

  request('recency-01', "haven't ordered in 3 months", lastOrder('notInLast', months(3))),
  request('recency-03', 'bought within the last fortnight', lastOrder('inLast', days(14))),
  request('recency-05', 'last order before 1 Dec 2025', lastOrder('<', '2025-12-01')),
  request('recency-07', 'ordered this year', lastOrder('>=', '2026-01-01')),
  request('recency-08', 'dormant customers', lapsed(months(6))),
  request('recency-09', 'recently purchased', lastOrder('inLast', days(30))),
  request('recency-10', "who hasn't bought anything for 60 days?", lastOrder('notInLast', days(60))),
  request('recency-12', 'active in the last 90 days', lastOrder('inLast', days(90))),
  request('recency-14', 'last order more than 45 days ago', lapsed(days(45))),
  request('recency-16', 'last order before November 15, 2025', lastOrder('<', '2025-11-15')),
  request('recency-17', 'ordered since 1st February 2026', lastOrder('>=', '2026-02-01')),
  request('recency-18', 'No orders since Christmas', none(lastOrder('>=', '2025-12-25'))),
  request(
    'recency-19',
    'last bought between 1 Oct 2025 and 31 Dec 2025',
    lastOrder(...during('2025-10-01', '2026-01-01')),
  ),
  request('recency-21', 'inactive for 8 weeks', lapsed(weeks(8))),
  request('recency-22', 'havnt purchased in 2 months', lastOrder('notInLast', months(2))),
  request('recency-23', 'ordered in February 2026', ordered(...during('2026-02-01', '2026-03-01'))),
  request('recency-24', 'purchased last month', ordered(...during('2026-02-01', '2026-03-01'))),
  request('recency-27', 'last order after 10 March 2026', lastOrder('>=', '2026-03-11')),
  request(
    'recency-28',
    "People who've bought from us in the last couple of months",
    lastOrder('inLast', months(2)),
  ),

  request('joined-01', 'joined in the last month', createdAt('inLast', months(1))),
  request('joined-02', 'new customers', firstOrder('inLast', days(30))),
  request('joined-03', 'signed up this year', createdAt('>=', '2026-01-01')),
  request('joined-05', 'registered before 2025', createdAt('<', '2025-01-01')),
  request('joined-07', 'whose first order was in Q4 2025', firstOrder(...during('2025-10-01', '2026-01-01'))),
  request(
    'joined-09',
    'first bought from us more than a year ago',
    all(orderCount('>=', 1), firstOrder('notInLast', months(12))),
  ),
  request('joined-10', 'been with us for more than 2 years', createdAt('notInLast', months(24))),
  request('joined-11', 'account created after 1 January 2026', createdAt('>=', '2026-01-02')),
  request(
    'joined-12',
    'accounts created between 1 March 2025 and 31 May 2025',
    createdAt(...during('2025-03-01', '2025-06-01')),
  ),
  request('joined-13', 'new sign-ups from the last 10 days', createdAt('inLast', days(10))),

  request(
    'order-windows-02',
    'spent more than 500 in the last quarter',
    ordersSum('>', 500, placedAt('inLast', months(3))),
  ),
  request(
    'order-windows-04',
    'average order in the last year under 50',
    ordersAvg('<', 50, placedAt('inLast', months(12))),
  ),
  request('order-windows-06', 'bought nothing in the last 90 days', lastOrder('notInLast', days(90))),
  request(
    'order-windows-08',
    'ordered exactly once in the past 12 months',
    orders('exactly', 1, placedAt('inLast', months(12))),
  ),
  request(
    'order-windows-10',
    'at least two purchases in the last 30 days',
    orders('atLeast', 2, placedAt('inLast', days(30))),
  ),
  request(
    'order-windows-11',
    'spent over 1k in the past 12 months',
    ordersSum('>', 1_000, placedAt('inLast', months(12))),
  ),
  request('order-windows-14', 'more than 3 purchases under £20', orders('atLeast', 4, amount('<', 20))),
  request(
    'order-windows-15',
    'spent less than £60 since January 2026',
    ordersSum('<', 60, placedAt('>=', '2026-01-01')),
  ),
  request('order-windows-16', 'whose smallest order was below 5', ordersMin('<', 5)),
  request(
    'order-windows-18',
    'spent at least €150 between 1 November 2025 and 31 December 2025',
    ordersSum('>=', 150, placedAt(...during('2025-11-01', '2026-01-01'))),
  ),
  request(
    'order-windows-20',
    'bought in both 2024 and 2025',
    all(ordered(...during('2024-01-01', '2025-01-01')), ordered(...during('2025-01-01', '2026-01-01'))),
  ),
  request(
    'order-windows-21',
    'bought in 2024 but not in 2025',
    all(ordered(...during('2024-01-01', '2025-01-01')), none(ordered(...during('2025-01-01', '2026-01-01')))),
  ),
  request(
    'order-windows-22',
    'Who ordered 4+ times in Q1 2025?',
    orders('atLeast', 4, placedAt(...during('2025-01-01', '2025-04-01'))),
  ),
  request(
    'order-windows-23',
    'avg order value in the last 3 months above 70',
    ordersAvg('>', 70, placedAt('inLast', months(3))),
  ),
  request(
    'order-windows-24',
    'no more than 2 orders in the last year',
    orders('atMost', 2, placedAt('inLast', months(12))),
  ),
  request(
    'order-windows-26',
    'splashed out more than 400 quid last year',
    ordersSum('>', 400, placedAt(...during('2025-01-01', '2026-01-01'))),
  ),
  request('order-windows-27', 'largest purchase less than 35', ordersMax('<', 35)),
  request(
    'order-windows-28',
    'no single order above 90 in the last 12 months',
    orders('atMost', 0, amount('>', 90), placedAt('inLast', months(12))),
  ),
  request(
    'order-windows-29',
    'fewer than 3 orders in the past 6 months',
    orders('atMost', 2, placedAt('inLast', months(6))),
  ),
  request(
    'order-windows-30',
    '5 orders or more in 2025',
    orders('atLeast', 5, placedAt(...during('2025-01-01', '2026-01-01'))),
  ),

  request('places-01', 'customers from the UK', country('United Kingdom')),
  request('places-05', 'in London', city('London')),
  request('places-06', 'not in Spain', notCountry('Spain')),
  request('places-07', 'French customers', country('France')),
  request('places-09', 'based in Ireland', country('EIRE')),
  request('places-11', 'DACH region', country('Germany', 'Austria', 'Switzerland')),
  request('places-13', 'Londoners', city('London')),
  request('places-14', 'Swiss or Austrian buyers', country('Switzerland', 'Austria')),
  request('places-15', 'non-UK customers', notCountry('United Kingdom')),
  request('places-16', 'located in new york', city('New York')),
  request('places-17', 'everyone in the netherlands', country('Netherlands')),
  request('places-18', 'Dutch shoppers', country('Netherlands')),
  request('places-19', 'customers from Mexico', country('Mexico')),
  request('places-20', 'Scandinavian customers', country('Denmark', 'Norway', 'Sweden')),
  request('places-21', 'no country on file', field('country', 'null', null)),
  request('places-22', 'anywhere but Germany or Austria', notCountry('Germany', 'Austria')),
  request('places-24', 'Great Britain, excluding London', all(country('United Kingdom'), notCity('London'))),

  request('tags-01', 'tagged vip', tag('vip')),
  request('tags-04', 'not tagged newsletter', notTag('newsletter')),
  request('tags-05', 'wholesale customers', tag('wholesale')),
  request('tags-07', 'tagged vip and newsletter', all(tag('vip'), tag('newsletter'))),
  request('tags-08', 'has the "beta tester" tag', tag('beta tester')),
  request('tags-09', 'without the staff tag', notTag('staff')),
  request('tags-10', 'any customer with no tags', field('tags', 'null', null)),
  request('tags-11', 'VIP customers only', tag('vip')),
  request('tags-12', 'tag is Black Friday', tag('Black Friday')),
  request('tags-13', 'non-VIPs', notTag('vip')),
  request('tags-14', 'labelled as b2b', tag('b2b')),

  request('contact-01', 'gmail users', emailEnds('@gmail.com')),
  request('contact-02', 'email ends with @acme.com', emailEnds('@acme.com')),
  request('contact-04', 'has a phone number', field('phone', 'notNull', null)),
  request('contact-05', 'without a phone', field('phone', 'null', null)),
  request('contact-06', 'no phone on file', field('phone', 'null', null)),
  request('contact-07', 'everyone with a yahoo address', field('email', 'contains', '@yahoo.')),
  request('contact-08', 'not using gmail', none(emailEnds('@gmail.com'))),
  request('contact-09', 'customers we can reach by phone', field('phone', 'notNull', null)),
  request('contact-12', 'icloud or gmail addresses', any(emailEnds('@icloud.com'), emailEnds('@gmail.com'))),
  request('contact-14', 'email addresses ending in .de', emailEnds('.de')),

  request('names-02', 'name starts with B', field('name', 'beginsWith', 'B')),
  request('names-03', 'name contains "smith"', field('name', 'contains', 'smith')),
  request('names-04', 'anyone named Maria', field('name', 'beginsWith', 'Maria')),
  request('names-05', 'customers without a name', field('name', 'null', null)),

  request('attributes-02', 'loyalty points over 500', attribute('loyaltyPoints', '>', 500)),
  request('attributes-03', 'tier is silver or gold', attribute('tier', 'in', ['silver', 'gold'])),
  request('attributes-05', 'not in the bronze tier', attribute('tier', '!=', 'bronze')),
  request('attributes-08', 'with marketing consent', attribute('marketing consent', '=', true)),
  request('attributes-09', 'fewer than 100 loyalty points', attribute('loyaltyPoints', '<', 100)),
  request('attributes-11', 'without marketing consent', attribute('marketing consent', '!=', true)),
  request('attributes-12', 'customers with no tier set', attribute('tier', 'null', null)),
  request('attributes-14', 'who hold at least 1,000 loyalty points', attribute('loyaltyPoints', '>=', 1_000)),
  request('attributes-15', 'gold and platinum members', attribute('tier', 'in', ['gold', 'platinum'])),
  request('attributes-16', 'people under 25 years old', attribute('age', '<', 25)),
  request(
    'attributes-17',
    'favorite category accessories or dresses',
    attribute('favourite_category', 'in', ['accessories', 'dresses']),
  ),
  request('attributes-18', 'Male shoppers', attribute('gender', '=', 'male')),

  request('rfm-01', 'champions', segment('champions')),
  request('rfm-02', 'at risk customers', segment('at risk')),
  request('rfm-03', 'hibernating customers', segment('hibernating')),
  request('rfm-06', 'potential loyalists', segment('potential loyalists')),
  request('rfm-09', 'RFM segment is need attention', segment('need attention')),
  request('rfm-10', 'everyone but the hibernating ones', none(segment('hibernating'))),
  request('rfm-11', 'recency score of at least 4', field('rfm.recency', '>=', 4)),
  request('rfm-12', 'frequency score below 3', field('rfm.frequency', '<', 3)),
  request('rfm-13', 'monetary score is 5', field('rfm.monetary', '=', 5)),

  request('combined-01', 'from France and spent over 100', all(country('France'), spend('>', 100))),
  request(
    'combined-04',
    'customers from Italy but not tagged newsletter',
    all(country('Italy'), notTag('newsletter')),
  ),
  request('combined-05', 'everyone except staff', notTag('staff')),
  request('combined-06', 'spent over 200, excluding wholesale', all(spend('>', 200), notTag('wholesale'))),
  request(
    'combined-11',
    'VIPs, or UK customers with 10+ orders',
    any(tag('vip'), all(country('United Kingdom'), orderCount('>=', 10))),
  ),
  request(
    'combined-12',
    "repeat customers who haven't bought in 6 months and have an AOV over 60",
    all(orderCount('>=', 2), lastOrder('notInLast', months(6)), averageOrder('>', 60)),
  ),
  request(
    'combined-14',
    'gmail users in London with no phone',
    all(emailEnds('@gmail.com'), city('London'), field('phone', 'null', null)),
  ),
  request(
    'combined-15',
    'Send this to big spenders outside the UK, but leave out anyone who ordered in the last 2 weeks',
    all(spend('>=', 500), notCountry('United Kingdom'), lastOrder('notInLast', weeks(2))),
  ),
  request('combined-17', 'not (in Spain and tagged vip)', none(all(country('Spain'), tag('vip')))),
  request(
    'combined-19',
    'win-back: 3+ orders, nothing in the last 120 days',
    all(orderCount('>=', 3), lastOrder('notInLast', days(120))),
  ),
  request(
    'combined-20',
    'spent 100-300 & from Belgium',
    all(spend('between', [100, 300]), country('Belgium')),
  ),
  request(
    'combined-22',
    'female customers in Paris or Lyon who spent more than 150',
    all(attribute('gender', '=', 'female'), city('Paris', 'Lyon'), spend('>', 150)),
  ),
  request(
    'combined-23',
    'new customers without a phone number',
    all(firstOrder('inLast', days(30)), field('phone', 'null', null)),
  ),
  request(
    'combined-24',
    'champions from the Netherlands, minus wholesale accounts',
    all(segment('champions'), country('Netherlands'), notTag('wholesale')),
  ),
  request(
    'combined-26',
    'either in Berlin or Munich, tagged newsletter and with marketing consent',
    all(city('Berlin', 'Munich'), tag('newsletter'), attribute('marketing consent', '=', true)),
  ),
  request(
    'combined-27',
    'people from Spain with exactly one order, or from Portugal with none',
    any(all(country('Spain'), orderCount('=', 1)), all(country('Portugal'), orderCount('=', 0))),
  ),
  request(
    'combined-29',
    'exclude gmail addresses and anyone in the USA; keep only those who spent at least 50',
    all(none(emailEnds('@gmail.com')), notCountry('USA'), spend('>=', 50)),
  ),
  request(
    'combined-30',
    'both tagged vip and wholesale but not from Japan',
    all(tag('vip'), tag('wholesale'), notCountry('Japan')),
  ),
  request(
    'combined-31',
    'Could you pull everyone who joined in 2025, has bought at least 3 times, and lives in Sweden or Norway?',
    all(createdAt(...during('2025-01-01', '2026-01-01')), orderCount('>=', 3), country('Sweden', 'Norway')),
  ),
  request(
    'combined-32',
    'more than 2 orders over 50 in the last 6 months and no orders under 10',
    all(
      orders('atLeast', 3, amount('>', 50), placedAt('inLast', months(6))),
      orders('atMost', 0, amount('<', 10)),
    ),
  ),
  request('combined-33', 'all customers', all()),
  request('combined-34', 'country is Italy and order count >= 3', all(country('Italy'), orderCount('>=', 3))),
  request(
    'combined-35',
    "Which VIPs haven't been seen since 1 October 2025?",
    all(tag('vip'), none(lastOrder('>=', '2025-10-01'))),
  ),
  request(
    'combined-37',
    'at-risk or hibernating customers with total spend above 300',
    all(segment('at risk', 'hibernating'), spend('>', 300)),
  ),
  request(
    'combined-39',
    'customers in France, Germany or Italy who bought at least twice this year, except those tagged b2b',
    all(
      country('France', 'Germany', 'Italy'),
      orders('atLeast', 2, placedAt('>=', '2026-01-01')),
      notTag('b2b'),
    ),
  ),
  request(
    'combined-40',
    "those who've spent over £200 or ordered 4 or more times, but only if they live in the UK",
    all(any(spend('>', 200), orderCount('>=', 4)), country('United Kingdom')),
  ),
  request(
    'combined-41',
    '(VIPs and spent under 100) or (not VIPs and spent over 1000)',
    any(all(tag('vip'), spend('<', 100)), all(notTag('vip'), spend('>', 1_000))),
  ),
  request(
    'combined-43',
    'wholesale or b2b, 500+ spend, no orders in 2026',
    all(tag('wholesale', 'b2b'), spend('>=', 500), none(ordered('>=', '2026-01-01'))),
  ),
  request(
    'combined-44',
    'Champions tagged vip who live in neither London nor Manchester',
    all(segment('champions'), tag('vip'), notCity('London', 'Manchester')),
  ),

  request(
    'long-01',
    "Hi! We're planning a spring campaign and I'd love to reach customers in the UK or Ireland who have spent at least £250 in total and whose last order was more than 60 days ago. Thanks!",
    all(country('United Kingdom', 'EIRE'), spend('>=', 250), lapsed(days(60))),
  ),
  request(
    'long-03',
    'could u pls get me all the ppl in germany that bought somthing in the last 30 days and spent less than 100 overall, ta',
    all(country('Germany'), lastOrder('inLast', days(30)), spend('<', 100)),
  ),
  request(
    'long-05',
    'I need a list of people who signed up in 2025 but never placed an order, have a phone number and live in France, Belgium or Switzerland',
    all(
      createdAt(...during('2025-01-01', '2026-01-01')),
      orderCount('=', 0),
      field('phone', 'notNull', null),
      country('France', 'Belgium', 'Switzerland'),
    ),
  ),
  request(
    'long-07',
    "Please create a segment of customers who have ordered five times or more, spent no less than €1,500 altogether, and who haven't placed an order in the past four months.",
    all(orderCount('>=', 5), spend('>=', 1_500), lastOrder('notInLast', months(4))),
  ),
  request(
    'long-08',
    'Can we target everyone in the UK, Germany and France who spent more than 200 in the last 6 months, unless they have ordered in the last week or are tagged influencer?',
    all(
      country('United Kingdom', 'Germany', 'France'),
      ordersSum('>', 200, placedAt('inLast', months(6))),
      lastOrder('notInLast', weeks(1)),
      notTag('influencer'),
    ),
  ),
  request(
    'long-09',
    'Early access: VIPs, champions, or anyone whose total spend is above 2k, as long as they are not in the USA or Canada',
    all(any(tag('vip'), segment('champions'), spend('>', 2_000)), notCountry('USA', 'Canada')),
  ),
  request(
    'long-11',
    'Women aged 30 to 45 with a favourite category of dresses, at least 2 purchases since 1 September 2025, gmail or icloud address',
    all(
      attribute('gender', '=', 'female'),
      attribute('age', 'between', [30, 45]),
      attribute('favourite_category', '=', 'dresses'),
      orders('atLeast', 2, placedAt('>=', '2025-09-01')),
      any(emailEnds('@gmail.com'), emailEnds('@icloud.com')),
    ),
  ),
  request(
    'long-12',
    'ok so i want folks from the us who bought once or twice, spent under $80 in total, and whose last order was before november 2025',
    all(country('USA'), orderCount('between', [1, 2]), spend('<', 80), lastOrder('<', '2025-11-01')),
  ),

  request('unmapped-01', 'who like cats', all(), ['cats']),
  request('unmapped-02', 'left-handed customers in France', country('France'), ['left-handed']),
  request('unmapped-03', 'spent over 100 and wear green hats', spend('>', 100), ['hats']),
  request('unmapped-06', 'bought a bicycle in 2025', ordered(...during('2025-01-01', '2026-01-01')), [
    'bicycle',
  ]),
  request('unmapped-07', 'married people with more than 3 orders', orderCount('>', 3), ['married']),
  request('unmapped-08', 'UK shoppers who prefer paying by card', country('United Kingdom'), ['card']),
  request('unmapped-09', 'dog owners in Berlin', city('Berlin'), ['dog']),
  request('unmapped-12', 'vegetarians', all(), ['vegetarians']),
  request('unmapped-13', 'gold members who live near a store', attribute('tier', '=', 'gold'), ['store']),
  request(
    'unmapped-15',
    'AOV over 50, plays golf, not in the US',
    all(averageOrder('>', 50), notCountry('USA')),
    ['golf'],
  ),
];
