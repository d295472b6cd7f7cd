package io.pledge.customer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.BadCell.Problem;
import io.pledge.organisation.Scope;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.PledgeTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** How far up a contact stands, by hand and in files. */
@PledgeTest
class ContactLevelTests {
    @Autowired
    Mill people;
    @Autowired
    CustomerFiles files;
    @Autowired
    SheetExport export;
    @Autowired
    Customers customers;
    @Autowired
    Casebook casebook;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aFileSaysTheLevelOfEachContactAndADryRunWhatWouldChange() throws FileRefused {
        people.open();
        var run = look("customer,name,email,language,level\nmill,Ola,ola@mill.example,en,Operations head\n"
                + "mill,Wei,wei@mill.example,zh-CN,operations_head\nmill,Ann,ann@mill.example,en,executive");
        assertThat(run.bad()).isEmpty();
        assertThat(run.added()).isOne();
        assertThat(run.differences()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Ola");
            assertThat(one.fields()).containsEntry("level", new DryRun.Change("executive", "operations_head"));
        });
    }

    @Test
    void aLevelThatIsNoneIsABadCell() throws FileRefused {
        people.open();
        assertThat(look("customer,name,email,language,level\nmill,Ola,ola@mill.example,en,king").bad())
                .containsExactly(new BadCell(2, "level", Problem.CONTACT_LEVEL, "king", 0));
    }

    @Test
    void anExportedFileHasTheLevels() {
        people.open();
        var text = new StringBuilder();
        export.write(Sheet.CONTACTS, Scope.everything(), text);
        assertThat(text.toString()).contains("role,level,retired", "mill,Ola,ola@mill.example", ",executive,",
                ",operations_engineer,");
    }

    @Test
    void aContactOfWhomNobodySaidSoIsOther() {
        var mill = people.open();
        jdbc.sql("update contact set level = null").update();
        assertThat(customers.contactsOf(mill)).extracting(Contact::level).containsOnly(ContactLevel.OTHER);
    }

    @Test
    void theChangeLogKeepsOnlyThatALevelChanged() throws FileRefused {
        people.open();
        var id = files.bring(Sheet.CONTACTS, "contacts.csv",
                "customer,name,email,language,level\nmill,Ola,ola@mill.example,en,other".getBytes(UTF_8), admin());
        var file = files.find(id, admin()).orElseThrow();
        files.take(file, files.look(file, 10).seen(), admin());
        assertThat(jdbc.sql("select cast(fields as text) from customer_change").query(String.class).list())
                .containsExactly("{\"level\": []}");
    }

    private DryRun look(String sheet) throws FileRefused {
        var id = files.bring(Sheet.CONTACTS, "contacts.csv", sheet.getBytes(UTF_8), admin());
        return files.look(files.find(id, admin()).orElseThrow(), 10);
    }

    private io.pledge.organisation.PersonId admin() {
        return casebook.person("admin");
    }
}
