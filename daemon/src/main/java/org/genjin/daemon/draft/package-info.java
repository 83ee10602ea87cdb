/**
 * Suggested answers: from what is due, and what was said, to a mail that the rep only has to read over and send. The texts are
 * files in {@code resources/drafts}, a language each; a home can have texts of its own beside them. No text is made up.
 *
 * <p>Must never contain: sending, the rules of what is due, SQL.
 */
@NullMarked
package org.genjin.daemon.draft;

import org.jspecify.annotations.NullMarked;
