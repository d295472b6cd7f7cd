package io.pledge.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Supplies the database where no {@code spring.datasource.url} is given. Whoever connects (the pool, and through it the
 * scheduler) depends on the engine, so that it stops after them.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class EmbeddedDatabase {
    @Bean
    DatabaseEngine databaseEngine(DataFolder folder) {
        return DatabaseEngine.start(folder);
    }

    @Bean
    JdbcConnectionDetails databaseInside(DatabaseEngine engine) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return DatabaseEngine.USER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return engine.jdbcUrl();
            }
        };
    }
}
