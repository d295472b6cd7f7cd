package io.pledge.web;

import java.beans.PropertyEditorSupport;

import org.jspecify.annotations.Nullable;

/** Reads one of a form's choices. What is none of them counts as not chosen, so that the field asks for it. */
public class Choice<E extends Enum<E>> extends PropertyEditorSupport {
    private final Class<E> type;

    public Choice(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setAsText(@Nullable String text) {
        setValue(Choices.of(type, text).orElse(null));
    }

    @Override
    public String getAsText() {
        return getValue() == null ? "" : ((Enum<?>) getValue()).name();
    }
}
