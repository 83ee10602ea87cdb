package org.genjin.daemon;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser of whoever sits at this machine, if somebody does. */
final class Browser {

    private final Map<String, String> environment;

    /** @param environment says whether there is a desktop */
    Browser(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** @return false if there is a desktop, and yet none could be opened */
    boolean open(String link) {
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac") ? List.of("open", link) : desktop ? List.of("xdg-open", link) : List.of();
        if (command.isEmpty()) {
            return true;
        }
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
