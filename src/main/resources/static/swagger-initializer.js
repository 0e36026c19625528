window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: '/openapi.yaml',
    dom_id: '#swagger-ui',
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: -1,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    // The contract names a server that other tools can use as it is; from here, ask the one that this page is from.
    requestInterceptor: request => {
      request.url = request.url.replace('http://localhost:8080', location.origin)
      return request
    },
  })
}
