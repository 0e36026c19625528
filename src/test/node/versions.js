// Two servers of one database, of different versions: a session, an order and an idempotency key that one of them makes is valid
// at the other, and the older reads an order that the newer has delivered. Takes their addresses.
const assert = require('node:assert/strict')
const { randomUUID } = require('node:crypto')

async function call(server, method, path, { token, key, body } = {}) {
  const headers = { 'Content-Type': 'application/json' }
  if (token) headers.Authorization = `Bearer ${token}`
  if (key) headers['Idempotency-Key'] = key
  const response = await fetch(server + path, { method, headers, body: body && JSON.stringify(body) })
  const text = await response.text()
  assert(response.ok, `${method} ${server}${path}: ${response.status} ${text}`)
  return text && JSON.parse(text)
}

async function buy(one, other) {
  const user = { email: `${randomUUID()}@example.com`, password: 'correct horse battery' }
  const { id } = await call(one, 'POST', '/api/users', { body: { name: 'Ada', ...user } })
  const { access_token: token, id: session } = await call(other, 'POST', '/api/sessions', { body: user })
  await call(one, 'PUT', `/api/users/${id}/cart/items/1`, { token, body: { quantity: 1 } })
  const order = { token, key: randomUUID() }
  const placed = await call(one, 'POST', `/api/users/${id}/orders`, order)
  assert.deepEqual(await call(other, 'POST', `/api/users/${id}/orders`, order), placed)
  assert.equal((await call(other, 'GET', `/api/orders/${placed.id}`, { token })).total, placed.total)
  await call(one, 'DELETE', `/api/sessions/${session}`, { token })
  await assert.rejects(call(other, 'GET', `/api/orders/${placed.id}`, { token }), /: 401 /)
}

async function deliver(newer, older) {
  const manager = { email: process.env.KONTOR_MANAGER_EMAIL, password: process.env.KONTOR_MANAGER_PASSWORD }
  const { access_token: token, user } = await call(newer, 'POST', '/api/sessions', { body: manager })
  await call(newer, 'PUT', `/api/users/${user.id}/cart/items/1`, { token, body: { quantity: 1 } })
  const { id } = await call(newer, 'POST', `/api/users/${user.id}/orders`, { token })
  for (const status of ['paid', 'shipped', 'delivered'])
    assert.equal((await call(newer, 'PUT', `/api/orders/${id}/status`, { token, body: { status } })).status, status)
  const read = [await call(older, 'GET', `/api/orders/${id}`, { token }), (await call(older, 'GET', '/api/orders', { token }))[0]]
  for (const order of read) assert.match(order.status, /^(shipped|delivered)$/)
}

const [released, current] = process.argv.slice(2)
buy(released, current)
  .then(() => buy(current, released))
  .then(() => deliver(current, released))
