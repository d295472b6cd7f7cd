package io.pledge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts Pledge: the web pages, the API, the watch over promises, and, where no others are configured, the engines inside. */
@Modulithic(systemName = "Pledge")
@SpringBootApplication
public class PledgeApplication {
    static void main(String[] args) {
        SpringApplication.run(PledgeApplication.class, args);
    }
}
