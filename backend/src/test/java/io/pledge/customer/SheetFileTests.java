package io.pledge.customer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.pledge.customer.FileRefused.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Files as spreadsheets save them, and files that are none. */
class SheetFileTests {
    private static final String HEADER = "customer,name,zone,unit";

    @ParameterizedTest
    @MethodSource
    void aSheetIsReadHoweverItWasSaved(String charset, String mark, String separator) throws FileRefused {
        String text = mark
                + "Customer,Name, ZONE ,unit\r\nmill,一号厂房,Asia/Shanghai,shanghai\r\n".replace(",", separator);

        assertThat(read(text.getBytes(Charset.forName(charset))))
                .containsExactly("2 [mill, 一号厂房, Asia/Shanghai, shanghai]");
    }

    static Stream<Arguments> aSheetIsReadHoweverItWasSaved() {
        return Stream.of(arguments("UTF-8", "", ","), arguments("UTF-8", "\uFEFF", ";"), arguments("GB18030", "", ","),
                arguments("GBK", "", "\t"), arguments("UTF-16LE", "\uFEFF", "\t"),
                arguments("UTF-16BE", "\uFEFF", ","));
    }

    @Test
    void linesAreCountedAsInAnEditorThoughValuesHaveLineBreaksAndLinesAreEmpty() throws FileRefused {
        assertThat(read(
                HEADER + "\n\nmill,\"Hall \"\"A\"\",\nnorth\",UTC,warsaw\n  \nmill,19\" rack,UTC,warsaw\nmill,'=x,UTC"))
                .containsExactly("3 [mill, Hall \"A\",\nnorth, UTC, warsaw]", "6 [mill, 19\" rack, UTC, warsaw]",
                        "7 [mill, =x, UTC]");
    }

    @Test
    void emptyColumnsAtTheEndAreLeftOut() throws FileRefused {
        assertThat(read(HEADER + ",,\na,b,c,d,,\na,b,c,,,\na,b,c,d,,e")).containsExactly("2 [a, b, c, d]",
                "3 [a, b, c, ]",
                "4 [a, b, c, d, , e]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                       | EMPTY          | ``
            ` \n `                                                   | EMPTY          | ``
            `customer,name,zone,unit\n`                              | HEADER_ONLY    | ``
            `customer,name,zone,unit,colour\na`                      | UNKNOWN_COLUMN | colour
            `customer,name,zone,unit,NAME\na`                        | COLUMN_TWICE   | name
            `customer,name,zone\na`                                  | COLUMN_MISSING | unit
            `customer,name,zone,unit\na,b,c,d\na,"b"x,c,d\na,b,c,d`  | QUOTES         | 3
            `customer,name,zone,unit\na,b,c,d\na,"b,c,d\na,b,c,d`    | QUOTES         | 3
            """)
    void whatIsNoSheetIsRefusedWithTheReason(String text, Reason reason, String what) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"))).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.what()).isEqualTo(what);
        });
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertRefused(new byte[]{'P', 'K', 3, 4, 20, 0}, Reason.WORKBOOK);
        assertRefused(new byte[]{'a', 0, 1, 2, 'b'}, Reason.NO_TEXT);
        assertRefused("Müller,é".getBytes(StandardCharsets.ISO_8859_1), Reason.NO_TEXT);
        assertRefused(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3}, Reason.NO_TEXT);
    }

    @Test
    void moreLinesThanAFileMayHaveAreRefused() {
        String lines = HEADER + "\na,b,c,d".repeat(SheetFile.MOST_LINES + 1);

        assertThatThrownBy(() -> read(lines)).isInstanceOfSatisfying(FileRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.MANY));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"=1+1", "+86 21", "-1", "@a", "'=1", "''+1", "'quoted'", "plain", "'"})
    void whatASpreadsheetWouldCalculateComesBackAsItWas(String value) {
        String written = Formulas.written(value);

        assertThat(written).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-").doesNotStartWith("@");
        assertThat(Formulas.read(written)).isEqualTo(value);
    }

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(FileRefused.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static List<String> read(String text) throws FileRefused {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) throws FileRefused {
        List<String> read = new ArrayList<>();
        SheetFile.of(Sheet.SITES, SheetText.of(bytes)).read((line, values) -> read.add(line + " " + values));
        return read;
    }
}
