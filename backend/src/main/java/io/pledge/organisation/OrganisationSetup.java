package io.pledge.organisation;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigFolder;

/** Reads the operator's file at start; into empty tables it is taken over before the first request and the first job. */
@Configuration(proxyBeanMethods = false)
class OrganisationSetup {
    @Bean
    OrganisationFile organisationFile(ConfigFolder folder) {
        return OrganisationFile.read(ConfigFile.read(folder.file("organisation.yml")));
    }

    @Bean
    Vendor vendor(OrganisationFile file) {
        return new Vendor(file.vendor());
    }

    @Bean
    Products products(OrganisationFile file) {
        return new Products(file.products());
    }

    @Bean
    FirstContacts firstContacts(OrganisationFile file, Units units) {
        return new FirstContacts(file.firstContacts(), file.firstContact(), units);
    }

    @Bean
    SmartInitializingSingleton organisationStart(OrganisationUpdate update) {
        return update::start;
    }
}
