/**
 * Signing in to mailboxes by OAuth 2.0 (RFC 6749): the two ways in which a person does it, the tokens that come of it, and
 * their renewal.
 *
 * <p>Must never contain: IMAP or SMTP, a token in a message of an exception or a text.
 */
@NullMarked
package org.genjin.connectors.oauth;

import org.jspecify.annotations.NullMarked;
