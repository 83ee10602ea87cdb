/**
 * RFC 5322 bytes to a message, whatever state they are in.
 *
 * <p>Must never contain: sockets, files of a mailbox, customers.
 */
@NullMarked
package org.genjin.connectors.mime;

import org.jspecify.annotations.NullMarked;
