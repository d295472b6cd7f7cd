package io.pledge.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.Customers;

/** Brings in the demonstration's customers that are not there yet; one that is there is left as it is, erased contacts included. */
@Component
@Profile("demo")
@Order(DemoCustomers.TURN)
class DemoCustomers implements ApplicationRunner {
    static final int TURN = 20;
    private static final String FILE = "demo/customers.yml";
    private final Customers customers;
    private final CustomerImport imported;

    DemoCustomers(Customers customers, CustomerImport imported) {
        this.customers = customers;
        this.imported = imported;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        plans().stream().filter(plan -> customers.byKey(plan.key()).isEmpty()).forEach(imported::apply);
    }

    static List<CustomerPlan> plans() {
        try (Reader reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(),
                StandardCharsets.UTF_8)) {
            ConfigNode top = ConfigFile.read(Path.of(FILE), reader);
            return top.allow("customers").list("customers").stream().map(DemoCustomerLines::plan).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
