package io.pledge.web;

import org.springframework.context.MessageSourceResolvable;

/** A file that is not taken; says which and why, for the field it was chosen in. */
public class BadUpload extends Exception implements MessageSourceResolvable {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Object[] arguments;

    BadUpload(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = arguments;
    }

    @Override
    public String[] getCodes() {
        return new String[]{code};
    }

    @Override
    public Object[] getArguments() {
        return arguments;
    }
}
