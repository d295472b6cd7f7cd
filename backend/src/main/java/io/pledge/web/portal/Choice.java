package io.pledge.web.portal;

import java.beans.PropertyEditorSupport;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Reads one of a form's choices. What is none of them counts as not chosen, so that the field asks for it. */
class Choice<E extends Enum<E>> extends PropertyEditorSupport {
    private final Class<E> type;

    Choice(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setAsText(@Nullable String text) {
        setValue(find(type, text).orElse(null));
    }

    @Override
    public String getAsText() {
        return getValue() == null ? "" : ((Enum<?>) getValue()).name();
    }

    /** The choice of that name, or another where there is none. */
    static <E extends Enum<E>> E of(Class<E> type, @Nullable String name, E otherwise) {
        return find(type, name).orElse(otherwise);
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants()).filter(choice -> choice.name().equals(name)).findFirst();
    }
}
