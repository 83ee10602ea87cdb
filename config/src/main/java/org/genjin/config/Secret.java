package org.genjin.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a password is to be found: {@code env:NAME} or {@code file:PATH}, never the password itself. It is looked up
 * each time it is needed, so a changed password counts without a restart, and it is never printed.
 */
public sealed interface Secret extends Credentials {

    /**
     * @param environment the process's environment
     * @throws IOException if the variable is not set or the file cannot be read; the message says which, and no more
     */
    String reveal(Map<String, String> environment) throws IOException;

    record Environment(String variable) implements Secret {
        @Override
        public String reveal(Map<String, String> environment) throws IOException {
            String value = environment.get(variable);
            if (value == null || value.isEmpty()) {
                throw new IOException("the environment variable " + variable + " is not set");
            }
            return value;
        }
    }

    /** @param path absolute; one line end at the end of the file is not part of the password */
    record InFile(Path path) implements Secret {
        @Override
        public String reveal(Map<String, String> environment) throws IOException {
            if (!Files.isReadable(path)) {
                throw new IOException("the secret's file " + path + " cannot be read");
            }
            return Files.readString(path).replaceFirst("\\R\\z", "");
        }
    }
}
