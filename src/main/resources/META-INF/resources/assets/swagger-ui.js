"use strict";

// The page stands at …/swagger-ui: whatever is before that is where the service is reached from here.
const here = window.location.href.replace(/\/swagger-ui.*$/, "");

// The contract names the public address; what is tried here goes to the server that is looked at.
const thisServer = () => ({
  statePlugins: {
    spec: {
      wrapActions: {
        updateJsonSpec: (update) => (contract) => update({ ...contract, servers: [{ url: here }] }),
      },
    },
  },
});

window.ui = SwaggerUIBundle({
  url: here + "/openapi?format=json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  filter: true,
  tagsSorter: "alpha",
  validatorUrl: null,
  plugins: [thisServer],
});
