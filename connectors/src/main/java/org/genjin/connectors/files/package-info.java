/**
 * Messages in files and folders: mails one by one, mbox, Maildir, zips of these, chat exports.
 *
 * <p>Must never contain: sockets, customers, what a chat's lines mean ({@code chat}), what a mail's bytes mean ({@code
 * mime}).
 */
@NullMarked
package org.genjin.connectors.files;

import org.jspecify.annotations.NullMarked;
