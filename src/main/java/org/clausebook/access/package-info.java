/**
 * Who may write. Reading is public and never looks at a token. Writing needs an access token, a JWT
 * signed by the operator's OpenID Connect provider, which is trusted by its issuer and its
 * published keys (the MicroProfile JWT settings {@code mp.jwt.verify.*}). A curator may publish; an
 * admin may also withdraw. Without a provider nobody may write, except in a build with the embedded
 * database, which trusts tokens made by its own {@code token} command.
 */
package org.clausebook.access;
