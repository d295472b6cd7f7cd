package io.pledge.web;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached: by mail or by phone.
 *
 * @param email null where it is a phone number
 * @param phone null where it is an e-mail address
 */
public record ContactAddress(@Nullable String email, @Nullable String phone) {
    private static final int LONGEST = 254;
    private static final Pattern EMAIL = Pattern
            .compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.)+\\p{L}{2,24}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,28}[0-9]");

    /** Reads what somebody typed; empty where it is neither. */
    public static Optional<ContactAddress> read(String typed) {
        String address = typed.strip();
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        if (EMAIL.matcher(address).matches()) {
            return Optional.of(new ContactAddress(address, null));
        }
        return PHONE.matcher(address).matches() ? Optional.of(new ContactAddress(null, address)) : Optional.empty();
    }
}
