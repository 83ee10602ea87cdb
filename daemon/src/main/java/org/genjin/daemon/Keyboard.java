package org.genjin.daemon;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.genjin.daemon.cli.Terminal;
import org.jspecify.annotations.Nullable;

/** Asks a person at a terminal; where there is none, the answers are the lines of standard input. */
final class Keyboard {

    private final Terminal terminal;
    private final @Nullable Console console;
    private final BufferedReader lines;

    Keyboard(Terminal terminal) {
        this.terminal = terminal;
        this.console = terminal.interactive() ? System.console() : null;
        this.lines = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    }

    /** Whether somebody can be asked again after a mistake. */
    boolean isPerson() {
        return console != null;
    }

    /** Without blanks around it; empty when the input has ended or nothing was typed. */
    Optional<String> line(String question) throws IOException {
        ask(question);
        return filled(console == null ? lines.readLine() : console.readLine());
    }

    /** The same; what is typed is not shown. */
    Optional<String> hidden(String question) throws IOException {
        ask(question);
        if (console == null) {
            return filled(lines.readLine());
        }
        char[] typed = console.readPassword();
        return filled(typed == null ? null : new String(typed));
    }

    private void ask(String question) {
        terminal.out().print(question + (console == null ? System.lineSeparator() : " "));
        terminal.out().flush();
    }

    private static Optional<String> filled(@Nullable String line) {
        return Optional.ofNullable(line).map(String::strip).filter(it -> !it.isEmpty());
    }
}
