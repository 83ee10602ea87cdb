package org.genjin.daemon.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.genjin.config.Language;
import org.genjin.config.Server;

/**
 * What was said on the command line about the mailbox to set up; what is empty is asked for or found out.
 *
 * @param secret as it was typed: {@code env:NAME} or {@code file:PATH} if it is right
 * @param signIn password, microsoft or google
 */
public record InitRequest(
        Optional<Path> home,
        Optional<String> address,
        Optional<String> secret,
        Optional<Language> language,
        Optional<Server> imap,
        Optional<Server> smtp,
        Optional<String> user,
        Optional<String> signIn) {}
