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
    // Whoever executes Sign in is signed in. The token stays in this page and is gone after a reload: kept in the
    // browser's storage (persistAuthorization), it would outlive the person at the screen.
    responseInterceptor: response => {
      if (response.url === location.origin + '/api/sessions' && response.status === 201) {
        ui.preauthorizeApiKey('bearerAuth', response.body.access_token)
      }
      return response
    },
  })
}
