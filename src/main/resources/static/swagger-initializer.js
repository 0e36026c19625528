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
    // Executing Sign in authorizes all later calls. The token lives in this page only: in the browser's storage
    // (persistAuthorization) it would outlive the user's visit.
    responseInterceptor: response => {
      if (response.url === location.origin + '/api/sessions' && response.status === 201) {
        ui.preauthorizeApiKey('bearerAuth', response.body.access_token)
      }
      return response
    },
  })
}
