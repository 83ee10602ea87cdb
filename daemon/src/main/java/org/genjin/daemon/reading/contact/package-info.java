/**
 * What a signature tells of its writer: name, firm, numbers. Pure functions on text; words of all languages are data.
 *
 * <p>Must never contain: a clock, a database, customers.
 */
@NullMarked
package org.genjin.daemon.reading.contact;

import org.jspecify.annotations.NullMarked;
