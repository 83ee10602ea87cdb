package org.genjin.daemon.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The home of the demo as a rep would have set it up: a configuration, a secret, drop folders. */
public final class DemoHome {

    private DemoHome() {}

    /** @param language a tag such as {@code zh-CN} */
    public static void write(Path home, DemoWorld world, DemoMailServer server, String password, String language, int webPort)
            throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("demo.secret"), password);
        StringBuilder yaml = new StringBuilder("# Written by 'genjin demo'; all people and companies are invented.\n");
        yaml.append("language: ").append(language).append("\ntime-zone: ").append(DemoWorld.ZONE).append("\nmailboxes:\n");
        List<String> reps = DemoWorld.reps();
        for (String rep : reps) {
            yaml.append("  - address: ").append(rep).append("\n    secret: file:demo.secret\n    since: all\n")
                    .append("    imap: {host: 127.0.0.1, port: ").append(server.imapPort()).append(", tls: none}\n")
                    .append("    smtp: {host: 127.0.0.1, port: ").append(server.smtpPort()).append(", tls: none}\n");
        }
        yaml.append("exports:\n");
        for (int i = 0; i < reps.size(); i++) {
            Path folder = home.resolve("exports").resolve(reps.get(i));
            Files.createDirectories(folder);
            yaml.append("  - {folder: \"exports/").append(reps.get(i)).append("\", owner: ").append(reps.get(i)).append("}\n");
        }
        for (DemoChat chat : world.chats()) {
            chat.write(home.resolve("exports").resolve(reps.get(chat.rep())));
        }
        yaml.append("web: {listen: \"127.0.0.1:").append(webPort).append("\"}\n");
        Files.writeString(home.resolve("genjin.yaml"), yaml);
    }
}
