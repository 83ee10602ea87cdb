package org.genjin.daemon.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may look: each owner at what is theirs, the operator at everything. A token is in the link printed at start and then
 * in a cookie; it follows from the home's random key, so links stay good when the daemon starts again. Immutable.
 */
public final class Viewers {

    /** The operator's name among the links. */
    public static final String OPERATOR = "*";

    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** @param key random bytes of this home */
    public Viewers(byte[] key, List<String> owners) {
        tokens.put(OPERATOR, token(key, OPERATOR));
        owners.forEach(it -> tokens.put(it, token(key, it)));
    }

    /** @param owner empty for the operator, who sees all */
    public record Viewer(Optional<String> owner) {}

    /** Viewer → token, the operator first. */
    public Map<String, String> tokens() {
        return Map.copyOf(tokens);
    }

    public String token(String viewer) {
        String token = tokens.get(viewer);
        if (token == null) {
            throw new IllegalArgumentException("no such viewer: " + viewer);
        }
        return token;
    }

    Optional<Viewer> of(String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        Optional<Viewer> found = Optional.empty();
        for (Map.Entry<String, String> it : tokens.entrySet()) {
            // Takes as long whether or not it is right.
            if (MessageDigest.isEqual(given, it.getValue().getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(
                        new Viewer(it.getKey().equals(OPERATOR) ? Optional.empty() : Optional.of(it.getKey())));
            }
        }
        return found;
    }

    private static String token(byte[] key, String viewer) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(("page|" + viewer).getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
