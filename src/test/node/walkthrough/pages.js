// How the film looks: its title, the terminal, and Swagger UI without what would push a request and its answer off the picture.
const escape = text => text.replace(/[&<]/g, sign => (sign === '&' ? '&amp;' : '&lt;'))

const criteria = [
  'The database name, user and password in .env connect Kontor to MySQL',
  'The schema and seed commands create the database and fill it',
  'The start command starts the server, in step with the MySQL database',
  'GET answers with categories, products and tags in formatted JSON',
  'POST, PUT and DELETE create, update and delete data in the database',
]

const caption = criterion =>
  `<div id="caption"><b>Acceptance criterion ${criterion} of ${criteria.length}</b>${criteria[criterion - 1]}</div>`

const style = `<style>
  #caption { position: fixed; z-index: 9; inset: 0 0 auto; height: 58px; padding: 8px 16px; box-sizing: border-box;
    background: #1d3557; color: #fff; font: 18px/21px 'DejaVu Sans', sans-serif }
  #caption b { display: block; font-size: 13px; color: #a8dadc }
  body { padding-top: 58px !important }
</style>`

const swaggerUiStyle = `${style}<style>
  .topbar, .information-container, .scheme-container, .opblock:not(.is-open), .opblock-tag,
  .opblock-body > .opblock-description-wrapper, .opblock-section-header, .parameters thead, tr[data-param-in=query],
  tr[data-param-in=header], .opblock-section-request-body .tab, .curl-command, .request-url h4, .responses-inner > div > h4,
  .live-responses-table :is(thead, h5), .response-col_description > div:not(:has(.language-json)),
  .responses-table:not(.live-responses-table), .responses-inner ~ *, .copy-to-clipboard, .download-contents, .btn-clear
    { display: none !important }
  .swagger-ui :is(.opblock, .opblock-tag-section, .wrapper, .request-url, .response-col_description) { margin: 0 !important }
  .swagger-ui :is(.wrapper, .responses-inner, .responses-inner > div > div, .table-container, .btn-group, table td, .execute-wrapper,
    .opblock-section-request-body .opblock-description-wrapper) { padding: 4px !important }
  .swagger-ui :is(.microlight, textarea) { max-height: none !important; font: 15px/19px 'DejaVu Sans Mono', monospace !important }
  .swagger-ui textarea { min-height: 0 !important; field-sizing: content }
  .swagger-ui .response-col_status { font-size: 22px; font-weight: bold }
  * { transition: none !important; animation: none !important }
</style>`

const terminalStyle = `${style}<style>
  html { background: #11151c; color: #dfe6ee }
  body { margin: 0 }
  pre { margin: 16px; font: 15px/17px 'DejaVu Sans Mono', monospace; white-space: pre-wrap }
  pre b { color: #8ce99a }
  h1, ol { margin: 32px; font: 18px/44px 'DejaVu Sans', sans-serif }
  h1 { font-size: 40px }
</style>`

const title = `${terminalStyle}<h1>Kontor, a walkthrough</h1><ol>${criteria.map(text => `<li>${text}`).join('')}</ol>`

const terminal = (criterion, command, output) =>
  `${terminalStyle}${caption(criterion)}<pre><b>$ ${escape(command)}</b>\n${escape(output)}</pre>`

module.exports = { title, terminal, swaggerUi: criterion => swaggerUiStyle + caption(criterion) }
