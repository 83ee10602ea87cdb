/**
 * A made-up exporter: two reps, sixty customers, a year of mail and chats, all invented and the same at every run of a day;
 * and a mail server on loopback that holds them.
 *
 * <p>Must never contain: anything that the rest of Genjin could see of it but mail, files and a configuration.
 */
@NullMarked
package org.genjin.daemon.demo;

import org.jspecify.annotations.NullMarked;
