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
