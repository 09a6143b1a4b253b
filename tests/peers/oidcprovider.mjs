// SPDX-FileCopyrightText: 2026 The Curfew authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node oidcprovider.mjs PORT: an oidc-provider on 127.0.0.1, its state in memory. Anybody may sign in with any password.
// CURFEW_NODE_MODULES names the folder it finds its packages in.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const packages = pathToFileURL(`${process.env.CURFEW_NODE_MODULES}/`);
const { default: Provider } = await import(new URL('oidc-provider/lib/index.js', packages));

const client = (id, secret, method) => ({
    client_id: id,
    client_secret: secret,
    token_endpoint_auth_method: method,
    redirect_uris: ['http://127.0.0.1/back'],
    application_type: 'native',
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
});

const configuration = {
    clients: [
        client('basic desk', 'b: 100% +~&=/"', 'client_secret_basic'),
        client('post desk', 'p: 100% +~&=/"', 'client_secret_post'),
        client('other', 'other-secret', 'client_secret_basic'),
    ],
    scopes: ['openid', 'offline_access'],
    features: {
        revocation: { enabled: true },
        introspection: { enabled: true },
        clientCredentials: { enabled: true },
        resourceIndicators: {
            enabled: true,
            getResourceServerInfo: () => ({ scope: '', accessTokenFormat: 'jwt' }), // the others are opaque
        },
    },
};

const port = Number(process.argv[2]);
const provider = new Provider(`http://127.0.0.1:${port}`, configuration);
let refused = 0;
for (const endpoint of ['introspection', 'revocation', 'grant'])
    provider.on(`${endpoint}.error`, (context, error) => { refused += error.error === 'invalid_client' ? 1 : 0; });
const answer = provider.callback();
createServer((request, response) => {
    if (request.url === '/refused') // not the provider's: how many clients it has refused
        response.end(JSON.stringify({ refused }));
    else
        answer(request, response);
}).listen(port, '127.0.0.1');
