package io.pledge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The files of the cases. Where they are kept is nobody else's business. */
public interface Attachments {

    /** Keeps files with a message, in the caller's transaction. */
    void add(TicketId ticket, long message, List<NewAttachment> files, Instant at);

    /** What is known of the files of some cases, without their content, oldest first. */
    List<Attachment> of(List<TicketId> tickets);

    /** One file with its content; empty where none of these cases has such a file. */
    Optional<Content> content(List<TicketId> tickets, long attachment);

    /** The same, where its customer may have it: nothing that came with a note among staff. */
    Optional<Content> shownContent(List<TicketId> tickets, long attachment);

    /** A file as a list shows it. */
    record Attachment(long id, long message, String name, String mediaType, long size) {

        /** Whether a page may show it as a picture. */
        public boolean picture() {
            return mediaType.equals("image/jpeg") || mediaType.equals("image/png") || mediaType.equals("image/gif")
                    || mediaType.equals("image/webp");
        }
    }

    /** A file with its bytes. */
    record Content(Attachment attachment, byte[] bytes) {}
}
