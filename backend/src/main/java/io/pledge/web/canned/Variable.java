package io.pledge.web.canned;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in braces in a canned text. */
enum Variable {
    CUSTOMER("customer"), NUMBER("number"), PROMISED("promised"), NEXT_WORD("next-word"), ENGINEER("engineer"), PRODUCT(
            "product");

    /** Anything in braces. */
    static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private final String written;

    Variable(String written) {
        this.written = written;
    }

    static Optional<Variable> of(String written) {
        return Arrays.stream(values()).filter(variable -> variable.written.equals(written)).findFirst();
    }

    /** All of them as they are written, for whoever misspelt one. */
    static String known() {
        return Arrays.stream(values()).map(variable -> "{" + variable.written + "}").collect(Collectors.joining(" "));
    }
}
