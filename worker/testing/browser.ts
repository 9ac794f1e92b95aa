import { z } from 'zod';

/** Test support: what a browser is to the web process: it keeps cookies, names itself, and says which page asks. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #url: string;
  readonly #headers: Record<string, string>;
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** One request, redirects not followed; cookies of its answer are kept. */
  async ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.#url), {
      redirect: 'manual',
      ...init,
      headers: { ...this.#headers, cookie: this.cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Goes where an answer leads, and on, until it is a page. @returns each address on the way, the page's last */
  async follow(response: Response): Promise<{ page: Response; way: string[] }> {
    const way: string[] = [];
    let page = response;
    for (let at = response.url; page.status >= 300 && page.status < 400; ) {
      at = new URL(page.headers.get('location') ?? '', at).href;
      way.push(at);
      page = await this.ask(at);
    }
    return { page, way };
  }

  /** Posts a form to NextAuth with its token against forged requests. */
  async postForm(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = z
      .object({ csrfToken: z.string() })
      .parse(await (await this.ask('/api/auth/csrf')).json());
    return this.ask(path, {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, json: 'true', ...fields }),
    });
  }

  /** Signs in with a password as the page does. */
  signIn(email: string, password: string): Promise<Response> {
    return this.postForm('/api/auth/callback/credentials', { email, password });
  }

  signOut(): Promise<Response> {
    return this.postForm('/api/auth/signout', {});
  }

  /** Calls a procedure; @returns the status and its answer, or the problem document */
  async call(procedure: string, input?: unknown): Promise<{ status: number; data: unknown }> {
    const response = await this.ask(`/api/trpc/${procedure}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input === undefined ? {} : { json: input }),
    });
    const answer = z
      .union([
        z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) }),
        z.object({ error: z.object({ json: z.object({ data: z.object({ problem: z.unknown() }) }) }) }),
      ])
      .parse(await response.json());
    return {
      status: response.status,
      data: 'result' in answer ? answer.result.data.json : answer.error.json.data.problem,
    };
  }
}
