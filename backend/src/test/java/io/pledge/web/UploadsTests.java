package io.pledge.web;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be sent along with a message, and what it is taken for. */
class UploadsTests {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private final Uploads uploads = new Uploads();

    @Test
    void aFileIsWhatItsContentSaysWhateverItIsCalled() throws BadUpload {
        var read = uploads.read(List.of(file("page.html", PNG)));

        assertThat(read).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("image/png");
            assertThat(file.content()).isEqualTo(PNG);
        });
    }

    @Test
    void programsAreNotTaken() {
        byte[] program = new byte[64];
        program[0] = 'M';
        program[1] = 'Z';
        refused(List.of(file("photo.jpg", program)), "upload.runs");
        refused(List.of(file("run.sh", "#!/bin/sh\nrm -rf /".getBytes(UTF_8))), "upload.runs");
    }

    @Test
    void emptyTooLargeAndTooManyFilesAreNamed() {
        refused(List.of(file("nothing.txt", new byte[0])), "upload.empty");
        refused(List.of(file("film.mp4", new byte[(int) Uploads.EACH.toBytes() + 1])), "upload.large");
        refused(Stream.<MultipartFile>generate(() -> file("a.png", PNG)).limit(Uploads.COUNT + 1L).toList(),
                "upload.many");
    }

    @Test
    void fieldsLeftEmptyArePassedOver() throws BadUpload {
        assertThat(uploads.read(List.of(file("", new byte[0])))).isEmpty();
    }

    @Test
    void namesLoseTheirFoldersAndWhatCannotBeSeen() throws BadUpload {
        var read = uploads.read(List.of(file("C:\\secret\\..\\机柜\u202e\r\n图.png", PNG), file("../../etc/passwd", PNG),
                file("x".repeat(500) + ".png", PNG)));

        assertThat(read.get(0).name()).isEqualTo("机柜图.png");
        assertThat(read.get(1).name()).isEqualTo("passwd");
        assertThat(read.get(2).name()).hasSizeLessThan(130).endsWith(".png");
    }

    private void refused(List<MultipartFile> files, String code) {
        assertThatThrownBy(() -> uploads.read(files)).isInstanceOfSatisfying(BadUpload.class,
                bad -> assertThat(bad.getCodes()).containsExactly(code));
    }

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "text/html", content);
    }
}
