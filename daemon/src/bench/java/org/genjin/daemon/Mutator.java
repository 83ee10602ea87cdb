package org.genjin.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Damages files as disks, relays and ill will do. The same seed and number give the same damage to the same folder's files. */
final class Mutator {

    private static final long LARGEST = 2_000_000;
    private static final Pattern CHARSET = Pattern.compile("(?i)(charset=\"?)[\\w:.-]{1,40}");
    private static final Pattern ENCODING = Pattern.compile("(?i)(content-transfer-encoding:[ \\t]*)[\\w-]{1,40}");
    private static final List<String> CHARSETS = List.of(
            "utf-8", "gb2312", "gbk", "big5", "shift_jis", "iso-2022-jp", "euc-kr", "utf-7", "utf-16", "utf-16le", "hz-gb-2312",
            "windows-1251", "koi8-r", "iso-8859-1", "us-ascii", "x-unknown", "=?", "");
    private static final List<String> ENCODINGS =
            List.of("base64", "quoted-printable", "x-uuencode", "8bit", "binary", "base64;x", "7bit", "zip");
    private static final List<String> SIGNS = List.of(
            "\"", "(", ")", "<", ">", "=?", "?=", ";", ",", ":", "\\", "\r", "\n", "\0", "--", "[", "]", "{", "}", "\u00ff", "=", "@",
            "begin 644 x\n", "From ", "BEGIN:VEVENT\n", "-----BEGIN PGP MESSAGE-----\n", "<!--", "<![CDATA[", "&#x110000;");

    private final List<Path> files;
    private final long seed;

    private Mutator(List<Path> files, long seed) {
        this.files = files;
        this.seed = seed;
    }

    /** All files below {@code folder} that are not too large to be damaged thousands of times. */
    static Mutator of(Path folder, long seed) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = new ArrayList<>();
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= LARGEST) {
                    files.add(file);
                }
            }
            return new Mutator(files, seed);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * @param name of the file it was
     * @param how for people
     */
    @SuppressWarnings("ArrayRecordComponent") // written to a file and forgotten
    record Damaged(String name, String how, byte[] bytes) {}

    Damaged number(int number) throws IOException {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder how = new StringBuilder();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            how.append(how.isEmpty() ? "" : ", ").append(kind.name().toLowerCase(java.util.Locale.ROOT));
            bytes = damaged(bytes, kind, random);
        }
        return new Damaged(file.getFileName().toString(), how.toString(), bytes);
    }

    private enum Kind {
        BITS,
        CUT,
        SPLICE,
        HEADERS_TWICE,
        NESTED,
        CHARSET_LIE,
        ENCODING_LIE,
        LONG_LINE,
        HOLE,
        REPEAT,
        SIGNS,
        LINE_ENDS
    }

    private byte[] damaged(byte[] bytes, Kind kind, SplittableRandom random) throws IOException {
        int at = random.nextInt(bytes.length + 1);
        return switch (kind) {
            case BITS -> bits(bytes, random);
            case CUT -> Arrays.copyOf(bytes, at);
            case SPLICE -> {
                byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
                int from = random.nextInt(other.length + 1);
                yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
            }
            case HEADERS_TWICE -> headersTwice(text(bytes), random);
            case NESTED -> nested(bytes, random);
            case CHARSET_LIE -> replaced(bytes, CHARSET, CHARSETS, random);
            case ENCODING_LIE -> replaced(bytes, ENCODING, ENCODINGS, random);
            case LONG_LINE -> {
                String sign = SIGNS.get(random.nextInt(SIGNS.size())) + "a";
                yield inserted(bytes, at, bytes(sign.repeat((1000 + random.nextInt(400_000)) / sign.length())));
            }
            case HOLE -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(2000));
                yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
            }
            case REPEAT -> {
                byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(300)));
                ByteArrayOutputStream many = new ByteArrayOutputStream();
                for (int times = random.nextInt(1000); times > 0; times--) {
                    many.writeBytes(piece);
                }
                yield inserted(bytes, at, many.toByteArray());
            }
            case SIGNS -> {
                byte[] all = bytes;
                for (int times = 1 + random.nextInt(40); times > 0; times--) {
                    byte[] sign = bytes(SIGNS.get(random.nextInt(SIGNS.size())));
                    all = inserted(all, random.nextInt(all.length + 1), sign);
                }
                yield all;
            }
            case LINE_ENDS -> {
                String end = List.of("\r", "\r\n", "\n", "\r\r\n", "\n\r").get(random.nextInt(5));
                yield bytes(text(bytes).replace("\r\n", "\n").replace("\n", end));
            }
        };
    }

    private static byte[] bits(byte[] bytes, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        for (int times = 1 + random.nextInt(64); times > 0 && bytes.length > 0; times--) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] headersTwice(String text, SplittableRandom random) {
        int end = Math.max(text.indexOf("\n\n"), text.indexOf("\r\n\r\n"));
        List<String> lines = List.of(text.substring(0, Math.max(0, end)).split("\n", -1));
        StringBuilder more = new StringBuilder();
        for (int times = 1 + random.nextInt(200); times > 0; times--) {
            more.append(lines.get(random.nextInt(lines.size()))).append('\n');
        }
        return bytes(more + text);
    }

    private static byte[] nested(byte[] bytes, SplittableRandom random) {
        int levels = 1 + random.nextInt(random.nextInt(4) == 0 ? 3000 : 60);
        boolean mails = random.nextBoolean();
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            head.append(mails
                    ? "From: a@b.example\nContent-Type: message/rfc822\n\n"
                    : "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        return joined(bytes(head.toString()), bytes);
    }

    private static byte[] replaced(byte[] bytes, Pattern what, List<String> by, SplittableRandom random) {
        return bytes(what.matcher(text(bytes)).replaceAll(it -> it.group(1) + by.get(random.nextInt(by.size()))));
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return joined(joined(Arrays.copyOf(bytes, at), more), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
