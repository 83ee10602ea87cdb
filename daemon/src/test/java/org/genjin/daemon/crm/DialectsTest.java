package org.genjin.daemon.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of other systems stands in files, which are read strictly. */
class DialectsTest {

    @Test
    void theSystemsThatPeopleAskForAreThere() {
        assertThat(Dialects.names()).contains(
                "hubspot", "salesforce", "zoho", "pipedrive", "espocrm", "twenty", "odoo", "okki", "xtransfer", "joinf", "google", "outlook",
                "vcard", "generic");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSaysWhatItIsAndHowFarItWasTried(String name) {
        Dialect it = Dialects.read(name);
        assertThat(it.title()).isNotBlank();
        assertThat(it.why()).isNotBlank();
        assertThat(it.carries(Field.COMPANY)).isTrue();
        assertThat(it.carries(Field.EMAIL)).isTrue();
        for (Language language : Language.values()) {
            Words words = Words.of("crm", language);
            assertThat(it.remarks()).allMatch(remark -> words.has("remark." + remark));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStageAndGradeHasAWordWhereTheSystemHasItsOwn(String name) {
        for (Map.Entry<String, Map<String, String>> map : Dialects.read(name).values().entrySet()) {
            Set<String> codes = map.getValue().keySet();
            if (codes.contains(Stage.NEW.id())) {
                assertThat(codes).as(map.getKey()).containsAll(Arrays.stream(Stage.values()).map(Stage::id).toList());
            } else if (codes.contains("S")) {
                assertThat(codes).as(map.getKey()).containsAll(Arrays.stream(Grade.values()).map(Grade::name).toList());
            }
        }
    }

    static List<String> names() {
        return Dialects.names();
    }

    @Test
    void whatIsWrittenWronglyInADialectIsAnErrorThatNamesThePlace() {
        String good = "title: X\nverified: no\nfiles:\n  companies:\n    columns:\n      Name: company\n";
        assertThat(read(good).sheets().get(Part.COMPANIES).columns()).hasSize(1);
        assertThatThrownBy(() -> read("titel: X\n" + good)).hasMessageContaining("crm/x.yaml: titel is not a key");
        assertThatThrownBy(() -> read(good.replace("company\n", "compani\n"))).hasMessageContaining("companies.Name names the field 'compani'");
        assertThatThrownBy(() -> read(good.replace("company\n", "{field: stage, map: stages}\n"))).hasMessageContaining("the map 'stages'");
        assertThatThrownBy(() -> read(good.replace("company\n", "{field: country, as: french}\n"))).hasMessageContaining("shape 'french'");
        assertThatThrownBy(() -> read(good.replace("verified: no", "verified: perhaps"))).hasMessageContaining("cannot be 'perhaps'");
        assertThatThrownBy(() -> read(good + "      Name: country\n")).hasMessageContaining("Duplicate");
    }

    private static Dialect read(String yaml) {
        return DialectFile.read("x", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
