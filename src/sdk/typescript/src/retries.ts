import { ProblemError } from './problem.js';

const most = 3;
const firstPause = 250;
const longestPause = 30_000;

/**
 * How many milliseconds to wait before a request that failed is sent again: later each time, but never all clients at
 * once, and as long as the shop asks; undefined if it is not to be sent again.
 */
export function pauseAfter(failure: unknown, retries: number): number | undefined {
  const asked = failure instanceof ProblemError ? retryAfter(failure.response.headers.get('Retry-After')) : 0;
  if (retries === most || asked > longestPause || (failure instanceof ProblemError && !passes(failure))) {
    return undefined;
  }
  return asked + ((firstPause * 2 ** retries) / 2) * (1 + Math.random());
}

/** Whether the same request may succeed a little later. */
function passes({ type, response }: ProblemError): boolean {
  return [429, 502, 503, 504].includes(response.status) || type === 'request-in-progress';
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(value: string | null): number {
  const asked = /^\d+$/.test(value ?? '') ? Number(value) * 1000 : Date.parse(value ?? '') - Date.now();
  return Math.max(asked || 0, 0);
}
