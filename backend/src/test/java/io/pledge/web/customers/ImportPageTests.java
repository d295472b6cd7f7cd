package io.pledge.web.customers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.pledge.customer.Customers;
import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Files of customers on their pages: refused, looked at, imported. */
@PledgeTest(properties = "pledge.customer.largest-file=1MB")
class ImportPageTests {
    private static final String PAGE = "/admin/customers/import";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Customers customers;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sites     | ``                                  | The file is empty
            sites     | `customer,name,zone,unit`           | There is nothing after the first line
            sites     | `key,name\na,b`                     | names a column “key”
            customers | `key,name,language\na,b,en`         | does not name the column “zone”
            customers | `PK\u0003\u0004`                    | This is a workbook
            customers | `a\u0000b`                          | This is no text
            customers | `key,name,language,zone\na,"b,c\nd` | The quotes on line 2 do not fit together
            goods     | `key`                               | field-error
            """)
    void aFileThatIsNoSheetIsRefusedAtItsField(String sheet, String text, String answer) {
        assertThat(bring(sheet, text.replace("\\n", "\n").replace("\\u0003", "\u0003").replace("\\u0004", "\u0004")
                .replace("\\u0000", "\0").getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422).bodyText().contains(answer, "field-wrong");
    }

    @Test
    void aFileLargerThanAllowedIsRefusedAndSoIsNone() {
        assertThat(bring("sites", new byte[1024 * 1024 + 1])).hasStatus(422).bodyText()
                .contains("larger than 1 MB");
        assertThat(mvc.post().uri(PAGE).param("sheet", "sites").with(As.person("admin")).with(csrf()).exchange())
                .hasStatus(422).bodyText().contains("Please choose a file");
    }

    @Test
    void everyBadLineStandsOnThePageAndInTheFileAndNothingCanBePressed() throws Exception {
        String file = brought("customers", "key,name,language,zone\nwks,Works,en,UTC\nwks,<b>,en,Mars/North\n");

        assertThat(get(file + "?lang=en")).hasStatusOk().bodyText()
                .contains("“wks” stands on line 2 already", "“Mars/North” is no time zone",
                        "Lines that cannot be taken: 1")
                .doesNotContain("name=\"seen\"", "<b>");
        assertThat(get(file + "?lang=zh-CN")).bodyText().contains("“wks”已出现在第 2 行", "“Mars/North”不是时区");
        assertThat(get(file + "/bad.csv?lang=en").getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("3,zone,Mars/North,\"“Mars/North” is no time zone.",
                        "3,key,wks,“wks” stands on line 2 already.");
        assertThat(take(file, "1")).hasStatus(409);
        assertThat(customers.byKey("wks")).isEmpty();
    }

    @Test
    void aFileIsLookedAtThenImportedOnceAndThenChangesNothing() throws Exception {
        String text = "key;name;language;zone;account_manager\nwks;东方电厂;zh-CN;Asia/Shanghai;account-manager\n";
        String file = brought("customers", text.getBytes(Charset.forName("GB18030")));
        assertThat(get(file + "?lang=en")).bodyText().contains("Read as GB18030, separated by semicolon");

        String seen = seen(file);
        assertThat(take(file, seen)).hasRedirectedUrl(file);
        assertThat(take(file, seen)).hasRedirectedUrl(file);
        assertThat(get(file + "?lang=en")).bodyText().contains("1 new, 0 changed, 0 as they were");
        assertThat(customers.byKey("wks").orElseThrow().name()).isEqualTo("东方电厂");
        assertThat(get(file + "/bad.csv")).hasStatus(404);

        assertThat(get(brought("customers", text) + "?lang=en")).bodyText()
                .contains("Everything in this file is there already").doesNotContain("name=\"seen\"");
        String changed = brought("customers", text.replace("东方电厂", "西方电厂"));
        assertThat(get(changed + "?lang=en")).bodyText().contains("Name: 东方电厂 → 西方电厂");
        assertThat(get(changed + "/changes.csv").getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("2,wks,name,东方电厂,西方电厂");
    }

    @Test
    void whoPressesOnAnOldPageIsShownWhatTheFileWouldDoNow() throws Exception {
        String file = brought("customers", "key,name,language,zone\nwks,Works,en,UTC\n");
        String seen = seen(file);
        String other = brought("customers", "key,name,language,zone\nwks,Other,en,UTC\n");
        take(other, seen(other));

        assertThat(take(file, seen)).hasStatus(409).bodyText().contains("Nothing was imported", "Name: Other → Works");
        assertThat(customers.byKey("wks").orElseThrow().name()).isEqualTo("Other");
    }

    @Test
    void aForgedFileIsNotThere() {
        assertThat(get(PAGE + "/00000000-0000-4000-8000-000000000000")).hasStatus(404);
        assertThat(get(PAGE + "/------------------------------------")).hasStatus(404);
        assertThat(get(PAGE + "/x")).hasStatus(404);
    }

    private String brought(String sheet, String text) {
        return brought(sheet, text.getBytes(StandardCharsets.UTF_8));
    }

    private String brought(String sheet, byte[] content) {
        var answer = bring(sheet, content);
        assertThat(answer).hasStatus3xxRedirection();
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult bring(String sheet, byte[] content) {
        return mvc.post().uri(PAGE + "?lang=en").multipart()
                .file(new MockMultipartFile("file", "C:\\data\\" + sheet + ".csv", "text/csv", content))
                .param("sheet", sheet).with(As.person("admin")).with(csrf()).exchange();
    }

    private String seen(String file) throws Exception {
        var found = SEEN.matcher(get(file).getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult take(String file, String seen) {
        return mvc.post().uri(file).param("seen", seen).param("lang", "en").with(As.person("admin")).with(csrf())
                .exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(As.person("admin")).exchange();
    }
}
