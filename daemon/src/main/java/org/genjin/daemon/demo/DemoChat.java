package org.genjin.daemon.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A WhatsApp export: a text file as Android writes it, or a zip as an iPhone does.
 *
 * @param rep who owns it, 0 or 1
 */
record DemoChat(int rep, String fileName, String text, boolean zipped, Instant dropped) {

    private static final DateTimeFormatter ANDROID = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm", Locale.ROOT);
    private static final DateTimeFormatter IPHONE = DateTimeFormatter.ofPattern("dd/MM/yyyy, HH:mm:ss", Locale.ROOT);
    private static final List<String[]> LINES = List.of(
            new String[] {"them", "Good morning, did the samples leave?"},
            new String[] {"us", "Yes, yesterday by DHL, I sent you the number by mail"},
            new String[] {"them", "Great, thanks 👍"},
            new String[] {"us", "How is the market at your side?"},
            new String[] {"them", "Quiet before the holidays. We need the price for DN40 too, can you quote?"},
            new String[] {"us", "Sure, DN40 is USD 3.85 FOB Ningbo for 2000 pcs"},
            new String[] {"them", "OK I will ask my boss and tell you on Monday"});

    static DemoChat of(Buyer buyer, String rep, LocalDate day, int number) {
        boolean zipped = number % 2 == 1;
        LocalDateTime at = day.minusDays(40 - 5L * number).atTime(9, 12);
        StringBuilder text = new StringBuilder();
        int minute = 0;
        for (String[] line : LINES) {
            LocalDateTime moment = at.plusMinutes(minute);
            minute += line[0].equals("us") ? 7 : 55;
            String who = line[0].equals("us") ? rep : buyer.person();
            text.append(zipped
                    ? "[" + IPHONE.format(moment) + "] " + who + ": " + line[1] + "\n"
                    : ANDROID.format(moment) + " - " + who + ": " + line[1] + "\n");
        }
        String name = zipped ? "WhatsApp Chat - " + buyer.person() + ".zip" : "WhatsApp Chat with " + buyer.person() + ".txt";
        return new DemoChat(buyer.rep(), name, text.toString(), zipped, day.atStartOfDay(DemoWorld.ZONE).toInstant());
    }

    void write(Path folder) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (zipped) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("_chat.txt"));
                zip.write(bytes);
                zip.closeEntry();
            }
            bytes = out.toByteArray();
        }
        Path file = Files.write(folder.resolve(fileName), bytes);
        // A file that changed just now would be left alone, as it may still be on its way.
        Files.setLastModifiedTime(file, FileTime.from(dropped));
    }
}
