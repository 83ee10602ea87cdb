package org.genjin.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Dovecot on loopback with one Maildir, whose folders are filled as files. For measuring and for tests. */
final class DovecotServer implements AutoCloseable {

    private final Path folder;
    private final Path dovecot;
    private final Path maildir;
    private final int port;
    private @Nullable Process process;

    /**
     * @param folder of its own, short enough for sockets
     * @param dovecot the program
     */
    DovecotServer(Path folder, Path dovecot) throws IOException {
        this.folder = folder;
        this.dovecot = dovecot;
        this.maildir = folder.resolve("mail");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        mailbox("");
    }

    int port() {
        return port;
    }

    /** Makes a folder; "" is INBOX. Names are in modified UTF-7, as they lie on disk. */
    Path mailbox(String name) throws IOException {
        Path box = name.isEmpty() ? maildir : maildir.resolve("." + name);
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(box.resolve(part));
        }
        return box;
    }

    /** @param flags of the Maildir, such as S for seen */
    void put(String mailbox, int number, String flags, byte[] mail) throws IOException {
        Files.write(mailbox(mailbox).resolve("cur").resolve(1_700_000_000L + number + ".M" + number + ".host:2," + flags), mail);
    }

    void start() throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        String user = root ? "nobody" : System.getProperty("user.name");
        if (root) {
            run("chown", "-R", user, maildir.toString());
            for (Path it = folder; it != null; it = it.getParent()) {
                if (!Files.getPosixFilePermissions(it).containsAll(PosixFilePermissions.fromString("--x--x--x"))) {
                    Files.setPosixFilePermissions(it, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
        Path config = Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                first_valid_uid = 1
                default_internal_user = %2$s
                default_internal_group = %3$s
                default_login_user = %4$s
                mail_location = maildir:%1$s/mail
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=%5$s gid=%6$s home=%1$s
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %7$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                service anvil {
                  chroot =
                }
                service stats {
                  chroot =
                }
                namespace inbox {
                  inbox = yes
                  separator = .
                  mailbox Sent {
                    special_use = \\Sent
                  }
                  mailbox Papelera {
                    special_use = \\Trash
                  }
                }
                """.formatted(folder, root ? "dovecot" : user, root ? "dovecot" : group(), root ? "dovenull" : user, user, root ? "nogroup" : group(), port));
        Process started = new ProcessBuilder(dovecot.toString(), "-F", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        process = started;
        for (int i = 0; i < 100 && started.isAlive() && !answers(); i++) {
            started.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    /** Names of all files: flags are part of them. */
    List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(maildir)) {
            return all.filter(it -> it.toString().matches(".*/(cur|new)/.*")).map(it -> maildir.relativize(it).toString()).sorted().toList();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            try {
                running.onExit().get(5, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                running.destroyForcibly().onExit().join();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return socket.getInputStream().read() == '*';
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static String group() throws IOException {
        Process id = new ProcessBuilder("id", "-gn").start();
        return new String(id.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
