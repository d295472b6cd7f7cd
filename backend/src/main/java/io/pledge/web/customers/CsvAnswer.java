package io.pledge.web.customers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is saved as a file for spreadsheets. */
final class CsvAnswer {
    private CsvAnswer() {}

    /** Where to write the lines. */
    static Appendable begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(name + ".csv", StandardCharsets.UTF_8).build().toString());
        return response.getWriter();
    }
}
