import { type Caller, requirePermission } from '../../server/permissions.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import { describeRules } from '../audiences/rules/describe.ts';
import { rulesSchema } from '../audiences/rules.schema.ts';
import { describeCustomerData } from '../customers/known-values.service.ts';
import { findWorkspace } from '../workspaces/workspaces.service.ts';
import type { GeneratedRules } from './ai.schema.ts';
import { askModel } from './ask-model.ts';
import { rulesAnswer, rulesData, rulesInstructions, rulesJsonSchema } from './rules-question.ts';
import { wordsToRules } from './words-to-rules/words-to-rules.ts';

/**
 * An audience in words as rules. The model's answer must pass the very schema saved audiences pass; when there is no
 * model, or its answer does not pass, the built-in parser answers and `note` says why.
 */
export async function generateRules(caller: Caller, prompt: string): Promise<GeneratedRules> {
  requirePermission(caller, 'ai:use');
  await countCall(limits.ai, caller.workspaceId);
  const [known, workspace] = await Promise.all([
    describeCustomerData(caller),
    findWorkspace(caller.workspaceId),
  ]);
  const context = { ...known, now: new Date() };
  const answer = await askModel({
    workspaceId: caller.workspaceId,
    purpose: 'rules',
    instructions: rulesInstructions,
    data: rulesData(prompt, context, workspace.currency),
    jsonSchema: rulesJsonSchema(context),
    schema: rulesAnswer(context),
  });
  const { rules, unmapped, assumptions } = answer.value ?? wordsToRules(prompt, context);
  const checked = rulesSchema.parse(rules);
  return {
    rules: checked,
    unmapped,
    explanation:
      checked.rules.length === 0
        ? 'Nothing in these words could be turned into a rule.'
        : `Customers where ${describeRules(checked, { currency: workspace.currency })}.`,
    source: answer.value ? 'groq' : 'offline',
    assumptions,
    note: answer.note,
  };
}
