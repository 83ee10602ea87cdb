/** The program: {@code Main} takes arguments, {@code Daemon} puts the parts together. */
@NullMarked
package org.genjin.daemon;

import org.jspecify.annotations.NullMarked;
