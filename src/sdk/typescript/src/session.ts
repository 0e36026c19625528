import type { Session as Answer, User } from './generated/index.js';

/** Keeps a user signed in: once for all requests, and again when the shop no longer accepts the token. */
export class Session {
  readonly #signIn: () => Promise<Answer>;
  #current: Promise<Answer> | undefined;
  #token: string | undefined;

  constructor(signIn: () => Promise<Answer>) {
    this.#signIn = signIn;
  }

  async token(): Promise<string> {
    return (await this.#session()).accessToken;
  }

  async user(): Promise<User> {
    return (await this.#session()).user;
  }

  /** Makes the next request sign in again, unless another request has replaced this token already. */
  end(token: string): void {
    if (this.#token === token) {
      this.#current = undefined;
    }
  }

  async #session(): Promise<Answer> {
    const current = (this.#current ??= this.#signIn());
    try {
      const answer = await current;
      this.#token = answer.accessToken;
      return answer;
    } catch (e) {
      if (this.#current === current) {
        this.#current = undefined;
      }
      throw e;
    }
  }
}
