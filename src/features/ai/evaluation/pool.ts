import { averageMinorUnits } from '../../../lib/money.ts';
import {
  aggregateOf,
  countedOrders,
  type EvaluatedCustomer,
  type EvaluatedOrder,
  matchesRule,
} from '../../audiences/rules/evaluate.ts';
import type { Rule } from '../../audiences/rules.schema.ts';
import type { WordsContext } from '../words-context.ts';
import { type Boundaries, boundariesOf, leavesOf } from './boundaries.ts';
import { combinationsOf } from './combinations.ts';
import { type Random, randomNumbers } from './random.ts';
import type { EvaluationCase } from './shorthand.ts';

export interface PoolCustomer {
  /** The id of the case whose conditions the customer was made around. */
  madeFor: string;
  customer: EvaluatedCustomer;
  orders: EvaluatedOrder[];
}

const CUSTOMERS_A_CASE = 60;
const LEAST_A_COMBINATION = 8;
const ATTEMPTS = 1_000;
const DAY = 86_400_000;

/**
 * Made-up customers that tell the cases' rules from rules that are nearly the same. For each case, for each combination
 * of its conditions that matters, customers of whom just those conditions hold, with values on and beside the
 * boundaries. Their figures are those of their orders, so different ways to say one thing select the same ones. The
 * same for the same cases.
 */
export function buildPool(cases: readonly EvaluationCase[], context: WordsContext): PoolCustomer[] {
  const random = randomNumbers(20_260_315);
  const averages = new Set(
    cases
      .flatMap((c) => boundariesOf(c.means, context.now).figures.filter((f) => f.figure === 'avg'))
      .map((f) => f.value),
  );
  const pool = cases.flatMap(({ id, means }) => {
    const leaves = leavesOf(means);
    const maker = new CustomerMaker(id, boundariesOf(means, context.now), context, random);
    const combinations = combinationsOf(means, random);
    const wanted = Math.max(LEAST_A_COMBINATION, Math.ceil(CUSTOMERS_A_CASE / combinations.length));
    return combinations.flatMap((holds) => maker.make(leaves, holds, wanted));
  });
  return pool.filter(({ customer, orders }) => hasPlainAverage(customer, orders, averages));
}

/**
 * The customer's average is kept rounded, the average of orders is not. Where a threshold lies between the two, two
 * ways to say one thing would differ by a fraction of a penny: such customers are left out.
 */
function hasPlainAverage(
  { averageOrderValue }: EvaluatedCustomer,
  orders: EvaluatedOrder[],
  averages: Set<number>,
): boolean {
  const counted = orders.filter((o) => o.amount >= 0);
  const exact = counted.reduce((sum, o) => sum + o.amount, 0) / counted.length;
  return averageOrderValue === null || averageOrderValue === exact || !averages.has(averageOrderValue);
}

class CustomerMaker {
  private readonly madeFor: string;
  private readonly boundaries: Boundaries;
  private readonly context: WordsContext;
  private readonly random: Random;
  constructor(madeFor: string, boundaries: Boundaries, context: WordsContext, random: Random) {
    this.madeFor = madeFor;
    this.boundaries = boundaries;
    this.context = context;
    this.random = random;
  }

  /** Up to `wanted` different customers of whom exactly the conditions with `holds` hold; fewer where hardly any are possible. */
  make(leaves: Rule[], holds: boolean[], wanted: number): PoolCustomer[] {
    const made = new Map<string, PoolCustomer>();
    for (let attempt = 0; attempt < ATTEMPTS && made.size < wanted; attempt += 1) {
      const candidate = this.propose(leaves, holds);
      const fits = leaves.every(
        (leaf, i) => matchesRule(leaf, candidate.customer, candidate.orders, this.context.now) === holds[i],
      );
      if (fits) made.set(JSON.stringify(candidate), candidate);
    }
    return [...made.values()];
  }

  private propose(leaves: Rule[], holds: boolean[]): PoolCustomer {
    const { random, context, boundaries } = this;
    const orders = this.proposeOrders();
    const counted = orders.filter((o) => o.amount >= 0);
    const placed = counted.map((o) => o.placedAt.getTime());
    const customer: EvaluatedCustomer = {
      email: 'alex@shop.test',
      name: random.pick([null, 'Kim Novak', 'Olu Ade']),
      phone: random.pick([null, '+15550100']),
      country: random.pick([null, ...context.countries]),
      city: random.pick([null, ...context.cities]),
      tags: random.some([...context.tags], 0.2),
      attributes: Object.fromEntries(
        context.attributes.map(({ key, type, values }) => [
          key,
          type === 'number'
            ? random.pick([null, 5, 37, 750])
            : type === 'boolean'
              ? random.pick([null, true, false])
              : type === 'date'
                ? random.pick([null, '1985-05-05', '2001-01-01'])
                : random.pick([null, ...(values ?? [])]),
        ]),
      ),
      totalSpend: orders.reduce((sum, o) => sum + o.amount, 0),
      orderCount: counted.length,
      averageOrderValue: averageMinorUnits(
        counted.reduce((sum, o) => sum + o.amount, 0),
        counted.length,
      ),
      firstOrderAt: placed.length > 0 ? new Date(Math.min(...placed)) : null,
      lastOrderAt: placed.length > 0 ? new Date(Math.max(...placed)) : null,
      createdAt: new Date(
        random.pick(boundaries.createdInstants) ?? context.now.getTime() - random.whole(1_000) * DAY,
      ),
      rfm: counted.length === 0 || random.chance(0.1) ? null : this.proposeScores(),
    };
    this.settle(customer, leaves, holds);
    if (boundaries.tags.length > 0)
      customer.tags = [...random.some(boundaries.tags, 0.4), ...random.some([...context.tags], 0.1)];
    return { madeFor: this.madeFor, customer, orders };
  }

