package org.genjin.config;

import java.util.List;

/** The configuration cannot be used; {@link #problems()} has every reason, each with file, line and key. */
public final class ConfigException extends Exception {

    private final transient List<String> problems;

    public ConfigException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
