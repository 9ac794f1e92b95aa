import type { Document, ObjectId } from 'mongodb';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { type CompiledRules, compileRules } from './rules/compile.ts';
import type { OrderOutcome, OrderQuestions } from './rules/compile-orders.ts';
import type { RuleGroup } from './rules.schema.ts';

const customers = () => collection<CustomerDocument>('customers');
const orders = () => collection('orders');

interface Sizes {
  /** Customers looked up by id in one query: some tens of kilobytes of ids. */
  chunk: number;
  /** Up to so many customers, their orders are asked for by customer; beyond, all orders of the time are read. */
  few: number;
}
const SIZES: Sizes = { chunk: 2_000, few: 2_000 };

export interface Question {
  workspaceId: ObjectId;
  rules: RuleGroup;
  /** The moment "in the last …" counts back from. */
  now: Date;
  /** Ends the queries when it is aborted; they then throw. */
  signal?: AbortSignal | undefined;
  /** Other sizes than usual; the answer is the same. */
  sizes?: Sizes;
}

/** How many customers the rules select. */
export async function countMatching({ signal, sizes = SIZES, ...question }: Question): Promise<number> {
  const compiled = compileRules(question.rules, question);
  const count = async (filter: Document | null): Promise<number> =>
    filter === null ? 0 : customers().countDocuments(filter, { signal });
  if (!compiled.orders) return count(compiled.filter([]));

  const { whenNone } = compiled.orders;
  const [withoutOrders, few] = await Promise.all([
    count(compiled.filter(whenNone)),
    fewCandidates(compiled, sizes.few, signal),
  ]);
  if (few?.length === 0) return 0;
  const asked = few ? { customerIds: few } : {};
  let difference = 0;
  if (compiled.ordersAlone) {
    const groups = orders().aggregate<{ _id: boolean[]; n: number }>(
      [...compiled.orders.stages(asked), { $group: { _id: '$outcomes', n: { $sum: 1 } } }],
      { signal },
    );
    const selects = (outcomes: readonly boolean[]) => (compiled.filter(outcomes) === null ? 0 : 1);
    for await (const { _id, n } of groups) difference += n * (selects(_id) - selects(whenNone));
    return withoutOrders + difference;
  }
  for await (const chunk of outcomesInChunks(compiled.orders, asked, sizes.chunk, signal)) {
    const [now, otherwise] = await Promise.all([
      count(selectedOf(chunk, compiled)),
      count(
        compiled.filterAmong(
          chunk.map(({ _id }) => _id),
          whenNone,
        ),
      ),
    ]);
    difference += now - otherwise;
  }
  return withoutOrders + difference;
}

/**
 * The customers the rules select, in the order of ids, each with the fields of the projection. Ending the walk ends its
 * queries.
 * @param after only those behind this id
 */
export async function* walkMatching<T extends Document = CustomerDocument>(
  { signal, sizes = SIZES, ...question }: Question,
  options: {
    after?: ObjectId | null;
    projection?: Record<string, 0 | 1>;
    batchSize?: number;
    limit?: number;
  },
): AsyncGenerator<T> {
  const { after = null, projection = {}, batchSize = sizes.chunk, limit } = options;
  const compiled = compileRules(question.rules, question);
  const find = (filter: Document, most?: number) => {
    const found = customers().find<T>(filter, { projection, signal }).sort({ _id: 1 }).batchSize(batchSize);
    return most === undefined ? found : found.limit(most);
  };
  const behind = (filter: Document) => (after ? { $and: [filter, { _id: { $gt: after } }] } : filter);
  if (!compiled.orders) {
    const filter = compiled.filter([]);
    if (filter) yield* find(behind(filter), limit);
    return;
  }
  yield* first(limit, walkWithOrders<T>(compiled, compiled.orders, { after, find, behind, sizes, signal }));
}

interface Walk<T> {
  after: ObjectId | null;
  find: (filter: Document) => AsyncIterable<T>;
  behind: (filter: Document) => Document;
  sizes: Sizes;
  signal: AbortSignal | undefined;
}

/**
 * Two walks in step: whom the rules select without regard to orders, and those whose orders make a difference, who are
 * taken from the second alone.
 */
async function* walkWithOrders<T extends Document>(
  compiled: CompiledRules,
  questions: OrderQuestions,
  { after, find, behind, sizes, signal }: Walk<T>,
): AsyncGenerator<T> {
  const few = await fewCandidates(compiled, sizes.few, signal);
  if (few?.length === 0) return;
  const chunks = outcomesInChunks(
    questions,
    few ? { customerIds: few, after } : { after },
    sizes.chunk,
    signal,
  );
  const without = compiled.filter(questions.whenNone);
  const others = without ? find(behind(without))[Symbol.asyncIterator]() : null;
  try {
    let other = await others?.next();
    for await (const chunk of chunks) {
      const decided = new Set(chunk.map(({ _id }) => _id.toHexString()));
      const end = chunk.at(-1)?._id;
      const selected = selectedOf(chunk, compiled);
      for await (const row of selected ? find(selected) : []) {
        while (others && other && !other.done && isBefore(other.value._id, row._id)) {
          if (!decided.has(String(other.value._id))) yield other.value;
          other = await others.next();
        }
        yield row;
      }
      while (others && other && !other.done && end && !isBefore(end, other.value._id)) {
        if (!decided.has(String(other.value._id))) yield other.value;
        other = await others.next();
      }
    }
    while (others && other && !other.done) {
      yield other.value;
      other = await others.next();
    }
  } finally {
    await others?.return?.();
  }
}

const isBefore = (a: ObjectId, b: ObjectId): boolean => a.toHexString() < b.toHexString();

async function* first<T>(limit: number | undefined, rows: AsyncIterable<T>): AsyncGenerator<T> {
  if (limit === 0) return;
  let n = 0;
  for await (const row of rows) {
    yield row;
    n += 1;
    if (n === limit) return;
  }
}

/** The ids of all who meet what the rules demand apart from orders, where they are few; else null. */
async function fewCandidates(
  { necessary }: CompiledRules,
  few: number,
  signal: AbortSignal | undefined,
): Promise<ObjectId[] | null> {
  if (!necessary) return null;
  const rows = await customers()
    .find(necessary, { projection: { _id: 1 }, signal })
    .limit(few + 1)
    .batchSize(few + 1)
    .toArray();
  return rows.length > few ? null : rows.map(({ _id }) => _id);
}

/** Whose orders make a difference, in the order of ids. */
async function* outcomesInChunks(
  questions: OrderQuestions,
  asked: Parameters<OrderQuestions['stages']>[0],
  size: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<OrderOutcome[]> {
  const found = orders()
    .aggregate<OrderOutcome>([...questions.stages(asked), { $sort: { _id: 1 } }], { signal })
    .batchSize(size);
  let chunk: OrderOutcome[] = [];
  for await (const row of found) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** The customers of a chunk the rules select; null when it is nobody. */
function selectedOf(chunk: readonly OrderOutcome[], compiled: CompiledRules): Document | null {
  const alike = new Map<string, { outcomes: boolean[]; ids: ObjectId[] }>();
  for (const { _id, outcomes } of chunk) {
    const key = outcomes.join();
    const group = alike.get(key);
    if (group) group.ids.push(_id);
    else alike.set(key, { outcomes, ids: [_id] });
  }
  const filters = [...alike.values()].flatMap(({ outcomes, ids }) => {
    const filter = compiled.filterAmong(ids, outcomes);
    return filter ? [filter] : [];
  });
  const [only] = filters;
  return only === undefined ? null : filters.length === 1 ? only : { $or: filters };
}
