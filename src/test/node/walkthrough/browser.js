// A Chromium without a window, driven by its own protocol over two pipes, that takes a picture of what it shows on demand.
const { spawn } = require('node:child_process')
const { writeFileSync } = require('node:fs')

const width = 830 // of a README on GitHub
const height = 720
const limit = 20_000

class Browser {
  #process
  #session
  #answers = []
  #folder
  #frames = 0

  /** Keeps its profile and its pictures in this folder. */
  constructor(folder) {
    this.#folder = folder
    // There is no sandbox for root or in a container; only our own pages are opened.
    const options = ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--hide-scrollbars', '--disable-component-update']
    options.push('--remote-debugging-pipe', `--user-data-dir=${folder}/profile`)
    options.push('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost')
    this.#process = spawn('chromium', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
    let rest = ''
    this.#process.stdio[4].setEncoding('utf8').on('data', data => {
      const messages = (rest + data).split('\0')
      rest = messages.pop()
      for (const { id, result, error } of messages.map(JSON.parse)) this.#answers[id]?.({ result, error })
    })
  }

  async open() {
    const { targetInfos } = await this.#send('Target.getTargets')
    const { targetId } = targetInfos.find(({ type }) => type === 'page')
    this.#session = (await this.#send('Target.attachToTarget', { targetId, flatten: true })).sessionId
    await this.#send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  }

  async #send(method, params) {
    const { result, error } = await new Promise(resolve => {
      const id = this.#answers.push(resolve) - 1
      this.#process.stdio[3].write(JSON.stringify({ id, method, params, sessionId: this.#session }) + '\0')
    })
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }

  /** Shows an address from its beginning, also where only its fragment is another. */
  async visit(address) {
    await this.#send('Page.navigate', { url: 'about:blank' })
    await this.#send('Page.navigate', { url: address })
  }

  /** Shows a page of our own. */
  async show(html) {
    await this.#send('Page.navigate', { url: 'about:blank' })
    await this.run(`document.documentElement.innerHTML = ${JSON.stringify(html)}`)
  }

  async run(expression) {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', { expression, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description)
    return result.value
  }

  async waitFor(selector) {
    const deadline = Date.now() + limit
    while (!(await this.run(`!!document.querySelector(${JSON.stringify(selector)})`))) {
      if (Date.now() > deadline) throw new Error(`There is no ${selector}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  async text(selector) {
    await this.waitFor(selector)
    return this.run(`document.querySelector(${JSON.stringify(selector)}).textContent`)
  }

  async click(selector) {
    await this.waitFor(selector)
    await this.run(`document.querySelector(${JSON.stringify(selector)}).click()`)
  }

  async fill(selector, text) {
    await this.waitFor(selector)
    await this.run(`document.querySelector(${JSON.stringify(selector)}).select()`)
    await this.#send('Input.insertText', { text })
    await this.run('document.activeElement.blur()')
  }

  /** Takes a picture, which the film shows for so long. */
  async frame(milliseconds) {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' })
    const file = `${this.#folder}/${++this.#frames}.png`
    writeFileSync(file, data, 'base64')
    console.log(milliseconds, file)
  }

  close() {
    this.#process.kill()
  }
}

module.exports = { Browser }
