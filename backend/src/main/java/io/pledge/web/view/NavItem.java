package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One way in a navigation.
 *
 * @param icon name of the drawing in the sprite
 * @param count how many are behind it, in words; null for none
 * @param tone due or broken where the count needs somebody; null otherwise
 * @param current whether one is there
 * @param minor whether it gives way where there is room for icons only
 */
public record NavItem(
        String icon,
        String words,
        String href,
        @Nullable String count,
        @Nullable String tone,
        boolean current,
        boolean minor) {

    /** A way without a count. */
    public static NavItem of(String icon, String words, String href, boolean current) {
        return new NavItem(icon, words, href, null, null, current, false);
    }

    /** A way whose count is always whole. */
    public static NavItem counted(
            String icon, String words, String href, long count, @Nullable String tone, boolean current) {
        return counted(icon, words, href, count, Long.MAX_VALUE, tone, current);
    }

    /**
     * A way with a count; its tone, if any, only speaks while the count is not zero.
     *
     * @param most how far it was counted: a count of so many stands for as many or more
     */
    public static NavItem counted(
            String icon, String words, String href, long count, long most, @Nullable String tone, boolean current) {
        return new NavItem(icon, words, href, count < most ? Long.toString(count) : most - 1 + "+",
                count == 0 ? null : tone, current, true);
    }
}
