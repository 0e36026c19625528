import {
  type ApiResponse,
  CartApi,
  CategoriesApi,
  Configuration,
  HealthApi,
  OrdersApi,
  ProductsApi,
  TagsApi,
  type User,
  UsersApi,
} from './generated/index.js';
import { Session } from './session.js';
import { transport } from './transport.js';

/** Options of a client. */
export interface Options {
  /** Timeout of each response in milliseconds; the default is 30,000. */
  timeout?: number;
}

/**
 * A client of one shop, for programs that buy from it or manage it.
 *
 * Rejected requests throw a `ProblemError`; any other error means that there was no response. Reads, and POSTs that
 * accept an `Idempotency-Key`, are retried when that may help. No redirect is followed: it could take a password or a
 * token elsewhere.
 */
export class Kontor {
  readonly users: UsersApi;
  readonly categories: CategoriesApi;
  readonly products: ProductsApi;
  readonly tags: TagsApi;
  readonly cart: CartApi;
  readonly orders: OrdersApi;
  readonly health: HealthApi;

  readonly #address: string;
  readonly #options: Options;
  readonly #session: Session | undefined;

  private constructor(address: string, options: Options, session?: Session, page?: string) {
    this.#address = address;
    this.#options = options;
    this.#session = session;
    const configuration = new Configuration({
      basePath: address,
      fetchApi: transport({ timeout: options.timeout ?? 30_000, session, page }),
      // The original error, not the generated client's wrapper.
      middleware: [{ onError: ({ error }) => Promise.reject(error) }],
    });
    this.users = new UsersApi(configuration);
    this.categories = new CategoriesApi(configuration);
    this.products = new ProductsApi(configuration);
    this.tags = new TagsApi(configuration);
    this.cart = new CartApi(configuration);
    this.orders = new OrdersApi(configuration);
    this.health = new HealthApi(configuration);
  }

  /** A client of the shop at this base URL, such as `http://localhost:8080`, without a user. */
  static at(address: string, options: Options = {}): Kontor {
    return new Kontor(address.replace(/\/+$/, ''), options);
  }

  /** A client of the same shop for a user: signs in with the first request, and again when the token has expired. */
  signedInAs(email: string, password: string): Kontor {
    const anybody = new Kontor(this.#address, this.#options);
    const session = new Session(() => anybody.users.signIn({ credentials: { email, password } }));
    return new Kontor(this.#address, this.#options, session);
  }

  /** The user who is signed in. */
  async user(): Promise<User> {
    if (!this.#session) {
      throw new Error('No user is signed in: use signedInAs.');
    }
    return this.#session.user();
  }

  /**
   * The rows of all pages of a list. Pages are requested lazily.
   *
   * @param list a call of a list operation, such as `shop => shop.tags.listTagsRaw({})`
   */
  async *all<T>(list: (shop: Kontor) => Promise<ApiResponse<T[]>>): AsyncGenerator<T, void, undefined> {
    let shop: Kontor | undefined = this;
    while (shop) {
      const page: ApiResponse<T[]> = await list(shop);
      yield* await page.value();
      const next = nextPage(page.raw.headers.get('Link'));
      shop = next === undefined ? undefined : new Kontor(this.#address, this.#options, this.#session, this.#own(next));
    }
  }

  /** Never sends the token to another host. */
  #own(link: string): string {
    const url = new URL(link, this.#address);
    if (url.origin !== new URL(this.#address).origin) {
      throw new Error(`The next page is not the shop's: ${url}`);
    }
    return url.href;
  }
}

/** The address of the next page (RFC 8288); undefined on the last page. */
function nextPage(link: string | null): string | undefined {
  return link?.match(/<([^<>]*)>[^<]*?;\s*rel\s*=\s*"?(?:[^"<]*\s)?next\b/i)?.[1];
}
