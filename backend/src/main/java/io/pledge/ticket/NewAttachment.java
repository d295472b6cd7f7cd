package io.pledge.ticket;

/**
 * A file somebody sent along.
 *
 * @param mediaType what the content was found to be, not what its sender called it
 */
public record NewAttachment(String name, String mediaType, byte[] content) {}
