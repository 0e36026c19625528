import { headersOfOperations } from './generated/headers.js';
import { ProblemError } from './problem.js';
import { pauseAfter } from './retries.js';
import type { Session } from './session.js';

const key = 'Idempotency-Key';
const keyed = headersOfOperations
  .filter(operation => operation.endsWith(` ${key}`))
  .map(operation => operation.replace(/ [^ ]*$/, '').replace(/\{[^}]*\}/g, '[^/]+').replace(' ', ' .*'))
  .map(operation => new RegExp(`^${operation}$`));

/** Sends requests with authentication, a timeout, an idempotency key, and retries where they are safe. */
export function transport(shop: { timeout: number; session?: Session; page?: string }): typeof fetch {
  return async (input, init = {}) => {
    const url = shop.page ?? String(input);
    const path = new URL(url).pathname;
    const session = path.endsWith('/api/sessions') ? undefined : shop.session;
    const headers = new Headers(init.headers);
    if (!headers.has(key) && keyed.some(operation => operation.test(`${init.method} ${path}`))) {
      headers.set(key, crypto.randomUUID());
    }
    const repeatable = init.method === 'GET' || headers.has(key);

    for (let retries = 0; ; retries++) {
      const answer = await signedIn(session, token => {
        if (token !== undefined) {
          headers.set('Authorization', `Bearer ${token}`);
        }
        return exchange(url, { ...init, headers }, shop.timeout);
      });
      if (answer instanceof Response && answer.ok) {
        return answer;
      }
      const failure = answer instanceof Response ? await ProblemError.of(answer) : answer.lost;
      const pause = repeatable && !init.signal?.aborted ? pauseAfter(failure, retries) : undefined;
      if (pause === undefined) {
        throw failure;
      }
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  };
}

type Answer = Response | { lost: unknown };

/** Sends a request as a user, and once more if the shop no longer accepts the token. */
async function signedIn(session: Session | undefined, send: (token?: string) => Promise<Answer>): Promise<Answer> {
  const token = await session?.token();
  const answer = await send(token);
  if (token === undefined || !(answer instanceof Response) || answer.status !== 401) {
    return answer;
  }
  session?.end(token);
  return send(await session?.token());
}

/** A complete response, or the reason why there is none. */
async function exchange(url: string, init: RequestInit, timeout: number): Promise<Answer> {
  const inTime = AbortSignal.timeout(timeout);
  try {
    const signal = init.signal ? AbortSignal.any([init.signal, inTime]) : inTime;
    const answer = await fetch(url, { ...init, signal, redirect: 'manual' });
    const body = await answer.arrayBuffer();
    // Browsers hide the status of a redirect that they do not follow.
    const { status, statusText, headers } = answer.type === 'opaqueredirect' ? Response.redirect(url) : answer;
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  } catch (lost) {
    return { lost };
  }
}
