import type { Permission } from '../../../server/permissions.ts';
import { type Refusal, refusal } from '../components.ts';
import type { Answer, OperationObject, Parameter, Reference } from '../types.ts';

/** Who may call a hand-written endpoint: someone with these scopes. */
export const needing = (...scopes: Permission[]): OperationObject['security'] => [
  { apiKey: scopes },
  { session: scopes },
];

export const scopesInWords = (...scopes: Permission[]): string =>
  `Needs the scope${scopes.length > 1 ? 's' : ''} ${scopes.map((scope) => `\`${scope}\``).join(' and ')}.`;

export const refusals = (...statuses: Refusal[]): Record<string, Answer | Reference> => ({
  ...Object.fromEntries(statuses.map((status) => [status, refusal(status)])),
  '5XX': refusal('5XX'),
});

export const idParameter = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string', pattern: '^[0-9a-f]{24}$' },
});
