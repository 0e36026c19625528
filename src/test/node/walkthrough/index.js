// Films the shop as somebody tries it, by the acceptance criteria: given a folder for the pictures and the command that starts
// the program, it types commands in the folder that it is run in, and sends requests from Swagger UI. Each step is checked.
// Prints for each picture how many milliseconds it is to be seen, and its file.
const { spawn, execFile } = require('node:child_process')
const { isDeepStrictEqual, promisify } = require('node:util')
const { Browser } = require('./browser.js')
const { title, terminal, swaggerUi } = require('./pages.js')

const [folder, kontor] = process.argv.slice(2)
const rows =
  "mysql -t ecommerce_db -e 'SELECT id, category_name FROM categories ORDER BY id; " +
  "SELECT id, product_name, price, stock, status FROM products ORDER BY id; SELECT id, tag_name FROM tags ORDER BY id'"

const browser = new Browser(folder)

async function show(criterion, command, output, milliseconds) {
  await browser.show(terminal(criterion, command, output))
  await browser.frame(milliseconds)
}

/** Types a command into a shell and waits for its end. */
async function type(criterion, command, expected = /^/) {
  await show(criterion, command, '', 800)
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command])
  if (!expected.test(stdout + stderr)) throw new Error(`${command} prints ${stdout}${stderr}`)
  await show(criterion, command, stdout + stderr, 2500)
}

/** Types a command that starts the server, and waits until it says that it is open. */
async function start(criterion, command) {
  await show(criterion, command, '', 800)
  const server = spawn('bash', ['-c', `exec ${command}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  server.stdout.setEncoding('utf8').on('data', text => (output += text))
  while (!/http:\S+\n/.test(output)) {
    if (server.exitCode !== null) throw new Error(`${command} prints ${output}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  await show(criterion, command, output, 2500)
  return { server, address: output.match(/http:\S+/)[0] }
}

/** Sends a request from Swagger UI, and gives the body of its answer. */
async function request(criterion, address, operation, expected, { id, body } = {}) {
  await browser.visit(`${address}/swagger-ui/index.html#/${tags[operation.match(/[A-Z][a-z]*/)[0]]}/${operation}`)
  await browser.waitFor('.opblock.is-open button.execute')
  await browser.run(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(swaggerUi(criterion))})`)
  if (id) await browser.fill('tr[data-param-name=id] input', String(id))
  if (body) await browser.fill('textarea', body)
  await browser.run('scrollTo(0, 0)')
  await browser.frame(800)

  await browser.click('button.execute')
  const answer = '.live-responses-table .response '
  const status = await browser.text(answer + '.response-col_status')
  if (status !== String(expected)) throw new Error(`${operation} answers ${status}`)
  await browser.frame(2000)
  while (await browser.run('{ const before = scrollY; scrollBy(0, innerHeight * 0.85); scrollY > before + 5 }')) {
    await browser.frame(1200)
  }
  if (expected !== 204) return JSON.parse(await browser.text(answer + 'code'))
}

/** What was sent is in the answer; of tags, the ids were sent. */
function check(answer, sent) {
  for (const [name, value] of Object.entries(sent)) {
    const found = name === 'tagIds' ? answer.tags.map(tag => tag.id) : answer[name]
    if (!isDeepStrictEqual(found, value)) throw new Error(`${name} is ${found}, and ${value} was sent`)
  }
}

const tags = {
  Categories: 'Categories', Category: 'Categories', Products: 'Products', Product: 'Products', Tags: 'Tags', Tag: 'Tags',
}
const inputs = {
  Category: '{ "category_name": "Jackets" }',
  Product: '{\n  "product_name": "Basketball",\n  "price": 200.00,\n  "stock": 3,\n  "tagIds": [1, 2, 3, 4]\n}',
  Tag: '{ "tag_name": "black" }',
}
const updates = {
  Category: '{ "category_name": "Coats" }',
  Product: '{ "price": 180.50, "tagIds": [3, 4] }',
  Tag: '{ "tag_name": "jet black" }',
}

async function write(address) {
  const ids = {}
  for (const [name, body] of Object.entries(inputs)) {
    const answer = await request(5, address, `create${name}`, 201, { body })
    check(answer, JSON.parse(body))
    ids[name] = answer.id
  }
  for (const [name, body] of Object.entries(updates)) {
    check(await request(5, address, `update${name}`, 200, { id: ids[name], body }), JSON.parse(body))
  }
  await type(5, rows, /Coats[^]*Basketball +\| 180.50[^]*jet black/)
  for (const [name, id] of Object.entries(ids)) await request(5, address, `delete${name}`, 204, { id })
  await type(5, rows, /^(?![^]*(Coats|Basketball|jet black))/)
}

async function read(address) {
  for (const name of ['Categories', 'Products', 'Tags']) {
    const answer = await request(4, address, `list${name}`, 200)
    if (answer[0].id !== 1) throw new Error(`The ${name} begin with ${answer[0].id}`)
  }
  for (const name of ['Category', 'Product', 'Tag']) check(await request(4, address, `get${name}`, 200, { id: 1 }), { id: 1 })
}

async function main() {
  await browser.open()
  await browser.show(title)
  await browser.frame(3000)
  await type(1, 'cat .env', /DB_NAME/)
  await type(2, `${kontor} schema`)
  await type(2, `${kontor} seed`, /7 products/)
  await type(2, rows, /Shirts[^]*Plain T-Shirt[^]*rock music/)
  const { server, address } = await start(3, kontor)
  try {
    await read(address)
    await write(address)
  } finally {
    server.kill()
  }
}

main().finally(() => browser.close())