  /** Gives fields whose conditions are on them alone a value of which these hold or not, as wanted. */
  private settle(customer: EvaluatedCustomer, leaves: Rule[], holds: boolean[]): void {
    for (const [field, candidates] of this.boundaries.values) {
      if (field.startsWith('rfm.')) continue;
      const values = field === 'email' ? candidates.filter((v) => v !== null) : candidates;
      const setTo = (value: string | number | boolean | null) => {
        if (field.startsWith('attributes.')) customer.attributes[field.slice('attributes.'.length)] = value;
        else Object.assign(customer, { [field]: value });
      };
      const before = field.startsWith('attributes.')
        ? (customer.attributes[field.slice('attributes.'.length)] ?? null)
        : (customer[field as 'country'] ?? null);
      const fitting = [...values, before].filter((value) => {
        setTo(value);
        return leaves.every(
          (leaf, i) => leaf.field !== field || matchesRule(leaf, customer, [], this.context.now) === holds[i],
        );
      });
      setTo(this.random.pick(fitting) ?? before);
    }
  }

  private proposeScores(): NonNullable<EvaluatedCustomer['rfm']> {
    const { random, boundaries } = this;
    const segments = [...(boundaries.values.get('rfm.segment') ?? []), 'loyal customers', 'promising'];
    const score = () => random.pick([1, 2, 3, 4, 5]);
    return {
      recency: score(),
      frequency: score(),
      monetary: score(),
      segment: String(random.pick(segments.filter((s) => s !== null))),
    };
  }

  private proposeOrders(): EvaluatedOrder[] {
    const { random, boundaries, context } = this;
    const now = context.now.getTime();
    const anyDate = () => now - random.pick([2, 20, 40, 100, 200, 300, 500, 700]) * DAY;
    const date = () =>
      new Date(random.chance(0.7) ? (random.pick(boundaries.instants) ?? anyDate()) : anyDate());
    const anyAmount = () => random.pick([0, 499, 2_500, 6_000, 15_000, 70_000]);
    const amount = () =>
      random.chance(0.6) ? (random.pick(boundaries.orderAmounts) ?? anyAmount()) : anyAmount();
    const counts = [...boundaries.counts, ...boundaries.counts, 0, 1, 2, 4];
    const length = (random.pick(counts) ?? 0) + (random.chance(0.3) ? random.whole(3) : 0);
    // Several orders on one side of an edge are as likely as on both.
    const one = date();
    const together = random.chance(0.3);
    const orders = Array.from({ length }, () => ({ amount: amount(), placedAt: together ? one : date() }));
    if (random.chance(0.2)) orders.push({ amount: -random.pick([1, 500, 3_000]), placedAt: date() });
    const aimed = random.chance(0.85) ? random.pick(boundaries.figures) : undefined;
    if (aimed) this.bringTo(orders, aimed);
    return orders;
  }

  /** Changes amounts so that the figure of the orders it is about comes to its value exactly, where that can be. */
  private bringTo(orders: EvaluatedOrder[], { figure, value, where }: Boundaries['figures'][number]): void {
    const inside = where
      ? countedOrders(where, orders, this.context.now)
      : orders.filter((o) => o.amount >= 0);
    const [first, ...others] = inside;
    if (!first) return;
    const refunds =
      figure === 'sum'
        ? aggregateOf(
            { field: 'orders.amount', operator: '=', value: 0, aggregate: 'sum', where },
            orders,
            this.context.now,
          )
            .amounts.filter((a) => a < 0)
            .reduce((sum, a) => sum + a, 0)
        : 0;
    const total = figure === 'avg' ? value * inside.length : value - refunds;
    if (total < 0) return;
    if (this.random.chance(0.5)) {
      for (const other of others) other.amount = Math.floor(total / inside.length);
    }
    const rest = total - others.reduce((sum, o) => sum + o.amount, 0);
    if (rest >= 0) first.amount = rest;
  }
}
