import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface OidcPerson {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

/**
 * Test support: a real OpenID provider on loopback in Google's place. It lets everybody in, as whoever `person` is at the
 * moment, and asks for nothing.
 * @param redirectUri the application's address that it may send people back to
 */
export async function startOidcServer(client: {
  id: string;
  secret: string;
  redirectUri: string;
  port: number;
}) {
  const people = new Map<string, OidcPerson>();
  const issuer = `http://127.0.0.1:${client.port}`;
  const server = createServer().listen(client.port, '127.0.0.1');
  await once(server, 'listening');
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [client.redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // As Google does: the claims stand in the id token.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    cookies: { keys: ['the key of the provider in tests'] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => ({
      accountId,
      claims: () => ({ ...(people.get(accountId) ?? {}), sub: accountId }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    interact(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  async function interact(
    ...[request, response]: Parameters<typeof provider.interactionDetails>
  ): Promise<void> {
    const { prompt, params } = await provider.interactionDetails(request, response);
    const accountId = oidc.person.sub;
    people.set(accountId, oidc.person);
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId } });
    const grant = new provider.Grant({ accountId, clientId: client.id });
    grant.addOIDCScope(String(params.scope));
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
  const oidc = {
    issuer,
    person: {
      sub: 'nobody',
      email: 'nobody@example.com',
      email_verified: true,
      name: 'Nobody',
    } satisfies OidcPerson as OidcPerson,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return oidc;
}
