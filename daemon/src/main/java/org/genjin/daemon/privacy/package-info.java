/**
 * What must not be kept, and what need not be: takes out what somebody wants never logged, drops what is no customer's after a
 * while, and has it fetched again when it turns out to be one's after all.
 *
 * <p>Must never contain: who is a customer; how a source is read.
 */
@NullMarked
package org.genjin.daemon.privacy;

import org.jspecify.annotations.NullMarked;
