package io.pledge.web.view;

import java.util.List;

/**
 * One entry of a timeline.
 *
 * @param id what a link can point to within the page
 * @param kind who sees it and from whom it is
 * @param who the writer; for lines nobody asks
 * @param meta role and time, such as "service engineer, 12:22"
 * @param text what was written, or the sentence of a line
 * @param icon the drawing before a line
 * @param files attachments
 * @param feet what it did to promises
 */
public record EntryView(
        String id,
        Kind kind,
        PersonView who,
        String meta,
        String text,
        String icon,
        List<FileView> files,
        List<PromiseMark> feet) {

    /** Who sees an entry and from whom it is. */
    public enum Kind {
        /** From us to the customer. */
        PUBLIC("entry-public"),
        /** Among us. */
        INTERNAL("entry-internal"),
        /** From the customer, seen at the desk. */
        CUSTOMER("entry-customer"),
        /** The customer's own words, seen in the portal. */
        OWN("entry-own"),
        /** Our words, seen in the portal. */
        OURS(""),
        /** Something happened. */
        LINE(""),
        /** Something was broken. */
        BROKEN_LINE("entry-line-broken");

        private final String css;

        Kind(String css) {
            this.css = css;
        }

        /** The class of such an entry; empty for none. */
        public String getCss() {
            return css;
        }
    }

    /** An attachment: its name and where it is. */
    public record FileView(String name, String href) {}

    /** A line that says what happened, with its drawing. */
    public static EntryView line(String id, Kind kind, String icon, String text) {
        return new EntryView(id, kind, PersonView.of(""), "", text, icon, List.of(), List.of());
    }

    /** The same under another id, for a page that shows it twice. */
    public EntryView as(String other) {
        return new EntryView(other, kind, who, meta, text, icon, files, feet);
    }

    /** Whether it is one line and no box. */
    public boolean isLine() {
        return kind == Kind.LINE || kind == Kind.BROKEN_LINE;
    }

    /** Whether the customer never sees it. */
    public boolean isInternal() {
        return kind == Kind.INTERNAL;
    }

    /** Whether it says at the desk that it went to the customer. */
    public boolean isToCustomer() {
        return kind == Kind.PUBLIC;
    }

    /** Whether it says at the desk that it came from the customer. */
    public boolean isFromCustomer() {
        return kind == Kind.CUSTOMER;
    }
}
