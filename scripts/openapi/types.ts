import { registerHooks } from 'node:module';

/**
 * The TypeScript types of a client for an OpenAPI document, as openapi-typescript makes them.
 *
 * It needs the compiler's programming interface, which TypeScript 7 does not have yet: it is given TypeScript 6 instead.
 */
export async function typesOf(document: object): Promise<string> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier === 'typescript' ? '@typescript/typescript6' : specifier, context),
  });
  try {
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    const ast = await openapiTS(JSON.stringify(document), { alphabetize: true, silent: true });
    return `// Made by \`npm run openapi\` from docs/openapi.json; not to be edited.\n\n${astToString(ast)}`;
  } finally {
    hooks.deregister();
  }
}
