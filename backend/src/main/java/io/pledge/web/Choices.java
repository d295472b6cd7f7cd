package io.pledge.web;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Choices as they stand in addresses and forms. */
public final class Choices {
    private Choices() {}

    /** The choice of that very name; empty where there is none, whoever typed it. */
    public static <E extends Enum<E>> Optional<E> of(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants()).filter(choice -> choice.name().equals(name)).findFirst();
    }
}
