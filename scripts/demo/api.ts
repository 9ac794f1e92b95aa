import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

export interface ImportState {
  status: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  progress: number;
  error: string | null;
  counts: { rows: number; inserted: number; updated: number; unchanged: number; failed: number };
}
export type Stats = Record<
  | 'audience'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'failed'
  | 'dead'
  | 'skipped'
  | 'cancelled',
  number
>;
export interface Progress {
  status: string;
  stats: Stats;
}

/** The product's public API, as any other system would use it. */
export class Api {
  private readonly base: string;
  private readonly key: string;
  constructor(base: string, key: string) {
    this.base = base;
    this.key = key;
  }

  get = <T>(path: string): Promise<T> => this.request('GET', path);
  post = <T>(path: string, body: unknown = {}): Promise<T> =>
    this.request('POST', path, JSON.stringify(body), 'application/json');
  patch = <T>(path: string, body: unknown): Promise<T> =>
    this.request('PATCH', path, JSON.stringify(body), 'application/json');

  async upload(path: string, file: string): Promise<string> {
    const form = new FormData();
    form.set('file', new Blob([await readFile(file)], { type: 'text/csv' }), basename(file));
    const { importId } = await this.request<{ importId: string }>('POST', path, form);
    return importId;
  }

  /** A campaign's progress as Server-Sent Events. */
  async *progress(campaignId: string): AsyncGenerator<Progress> {
    const response = await this.fetch('GET', `/api/realtime/campaign/${campaignId}`);
    if (!response.body) throw new Error('The event stream has no body');
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.+)$/m.exec(event)?.[1];
        if (data) yield JSON.parse(data) as Progress;
      }
    }
  }

  private async request<T>(
    method: string,
    path: string,
    body?: string | FormData,
    type?: string,
  ): Promise<T> {
    return (await (await this.fetch(method, path, body, type)).json()) as T;
  }

  private async fetch(
    method: string,
    path: string,
    body?: string | FormData,
    type?: string,
  ): Promise<Response> {
    const response = await fetch(this.base + path, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }
}
