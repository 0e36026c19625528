window.onload = () => {
  let session
  window.ui = SwaggerUIBundle({
    url: '/openapi.yaml',
    dom_id: '#swagger-ui',
    deepLinking: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: -1,
    validatorUrl: null,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    // Executing Sign in authorizes all later calls, until Sign out. The token lives in this page only: in the browser's
    // storage (persistAuthorization) it would outlive the user's visit.
    responseInterceptor: response => {
      if (response.url === location.origin + '/api/sessions' && response.status === 201) {
        session = response.body.id
        ui.preauthorizeApiKey('bearerAuth', response.body.access_token)
      } else if (response.url === location.origin + '/api/sessions/' + session && response.status === 204) {
        ui.authActions.logout(['bearerAuth'])
      }
      return response
    },
  })
}
