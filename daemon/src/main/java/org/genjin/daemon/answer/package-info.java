/**
 * What owners answer to our mails, obeyed once and told of once: by mail, or on the page of a link.
 *
 * <p>Must never contain: what words mean (see {@code reply}), SQL, SMTP.
 */
@NullMarked
package org.genjin.daemon.answer;

import org.jspecify.annotations.NullMarked;
