package io.pledge.security;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: bcrypt, with the method's name in front so that a later one can take over. The well-known password of the
 * demonstration is kept under a method of its own, which exists only under that profile: a database that once was a demonstration lets
 * nobody in by it.
 */
@Configuration(proxyBeanMethods = false)
class Passwords {
    private static final String METHOD = "bcrypt";
    private static final int STRENGTH = 10;

    @Bean
    PasswordEncoder passwordEncoder(Environment environment) {
        Map<String, PasswordEncoder> methods = new HashMap<>();
        methods.put(METHOD, new BCryptPasswordEncoder(STRENGTH));
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            methods.put(DemonstrationUsers.METHOD, new BCryptPasswordEncoder(STRENGTH));
        }
        DelegatingPasswordEncoder encoder = new DelegatingPasswordEncoder(METHOD, methods);
        encoder.setDefaultPasswordEncoderForMatches(new NoMethod());
        return encoder;
    }

    /** For hashes of a method that is not known here: no password matches them. */
    private static final class NoMethod implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            throw new UnsupportedOperationException("passwords are encoded by " + METHOD);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return false;
        }
    }
}
