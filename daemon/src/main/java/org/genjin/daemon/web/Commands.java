package org.genjin.daemon.web;

import java.util.List;
import org.genjin.daemon.cli.Terminal;

/** Carries out commands that were typed elsewhere. Thread-safe. */
@FunctionalInterface
public interface Commands {

    /** @return the exit code */
    int run(List<String> arguments, Terminal terminal);
}
