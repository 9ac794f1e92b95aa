import type { Document, ObjectId } from 'mongodb';
import { inPages } from '../../lib/in-pages.ts';
import { collection } from '../../server/db.ts';
import type { CustomerDocument } from '../customers/customer-document.ts';
import { type CompiledRules, compileRules } from './rules/compile.ts';
import type { OrderOutcome, OrderQuestions } from './rules/compile-orders.ts';
import { sideBySide } from './rules/filters.ts';
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
  /** Milliseconds after which the database itself ends a query; it then throws. */
  maxTimeMS?: number | undefined;
  /** Other sizes than usual; the answer is the same. */
  sizes?: Sizes;
}

interface Limits {
  signal?: AbortSignal;
  maxTimeMS?: number;
}
/** As the driver's options: one that is not set must not be named. */
const limitsOf = (signal: AbortSignal | undefined, maxTimeMS: number | undefined): Limits => ({
  ...(signal ? { signal } : {}),
  ...(maxTimeMS ? { maxTimeMS } : {}),
});

/** How many customers the rules select. */
export const countMatching = async (question: Question): Promise<number> =>
  (await previewMatching(question, 0)).count;

/** How many customers the rules select, and the first few by id, in as few passes as the rules allow. */
export async function previewMatching(
  { signal, maxTimeMS, sizes = SIZES, ...question }: Question,
  sampleSize: number,
): Promise<Preview> {
  const limits = limitsOf(signal, maxTimeMS);
  const compiled = compileRules(question.rules, question);
  const questions = compiled.orders;
  const without = compiled.filter(questions?.whenNone ?? []);
  if (!questions) {
    const [count, sample] = await Promise.all([
      countOf(without, limits),
      firstOf(without, sampleSize, limits),
    ]);
    return { count, sample };
  }
  const [n, few] = await Promise.all([countOf(without, limits), fewCandidates(compiled, sizes.few, limits)]);
  if (few?.length === 0) return { count: 0, sample: [] };
  // Where nobody is selected without orders, whom the orders lead to are all there are, the sample among them.
  const fromOrders = { compiled, questions, sampleSize: without ? 0 : sampleSize, limits };
  const { count, sample } = compiled.ordersAlone
    ? await previewOutcomes(fromOrders)
    : await previewChunks({ ...fromOrders, asked: few ? { customerIds: few } : {}, size: sizes.chunk });
  return {
    count: n + count,
    sample:
      without && sampleSize > 0
        ? await Array.fromAsync(
            walkCompiled<CustomerDocument>(compiled, { limit: sampleSize }, { sizes, limits, few }),
          )
        : sample,
  };
}

interface Preview {
  count: number;
  sample: CustomerDocument[];
}
interface FromOrders {
  compiled: CompiledRules;
  questions: OrderQuestions;
  sampleSize: number;
  limits: Limits;
}

const countOf = async (filter: Document | null, limits: Limits): Promise<number> =>
  filter === null ? 0 : customers().countDocuments(filter, limits);

const firstOf = async (
  filter: Document | null,
  limit: number,
  limits: Limits,
): Promise<CustomerDocument[]> =>
  filter === null || limit === 0
    ? []
    : customers().find(filter, limits).sort({ _id: 1 }).limit(limit).toArray();

/** Where only orders matter the database counts alike outcomes; `count` is how many more than without orders. */
async function previewOutcomes({ compiled, questions, sampleSize, limits }: FromOrders): Promise<Preview> {
  const ids = sampleSize > 0 ? { ids: { $minN: { input: '$_id', n: sampleSize } } } : {};
  const groups = await orders()
    .aggregate<{ _id: boolean[]; n: number; ids?: ObjectId[] }>(
      [...questions.stages(), { $group: { _id: '$outcomes', n: { $sum: 1 }, ...ids } }],
      limits,
    )
    .toArray();
  const selects = (outcomes: readonly boolean[]) => compiled.filter(outcomes) !== null;
  const otherwise = selects(questions.whenNone) ? 1 : 0;
  const selected = groups.filter(({ _id }) => selects(_id));
  const first = selected
    .flatMap((group) => group.ids ?? [])
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, sampleSize);
  const sum = (rows: typeof groups) => rows.reduce((total, { n }) => total + n, 0);
  return {
    count: sum(selected) - otherwise * sum(groups),
    sample: await firstOf({ _id: { $in: first } }, first.length, limits),
  };
}

