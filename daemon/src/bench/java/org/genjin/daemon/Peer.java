package org.genjin.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An indexer of other people, and how it is called to index a Maildir and to look for a word in it. */
enum Peer {
    MU("mu") {
        @Override
        List<List<String>> index(String program, Path maildir, Path own) {
            return List.of(
                    List.of(program, "init", "--quiet", "--muhome=" + own, "--maildir=" + maildir),
                    List.of(program, "index", "--quiet", "--muhome=" + own));
        }

        @Override
        Optional<List<String>> find(String program, String word, Path own) {
            return Optional.of(List.of(program, "find", "--muhome=" + own, "-n", "50", word));
        }
    },
    NOTMUCH("notmuch") {
        @Override
        List<List<String>> index(String program, Path maildir, Path own) throws IOException {
            Files.createDirectories(own);
            Files.writeString(own.resolve("config"), """
                    [database]
                    path=%s
                    mail_root=%s
                    [user]
                    name=Li Wei
                    primary_email=li@factory.example
                    [new]
                    tags=new
                    """.formatted(own.resolve("db"), maildir));
            Files.createDirectories(own.resolve("db"));
            return List.of(List.of(program, "new", "--quiet"));
        }

        @Override
        Optional<List<String>> find(String program, String word, Path own) {
            return Optional.of(List.of(program, "search", "--limit=50", word));
        }

        @Override
        Map<String, String> environment(Path own) {
            return Map.of("NOTMUCH_CONFIG", own.resolve("config").toString());
        }
    },
    RECOLL("recollindex") {
        @Override
        List<List<String>> index(String program, Path maildir, Path own) throws IOException {
            Files.createDirectories(own);
            Files.writeString(own.resolve("recoll.conf"), "topdirs = " + maildir + "\nloglevel = 1\n");
            return List.of(List.of(program, "-c", own.toString()));
        }

        @Override
        Optional<List<String>> find(String program, String word, Path own) {
            return Optional.empty();
        }
    };

    private final String program;

    Peer(String program) {
        this.program = program;
    }

    String program() {
        return program;
    }

    /**
     * The commands that index, one after the other.
     *
     * @param own a folder that nobody else uses and that need not be there
     */
    abstract List<List<String>> index(String program, Path maildir, Path own) throws IOException;

    /** The command that finds at most fifty mails with a word; empty if it has none worth comparing. */
    abstract Optional<List<String>> find(String program, String word, Path own);

    Map<String, String> environment(Path own) {
        return Map.of();
    }
}
