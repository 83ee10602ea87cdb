package org.genjin.daemon.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command was typed, here or at the other end of the daemon's door.
 *
 * @param in closed by whoever opened it
 * @param interactive whether a person watches, so that lines may be overwritten
 * @param folder where relative paths begin
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive, Path folder) {}
