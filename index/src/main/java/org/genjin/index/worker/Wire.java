package org.genjin.index.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said between the daemon and a worker, in frames of counted UTF-8. A request is a file's path, name and type; an
 * answer is a word for what came of it and what belongs to it.
 */
public final class Wire {

    private static final int LONGEST = 64 * 1024 * 1024;

    private Wire() {}

    /** @param name may be empty, may lie; the same goes for {@code type} */
    public record Request(String path, String name, String type) {}

    /**
     * @param outcome {@code text}, {@code nothing} or the id of a problem
     * @param parts place and text in turn
     */
    public record Answer(String outcome, String mediaType, String detail, boolean truncated, List<String> parts) {
        public Answer {
            parts = List.copyOf(parts);
        }
    }

    public static void write(DataOutputStream out, Request request) throws IOException {
        text(out, request.path());
        text(out, request.name());
        text(out, request.type());
        out.flush();
    }

    /** @throws java.io.EOFException when nothing is asked any more */
    public static Request readRequest(DataInputStream in) throws IOException {
        return new Request(text(in), text(in), text(in));
    }

    public static void write(DataOutputStream out, Answer answer) throws IOException {
        text(out, answer.outcome());
        text(out, answer.mediaType());
        text(out, answer.detail());
        out.writeBoolean(answer.truncated());
        out.writeInt(answer.parts().size());
        for (String part : answer.parts()) {
            text(out, part);
        }
        out.flush();
    }

    public static Answer readAnswer(DataInputStream in) throws IOException {
        String outcome = text(in);
        String mediaType = text(in);
        String detail = text(in);
        boolean truncated = in.readBoolean();
        int count = in.readInt();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(text(in));
        }
        return new Answer(outcome, mediaType, detail, truncated, parts);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
