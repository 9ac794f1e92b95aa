import { hashKey, type MutationFunctionContext } from '@tanstack/react-query';
import { toast } from './toast.ts';

/** A query of the page, as `trpc.useUtils()` has it: `utils.campaigns.get`. */
interface Shown<Input, Data> {
  cancel(input: Input): Promise<void>;
  getData(input: Input): Data | undefined;
  setData(input: Input, change: (now: Data | undefined) => Data | undefined): unknown;
  invalidate(input: Input): Promise<void>;
}

interface Change<Variables, Input, Data, Value> {
  /** Which answer of the query it is. */
  input(variables: Variables): Input;
  /** What of the answer the mutation changes. */
  read(data: Data): Value;
  /** The answer with something else there. */
  put(data: Data, value: Value): Data;
  /** What stands there once it is done. */
  wanted(variables: Variables, data: Data): Value;
}

/**
 * Options of a mutation that is cheap and can be done the other way: the page shows at once what is asked for. When it is
 * refused that goes back, with the reason; what came in meanwhile stays. In the end the server's answer stands there, and
 * until it does the mutation counts as pending.
 */
export const optimistic = <Variables, Input, Data, Value>(
  query: Shown<Input, Data>,
  { input, read, put, wanted }: Change<Variables, Input, Data, Value>,
) => ({
  // Without a connection it fails at once: nothing may stand on the page that has not even been asked for.
  networkMode: 'always' as const,
  onMutate: async (variables: Variables) => {
    await query.cancel(input(variables));
    const data = query.getData(input(variables));
    if (data === undefined) return undefined;
    const [before, shown] = [read(data), wanted(variables, data)];
    query.setData(input(variables), (now) => (now === undefined ? now : put(now, shown)));
    return { before, shown };
  },
  onError: (error: unknown, variables: Variables, change: { before: Value; shown: Value } | undefined) => {
    if (change)
      query.setData(input(variables), (now) =>
        now !== undefined && hashKey([read(now)]) === hashKey([change.shown]) ? put(now, change.before) : now,
      );
    toast.error(error);
  },
  onSettled: (
    _data: unknown,
    error: unknown,
    variables: Variables,
    _change: unknown,
    { client, mutationKey }: MutationFunctionContext,
  ) => {
    // Of several at once the last asks: an answer in between would show what the others are about to change.
    if (mutationKey && client.isMutating({ mutationKey }) > 1) return undefined;
    const asked = query.invalidate(input(variables));
    return error ? undefined : asked;
  },
});
