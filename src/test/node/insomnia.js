// Imports a file with Insomnia's own code and prints what it holds; given a server, clicks on each request in order, as
// a person in Insomnia does, and prints what was sent and answered.
const { readFileSync } = require('node:fs')
const { runInNewContext } = require('node:vm')
const { convert } = require('insomnia-importers')

const [file, server] = process.argv.slice(2)

async function click(request, environment) {
  const render = template =>
    template.replace(/{{ _\.(\w+) }}/g, (_, name) => {
      if (!environment.has(name)) throw new Error(`${request.name} needs ${name}, which nobody has set`)
      return environment.get(name)
    })
  const on = entries => entries.filter(entry => !entry.disabled).map(({ name, value }) => [name, render(value)])

  const rows = new Map(on(request.pathParameters))
  const url = new URL(render(request.url).replace(/\/:(\w+)/g, (_, name) => '/' + encodeURIComponent(rows.get(name))))
  on(request.parameters).forEach(([name, value]) => url.searchParams.append(name, value))
  const headers = new Headers(on(request.headers))
  if (request.authentication.type === 'bearer') headers.set('Authorization', `Bearer ${render(request.authentication.token)}`)
  const body = request.body.text && render(request.body.text)

  const response = await fetch(url, { method: request.method, headers, body })
  const text = await response.text()
  if (request.afterResponseScript) {
    const insomnia = { environment, response: { code: response.status, json: () => JSON.parse(text) } }
    runInNewContext(request.afterResponseScript, { insomnia })
  }
  return {
    request: { name: request.name, method: request.method, url, headers: Object.fromEntries(headers), body },
    response: { status: response.status, headers: Object.fromEntries(response.headers), body: text },
  }
}

async function main() {
  const { resources } = (await convert(readFileSync(file, 'utf8'))).data
  if (!server) return resources

  const environment = new Map(Object.entries(resources.find(({ _type }) => _type === 'environment').data))
  environment.set('base_url', server)
  const requests = parent =>
    resources
      .filter(r => r.parentId === parent && /^request(_group)?$/.test(r._type))
      .sort((a, b) => a.metaSortKey - b.metaSortKey)
      .flatMap(r => (r._type === 'request' ? r : requests(r._id)))
  const exchanges = []
  for (const request of requests('__WORKSPACE_ID__')) exchanges.push(await click(request, environment))
  return exchanges
}

main().then(result => console.log(JSON.stringify(result)))
