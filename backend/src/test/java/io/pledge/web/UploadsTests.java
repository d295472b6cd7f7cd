package io.pledge.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.testing.PledgeTest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be sent along with a message, and what it is taken for. */
@PledgeTest
class UploadsTests {
    private static final byte[] GIF = SamplePictures.gif();

    @Autowired
    private Uploads uploads;
    @Autowired
    private UploadProperties allowed;

    @Test
    void aFileIsWhatItsContentSaysWhateverItIsCalled() throws BadUpload {
        var read = uploads.read(List.of(file("page.html", GIF)));

        assertThat(read).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("image/gif");
            assertThat(file.content()).isEqualTo(GIF);
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
        refused(List.of(file("film.mp4", new byte[(int) allowed.each().toBytes() + 1])), "upload.large");
        refused(Stream.<MultipartFile>generate(() -> file("a.png", GIF)).limit(allowed.count() + 1L).toList(),
                "upload.many");
    }

    @Test
    void filesThatAreTooLargeTogetherAreRefused() {
        byte[] large = new byte[(int) allowed.each().toBytes()];
        Arrays.fill(large, (byte) 'x');
        refused(Stream.<MultipartFile>generate(() -> file("a.log", large))
                .limit(allowed.together().toBytes() / large.length + 1).toList(), "upload.together");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notes.txt  | The fan stands still. | text/plain
            values.csv | a,b                   | text/csv
            fault.log  | 12:00 fan 3 stopped   | text/x-log
            fault.conf | fan=3                 | text/x-config
            sheet.xml  | <?xml version="1.0"?><a/> | application/xml
            """)
    void textsAndLogsAreTaken(String name, String content, String type) throws BadUpload {
        assertThat(uploads.read(List.of(file(name, content.getBytes(UTF_8))))).singleElement()
                .satisfies(file -> assertThat(file.mediaType()).isEqualTo(type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drawing.svg | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            photo.png   | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
            page.txt    | <!DOCTYPE html><html><script>alert(1)</script></html>
            page.html   | Nothing but words.
            run.js      | alert(1)
            """)
    void whatABrowserRunsIsNotTakenWhateverItIsCalled(String name, String content) {
        refused(List.of(file(name, content.getBytes(UTF_8))), "upload.kind");
    }

    @Test
    void aPictureTooLargeToShowIsRefusedWithoutBeingDecoded() {
        refused(List.of(file("town.png", SamplePictures.bomb())), "upload.pixels");
    }

    @Test
    void aPhotoIsKeptWithoutItsPlaceAndABrokenOneIsKeptButNeverShown() throws BadUpload {
        var read = uploads.read(List.of(file("photo.jpg", SamplePictures.jpeg()),
                file("half.jpg", Arrays.copyOf(SamplePictures.jpeg(), 40))));

        assertThat(read.get(0).mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(read.get(0).content(), ISO_8859_1)).doesNotContain(SamplePictures.PLACE);
        assertThat(read.get(1).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void fieldsLeftEmptyArePassedOver() throws BadUpload {
        assertThat(uploads.read(List.of(file("", new byte[0])))).isEmpty();
    }

    @Test
    void namesLoseTheirFoldersAndWhatCannotBeSeen() throws BadUpload {
        var read = uploads.read(List.of(file("C:\\secret\\..\\机柜\u202e\r\n图.gif", GIF), file("../../etc/passwd", GIF),
                file("x".repeat(500) + ".gif", GIF)));

        assertThat(read.get(0).name()).isEqualTo("机柜图.gif");
        assertThat(read.get(1).name()).isEqualTo("passwd");
        assertThat(read.get(2).name()).hasSizeLessThan(130).endsWith(".gif");
    }

    private void refused(List<MultipartFile> files, String code) {
        assertThatThrownBy(() -> uploads.read(files)).isInstanceOfSatisfying(BadUpload.class,
                bad -> assertThat(bad.getCodes()).containsExactly(code));
    }

    private static MultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "text/html", content);
    }
}
