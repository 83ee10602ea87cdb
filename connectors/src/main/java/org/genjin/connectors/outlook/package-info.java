/**
 * Outlook's own formats: items saved as {@code .msg} (MS-OXMSG), mail stores {@code .pst} and {@code .ost} (MS-PST), and what
 * Outlook puts into {@code winmail.dat} (MS-OXTNEF). Each becomes RFC 5322 bytes, so that behind this package a mail from
 * Outlook is a mail like any other.
 *
 * <p>Must never contain: what a mail's bytes mean ({@code mime}), which files are read ({@code files}), customers.
 */
@NullMarked
package org.genjin.connectors.outlook;

import org.jspecify.annotations.NullMarked;
