// What the client makes of a shop, or of a network, that does not do as it should.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { afterEach, beforeEach, test } from 'node:test';
import { Kontor, ProblemError } from 'kontor-client';

const lamp = { productName: 'Lamp', price: 14.9 };
const product = {
  id: 6, product_name: 'Lamp', price: 14.9, stock: 1, category_id: null, user_id: null, category: null, tags: [],
};
const black = { tagInput: { tagName: 'black' } };

let server, requests, replies, kontor, ada;

beforeEach(async () => {
  requests = [];
  replies = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', chunk => (body += chunk)).on('end', () => {
      const { authorization: token, 'idempotency-key': key } = request.headers;
      requests.push({ line: `${request.method} ${request.url}`, token, key, body });
      (replies.shift() ?? json(500, {}))(response);
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  kontor = Kontor.at(`http://127.0.0.1:${server.address().port}/`);
  ada = kontor.signedInAs('ada@example.com', 'correct horse battery');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const reply = (status, body, headers = {}) => response => response.writeHead(status, headers).end(body);
const json = (status, body, headers) => reply(status, JSON.stringify(body), { 'Content-Type': 'application/json', ...headers });
const problem = (status, type, headers) => json(status, { type: `/problems/${type}`, title: 'No', status }, headers);
const nothing = response => response.destroy();
const half = response => response.writeHead(200, { 'Content-Length': 100 }).write('[');
const unavailable = problem(503, 'unavailable', { 'Retry-After': '0' });
const unauthenticated = problem(401, 'unauthenticated', { 'WWW-Authenticate': 'Bearer' });
const session = token => json(201, {
  access_token: token, token_type: 'Bearer', expires_in: 900,
  user: { id: 7, name: 'Ada', email: 'ada@example.com', role: 'customer' },
});
const tag = id => ({ id, tag_name: 't', products: [], has_more_products: false });
const tags = (ids, link = '') => json(200, ids.map(tag), { Link: link });

const lines = () => requests.map(request => request.line);
const refused = (type, call) => assert.rejects(call, e => e instanceof ProblemError && e.type === type);
const collect = async rows => {
  const all = [];
  for await (const row of rows) all.push(row);
  return all;
};
const allTags = shop => shop.all(page => page.tags.listTagsRaw({ perPage: 2 }));

test('reads again until there is an answer', async () => {
  replies.push(unavailable, nothing, reply(502, '<html>'), tags([1]));
  assert.equal((await kontor.tags.listTags()).length, 1);
  assert.deepEqual(lines(), Array(4).fill('GET /api/tags'));
});

test('reads four times and no more', async () => {
  replies.push(unavailable, unavailable, unavailable, unavailable, tags([1]));
  await refused('unavailable', () => kontor.tags.listTags());
  assert.equal(requests.length, 4);
});

test('does not read again what is refused for good', async () => {
  replies.push(problem(404, 'not-found'), problem(500, 'internal'), problem(503, 'query-timeout'));
  await refused('not-found', () => kontor.tags.getTag({ id: 1 }));
  await refused('internal', () => kontor.tags.getTag({ id: 1 }));
  await refused('query-timeout', () => kontor.tags.getTag({ id: 1 }));
  assert.equal(requests.length, 3);
});

test('waits as long as the shop asks', async () => {
  replies.push(problem(429, 'too-many-requests', { 'Retry-After': '1' }), tags([1]));
  const start = performance.now();
  await kontor.tags.listTags();
  assert.ok(performance.now() - start > 1000);
});

for (const retryAfter of [
  'Sun, 06 Nov 1994 08:49:37 GMT', 'Sun, 06 Nov 0001 08:49:37 GMT', '-1', '-99999999999999999999', '1e9', '900.5',
  'soon 2099', '2099-01-01T00:00:00Z', '',
]) {
  test(`reads again at once when the time to wait is over or makes no sense: ${retryAfter}`, async () => {
    replies.push(problem(503, 'unavailable', { 'Retry-After': retryAfter }), tags([1]));
    assert.equal((await kontor.tags.listTags()).length, 1);
  });
}

for (const retryAfter of ['900', '99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT']) {
  test(`does not wait for a quarter of an hour: ${retryAfter}`, async () => {
    replies.push(problem(429, 'too-many-requests', { 'Retry-After': retryAfter }), tags([1]));
    await refused('too-many-requests', () => kontor.tags.listTags());
  });
}

test('sends a POST that takes a key again with the same key', async () => {
  replies.push(unavailable, nothing, problem(409, 'request-in-progress'), json(201, product));
  assert.equal((await kontor.products.createProduct({ productInput: lamp })).price, 14.9);
  assert.deepEqual(lines(), Array(4).fill('POST /api/products'));
  const keys = new Set(requests.map(request => request.key));
  assert.equal(keys.size, 1);
  assert.match([...keys][0], /^[0-9a-f-]{36}$/);
});

test('fills in a key wherever one is taken and nowhere else', async () => {
  const adjustment = { delta: 1, reason: 'Found' };
  await refused('other', () => kontor.products.createProducts({ productInput: [lamp] }));
  await refused('other', () => kontor.products.adjustStock({ id: 7, stockAdjustment: adjustment }));
  await refused('other', () => kontor.orders.placeOrder({ userId: 8 }));
  await refused('other', () => kontor.products.createProduct({ productInput: lamp, idempotencyKey: 'mine' }));
  await refused('other', () => kontor.tags.createTag(black));
  const keys = requests.map(request => request.key);
  assert.equal(new Set(keys.slice(0, 3).filter(key => key.length === 36)).size, 3);
  assert.deepEqual(keys.slice(3), ['mine', undefined]);
});

test('tells absent from null', async () => {
  await refused('other', () => kontor.orders.placeOrder({ userId: 8 }));
  await refused('other', () => kontor.products.updateProduct({ id: 1, productUpdate: { stock: 3 } }));
  await refused('other', () => kontor.products.updateProduct({ id: 1, productUpdate: { categoryId: null } }));
  assert.deepEqual(requests.map(request => request.body), ['', '{"stock":3}', '{"category_id":null}']);
});

test('never sends a POST without a key again', async () => {
  replies.push(unavailable, nothing);
  await refused('unavailable', () => kontor.tags.createTag(black));
  await assert.rejects(() => kontor.tags.createTag(black), TypeError);
  assert.equal(requests.length, 2);
});

test('never sends an update or a deletion again', async () => {
  replies.push(unavailable, nothing);
  await refused('unavailable', () => kontor.products.updateProduct({ id: 1, productUpdate: {} }));
  await assert.rejects(() => kontor.products.deleteProduct({ id: 1 }), TypeError);
  assert.equal(requests.length, 2);
});

test('signs in once for all requests', async () => {
  replies.push(session('one'), ...Array(8).fill(tags([1])));
  await Promise.all(Array.from({ length: 8 }, () => ada.tags.listTags()));
  assert.equal(lines().filter(line => line === 'POST /api/sessions').length, 1);
  assert.deepEqual(requests.slice(1).map(request => request.token), Array(8).fill('Bearer one'));
});

test('signs in again when the session has ended', async () => {
  replies.push(session('one'), unauthenticated, session('two'), json(201, tag(9)));
  assert.equal((await ada.tags.createTag(black)).id, 9);
  assert.deepEqual(lines(), ['POST /api/sessions', 'POST /api/tags', 'POST /api/sessions', 'POST /api/tags']);
  assert.equal(requests[3].token, 'Bearer two');
});

test('signs in again only once for a request', async () => {
  replies.push(session('one'), unauthenticated, session('two'), unauthenticated);
  await refused('unauthenticated', () => ada.users.getUser({ userId: 7 }));
  assert.equal(requests.length, 4);
});

test('says that the password is wrong, and tries again when asked to', async () => {
  replies.push(unauthenticated, session('one'));
  await refused('unauthenticated', () => ada.tags.listTags());
  assert.deepEqual(lines(), ['POST /api/sessions']);
  assert.equal((await ada.user()).id, 7);
});

test('knows who is signed in', async () => {
  replies.push(session('one'));
  assert.equal((await ada.user()).name, 'Ada');
  await assert.rejects(() => kontor.user(), /signedInAs/);
});

test('does not wait forever for the rest of an answer', async () => {
  replies.push(half, tags([1]), half);
  const hurried = Kontor.at(`http://127.0.0.1:${server.address().port}`, { timeout: 500 });
  assert.equal((await hurried.tags.listTags()).length, 1);
  await assert.rejects(() => hurried.tags.createTag(black), { name: 'TimeoutError' });
});

test('does not go on when its caller gives up', async () => {
  replies.push(half, tags([1]));
  const signal = AbortSignal.timeout(200);
  await assert.rejects(() => kontor.tags.listTags({}, { signal }), { name: 'TimeoutError' });
  assert.equal(requests.length, 1);
});

test('follows the links to the last page', async () => {
  replies.push(
    tags([1, 2], '</api/tags?per_page=2&cursor=Wz%5D>; rel="next"'),
    tags([3], '<https://example.com/first>; rel=first, </api/tags?cursor=b>; title="b"; rel="last next"'),
    tags([4], '</api/tags>; rel="prev"'),
  );
  assert.deepEqual((await collect(allTags(kontor))).map(tag => tag.id), [1, 2, 3, 4]);
  assert.deepEqual(lines(), [
    'GET /api/tags?per_page=2', 'GET /api/tags?per_page=2&cursor=Wz%5D', 'GET /api/tags?cursor=b',
  ]);
});

test('goes on after an empty page', async () => {
  replies.push(tags([], '</api/tags?cursor=a>; rel="next"'), tags([], '</api/tags?cursor=b>; rel="next"'), tags([1]));
  assert.deepEqual((await collect(allTags(kontor))).map(tag => tag.id), [1]);
  assert.equal(requests.length, 3);
});

test('asks for a page when it is needed', async () => {
  replies.push(tags([1, 2], '</api/tags?cursor=a>; rel="next"'));
  const rows = allTags(kontor);
  assert.equal(requests.length, 0);
  assert.equal((await rows.next()).value.id, 1);
  assert.equal((await rows.next()).value.id, 2);
  assert.equal(requests.length, 1);
});

test('does not follow a link to another server', async () => {
  replies.push(session('one'), tags([1], '<http://example.com/api/tags?cursor=a>; rel="next"'));
  await assert.rejects(() => collect(allTags(ada)), /example\.com/);
});

for (const status of [301, 302, 303, 307, 308]) {
  test(`takes no password and no token elsewhere: ${status}`, async () => {
    const visits = [];
    const elsewhere = createServer((request, response) => json(200, visits.push(request.url))(response));
    await new Promise(resolve => elsewhere.listen(0, '127.0.0.1', resolve));
    try {
      const moved = reply(status, '', { Location: `http://127.0.0.1:${elsewhere.address().port}/` });
      replies.push(moved, session('one'), moved, moved);
      await assert.rejects(() => ada.user(), e => e.type === 'other' && e.problem.status === status);
      await refused('other', () => ada.tags.getTag({ id: 1 }));
      await refused('other', () => ada.tags.createTag(black));
      assert.deepEqual(visits, []);
      assert.deepEqual(lines(), ['POST /api/sessions', 'POST /api/sessions', 'GET /api/tags/1', 'POST /api/tags']);
    } finally {
      elsewhere.closeAllConnections();
      elsewhere.close();
    }
  });
}

test('reads what a newer shop says', async () => {
  const at = '2026-11-20T09:30:00.123456Z';
  const item = { product_id: null, product_name: 'Müller', price: 14.99, quantity: 2, x: 1 };
  replies.push(
    json(200, { id: 1, user_id: null, status: 'refunded', total: 29.98, items: [item], placed_at: at, updated_at: at, x: 1 }),
    problem(409, 'eclipse'),
  );
  const order = await kontor.orders.getOrder({ id: 1 });
  assert.equal(order.status, 'refunded');
  assert.equal(order.total, 29.98);
  assert.equal(order.items[0].productName, 'Müller');
  assert.equal(order.placedAt.toISOString(), '2026-11-20T09:30:00.123Z');
  await assert.rejects(
    () => kontor.orders.getOrder({ id: 1 }),
    e => e.type === 'other' && e.problem.type === '/problems/eclipse',
  );
});

test('tells what is wrong with a request', async () => {
  const errors = [{ pointer: '#/price', code: 'minimum', detail: 'must be 0 or more' }];
  replies.push(json(400, { type: '/problems/invalid-request', title: 'The request is not valid', status: 400, errors }));
  await assert.rejects(() => kontor.products.createProduct({ productInput: lamp }), {
    name: 'ProblemError',
    type: 'invalid-request',
    message: 'The request is not valid; #/price must be 0 or more',
  });
});

test("takes an answer that is not the shop's for a problem too", async () => {
  replies.push(reply(404, '<html>'), reply(418, 'null'), json(403, []));
  for (const status of [404, 418, 403]) {
    await assert.rejects(() => kontor.tags.getTag({ id: 1 }), e => e.type === 'other' && e.problem.status === status);
  }
});
