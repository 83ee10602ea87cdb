package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds e-mail addresses and sites in a line. Pure; looks at each letter a few times at most. */
public final class WebNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 10;
    /** Two letters are a country's ending; of the longer ones those that firms have. */
    private static final Set<String> ENDINGS = Set.of(
            "com", "net", "org", "info", "biz", "shop", "store", "online", "site", "group", "company", "tech", "trade", "asia", "global",
            "world", "industries", "solutions", "international", "gmbh", "ltd", "llc", "pro", "top", "xyz", "vip", "cloud", "app", "dev",
            "email", "agency", "parts", "tools", "supply", "systems", "services", "example", "test", "invalid", "travel", "cat", "coop", "name",
            "africa", "gal", "eus", "berlin", "hamburg", "wien", "paris", "moscow", "рф", "ком", "中国", "公司", "网络");
    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
    private static final Set<String> ELSEWHERE = Set.of(
            "linkedin.com", "facebook.com", "instagram.com", "twitter.com", "x.com", "youtube.com", "tiktok.com", "wa.me", "t.me", "api.whatsapp.com",
            "chat.whatsapp.com", "vk.com", "ok.ru", "weibo.com", "pinterest.com", "fb.com", "line.me", "skype.com", "goo.gl", "maps.google.com",
            "maps.app.goo.gl", "bit.ly", "calendly.com", "u.wechat.com", "aka.ms", "mail.ru", "avast.com", "github.com", "outlook.com", "gmail.com", "163.com",
            "qq.com", "google.com");

    private WebNames() {}

    public static List<Written> addresses(String line) {
        if (line.indexOf('@') < 0) {
            return List.of();
        }
        List<Written> found = new ArrayList<>();
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST && isLocal(line.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < line.length() && end - at < LONGEST && isDomain(line.charAt(end))) {
                end++;
            }
            while (end > at && !Character.isLetterOrDigit(line.charAt(end - 1))) {
                end--;
            }
            while (start < at && !Character.isLetterOrDigit(line.charAt(start)) && line.charAt(start) != '_') {
                start++;
            }
            if (start < at && line.indexOf('.', at) > at && line.indexOf('.', at) < end - 1) {
                found.add(new Written(start, end, line.substring(start, end).toLowerCase(Locale.ROOT)));
            }
        }
        return found;
    }

    /** Those with www., with a scheme, or with an ending that sites have; without both, in small letters. */
    static List<Written> sites(String line) {
        if (line.indexOf('.') < 0) {
            return List.of();
        }
        List<Written> found = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            if (!isUrl(line.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            boolean dotted = false;
            boolean mail = false;
            while (i < line.length() && isUrl(line.charAt(i))) {
                dotted |= line.charAt(i) == '.';
                mail |= line.charAt(i) == '@';
                i++;
            }
            if (dotted && !mail && i - start <= LONGEST) {
                String site = site(line.substring(start, i));
                if (!site.isEmpty()) {
                    found.add(new Written(start, i, site));
                }
            }
        }
        return found;
    }

    /** Whether a site is a place where many write, and tells nothing of a firm. */
    static boolean isElsewhere(String site) {
        String host = host(site);
        return ELSEWHERE.contains(host) || ELSEWHERE.stream().anyMatch(it -> host.endsWith("." + it));
    }

    static String host(String site) {
        int slash = site.indexOf('/');
        return slash < 0 ? site : site.substring(0, slash);
    }

    private static String site(String token) {
        String small = token.toLowerCase(Locale.ROOT);
        boolean marked = false;
        for (String scheme : List.of("https://", "http://", "https:", "http:", "www.")) {
            if (small.startsWith(scheme)) {
                small = small.substring(scheme.length());
                marked = true;
            }
        }
        int end = small.length();
        while (end > 0 && !Character.isLetterOrDigit(small.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && !Character.isLetterOrDigit(small.charAt(start))) {
            start++;
        }
        String site = small.substring(start, end);
        String host = host(site);
        int query = host.indexOf('?');
        host = query < 0 ? host : host.substring(0, query);
        int dot = host.lastIndexOf('.');
        if (dot < 1 || host.indexOf("..") >= 0) {
            return "";
        }
        String ending = host.substring(dot + 1);
        boolean known = ENDINGS.contains(ending) || ending.length() == 2 && COUNTRIES.contains(ending.toUpperCase(Locale.ROOT)) || ending.equals("eu")
                || ending.equals("uk") || ending.equals("su");
        String name = host.substring(host.lastIndexOf('.', dot - 1) + 1, dot);
        if (marked) {
            return isLetters(ending) && ending.length() <= LONGEST_ENDING ? site : "";
        }
        // "S.A.S", "Co.Ltd" and "www" are no sites; a firm that signs with its site writes it in small letters.
        return known && name.length() >= 3 && !name.equals("co") && token.equals(token.toLowerCase(Locale.ROOT)) ? site : "";
    }

    private static boolean isLetters(String text) {
        return text.length() >= 2 && text.chars().allMatch(Character::isLetter);
    }

    private static boolean isLocal(char it) {
        return Character.isLetterOrDigit(it) && !Character.isIdeographic(it) || it == '.' || it == '-' || it == '_' || it == '+' || it == '&' || it == '\'';
    }

    private static boolean isDomain(char it) {
        return Character.isLetterOrDigit(it) && !Character.isIdeographic(it) || it == '.' || it == '-';
    }

    private static boolean isUrl(char it) {
        return it > ' ' && it < 127 && it != '<' && it != '>' && it != '|' && it != ',' && it != '(' && it != ')' && it != '[' && it != ']' && it != '"'
                && it != ';' || it >= 'а' && it <= 'я';
    }
}
