package org.genjin.daemon.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a customer wrote starts a formula in a table. */
class HarmlessCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", " =1+1", "＝1+1"})
    void whatWouldBeginAFormulaIsText(String value) {
        assertThat(HarmlessCell.of(value)).startsWith("'");
        assertThat(HarmlessCell.back(HarmlessCell.of(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=1+1", "a\n=HYPERLINK(\"https://evil.example\")", "a|@SUM(1)", "a,\"=1", "a\t+cmd|' /C calc'!A0"})
    void whereAProgramDividesByAnotherSignNoFormulaBeginsEither(String value) {
        assertThat(HarmlessCell.of(value)).contains("'");
        assertThat(HarmlessCell.back(HarmlessCell.of(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613800138000", "-12.5", "12 %", "", "Acme", "O'Brien & Sons", "list:\n- one\n- two", "a@b.example", "5 - 7 pcs"})
    void whatIsHarmlessStaysAsItIs(String value) {
        assertThat(HarmlessCell.of(value)).isEqualTo(value);
        assertThat(HarmlessCell.back(value)).isEqualTo(value);
    }

    @Test
    void anApostropheOfSomebodysOwnStays() {
        assertThat(HarmlessCell.back("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
    }
}
