package io.pledge.lessons;

/** What an entry of the search index is about. */
record Subject(Type type, long id) {

    enum Type {
        /** A published lesson. */
        LESSON,
        /** A solved case of the past. */
        CASE
    }

    /** Its name in the index. */
    String key() {
        return type.name().toLowerCase(java.util.Locale.ROOT) + "-" + id;
    }
}
