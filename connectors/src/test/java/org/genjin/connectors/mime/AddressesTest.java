package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.genjin.connectors.Message.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            John Smith j@x.example                          | John Smith | j@x.example
            j@x.example (John (Sales) Smith)                | John (Sales) Smith | j@x.example
            <SMTP:J@x.example>                              | -          | j@x.example
            "'John Smith'" <j@x.example>                    | John Smith | j@x.example
            <@relay.example:j@x.example>                    | -          | j@x.example
            John <j@x.example                               | John       | j@x.example
            "John <j@x.example>                             | John       | j@x.example
            John </O=FIRM/OU=HQ/CN=RECIPIENTS/CN=JSMITH>    | John       | -
            </O=FIRM/OU=HQ/CN=RECIPIENTS/CN=JSMITH>         | JSMITH     | -
            John <IMCEAEX-_O=FIRM_CN=JSMITH@x.example>      | John       | -
            "john smith"@x.example                          | -          | "john smith"@x.example
            =?utf-8?B?IkpvaG4iIDxqQHguZXhhbXBsZT4=?=        | John       | j@x.example
            "j@x.example" <j@x.example>                     | -          | j@x.example
            j @ x.example                                   | -          | -
            """)
    void oneAddressIsFoundWithItsName(String raw, String name, String address) {
        List<Participant> people = Addresses.parse(raw, "");
        if (address != null) {
            assertThat(people).containsExactly(new Participant(address, name));
        } else {
            assertThat(people).allMatch(it -> it.address() == null || it.address().indexOf(' ') < 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a@x.example; b@x.example                          | a@x.example b@x.example
            a@x.example b@x.example                           | a@x.example b@x.example
            <a@x.example> <b@x.example>                       | a@x.example b@x.example
            A <a@x.example> B <b@x.example>                   | a@x.example b@x.example
            Sales <a@x.example; b@x.example>                  | a@x.example b@x.example
            Smith, John <a@x.example>, Doe, Jane <b@x.example> | a@x.example b@x.example
            a@x.example (John, b@x.example                    | a@x.example b@x.example
            Team: a@x.example, B <b@x.example>;               | a@x.example b@x.example
            """)
    void severalAddressesAreAllFound(String raw, String addresses) {
        assertThat(Addresses.parse(raw, "")).extracting(Participant::address).containsExactly(addresses.split(" ", -1));
    }

    @Test
    void nobodyIsNamedByARecipientThatIsNotDisclosed() {
        assertThat(Addresses.parse("undisclosed-recipients:;", "")).isEmpty();
        assertThat(Addresses.parse("Undisclosed recipients", "")).isEmpty();
    }

    @Test
    void aNameInBareBytesIsReadAsTheMailsWordsAre() {
        String raw = new String("王伟 <w@x.example>".getBytes(Charset.forName("GB18030")), StandardCharsets.ISO_8859_1);
        assertThat(Addresses.parse(raw, "gb2312")).containsExactly(new Participant("w@x.example", "王伟"));
        String utf8 = new String("José <josé@café.example>".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Addresses.parse(utf8, "")).containsExactly(new Participant("josé@café.example", "José"));
    }

    @Test
    void aBombOfAddressesIsReadInNoTime() {
        long begun = System.nanoTime();
        for (String flood : List.of("a,", "<,", "(,", "\"a,", "a@b ", "<a@b", "[mailto:", ":", "a:@", "@", "=?utf-8?q?a?= ", "\\", "(a)(")) {
            Addresses.parse(flood.repeat(100_000 / flood.length()), "");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
}
