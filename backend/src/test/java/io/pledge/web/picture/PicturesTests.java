package io.pledge.web.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.pledge.web.SamplePictures;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures are measured and tell no place, and are not changed otherwise. */
class PicturesTests {

    static Stream<Arguments> pictures() {
        return Stream.of(Arguments.of("image/jpeg", SamplePictures.jpeg()),
                Arguments.of("image/png", SamplePictures.png()), Arguments.of("image/webp", SamplePictures.webp()),
                Arguments.of("image/gif", SamplePictures.gif()));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsMeasuredAndTellsNoPlace(String type, byte[] content) {
        var picture = Pictures.read(type, content).orElseThrow();

        assertThat(picture.width()).isEqualTo(12);
        assertThat(picture.height()).isEqualTo(8);
        assertThat(new String(picture.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "48.1374N");
        assertThat(Pictures.read(type, picture.bytes()).orElseThrow().bytes()).isEqualTo(picture.bytes());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureThatIsCutOffAnywhereFailsNowhere(String type, byte[] content) {
        for (int length = 0; length < content.length; length++) {
            Pictures.read(type, Arrays.copyOf(content, length))
                    .ifPresent(picture -> assertThat(picture.pixels()).isPositive());
        }
        assertThat(Pictures.read(type, Arrays.copyOf(content, 9))).isEmpty();
        assertThat(Pictures.read(type, new byte[100])).isEmpty();
    }

    @Test
    void whatIsSeenStaysTheSame() throws IOException {
        for (var sample : Map.of("image/jpeg", SamplePictures.jpeg(), "image/png", SamplePictures.png())
                .entrySet()) {
            byte[] cleaned = Pictures.read(sample.getKey(), sample.getValue()).orElseThrow().bytes();
            assertThat(seen(cleaned)).isEqualTo(seen(sample.getValue()));
        }
    }

    @Test
    void aPictureThatSaysTwoSizesIsNone() {
        byte[] png = SamplePictures.png();
        int header = 8 + 25;
        var twice = ByteBuffer.allocate(png.length + 25).put(png, 0, header).put(png, 8, png.length - 8).array();
        assertThat(Pictures.read("image/png", png)).isPresent();
        assertThat(Pictures.read("image/png", twice)).isEmpty();
    }

    @Test
    void howAPhotoIsToBeTurnedIsKept() {
        byte[] cleaned = Pictures.read("image/jpeg", SamplePictures.jpeg()).orElseThrow().bytes();
        int exif = new String(cleaned, StandardCharsets.ISO_8859_1).indexOf("Exif\0\0");

        assertThat(exif).isPositive();
        assertThat(Exif.turn(ByteBuffer.wrap(cleaned, exif, 32).slice())).isEqualTo(6);
    }

    private static int[] seen(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
