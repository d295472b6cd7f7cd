package io.pledge.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The operator's file of units and people. */
class OrganisationFileTests {
    private static final Path FILE = Path.of("config/organisation.yml");

    @Test
    void theCastIsWhole() throws IOException {
        OrganisationFile file = OrganisationFile.read(ConfigFile.read(FILE));

        assertThat(file.plan().units()).extracting(PlannedUnit::key).containsExactlyInAnyOrder("hq", "central-europe",
                "east-china", "hamburg", "warsaw", "shanghai", "chengdu");
        assertThat(file.plan().people()).extracting(PlannedPerson::username).contains("local-engineer", "local-head",
                "region-engineer", "region-head", "hq-engineer", "hq-head", "account-manager", "quality", "manager",
                "admin");
        assertThat(file.plan().units())
                .allSatisfy(unit -> assertThat(engineersOf(file, unit)).hasSizeGreaterThanOrEqualTo(2));
        assertThat(file.firstContacts()).containsEntry(Locale.SIMPLIFIED_CHINESE, "shanghai");
        assertThat(file.firstContact()).isEqualTo("hamburg");
    }

    @Test
    void unitsComeAfterTheirParents() {
        List<PlannedUnit> units = OrganisationFile.read(ConfigFile.read(FILE)).plan().units();

        assertThat(units.getFirst().tier()).isEqualTo(Tier.HEADQUARTERS);
        assertThat(units.getLast().tier()).isEqualTo(Tier.LOCAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                                                                  vendor: Norlund Systems | vendro: Norlund Systems | unknown key 'vendro'; known here: vendor, products, first-contact, units, people
                                                                  parent: central-europe | parent: eu              | unit 'hamburg' names an unknown parent 'eu'
                                                                  parent: central-europe | parent: hq              | unit 'hamburg' is LOCAL, its parent 'hq' is HEADQUARTERS; a case climbs one tier at a time
                                                                  supervisor: local-head | supervisor: nobody      | unit 'hamburg' names an unknown supervisor 'nobody'
                                                                  supervisor: local-head | supervisor: quality     | 'quality' cannot supervise unit 'hamburg': no head of that unit
                                                                  name: Hamburg office   | nmae: Hamburg office    | unknown key 'nmae'; known here: key, parent, tier, name, zone, calendar, language, supervisor, address, languages, products, duty
                                                                  tier: headquarters     | tier: top               | 'top' is none of local, regional, headquarters
                                                                  key: warsaw            | key: hamburg            | unit 'hamburg' is given twice
                                                                  key: warsaw            | key: Warsaw             | a key has only small letters, digits and dashes, not 'Warsaw'
                                                                  zone: Europe/Warsaw    | zone: Europe/Warschau   | 'Europe/Warschau' is no time zone such as Europe/Berlin
                                                                  {username: quality     | {username: hq-head      | person 'hq-head' is given twice
                                                                  lena.brandt@norlund    | lena.brandt at norlund  | 'lena.brandt at norlund.example' is no e-mail address
                                                                  unit: hamburg, roles: [engineer], language: en | unit: bremen, roles: [engineer], language: en | there is no unit 'bremen'
                                                                  roles: [quality]       | roles: []               | at least one role is needed
                                                                  roles: [quality]       | roles: [quality, king]  | 'king' is none of engineer, head, account-manager, quality, manager, admin
                                                                  roles: [quality], language: en | roles: [quality], language: de | language 'de' is neither en nor zh-CN
                                                                  otherwise: hamburg     | otherwise: bremen       | there is no unit 'bremen'
                                                                  """)
    void aMistakeIsNamedWithFileAndLine(String right, String wrong, String reason) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(right);
        int line = text.substring(0, text.indexOf(right)).split("\n", -1).length;

        assertThatExceptionOfType(ConfigurationInvalid.class)
                .isThrownBy(() -> read(text.replaceFirst(Pattern.quote(right), wrong)))
                .withMessage("config/organisation.yml:%d: %s".formatted(line, reason));
    }

    private static OrganisationFile read(String text) {
        return OrganisationFile.read(ConfigFile.read(FILE, new StringReader(text)));
    }

    private static List<PlannedPerson> engineersOf(OrganisationFile file, PlannedUnit unit) {
        return file.plan().people().stream()
                .filter(person -> person.unit().equals(unit.key()) && person.roles().contains(Role.ENGINEER)).toList();
    }
}
