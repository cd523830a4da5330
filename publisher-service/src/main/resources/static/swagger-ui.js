// No validator: it would send the description to somebody else's server.
SwaggerUIBundle({ dom_id: '#api', url: 'openapi.json', validatorUrl: null });
