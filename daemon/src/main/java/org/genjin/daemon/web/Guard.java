package org.genjin.daemon.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets in. A link with a token leaves it in a cookie; requests that name another host (a page of the web that had its
 * name resolved to this machine) or come from another page are refused.
 */
final class Guard {

    static final String COOKIE = "genjin";
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int YEAR = 365 * 24 * 3600;

    private final Viewers viewers;

    Guard(Viewers viewers) {
        this.viewers = viewers;
    }

    static void headers(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** False if the request was meant for another machine. */
    static boolean isOurHost(Context context) {
        String host = context.header("Host");
        return host != null && HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    /** False if another page sent it. */
    static boolean isOurPage(Context context) {
        String origin = context.header("Origin");
        String site = context.header("Sec-Fetch-Site");
        boolean sameOrigin = origin == null || origin.equals("http://" + context.header("Host"));
        return sameOrigin && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    /** Takes the token out of a link: into the cookie, and away from the address. True if the request is answered. */
    boolean takeToken(Context context) {
        String token = context.queryParam("token");
        if (token == null || viewers.of(token).isEmpty()) {
            return false;
        }
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(YEAR);
        cookie.setPath("/");
        context.cookie(cookie);
        context.redirect(context.path() + rest(context));
        return true;
    }

    private static String rest(Context context) {
        StringBuilder rest = new StringBuilder();
        context.queryParamMap().forEach((name, values) -> values.forEach(value -> {
            if (!name.equals("token")) {
                rest.append(rest.isEmpty() ? '?' : '&').append(encoded(name)).append('=').append(encoded(value));
            }
        }));
        return rest.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Optional<Viewers.Viewer> viewer(Context context) {
        String token = context.cookie(COOKIE);
        return token == null ? Optional.empty() : viewers.of(token);
    }
}
