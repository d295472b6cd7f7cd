package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One way in a navigation.
 *
 * @param icon name of the drawing in the sprite
 * @param count how many are behind it; null for none
 * @param tone due or broken where the count needs somebody; null otherwise
 * @param current whether one is there
 * @param minor whether it gives way where there is room for icons only
 */
public record NavItem(
        String icon,
        String words,
        String href,
        @Nullable Long count,
        @Nullable String tone,
        boolean current,
        boolean minor) {

    /** A way without a count. */
    public static NavItem of(String icon, String words, String href, boolean current) {
        return new NavItem(icon, words, href, null, null, current, false);
    }

    /** A way with a count; its tone, if any, only speaks while the count is not zero. */
    public static NavItem counted(
            String icon, String words, String href, long count, @Nullable String tone, boolean current) {
        return new NavItem(icon, words, href, count, count == 0 ? null : tone, current, true);
    }
}
