package org.genjin.daemon;

import java.util.List;
import java.util.Locale;

/** A row of a made-up customer list as reps keep them: names, people, telephone numbers and countries in more than one way. */
final class MadeUpRow {

    static final List<String> HEAD = List.of(
            "公司名称", "国家", "联系人", "职位", "邮箱", "电话", "网址", "客户等级", "客户来源", "下次跟进时间", "备注");

    private static final List<String> FIRST = List.of("Anna", "Bruno", "Carlos", "Dieter", "Elena", "Fatima", "Giulia", "Hamid", "Ivan", "Juan");
    private static final List<String> LAST = List.of("Keller", "Lopez", "Martin", "Novak", "Oliveira", "Petrov", "Rossi", "Said", "Tran", "Weber");
    private static final List<String> FORMS = List.of("GmbH", "Ltd.", "S.A.", "SARL", "LLC", "S.r.l.", "Ltda", "Inc.", "B.V.", "FZE");
    private static final List<String> TRADES = List.of("Import", "Trading", "Industries", "Supply", "Technik", "Comercial", "Tools", "Pumps", "Valves");
    private static final List<String> COUNTRIES = List.of("德国", "USA", "Brasil", "SA", "United Arab Emirates", "法国", "Mexico", "India", "VN", "哥伦比亚");
    private static final List<String> CODES = List.of("+49 30 ", "+1 212 ", "+55 11 ", "+966 11 ", "+971 4 ", "+33 1 4", "+52 55 ", "+91 11 ", "+84 24 ", "+57 1 ");
    private static final List<String> TITLES = List.of("Purchasing Manager", "采购经理", "CEO", "Einkauf", "Owner", "");
    private static final List<String> GRADES = List.of("A", "B", "B级", "C", "D", "");
    private static final List<String> SOURCES = List.of("展会", "阿里巴巴", "Google", "老客户介绍", "");

    private MadeUpRow() {}

    static List<String> of(int i) {
        String word = word(i);
        String company = word + " " + TRADES.get(i % TRADES.size()) + " " + FORMS.get(i / 3 % FORMS.size());
        String domain = word.toLowerCase(Locale.ROOT) + "-" + TRADES.get(i % TRADES.size()).toLowerCase(Locale.ROOT) + ".example";
        String first = FIRST.get(i / 7 % FIRST.size());
        int country = i % COUNTRIES.size();
        return List.of(
                company, COUNTRIES.get(country), first + " " + LAST.get(i / 70 % LAST.size()), TITLES.get(i % TITLES.size()),
                first.toLowerCase(Locale.ROOT) + "@" + domain, CODES.get(country) + String.format(Locale.ROOT, "%07d", 1_200_000 + i * 37 % 8_000_000),
                i % 2 == 0 ? "www." + domain : "", GRADES.get(i % GRADES.size()), SOURCES.get(i % SOURCES.size()),
                i % 3 == 0 ? String.format(Locale.ROOT, "2026-12-%02d", 1 + i % 28) : "", i % 4 == 0 ? "Wants " + i + " pcs, 要样品" : "");
    }

    /** A name for each number. */
    private static String word(int i) {
        StringBuilder word = new StringBuilder();
        int left = i + 400;
        while (left > 0) {
            word.append("bdfgklmnprstvz".charAt(left % 14)).append("aeiou".charAt(left / 14 % 5));
            left /= 70;
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }
}
