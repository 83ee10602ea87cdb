package org.genjin.daemon.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up customer.
 *
 * @param language of the steps' file
 * @param rep which of the reps, 0 or 1
 */
record Buyer(int number, String company, String domain, String person, String phone, String language, String product, int rep) {

    /** Addresses of those whose names are not in Latin letters. */
    private static final Map<String, List<String>> DOMAINS = Map.of(
            "ru", List.of("gidrosila", "severnaya-armatura", "trubny-dvor", "volga-santeh", "ural-vodomet", "teplokontur"),
            "ar", List.of("khaleej-valves", "alnoor-equipment", "wahat-alrai", "almanar-trading", "dar-alsebaka", "alsharq-supplies"),
            "zh", List.of("heyi-plumbing", "yongchang-hardware", "dahe-bath", "futai-valve", "hsinchu-irrigation", "shunfa-trading"));
    private static final Map<String, List<String>> PRODUCTS = Map.of(
            "en", List.of("ball valve", "gate valve", "check valve", "angle valve", "water meter", "brass fitting"),
            "es", List.of("válvula de bola", "válvula de compuerta", "válvula de retención", "válvula angular", "medidor de agua", "accesorio de latón"),
            "pt", List.of("válvula de esfera", "válvula de gaveta", "válvula de retenção", "válvula angular", "hidrômetro", "conexão de latão"),
            "fr", List.of("vanne à bille", "robinet-vanne", "clapet anti-retour", "robinet d'équerre", "compteur d'eau", "raccord laiton"),
            "de", List.of("Kugelhahn", "Absperrschieber", "Rückschlagventil", "Eckventil", "Wasserzähler", "Messingfitting"),
            "ru", List.of("шаровой кран", "задвижка", "обратный клапан", "угловой вентиль", "водосчётчик", "латунный фитинг"),
            "ar", List.of("صمام كروي", "صمام بوابة", "صمام عدم رجوع", "صمام زاوية", "عداد مياه", "وصلة نحاسية"),
            "zh", List.of("球閥", "閘閥", "止回閥", "角閥", "水錶", "黃銅接頭"));

    private record Country(String language, String prefix, List<String> companies, List<String> people) {}

    private static final List<Country> COUNTRIES = List.of(
            new Country("es", "+57 601 55501", List.of("Andina Hidráulica SAS", "Válvulas del Cauca", "Ferretería La Cumbre", "Riegos Sabana", "Tuberías Muisca", "Aguas del Pacífico"),
                    List.of("Carlos Mejía", "Luz Marina Rojas", "Andrés Quintero", "Paola Duarte", "Hernán Salcedo", "Diana Ospina")),
            new Country("es", "+52 55 5550 01", List.of("Grupo Ferrenorte", "Hidrotec del Bajío", "Conexiones Jalisco", "Bombas y Riego MX", "Materiales Tezcal", "Aceros Coyolxa"),
                    List.of("Javier Luna", "Mariana Villaseñor", "Óscar Treviño", "Lucía Barragán", "Raúl Escamilla", "Teresa Montaño")),
            new Country("pt", "+55 11 3555 01", List.of("Hidráulica Paulista", "Conexões do Sul", "Casa das Válvulas", "Nordeste Irrigação", "Metais Guará", "Ipê Distribuidora"),
                    List.of("Rodrigo Teixeira", "Fernanda Prado", "Marcelo Nogueira", "Camila Duarte", "Thiago Rezende", "Beatriz Falcão")),
            new Country("fr", "+33 1 55 50 01 ", List.of("Robinetterie du Rhône", "Comptoir Hydraulique", "Sanitaire Atlantique", "Fluides Service", "Maison Delorme", "Arrosage de Provence"),
                    List.of("Claire Fontanel", "Hugo Berthier", "Sophie Lacombe", "Julien Marchal", "Nadia Perrin", "Antoine Vasseur")),
            new Country("de", "+49 30 555001", List.of("Rohrwerk Süd GmbH", "Armaturen Krause", "Haustechnik Lindner", "Nordsee Pumpen", "Bäder Vogel", "Wasser & Wärme KG"),
                    List.of("Anna Schmidtke", "Jörg Petersen", "Katrin Lohmann", "Stefan Brandl", "Miriam Vogel", "Uwe Hartwig")),
            new Country("ru", "+7 495 555 01 ", List.of("Гидросила", "Северная арматура", "Трубный двор", "Волга-Сантех", "Уралводомет", "Теплоконтур"),
                    List.of("Ирина Соколова", "Павел Громов", "Ольга Ветрова", "Сергей Лапин", "Марина Зимина", "Антон Белов")),
            new Country("ar", "+971 4 555 01", List.of("الخليج للصمامات", "شركة النور للمعدات", "واحة الري", "مؤسسة المنار", "دار السباكة", "الشرق للتجهيزات"),
                    List.of("أحمد الكعبي", "سالم المنصوري", "مريم الهاشمي", "خالد السويدي", "ليلى حداد", "يوسف الشامسي")),
            new Country("en", "+1 312 555 01", List.of("Lakeside Plumbing Supply", "Prairie Irrigation", "Harbor Valve & Fitting", "Midwest Fluid Control", "Redwood Hardware", "Cascade Waterworks"),
                    List.of("Megan Carter", "Brian O'Neill", "Dana Whitfield", "Kevin Tran", "Laura Beck", "Marcus Hill")),
            new Country("en", "+234 803 555 01", List.of("Okoro Building Materials", "Delta Pipes Ltd", "Sahel Water Systems", "Lagos Hardware Mart", "Zenith Plumbing", "Kano Agro Supplies"),
                    List.of("Samuel Okoro", "Ngozi Eze", "Ibrahim Musa", "Grace Adeyemi", "Tunde Balogun", "Amina Yusuf")),
            new Country("zh", "+886 2 2555 01", List.of("禾宜水電材料行", "永昌五金", "大和衛浴", "福泰管閥", "新竹灌溉設備", "高雄順發貿易"),
                    List.of("林雅惠", "陳志明", "黃淑芬", "張家豪", "吳佩珊", "李建宏")));

    static List<Buyer> all() {
        List<Buyer> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (Country country : COUNTRIES) {
                int number = all.size();
                all.add(new Buyer(
                        number, country.companies().get(i), domain(country, i), country.people().get(i),
                        country.prefix() + String.format(Locale.ROOT, "%02d", 10 + i), country.language(),
                        PRODUCTS.getOrDefault(country.language(), List.of()).get(number % 6), number % 2));
            }
        }
        return all;
    }

    private static String domain(Country country, int i) {
        List<String> given = DOMAINS.get(country.language());
        if (given != null) {
            return given.get(i) + ".example";
        }
        String ascii = java.text.Normalizer.normalize(country.companies().get(i).replace("ä", "ae").replace("ü", "ue").replace("&", country.language().equals("de") ? "und" : "and"), java.text.Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 ]", "")
                .strip()
                .replaceAll("\\s+", "-");
        return ascii + ".example";
    }

    String address() {
        String ascii = java.text.Normalizer.normalize(person, java.text.Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", "")
                .strip()
                .replaceAll("\\s+.*", "");
        return (ascii.isEmpty() ? "purchase" : ascii) + "@" + domain;
    }
}
