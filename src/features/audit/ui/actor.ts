/** Whoever did something, as the page calls them. */
export function actorLabel(actor: string, name: string | null): string {
  if (actor === 'cli') return 'An operator (command line)';
  if (actor === 'system') return 'NexusFlow itself';
  if (actor.startsWith('key:')) return name ? `API key “${name}”` : 'An API key';
  return name ?? 'Somebody whose account is gone';
}

/** The same without the address behind the name, which the details have. */
export const actorShort = (actor: string, name: string | null): string =>
  actorLabel(actor, name?.replace(/ \([^\s()]+@[^\s()]+\)$/, '') ?? null);