/** Looks at those whose orders matter chunk by chunk; `count` is how many more than without orders. */
async function previewChunks({
  compiled,
  questions,
  sampleSize,
  limits,
  asked,
  size,
}: FromOrders & { asked: Asked; size: number }): Promise<Preview> {
  const sample: CustomerDocument[] = [];
  let count = 0;
  for await (const chunk of outcomesInChunks(questions, asked, size, limits)) {
    const ids = chunk.map(({ _id }) => _id);
    const selected = selectedOf(chunk, compiled);
    const [now, otherwise, first] = await Promise.all([
      countOf(selected, limits),
      countOf(compiled.filterAmong(ids, questions.whenNone), limits),
      firstOf(selected, sampleSize - sample.length, limits),
    ]);
    count += now - otherwise;
    sample.push(...first);
  }
  return { count, sample };
}

/**
 * The customers the rules select, in the order of ids, each with the fields of the projection. Ending the walk ends its
 * queries.
 * @param after only those behind this id
 */
export const walkMatching = <T extends Document = CustomerDocument>(
  { signal, maxTimeMS, sizes = SIZES, ...question }: Question,
  options: WalkOptions,
): AsyncGenerator<T> =>
  walkCompiled<T>(compileRules(question.rules, question), options, {
    sizes,
    limits: limitsOf(signal, maxTimeMS),
  });

interface WalkOptions {
  after?: ObjectId | null;
  projection?: Record<string, 0 | 1>;
  batchSize?: number;
  limit?: number;
}

/** @param how `few` is the answer of `fewCandidates`, where it is known already */
async function* walkCompiled<T extends Document>(
  compiled: CompiledRules,
  options: WalkOptions,
  how: { sizes: Sizes; limits: Limits; few?: ObjectId[] | null },
): AsyncGenerator<T> {
  const { sizes, limits } = how;
  const { after = null, projection = {}, batchSize = sizes.chunk, limit } = options;
  const find = (filter: Document, most?: number) => {
    const found = customers()
      .find<T>(filter, { projection, ...limits })
      .sort({ _id: 1 })
      .batchSize(batchSize);
    return most === undefined ? found : found.limit(most);
  };
  const behind = (filter: Document) => (after ? sideBySide([filter, { _id: { $gt: after } }]) : filter);
  if (!compiled.orders) {
    const filter = compiled.filter([]);
    if (filter) yield* find(behind(filter), limit);
    return;
  }
  const few = how.few === undefined ? await fewCandidates(compiled, sizes.few, limits) : how.few;
  if (few?.length === 0) return;
  const walk = { after, few, find, behind, sizes, limits };
  yield* first(limit, walkWithOrders<T>(compiled, compiled.orders, walk));
}

interface Walk<T> {
  after: ObjectId | null;
  few: ObjectId[] | null;
  find: (filter: Document) => AsyncIterable<T>;
  behind: (filter: Document) => Document;
  sizes: Sizes;
  limits: Limits;
}

/**
 * Two walks in step: whom the rules select without regard to orders, and those whose orders make a difference, who are
 * taken from the second alone.
 */
async function* walkWithOrders<T extends Document>(
  compiled: CompiledRules,
  questions: OrderQuestions,
  { after, few, find, behind, sizes, limits }: Walk<T>,
): AsyncGenerator<T> {
  const chunks = outcomesInChunks(
    questions,
    few ? { customerIds: few, after } : { after },
    sizes.chunk,
    limits,
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
  limits: Limits,
): Promise<ObjectId[] | null> {
  if (!necessary) return null;
  const rows = await customers()
    .find(necessary, { projection: { _id: 1 }, ...limits })
    .limit(few + 1)
    .batchSize(few + 1)
    .toArray();
  return rows.length > few ? null : rows.map(({ _id }) => _id);
}

type Asked = Parameters<OrderQuestions['stages']>[0];

/** Whose orders make a difference, in the order of ids. */
async function* outcomesInChunks(
  questions: OrderQuestions,
  asked: Asked,
  size: number,
  limits: Limits,
): AsyncGenerator<OrderOutcome[]> {
  const found = orders()
    .aggregate<OrderOutcome>([...questions.stages(asked), { $sort: { _id: 1 } }], limits)
    .batchSize(size);
  for await (const chunk of inPages(found, size)) if (chunk.length > 0) yield chunk;
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
