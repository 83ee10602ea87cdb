/**
 * What the providers of mailboxes want of a person, in the language of whoever reads it.
 *
 * <p>Must never contain: connections, the ledger; facts about providers are the table's ({@link
 * org.genjin.config.Providers}), words are the bundle's ({@code i18n/providers}).
 */
@NullMarked
package org.genjin.daemon.provider;

import org.jspecify.annotations.NullMarked;
