/**
 * The terminal's door: a command parses, calls one use case, prints, and answers with an exit code.
 *
 * <p>Must never contain: rules, SQL, protocols.
 */
@NullMarked
package org.genjin.daemon.cli;

import org.jspecify.annotations.NullMarked;
