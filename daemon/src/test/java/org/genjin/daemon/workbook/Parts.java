package org.genjin.daemon.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook's file, to be changed as another program would have written them. Name → content, in their order. */
final class Parts {

    private final Map<String, byte[]> parts;

    private Parts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static Parts of(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry it : Collections.list(zip.entries())) {
                parts.put(it.getName(), zip.getInputStream(it).readAllBytes());
            }
        }
        return new Parts(parts);
    }

    /** Of a part's name and text. */
    interface Change {
        String of(String name, String text);
    }

    interface Name {
        String of(String name);
    }

    Map<String, byte[]> all() {
        return Collections.unmodifiableMap(parts);
    }

    String text(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new AssertionError("no " + name + " in " + parts.keySet());
        }
        return new String(part, StandardCharsets.UTF_8);
    }

    /** Changes all parts that are XML. */
    Parts changed(Change change) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        parts.forEach((name, content) -> changed.put(
                name, name.endsWith(".xml") || name.endsWith(".rels")
                        ? change.of(name, new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                        : content));
        return new Parts(changed);
    }

    Parts renamed(Name change) {
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        parts.forEach((name, content) -> renamed.put(change.of(name), content));
        return new Parts(renamed);
    }

    Parts with(String name, String text) {
        Map<String, byte[]> more = new LinkedHashMap<>(parts);
        more.put(name, text.getBytes(StandardCharsets.UTF_8));
        return new Parts(more);
    }

    Parts without(String pattern) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(parts);
        fewer.keySet().removeIf(it -> it.matches(pattern));
        return new Parts(fewer);
    }

    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> it : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue());
                zip.closeEntry();
            }
        }
        Files.write(file, bytes.toByteArray());
    }
}
