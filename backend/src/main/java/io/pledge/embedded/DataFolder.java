package io.pledge.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder in which the engines inside keep their data. Held by one process at a time: two engines over the same files
 * would destroy them.
 */
final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Opens the folder, creating it where it is missing, and holds it until {@link #close()} or the end of the process.
     *
     * @throws EngineCannotStart when the folder cannot be written or another process holds it
     */
    static DataFolder open(Path folder) {
        var root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(root.resolve("pledge.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new EngineCannotStart("Another Pledge is running on the data folder " + root + ".",
                        "Stop it, or give this one a folder of its own: PLEDGE_DATA_DIR=/another/folder");
            }
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new EngineCannotStart("The data folder " + root + " cannot be used: " + e,
                    "Give a folder that this user may write to: PLEDGE_DATA_DIR=/another/folder", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** A folder or file below this one. */
    Path resolve(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
